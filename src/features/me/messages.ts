/** Somebody's own record, as only they read it: who they are, and what each noun keeps of them. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Post } from '../../member/post.ts';

export interface OwnRecord {
  memberId: string;
  today: CivilDate;
  posts: readonly Post[];
  leaderId: string | null;
}
