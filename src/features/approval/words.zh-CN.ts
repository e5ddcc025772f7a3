/** 简体中文：审批。 */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { LEADERS } from '../../member/rules.ts';
import { allOf, anyOf, postNames } from '../../member/words.zh-CN.ts';
import type { ApprovalRefusals } from './rules.ts';
import type { UndoRefusals } from './undo.ts';

const list = (posts: readonly Post[]) => posts.map(post => postNames[post]).join('、');
const states = { approved: '批准', rejected: '驳回', withdrawn: '撤回', expired: '过期' };

export const commands = {
  approvals: {
    summary: '等我审批的事项；临时委托审批权',
    called: ['审批', '批准'],
    usages: [
      { line: '/approvals', does: '列出等我审批的全部事项' },
      {
        line: '/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧',
        does: '这几天把我的审批权委托给别人，责任仍在我',
        who: LEADERS,
      },
      { line: '/approvals 委托 结束', does: '收回委托', who: LEADERS },
      {
        line: '/approvals 已决定',
        does: '我可以收回的决定，收回要写理由',
        who: LEADERS,
      },
      { line: '/approvals 已决定 ⟦@presales⟧', does: '只看一个人的', who: LEADERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<ApprovalRefusals & UndoRefusals> = {
  'undo.nothing': () => '这件事已经没有有效的决定，不用收回。',
  'undo.late': ({ until }) => `你只能在 ${until} 之前（含当天）收回；你的上级仍可以收回，请联系上级。`,
  'undo.notYours': ({ by }) => `这是 <@${by}> 决定的，只有本人和本人的上级可以收回。`,
  'undo.reasonMissing': () => '请写明理由，有关的人都会看到，例如“点错了一行”。',
  'undo.badLine': () => '请写 `/approvals 已决定`，或在后面写一个人⟦[，例如 `/approvals 已决定 ⟦@presales⟧`]⟧。',
  'approval.byButton': ({ deed }) =>
    deed === 'takeBack'
      ? '收回决定请用 `/approvals 已决定`，再按“收回决定”。'
      : '请用 `/approvals` 列出等你决定的事项，再按按钮决定。',
  'approval.gone': () => '这个审批已经不在了，用 `/approvals` 查看等你审批的事项。',
  'approval.decided': ({ accuses, state, by, at }) =>
    `这件事已经由 ${by === null ? '系统' : `<@${by}>`} 于 ${at} ${accuses && state !== 'withdrawn' ? '处理' : states[state]}，不用再处理。`,
  'approval.expired': ({ at }) => `这个申请已于 ${at} 过期，不能再审批。以后的日期，对方可以重新申请。`,
  'approval.own': () => '自己的事不能自己审批，请等其他有权限的人处理。',
  'approval.ownDecision': () => '申诉的是你自己作的决定，请等其他有权限的人处理。',
  'approval.ownDelegate': ({ principalId }) => `你的审批权来自 <@${principalId}> 的委托，不能用来审批委托人自己的事。`,
  'approval.subordinate': ({ concernsId }) => `<@${concernsId}> 是你的上级，这件事不能由你审批。`,
  'approval.notYours': ({ needs }) => `这件事由${list(needs)}审批，你现在没有这个权限。`,
  'approval.reasonMissing': ({ accuses }) =>
    accuses ? '请写明理由，本人和提出人都会看到。' : '请写明理由，对方会看到，例如“当天人手不够，请改到下周”。',
  'delegation.self': () => '不能委托给自己，请写另一位同事⟦[，例如 `/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧`]⟧。',
  'delegation.nothingToLend': ({ needs }) => `你没有可委托的审批权。${allOf(needs)}才需要委托。`,
  'delegation.badSpan': ({ from, to, latest }) =>
    `委托的起止日期不对（${from} 至 ${to}）。请从今天或以后开始，最晚到 ${latest}，结束不早于开始⟦[，例如 \`/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\`]⟧。`,
  'delegation.badDate': ({ text }) =>
    `“${quoted(text)}”不是可以用的日期。请写成 ⟦day 0⟧、明天或下周一⟦[，例如 \`/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\`]⟧。`,
  'delegation.badLine': ({ text }) =>
    `没有看懂“${quoted(text)}”。可以写 \`/approvals\`、\`/approvals 已决定\`⟦[、\`/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\` 或 \`/approvals 委托 结束\`]⟧。`,
  'delegation.none': () => '你现在没有委托给任何人。⟦[要委托请写，例如 `/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧`。]⟧',
};

export const duties: Record<string, DutyWords> = {
  'approval.loans': { missed: '代理审批权的生效和到期' },
};

export const words = {
  asks: (who: string, title: string, when: string) => `${who} 的${title}（${when} 提交）`,
  asksAbout: (who: string, title: string, when: string) => `${title}：${who}（${when} 送达）`,
  cardText: (title: string, line: string) => `${title}：${line}`,
  recommendTitle: '处理建议',
  recommendSubmit: (to: readonly Post[]) => `送${anyOf(to)}`,
  recommendLabel: (to: readonly Post[]) => `给${anyOf(to)}的建议`,
  recommendHint: (to: readonly Post[]) => `这件事超出你的权限，${anyOf(to)}会看到你的建议。可以不写。`,
  onBehalfOf: (who: string) => `你受 ${who} 委托审批`,
  escalated: '下级没有人处理，已转上一级',
  notYours: '这件事现在不由你审批',
  reasonLabel: '理由',
  reasonHint: '对方会看到这段话。',
  withdrawn: '撤回',
  decidedBy: (who: string, when: string, deed: string) => `已由 ${who} 于 ${when} ${deed}`,
  takenBackTold: (by: string, who: string, what: string) =>
    `:leftwards_arrow_with_hook: ${by} 收回了对 ${who} 的决定，该决定不再有效：${what}`,
  takenBackPart: (by: string, who: string, what: string, part: string) =>
    `:leftwards_arrow_with_hook: ${by} 收回了对 ${who} 的决定（${what}）：${part}`,
  takenBackBy: (by: string, when: string) => `:leftwards_arrow_with_hook: 已由 ${by} 于 ${when} 收回`,
  decidedTitle: '你可以收回的决定',
  decidedEmpty: '现在没有你可以收回的决定。',
  decidedLine: (who: string, what: string, by: string, when: string) => `${who}：${what}\n由 ${by} 于 ${when} 决定`,
  takeBack: '收回决定',
  takeBackTitle: '收回决定',
  takenBackDone: (who: string, what: string) => `已收回：${who}，${what}。收到过这个决定的人都会收到通知。`,
  closedAsLeft: (when: string) => `已于 ${when} 关闭：提交的人已离职。`,
  expired: (when: string) => `:hourglass: 已于 ${when} 过期：一直没有人审批。`,
  doneAbout: (done: string, who: string, line: string) => `${done}${who}：${line}`,
  forWhom: (who: string) => `（代 ${who}）`,
  because: (reason: string) => `理由：${reason}`,
  toRequester: {
    approved: (what: string, who: string, line: string) => `:white_check_mark: 你的${what}已由 ${who} 批准：${line}`,
    rejected: (what: string, who: string, line: string) => `:no_entry: 你的${what}被 ${who} 驳回：${line}`,
    withdrawn: (what: string, who: string, line: string) => `你的${what}已由 ${who} 撤回：${line}`,
    expired: (what: string, _who: string, line: string) =>
      `:hourglass: 你的${what}一直没有人审批，已经过期：${line}。以后的日期可以重新申请。`,
  },
  reminder: (count: number) => `:bell: 有 ${count} 件事在等你审批：`,
  reminderLine: (who: string, kind: string, date: string) => `• ${who}：${kind}，${date} 提交`,
  reminderExpires: (line: string, when: string) => `${line}，${when} 过期`,
  expiredTold: (count: number) => `:hourglass: 一直没有人审批，有 ${count} 件申请已经过期，提交的人已收到通知：`,
  expiredLine: (who: string, title: string, line: string) => `• ${who} 的${title}：${line}`,
  reminderHint: '输入 `/approvals` 处理。',
  reminderHintPassedOn: '输入 `/approvals` 处理；再过一个工作日没有人处理，就转给上一级。',
  listTitle: '等你审批',
  listEmpty: '没有等你审批的事项。',
  lent: (who: string, days: string) =>
    `你的审批权已委托给 ${who}：${days}，你自己仍可审批。收回：\`/approvals 委托 结束\``,
  toLend: (who: string, days: string) => `委托 ${who} 在 ${days} 代你审批，会通知对方；责任仍由你承担。`,
  delegated: (who: string, days: string) =>
    `已委托 ${who} 在 ${days} 代你审批，也已通知对方。责任仍由你承担；收回：\`/approvals 委托 结束\``,
  delegatedInstead: (who: string) => `之前给 ${who} 的委托同时结束。`,
  delegationEnded: (who: string) => `给 ${who} 的委托已收回，也已通知对方。`,
  lentToYou: (who: string, days: string) =>
    `${who} 委托你在 ${days} 代为审批。等对方审批的事项也会发给你，由你代为决定；对方自己的事除外。`,
  loanEnded: (who: string) => `${who} 收回了委托给你的审批权，你不再代为审批。`,
  /** 在本人的记录里。 */
  own: {
    waiting: (count: number) => `:inbox_tray: *等你审批 ${count} 件*，输入 \`/approvals\` 处理。`,
    request: (title: string) => title,
    requests: '我提交的，等待审批',
    deciders: (names: string) => `由 ${names} 中任意一位决定`,
    decider: (name: string) => `由 ${name} 决定`,
    noDecider: '目前没有人可以决定',
    submitted: (when: string) => `${when} 提交`,
  },
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    approval: typeof words;
  }
  interface CommandNames {
    approvals: true;
  }
}

/** 清除了多少。 */
export const erased = {
  approvals: (count: number) => `${count} 个决定的理由`,
};
