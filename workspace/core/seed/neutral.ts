/** The team a workspace starts with when none is handed in: small, and of no trade in particular. */
import type { Seed } from './seed.ts';

/** Eight people named in both languages of the page, an open channel for all, one for some, and a private one. */
export const NEUTRAL: Seed = {
  team: { id: 'T0TEAM', name: '示例团队 · Example team', domain: 'team' },
  people: [
    { id: 'alice', real_name: '爱丽丝 · Alice', is_admin: true },
    { id: 'bob', real_name: '鲍勃 · Bob' },
    { id: 'carol', real_name: '卡萝 · Carol' },
    { id: 'dave', real_name: '戴夫 · Dave' },
    { id: 'emma', real_name: '艾玛 · Emma' },
    { id: 'frank', real_name: '弗兰克 · Frank' },
    { id: 'grace', real_name: '格蕾丝 · Grace' },
    { id: 'heidi', real_name: '海蒂 · Heidi' },
  ],
  channels: [
    { name: 'general', members: 'everyone', purpose: '全员频道 · For everybody' },
    { name: 'support', members: ['carol', 'dave', 'heidi', 'alice'], purpose: '答疑与支持 · Questions and answers' },
    { name: 'random', members: 'everyone', purpose: '随便聊聊 · Whatever comes to mind' },
    { name: 'planning', is_private: true, members: ['grace', 'alice', 'bob', 'heidi'], purpose: '计划 · Plans' },
  ],
};
