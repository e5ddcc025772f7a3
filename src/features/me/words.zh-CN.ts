/** 简体中文：我的记录。 */
import type { CommandWords } from '../../locales/command.ts';

export const commands = {
  me: {
    summary: '我的请假、打卡、违规、通报和待审批',
    called: ['我', '个人记录'],
    usages: [{ line: '/me', does: '查看自己的全部记录，只有你看得到' }],
  },
} satisfies Record<string, CommandWords>;

export const words = {
  title: (day: string) => `我的记录 · ${day}`,
  posts: (posts: string) => `岗位：${posts}`,
  leader: (who: string) => `上级：${who}`,
  empty: '还没有请假、打卡、会议或违规记录。',
  tips: '请假 `/leave` · 出差 `/trip` · 打卡 `/checkin` · 会议 `/meeting` · 日历 `/calendar` · 全部命令 `/help`',
  onlyYou: '只有你自己看得到。',
  welcome: '你好！',
  noPost: (givers: string) =>
    `你还没有岗位，所以这里还是空的。请找 ${givers}，用 \`/post @你的名字 售前客服\`（换成你的岗位）给你安排，之后马上可用。`,
  noPostYet: '你还没有岗位，所以这里还是空的。请联系管理员给部门设定第一位负责人。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    me: typeof words;
  }
  interface CommandNames {
    me: true;
  }
}
