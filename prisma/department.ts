/** The department a newcomer meets in the local workspace: who is there, who holds which post and who leads whom. */
import type { Cast, Seed } from '@tiaoli/workspace';
import type { Post } from '../src/member/post.ts';

interface Seat {
  memberId: string;
  post: Post;
  leaderId?: string;
}

const under = (leaderId: string, post: Post, ...memberIds: string[]): Seat[] =>
  memberIds.map(memberId => ({ memberId, post, leaderId }));

/** The posts. Leaders stand before those they lead. */
export const SEATS: readonly Seat[] = [
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

const SERVICE = ['presales1', 'presales2', 'presales3', 'presales4', 'aftersales1', 'logistics1'];

/** The same people on Slack, named by their post in both languages, and their four channels. */
export const DEPARTMENT: Seed = {
  team: { id: 'T0DEPARTMENT', name: '部门 · Department', domain: 'department' },
  people: [
    { id: 'president', real_name: '总裁 · President' },
    { id: 'manager', real_name: '部门经理 · Manager', is_admin: true },
    { id: 'deputy', real_name: '副经理 · Deputy manager' },
    { id: 'assistant', real_name: '经理助理 · Assistant' },
    { id: 'supervisor', real_name: '主管 · Supervisor' },
    { id: 'presales1', real_name: '售前客服一 · Pre-sales 1' },
    { id: 'presales2', real_name: '售前客服二 · Pre-sales 2' },
    { id: 'presales3', real_name: '售前客服三 · Pre-sales 3' },
    { id: 'presales4', real_name: '售前客服四 · Pre-sales 4' },
    { id: 'aftersales1', real_name: '售后客服 · After-sales 1' },
    { id: 'logistics1', real_name: '物流客服 · Logistics 1' },
    { id: 'keeper1', real_name: '库房管理员 · Warehouse keeper 1' },
    { id: 'operations1', real_name: '运营专员 · Operations 1' },
    { id: 'clerk1', real_name: '兼职文书 · Clerk 1' },
  ],
  channels: [
    { name: 'department', members: 'everyone', purpose: '会议与每日汇总 · Meetings and digests' },
    { name: 'service', members: [...SERVICE, 'supervisor', 'manager'], purpose: '客服 · Customer service' },
    { name: 'notices', members: 'everyone', purpose: '表扬、批评与通知 · Praise, criticism and notices' },
    {
      name: 'leaders',
      is_private: true,
      members: ['president', 'manager', 'deputy', 'assistant', 'supervisor'],
      purpose: '管理层 · Leaders',
    },
  ],
};

/** Whom a newcomer is first, on the page and in its guide. */
export const NEWCOMER = 'presales1';

/** Who comes to meetings and punches by themselves; whom the guide makes one be, and whom README names, wait for their person. */
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
  admin: 'manager',
  leads: ['deputy', 'supervisor'],
  member: 'presales1',
  everyone: 'department',
  open: 'service',
  closed: 'leaders',
  group: {
    handle: 'presales',
    name: '售前 · Pre-sales',
    members: ['presales1', 'presales2', 'presales3', 'presales4'],
  },
  leaver: '离职客服 · Former pre-sales',
};
