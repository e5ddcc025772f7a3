/** 简体中文：请假与出差。 */

import type { CommandWords, DutyWords, MatterWords, RefusalWords } from '../../locales/command.ts';
import { house } from '../../locales/house.zh-CN.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Half, Span } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveLineRefusals } from './line.ts';
import type { LeaveRefusals, LeaveState } from './rules.ts';

const kinds: Record<LeaveKind, string> = {
  annual: '年假',
  personal: '事假',
  sick: '病假',
  marriage: '婚假',
  maternity: '产假',
  paternity: '陪产假',
  bereavement: '丧假',
  compensatory: '调休',
  other: '其他假',
  trip: '出差',
};

const states: Record<LeaveState, string> = {
  pending: '待审批',
  approved: '已批准',
  rejected: '未批准',
  withdrawn: '已撤回',
  expired: '已过期',
  cancelled: '已取消',
};

const halves: Record<Half, string> = { am: '上午', pm: '下午' };
const at = ({ from, fromHalf, to, toHalf }: Span) =>
  from === to && fromHalf === toHalf ? `${from} ${halves[fromHalf]}` : from === to ? from : `${from} 至 ${to}`;
const nobodyYet = '目前没有人有权审批，有人任职后会转给他';
const oneOf = (people: string[]) => (people.length === 1 ? `${people[0]} ` : `${people.join('、')} 中任意一位`);
const example = {
  '/leave': '/leave ⟦day 0⟧ ⟦day 1⟧ 年假 探亲',
  '/trip': '/trip ⟦day 7⟧ ⟦day 8⟧ 拜访客户',
};
const halfExample = {
  '/leave': '/leave ⟦day 3⟧ 上午 病假',
  '/trip': '/trip ⟦day 7⟧ 上午 拜访客户',
};

export const commands = {
  leave: {
    summary: '请假：提交、查看、取消',
    called: ['请假', '休假'],
    about: ['年假', '事假', '病假', '婚假', '产假', '丧假', '调休', '生病', '不舒服'],
    usages: [
      { line: '/leave', does: '打开请假表单' },
      { line: '/leave ⟦day 0⟧ ⟦day 1⟧ 年假 探亲', does: '一行请假：起止日期、类别、事由' },
      { line: '/leave ⟦day 3⟧ 上午 病假', does: '只请半天；日期也可以写明天、周五、12月7日至9日' },
      { line: '/leave ⟦day 5⟧ 下午 病假 紧急 发烧', does: '紧急请假：开始前提出，假后第一个工作日补手续' },
      { line: '/leave 列表', does: '我的请假和出差' },
      { line: '/leave 取消 ⟦leave⟧', does: '按编号撤回或取消申请' },
    ],
  },
  trip: {
    summary: '出差：提前 3 个工作日申请',
    called: ['出差'],
    usages: [
      { line: '/trip', does: '打开出差表单' },
      { line: '/trip ⟦day 7⟧ ⟦day 8⟧ 拜访客户', does: '一行申请出差：起止日期、事由' },
      { line: '/trip 列表', does: '我的请假和出差' },
      { line: '/trip 取消 ⟦leave⟧', does: '按编号撤回或取消申请' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<LeaveRefusals & LeaveLineRefusals> = {
  'leave.lineWithoutDate': ({ command, text }) =>
    `没有看懂日期${quoted(text) === '' ? '' : `“${quoted(text)}”`}。请先写日期，例如 \`${example[command]}\`，或只输入 \`${command}\` 打开表单。`,
  'leave.noSuchDate': ({ command, text }) =>
    `“${quoted(text)}”不是可以用的日期。请写成 ⟦day 0⟧、明天或下周一，例如 \`${example[command]}\`。`,
  'leave.whichDays': ({ command, text }) =>
    `“${quoted(text)}”和前一天不连着。从第一天一直请到最后一天，中间写“到”，例如 \`${example[command]}\`；只请其中几天，请分开提交。`,
  'leave.firstDayMissing': ({ command, text }) =>
    `“${quoted(text)}”只说了到哪天，没有说从哪天开始。请在前面写第一天，例如 \`${example[command]}\`。`,
  'leave.lastDayMissing': ({ command }) =>
    `只写了从哪天开始，没有写到哪天。请写第一天和最后一天，或写几天，例如 \`${example[command]}\`。`,
  'leave.whichHalf': ({ command, text, date }) =>
    `${date} 请${quoted(text)}，是上午还是下午？请写在日期后面，例如 \`${halfExample[command]}\`。`,
  'leave.hours': ({ command, text }) =>
    `“${quoted(text)}”没法计算，请假最少半天。请在日期后面写上午或下午，例如 \`${halfExample[command]}\`。`,
  'leave.notUsed': ({ command, text }) =>
    `不明白末尾的“${quoted(text)}”指什么。日期、上下午和天数请写在事由前面，例如 \`${example[command]}\`。`,
  'leave.kindBehind': ({ command, text, kind }) =>
    `没有看懂“${quoted(kind)}”前面的“${quoted(text)}”。事由请写在最后，例如 \`${example[command]}\`。`,
  'leave.daysDiffer': ({ span, halfDays, said }) =>
    `${at(span)} 是 ${halfDays / 2} 个工作日，你写的是 ${said / 2} 天。最后一天和天数请只写一个。`,
  'leave.listOwnOnly': ({ command }) => `\`${command} 列表\` 只列出你自己的请假和出差，后面不用写别的。`,
  'leave.lineWithoutKind': ({ command }) =>
    `还缺请假类别。可用：年假、事假、病假、婚假、产假、陪产假、丧假、调休、其他，例如 \`${example[command]}\`。`,
  'leave.lineWithoutId': ({ command, text }) =>
    `${quoted(text) === '' ? '请写要取消的编号' : `“${quoted(text)}”不是编号`}⟦[，例如 \`${command} 取消 ⟦leave⟧\`]⟧；编号见 \`${command} 列表\`。`,
  'leave.endBeforeStart': ({ span }) =>
    `结束（${span.to} ${halves[span.toHalf]}）早于开始（${span.from} ${halves[span.fromHalf]}），请把结束改到 ${span.from} 或之后。`,
  'leave.inPast': ({ from, today }) => `${from} 已经过去，最早只能从今天（${today}）开始。`,
  'leave.alreadyBegun': ({ from, beganAt }) =>
    `紧急请假也要在开始前提出，${from} ${beganAt} 已经开始了。请从下一个半天起申请，并直接联系经理。`,
  'leave.tooLong': ({ days, most }) => `一次最多 ${most} 天，你选了 ${days} 天，请缩短或分次申请。`,
  'leave.tooFarAhead': ({ from, latest }) => `${from} 太远了，现在最晚只能申请 ${latest} 开始的。`,
  'leave.noWorkday': ({ span }) => `${at(span)} 没有工作日，不需要请假。`,
  'leave.overlap': ({ id, kind, span, state }) =>
    `与你的第 ${id} 号${kinds[kind]}（${at(span)}，${states[state]}）重叠。请改日期，或先 \`/leave 取消 ${id}\`。`,
  'leave.tooLate': ({ kind, halfDays, joined, required, given, earliest, emergencyPossible }) =>
    `${joined.length === 0 ? `${kinds[kind]} ${halfDays / 2} 天` : `与第 ${joined.join('、')} 号相连（中间没有工作日），合计 ${halfDays / 2} 天，`}至少要提前 ${required} 个工作日申请，现在只提前了 ${given} 个工作日，最早可从 ${earliest} 开始。${emergencyPossible ? '突发疾病或突发事件可按“紧急”申请，例如 `/leave ⟦soon⟧ 病假 紧急 发烧`。' : ''}`,
  'leave.noEmergency': ({ kind }) =>
    `只有病假和事假可以按紧急申请，${kinds[kind]}不行。请去掉“紧急”，或改用病假、事假。`,
  'leave.reasonMissing': ({ kind }) =>
    `请写明${kinds[kind]}事由，例如 \`${kind === 'trip' ? example['/trip'] : example['/leave']}\`。`,
  'leave.reasonTooLong': ({ length, most }) => `事由最多 ${most} 字，现在是 ${length} 字，请缩短。`,
  'leave.notFound': ({ id }) => `没有找到你的第 ${id} 号请假或出差，用 \`/leave 列表\` 查看编号。`,
  'leave.stateForbids': ({ state }) => `这一条现在是“${states[state]}”，不能再这样操作。`,
  'leave.cancellationPending': ({ id }) => `取消第 ${id} 号的申请已经在等审批，请等待结果。`,
  'leave.noPapersDue': ({ papers }) => (papers === 'handed-in' ? '手续已经交过了，不用再交。' : '这一条不需要补手续。'),
  'leave.nothingLeft': ({ span }) => `${at(span)} 的最后半天已经开始，算已休，没有可以退回的了。`,
  'leave.over': ({ span }) => `${at(span)} 已经结束，不能再取消。`,
};

export const matters = {
  leave: { kind: '请假或出差' },
  cancellation: { kind: '销假' },
} satisfies Record<string, MatterWords>;

export const proposals = {
  papersOverdue: (leave: string) =>
    `紧急请假（第 ${leave} 号）的手续到假后第一个工作日下班时仍未补交（3.2.4），按脱岗提出。`,
};

export const duties: Record<string, DutyWords> = {
  'leave.papers.ask': { missed: '紧急请假手续的提醒' },
  'leave.papers.close': { missed: '紧急请假手续的截止' },
};

export const words = {
  titles: {
    leave: '请假申请',
    trip: '出差申请',
    cancellation: '销假申请',
    tripCancellation: '取消出差申请',
  },
  approve: '批准',
  reject: '驳回',
  verdicts: {
    approved: { deed: '批准', done: '已批准，已通知对方。' },
    rejected: { deed: '驳回', done: '已驳回，已通知对方。' },
  },
  kinds,
  states,
  papers: { none: '不需要手续', due: '待补手续', 'handed-in': '手续已交', overdue: '手续逾期' },
  leaveTitle: '请假',
  tripTitle: '出差',
  kind: '类别',
  from: '开始日期',
  fromHalf: '开始时段',
  to: '结束日期',
  toHint: '只请一天或半天可以不填。',
  toHalf: '结束时段',
  reasonLabel: '事由',
  tripReasonLabel: '去哪里、做什么',
  reasonHint: '只有审批人看得到。',
  emergency: '紧急（突发疾病或突发事件）',
  emergencyHint: '不受提前天数限制；假后第一个工作日要补手续',
  emergencyLabel: '紧急请假',
  leaveRule:
    '三天以内（含三天）提前 1 个工作日，超过三天提前 5 个工作日（3.2.2、3.2.3）。紧急情况开始前提出，假后补手续（3.2.4）。',
  tripRule: '出差提前 3 个工作日申请（3.2.1）。',
  preview: (length: string, approvers: string[]) =>
    `:spiral_calendar_pad: 共 *${length}*。${approvers.length === 0 ? nobodyYet : `提交后由 ${oneOf(approvers)}审批`}。`,
  requested: (id: number, line: string, approvers: string[]) =>
    `:white_check_mark: 已提交第 ${id} 号申请：${line}。\n${approvers.length === 0 ? nobodyYet : `等待 ${oneOf(approvers)}审批`}，结果会私信你。`,
  provisional: ':calendar: 这段时间的放假安排还没有全部公布，天数按暂定日历计算。',
  papersWillBeDue: '批准后，请在假后第一个工作日补交手续，我会提醒你。',
  reason: '事由：',
  noReason: '（未填写）',
  emergencyToConfirm: ':exclamation: 按紧急情况申请，批准即确认属于紧急情况（3.2.4）',
  thisYear: (days: string) => `今年已批准的请假：${days}`,
  inYear: (year: string, days: string) => `${year} 年已批准的请假：${days}`,
  ofKind: (kind: string, days: string) => `${kind} ${days}`,
  undone: (line: string) => `已经开始的半天仍算已休，其余退回，请照常上班；${line}`,
  /** 提前回来时退回的部分。 */
  rest: (span: string, days: string) => `退回 ${span} · ${days}`,
  listTitle: '我的请假和出差',
  listEmpty: '最近没有请假或出差记录。输入 `/leave` 申请。',
  listHint: '撤回或取消请写编号⟦[，例如 `/leave 取消 ⟦leave⟧`]⟧。',
  back: {
    withdraw: (line: string) => `已撤回：${line}。`,
    cancel: (line: string) => `已取消：${line}。批准人已收到通知。`,
    cancelToOthers: (line: string, names: string[]) =>
      `已取消：${line}。批准的人已离职，已改为通知 ${house.joinNames(names)}。`,
    cancelUntold: (line: string) => `已取消：${line}。批准的人已离职，目前没有人可以通知。`,
    ask: (line: string) => `已经开始的半天算已休，其余退回：${line}。需要批准，申请已送出，结果会私信你。`,
  },
  papersAsked: {
    due: (line: string) =>
      `你的紧急请假（${line}）已结束。请今天补交请假手续，然后按下面的按钮；今天下班前没有补交，将作为脱岗提出处理（3.2.4）。`,
    overdue: (line: string) =>
      `你的紧急请假（${line}）没有按时补交手续，可能按脱岗处理（3.2.4）。仍请尽快补交，然后按下面的按钮。`,
  },
  papersSettled: {
    'handed-in': (line: string) => `你的紧急请假（${line}）手续已交。`,
    none: (line: string) => `你的紧急请假（${line}）已取消，不用再补手续。`,
  },
  papersButton: '手续已补交',
  papersThanks: '已记录手续补交，谢谢。',
  away: (half: string | null) => `当天请假或出差${half === null ? '' : `（${half}）`}。`,
  backAsked: (days: string) => `退回 ${days}，待审批`,
  givenBack: (who: string, line: string) => `${who} 取消了已批准的请假：${line}。`,
  recounted: {
    decided: (who: string) => `${who} 改了工作日历`,
    published: '放假安排公布了',
    mine: (why: string, line: string, before: string) =>
      `:calendar: ${why}，你的假期重新计算：${line}（原 ${before}）。`,
    theirs: (why: string, who: string, line: string, before: string) =>
      `:calendar: ${why}，你批准的 ${who} 的假期重新计算：${line}（原 ${before}）。`,
    closed: (why: string, line: string, before: string) =>
      `:calendar: ${why}，你申请的时间里没有工作日了，不用请假，申请已关闭：${line}（原 ${before}）。`,
  },
  /** 在本人的记录里。 */
  own: {
    title: '请假和出差',
    pending: (count: number) => `待审批 ${count} 件`,
    papers: (line: string) => `:warning: 手续还没有补：${line}。补交后请按私信里的按钮。`,
  },
};

type OwnProposals = typeof proposals;

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    leave: typeof words;
  }
  interface ProposalWords extends OwnProposals {}
  interface CommandNames {
    leave: true;
    trip: true;
  }
}

/** 清除了多少。 */
export const erased = {
  leaves: (count: number) => `${count} 个请假理由`,
};
