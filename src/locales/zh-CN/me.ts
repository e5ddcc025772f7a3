/** 简体中文：我的记录。 */
import type { CommandWords } from '../command.ts';

export const commands = {
  me: {
    summary: '我的请假、打卡、违规、通报和待审批',
    usages: [{ line: '/me', does: '查看自己的全部记录，只有你看得到' }],
  },
} satisfies Record<string, CommandWords>;

export const words = {
  title: (day: string) => `我的记录 · ${day}`,
  posts: (posts: string) => `岗位：${posts}`,
  leader: (who: string) => `上级：${who}`,
  waiting: (count: number) => `:inbox_tray: *等你审批 ${count} 件*，输入 \`/approvals\` 处理。`,
  request: (title: string) => title,
  requests: '我提交的，等待审批',
  deciders: (names: string) => `由 ${names} 中任意一位决定`,
  decider: (name: string) => `由 ${name} 决定`,
  noDecider: '目前没有人可以决定',
  submitted: (when: string) => `${when} 提交`,
  leave: '请假和出差',
  leaveThisYear: (days: string) => `今年已批准的请假：${days}`,
  leavePending: (count: number) => `待审批 ${count} 件`,
  papers: (line: string) => `:warning: 手续还没有补：${line}。补交后请按私信里的按钮。`,
  punchesToday: '今天的打卡',
  punchesMonth: '本月打卡',
  onTime: (count: number) => `准时 ${count} 次`,
  late: (count: number, minutes: number) => `迟到 ${count} 次（共 ${minutes} 分钟）`,
  early: (count: number, minutes: number) => `早退 ${count} 次（共 ${minutes} 分钟）`,
  missing: (count: number) => `缺卡 ${count} 次`,
  excused: (count: number) => `准假 ${count} 次`,
  meetings: '本月会议',
  times: (what: string, count: number) => `${what} ${count} 次`,
  cases: '违规',
  notices: (count: number, threshold: number) =>
    `今年通报批评 ${count} 次（满 ${threshold} 次须提出调岗或开除，8.3）。`,
  casesHint: '看详情、说明或申诉：`/violation show 编号`',
  comma: '，',
  empty: '还没有请假、打卡、会议或违规记录。',
  tips: '请假 `/leave` · 出差 `/trip` · 打卡 `/checkin` · 会议 `/meeting` · 日历 `/calendar` · 全部命令 `/help`',
  onlyYou: '只有你自己看得到。',
  welcome: '你好！',
  noPost: (givers: string) =>
    `你还没有岗位，所以这里还是空的。请找 ${givers}，用 \`/post @你的名字 售前客服\`（换成你的岗位）给你安排，之后马上可用。`,
  noPostYet: '你还没有岗位，所以这里还是空的。请联系管理员给部门设定第一位负责人。',
};
