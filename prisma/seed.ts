/** The department a newcomer meets in the local workspace: who holds which post and who leads whom. */
import type { Post } from '../src/member/post.ts';

interface Seat {
  memberId: string;
  post: Post;
  leaderId?: string;
}

const under = (leaderId: string, post: Post, ...memberIds: string[]): Seat[] =>
  memberIds.map(memberId => ({ memberId, post, leaderId }));

/** Leaders stand before those they lead. */
export const DEPARTMENT: readonly Seat[] = [
  { memberId: 'president', post: 'president' },
  ...under('president', 'manager', 'manager'),
  ...under('manager', 'deputy', 'deputy'),
  ...under('manager', 'assistant', 'assistant'),
  ...under('manager', 'supervisor', 'supervisor'),
  ...under('supervisor', 'presales', 'presales1', 'presales2', 'presales3', 'presales4'),
  ...under('supervisor', 'aftersales', 'aftersales1'),
  ...under('supervisor', 'logistics', 'logistics1'),
  ...under('manager', 'keeper', 'keeper1'),
  ...under('manager', 'operations', 'operations1'),
  ...under('manager', 'clerk', 'clerk1'),
];
