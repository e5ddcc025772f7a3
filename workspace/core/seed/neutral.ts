/** The team a workspace starts with when none is handed in: small, and of no trade in particular. */
import type { Seed } from './seed.ts';

/** Eight people named in both languages of the page, an open channel for all, one for some, and a private one. */
export const NEUTRAL: Seed = {
  team: { id: 'T0TEAM', name: '示例团队 · Example team', domain: 'team' },
  people: [
    { id: 'UALICE', name: 'alice', real_name: '爱丽丝 · Alice', is_admin: true },
    { id: 'UBOB', name: 'bob', real_name: '鲍勃 · Bob' },
    { id: 'UCAROL', name: 'carol', real_name: '卡萝 · Carol' },
    { id: 'UDAVE', name: 'dave', real_name: '戴夫 · Dave' },
    { id: 'UEMMA', name: 'emma', real_name: '艾玛 · Emma' },
    { id: 'UFRANK', name: 'frank', real_name: '弗兰克 · Frank' },
    { id: 'UGRACE', name: 'grace', real_name: '格蕾丝 · Grace' },
    { id: 'UHEIDI', name: 'heidi', real_name: '海蒂 · Heidi' },
  ],
  channels: [
    { name: 'general', members: 'everyone', purpose: '全员频道 · For everybody' },
    {
      name: 'support',
      members: ['UCAROL', 'UDAVE', 'UHEIDI', 'UALICE'],
      purpose: '答疑与支持 · Questions and answers',
    },
    { name: 'random', members: 'everyone', purpose: '随便聊聊 · Whatever comes to mind' },
    { name: 'planning', is_private: true, members: ['UGRACE', 'UALICE', 'UBOB', 'UHEIDI'], purpose: '计划 · Plans' },
  ],
};
