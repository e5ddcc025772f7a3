/** The department a newcomer meets in the local workspace: who is there, who holds which post and who leads whom. */
import type { Cast, Seed } from '@tiaoli/workspace';
import type { Post } from '../src/member/post.ts';

interface Seat {
  memberId: string;
  post: Post;
  leaderId?: string;
}

/** Somebody's user id in the team, in the form of Slack's; what people type is the handle. */
export function userIdOf(handle: string): string {
  return `U${handle.toUpperCase()}`;
}

const under = (leader: string, post: Post, ...handles: string[]): Seat[] =>
  handles.map(handle => ({ memberId: userIdOf(handle), post, leaderId: userIdOf(leader) }));

const person = (handle: string, real_name: string) => ({ id: userIdOf(handle), name: handle, real_name });

/** The posts. Leaders stand before those they lead. */
export const SEATS: readonly Seat[] = [
  { memberId: userIdOf('president'), post: 'president' },
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

const PRESALES = ['presales1', 'presales2', 'presales3', 'presales4'].map(userIdOf);
const LEAD = ['president', 'manager', 'deputy', 'assistant', 'supervisor'].map(userIdOf);
const SERVICE = [...PRESALES, ...['aftersales1', 'logistics1', 'supervisor', 'manager'].map(userIdOf)];

/** The same people on Slack, named by their post in both languages, and their four channels. */
export const DEPARTMENT: Seed = {
  team: { id: 'T0DEPARTMENT', name: '部门 · Department', domain: 'department' },
  people: [
    person('president', '总裁 · President'),
    { ...person('manager', '部门经理 · Manager'), is_admin: true },
    person('deputy', '副经理 · Deputy manager'),
    person('assistant', '经理助理 · Assistant'),
    person('supervisor', '主管 · Supervisor'),
    person('presales1', '售前客服一 · Pre-sales 1'),
    person('presales2', '售前客服二 · Pre-sales 2'),
    person('presales3', '售前客服三 · Pre-sales 3'),
    person('presales4', '售前客服四 · Pre-sales 4'),
    person('aftersales1', '售后客服 · After-sales 1'),
    person('logistics1', '物流客服 · Logistics 1'),
    person('keeper1', '库房管理员 · Warehouse keeper 1'),
    person('operations1', '运营专员 · Operations 1'),
    person('clerk1', '兼职文书 · Clerk 1'),
  ],
  channels: [
    { name: 'department', members: 'everyone', purpose: '会议与每日汇总 · Meetings and digests' },
    { name: 'service', members: SERVICE, purpose: '客服 · Customer service' },
    { name: 'notices', members: 'everyone', purpose: '表扬、批评与通知 · Praise, criticism and notices' },
    {
      name: 'leaders',
      is_private: true,
      members: LEAD,
      purpose: '管理层 · Leaders',
    },
  ],
};

/** Whom a newcomer is first, on the page and in its guide; a handle. */
export const NEWCOMER = 'presales1';

/** Who comes to meetings and punches by themselves; whom the guide makes one be, and whom README names, wait for their person. Handles. */
export const COLLEAGUES: readonly string[] = [
  'assistant',
  'deputy',
  'supervisor',
  'aftersales1',
  'logistics1',
  'keeper1',
  'presales3',
  'operations1',
];

/** Who of the department plays a part in the difficulties a workspace can add to a team. */
export const CAST: Cast = {
  admin: userIdOf('manager'),
  leads: [userIdOf('deputy'), userIdOf('supervisor')],
  member: userIdOf('presales1'),
  everyone: 'department',
  open: 'service',
  closed: 'leaders',
  group: {
    handle: 'presales',
    name: '售前 · Pre-sales',
    members: PRESALES,
  },
  leaver: '离职客服 · Former pre-sales',
};
