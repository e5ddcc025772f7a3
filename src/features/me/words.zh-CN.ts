/** 简体中文：我的记录。 */
import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { PreferenceRefusals } from '../../member/preference.ts';
import type { OwnLineRefusals } from './line.ts';

export const commands = {
  me: {
    summary: '我的请假、打卡、违规、通报和待审批',
    called: ['我', '个人记录'],
    usages: [
      { line: '/me', does: '查看自己的全部记录，只有你看得到' },
      { line: '/me 设置', does: '设置哪些消息找你：提醒、免打扰时段' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<PreferenceRefusals & OwnLineRefusals> = {
  'preference.halfQuiet': ({ missing }) =>
    missing === 'to'
      ? '免打扰还缺结束时间，例如 22:00 到 07:30；不要免打扰就把两个时间都清空。'
      : '免打扰还缺开始时间，例如 22:00 到 07:30；不要免打扰就把两个时间都清空。',
  'preference.noLength': ({ time }) => `开始和结束都是 ${time}，没有长度。请写成例如 22:00 到 07:30。`,
  'me.badLine': ({ text }) => `没有看懂“${quoted(text)}”。直接输入 \`/me\` 查看记录，\`/me 设置\` 设置哪些消息找你。`,
};

export const words = {
  title: (day: string) => `我的记录 · ${day}`,
  posts: (posts: string) => `岗位：${posts}`,
  leader: (who: string) => `上级：${who}`,
  empty: '还没有请假、打卡、会议或违规记录。',
  tips: '请假 `/leave` · 出差 `/trip` · 打卡 `/checkin` · 会议 `/meeting` · 日历 `/calendar` · 全部命令 `/help`',
  onlyYou: '只有你自己看得到。',
  welcome: '你好！',
  noPost: (givers: string) =>
    `你还没有岗位，所以这里还是空的。请找 ${givers}，用 \`/post ⟦@me⟧ 售前客服\`（换成你的岗位）给你安排，之后马上可用。`,
  preferenceTitle: '消息设置',
  reminders: '提醒',
  remindersOn: '要提醒',
  remindersOff: '不要提醒',
  remindersHint: '快到时间还没打卡、当天缺卡、交接还没答复。',
  quietFrom: '免打扰从',
  quietTo: '免打扰到',
  quietHint: '每天这段时间里不发提醒；还有用的，过后再发。',
  alwaysTold: '审批、决定、违规、补手续，随时都会告诉你。',
  preferenceSaved: '已保存，现在起生效：',
  remindersAre: (on: boolean) => `提醒：${on ? '开' : '关'}`,
  quietAre: (from: string, to: string) => `免打扰：${from} 到 ${to}`,
  noQuiet: '免打扰：没有设置',
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
