/** Who is in the team and which channels there are when a workspace is first opened. */

/** A person of the team, or a guest, a deactivated, an external person or another bot. */
export interface SeedPerson {
  /** Unlike every other person's, those of further teams included. */
  id: string;
  /** The handle; the id when absent. */
  name?: string;
  real_name: string;
  title?: string;
  email?: string;
  locale?: string;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_admin?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of one channel. */
  is_ultra_restricted?: boolean;
  /** A person of another team, met in shared channels; `team_id` says which. */
  is_stranger?: boolean;
  team_id?: string;
}

export interface SeedChannel {
  name: string;
  is_private?: boolean;
  is_archived?: boolean;
  /** People's ids, or everyone who is an active full member of the team. */
  members: string[] | 'everyone';
  /** Whether the app is in the channel from the start; it is unless this is false. */
  with_bot?: boolean;
  topic?: string;
  purpose?: string;
  /** Ids of the teams it is shared with by Slack Connect. */
  shared_with?: string[];
}

/** A user group, mentioned by its handle. */
export interface SeedGroup {
  handle: string;
  name: string;
  description?: string;
  members: string[];
  /** Names of the channels its members are invited to by default. */
  channels?: string[];
  is_disabled?: boolean;
}

/** One team when it is first opened. */
export interface TeamSeed {
  team: { id: string; name: string; domain: string };
  people: SeedPerson[];
  channels: SeedChannel[];
  groups?: SeedGroup[];
  /** Teams that are not here but share channels with this one. */
  connected?: { id: string; name: string; domain: string }[];
}

/** The first team, and whichever others the same app is installed in. */
export interface Seed extends TeamSeed {
  further?: TeamSeed[];
}

/** The department a newcomer meets: members named by their post in both languages, and four channels. */
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
    {
      name: 'service',
      members: [
        'presales1',
        'presales2',
        'presales3',
        'presales4',
        'aftersales1',
        'logistics1',
        'supervisor',
        'manager',
      ],
      purpose: '客服 · Customer service',
    },
    { name: 'notices', members: 'everyone', purpose: '表扬、批评与通知 · Praise, criticism and notices' },
    {
      name: 'leaders',
      is_private: true,
      members: ['president', 'manager', 'deputy', 'assistant', 'supervisor'],
      purpose: '管理层 · Leaders',
    },
  ],
};
