/** 简体中文：审批。 */
import type { ApprovalKind, ApprovalRefusals } from '../../domain/approval.ts';
import type { Post } from '../../domain/post.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import { postNames } from './post.ts';

const list = (posts: readonly Post[]) => posts.map(post => postNames[post]).join('、');
const states = { approved: '批准', rejected: '驳回', withdrawn: '撤回' };

export const commands = {
  approvals: {
    summary: '等我审批的事项；临时委托审批权',
    usages: [
      { line: '/approvals', does: '列出等我审批的全部事项' },
      { line: '/approvals delegate @deputy 2026-12-01 2026-12-05', does: '这几天把我的审批权委托给别人，责任仍在我' },
      { line: '/approvals delegate end', does: '收回委托' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<ApprovalRefusals> = {
  'approval.gone': () => '这个审批已经不在了，用 `/approvals` 查看等你审批的事项。',
  'approval.decided': ({ state, by, at }) =>
    `这件事已经由 ${by === null ? '系统' : `<@${by}>`} 于 ${at} ${states[state]}，不用再处理。`,
  'approval.own': () => '自己的事不能自己审批，请等其他有权限的人处理。',
  'approval.ownDelegate': ({ principalId }) => `你的审批权来自 <@${principalId}> 的委托，不能用来审批委托人自己的事。`,
  'approval.subordinate': ({ concernsId }) => `<@${concernsId}> 是你的上级，这件事不能由你审批。`,
  'approval.notYours': ({ needs }) => `这件事由${list(needs)}审批，你现在没有这个权限。`,
  'approval.reasonMissing': () => '请写明驳回理由，对方会看到。',
  'delegation.self': () => '不能委托给自己，请写另一位同事，例如 `/approvals delegate @deputy 2026-12-01 2026-12-05`。',
  'delegation.nothingToLend': () => '你没有可委托的审批权。总裁、经理、副经理、经理助理和主管才需要委托。',
  'delegation.badSpan': ({ from, to, latest }) =>
    `委托的起止日期不对（${from} 至 ${to}）。从今天起、最长到 ${latest}，结束不早于开始，例如 \`/approvals delegate @deputy 2026-12-01 2026-12-05\`。`,
  'delegation.badLine': () =>
    '没有看懂。请写：`/approvals`、`/approvals delegate @deputy 2026-12-01 2026-12-05` 或 `/approvals delegate end`。',
  'delegation.none': () => '你现在没有委托给任何人。',
};

const kinds: Record<ApprovalKind, string> = { leave: '请假', cancellation: '销假', case: '违规', appeal: '申诉' };

export const words = {
  kinds,
  titles: { leave: '请假申请', trip: '出差申请', cancellation: '销假申请', case: '违规处理', appeal: '违规申诉' },
  asks: (who: string, title: string, when: string) => `${who} 的${title}（${when} 提交）`,
  asksAbout: (who: string, title: string, when: string) => `${title}：${who}（${when} 提出）`,
  about: (who: string) => `涉及：${who}`,
  approve: '批准',
  reject: '驳回',
  uphold: '成立',
  dismiss: '不成立',
  recommend: '建议处理，送总裁',
  reverse: '撤销处分',
  keep: '维持原决定',
  onBehalfOf: (who: string) => `你受 ${who} 委托审批`,
  escalated: '超过两个工作日无人处理，已转上一级',
  rejectTitle: '驳回理由',
  rejectLabel: '理由',
  rejectHint: '申请人会看到这段话。',
  decidedBy: {
    approved: (who: string, when: string) => `:white_check_mark: 已由 ${who} 于 ${when} 批准`,
    rejected: (who: string, when: string) => `:no_entry: 已由 ${who} 于 ${when} 驳回`,
    withdrawn: (who: string, when: string) => `:leftwards_arrow_with_hook: 已由 ${who} 于 ${when} 撤回`,
  },
  forWhom: (who: string) => `（代 ${who}）`,
  because: (reason: string) => `理由：${reason}`,
  done: {
    approved: '已批准，已通知对方。',
    rejected: '已驳回，已通知对方。',
  },
  toRequester: {
    approved: (what: string, who: string) => `:white_check_mark: 你的${what}已由 ${who} 批准`,
    rejected: (what: string, who: string) => `:no_entry: 你的${what}被 ${who} 驳回`,
    withdrawn: (what: string, who: string) => `你的${what}已由 ${who} 撤回`,
  },
  reminder: (count: number) => `:bell: 有 ${count} 件事在等你审批，申请人在等结果：`,
  reminderLine: (who: string, kind: string, date: string) => `• ${who} 的${kind}，${date} 提交`,
  reminderHint: '输入 `/approvals` 处理；再过一个工作日没有人处理就转给上一级。',
  listTitle: '等你审批',
  listEmpty: '没有等你审批的事项。',
  delegated: (who: string, from: string, to: string) =>
    `已委托 ${who} 在 ${from} 至 ${to} 代你审批。责任仍由你承担，你随时可以收回。`,
  delegationEnded: '委托已收回。',
};
