/** 简体中文：违规。 */
import type { CommandWords, MatterWords } from '../../locales/command.ts';
import { house } from '../../locales/house.zh-CN.ts';
import type { Post } from '../../member/post.ts';
import { LEADERS } from '../../member/rules.ts';
import { afterwards, anyOf } from '../../member/words.zh-CN.ts';
import { before, cameTo, compensation, hearing, otherwise, setFor, split, steps, term } from './words.hearing.zh-CN.ts';
import { evidence, incident } from './words.incident.zh-CN.ts';
import { states } from './words.refusals.zh-CN.ts';

export { refusals } from './words.refusals.zh-CN.ts';

/** 决定提议的人。 */
const DECIDERS: readonly Post[] = ['president', 'manager', 'supervisor'];

export const commands = {
  violation: {
    summary: '违规：提出、查看、撤回',
    called: ['违规', '违纪'],
    usages: [
      { line: '/violation', does: '打开表单' },
      { line: '/violation ⟦@presales⟧ 1.9 京东 9:00-9:20 缺席', does: '一行提出：人员、条款、情形、经过' },
      { line: '/violation ⟦@presales⟧ 1.1 100 昨天 没有计划', does: '金额未定的条款写上金额，也可写日期' },
      { line: '/violation ⟦@presales⟧ 1.10 x3 三次超时', does: '按次或按单品计的条款写数量' },
      { line: '/violation ⟦@presales⟧ 1.8 +1.4 8:05 到、会上闲聊', does: '同一件事的几个条款，也可写几个人' },
      { line: '/violation 列表', does: '领导看全部待决定的，其他人看自己的' },
      { line: '/violation 列表 ⟦@presales⟧', does: '领导看某个人的全部', who: LEADERS },
      { line: '/violation 提议', does: '先作决定的人看机器人提议、等自己决定的', who: DECIDERS },
      { line: '/violation 统计', does: '领导看全年统计', who: LEADERS },
      { line: '/violation 查看 ⟦case.show⟧', does: '按编号查看' },
      { line: '/violation 撤回 ⟦case.withdraw⟧', does: '撤回自己提出、还没有决定的' },
    ],
    shortcuts: { 'violation.fromMessage': { name: '提出违规', description: '就这条消息提出违规，消息作为证据' } },
  },
} satisfies Record<string, CommandWords>;

const number = (id: number) => `第 ${id} 号`;
const numbers = (ids: string) => house.joinNames(ids.split(',').map(id => number(Number(id))));

export const matters = {
  case: { kind: '违规' },
  appeal: { kind: '申诉' },
} satisfies Record<string, MatterWords>;

/** 旧版本提出的没有写明满几次，那时总是 3。 */
export const proposals = {
  notices: (count: string, cases: string, most = '3') =>
    `今年已有 ${count} 次通报批评（${numbers(cases)}），满 ${most} 次应提出调岗或开除（8.3）。`,
  cases: (count: string, cases: string, most = '3') =>
    `1.1 至 1.31 累计生效 ${count} 件（${numbers(cases)}），满 ${most} 件应提出调岗或开除（1.32）。`,
  grounds: (notices: string, notified: string, count: string, cases: string, most = '3', mostCases = most) =>
    `今年已有 ${notices} 次通报批评（${numbers(notified)}），1.1 至 1.31 累计生效 ${count} 件（${numbers(cases)}），${most === mostCases ? `满 ${most} ` : `通报批评满 ${most} 次或违规满 ${mostCases} 件`}应提出调岗或开除（8.3、1.32）。`,
};

export const words = {
  /** 系统提出、又没有写明缘由的。 */
  proposedFromRecords: '由系统根据记录提出。',
  titles: { case: '违规处理', appeal: '违规申诉' },
  uphold: '成立',
  dismiss: '不成立',
  recommend: (to: readonly Post[]) => `建议处理，送${anyOf(to)}`,
  reverse: '撤销处分',
  keep: '维持原决定',
  /** 决定叫什么，和对审批人说的。 */
  verdicts: {
    case: {
      approved: { deed: '认定成立', done: '已认定成立，已通知当事人。' },
      rejected: { deed: '认定不成立', done: '已认定不成立，已通知提出人。' },
    },
    recommendation: (to: readonly Post[]) => ({
      approved: { deed: `建议处理，送${anyOf(to)}`, done: `已附上你的建议，送${anyOf(to)}处理。` },
      rejected: { deed: '认定不成立', done: '已认定不成立，已通知提出人。' },
    }),
    appeal: {
      approved: { deed: '撤销处分', done: '已撤销处分，已通知当事人。' },
      rejected: { mark: ':scales:', deed: '维持原决定', done: '已维持原决定，已通知当事人。' },
    },
  },
  states,
  waitsFor: (posts: readonly Post[]) => `待${anyOf(posts)}决定`,
  incident,
  evidence,
  hearing,
  term,
  otherwise,
  before,
  steps,
  setFor,
  cameTo,
  split,
  compensation,
  stats: {
    title: (year: number) => `${year} 年违规统计`,
    none: (year: number) => `${year} 年没有提出过违规。`,
    sums: (filed: number, final: number, decided: number) =>
      `提出 ${filed} 件，已决定 ${decided} 件，已生效并计入 ${final} 件。`,
    days: (days: number) => `从提出到决定，中位数 ${days} 天。`,
    appeals: (appeals: number, overturned: number, reduced: number) =>
      `申诉已决定 ${appeals} 件：撤销 ${overturned} 件（${Math.round((100 * overturned) / appeals)}%），减轻 ${reduced} 件。`,
    noAppeals: '没有已决定的申诉。',
    posts: (list: string) => `按岗位（已生效）：${list}。`,
    chart: (year: number) => `${year} 年按提出月份`,
    months: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
    filed: '提出',
    final: '生效',
    article: '条款',
    person: '姓名',
    byArticle: '按条款',
    near: (year: number) => `距 1.32（件数）和 8.3（${year} 年通报批评）`,
    each: (name: string, filed: string, final: string) => `${name} · 提出 ${filed}，生效 ${final}`,
    hint: '只有你自己看得到。你的上级的违规不在内。',
  },
  // 条款
  noFine: '不罚款',
  times: (count: number, each: string) => `${count} × ${each}`,
  // 案件
  number,
  date: '日期：',
  facts: '经过：',
  measure: '处理：',
  basis: '依据：',
  basisLabel: '金额的依据',
  basisHint: '怎么算出来的，例如 2 件外套，每件 160 元。本人会看到，可以表示同意。',
  person: '人员：',
  filedBy: '提出：',
  theBot: '系统',
  cut: (id: number) => `（全文见 \`/violation 查看 ${id}\`）`,
  sameIncident: (other: string, total: string) => `同一人同一天另有 ${other}，合计 ${total}。`,
  notFinal: (article: string, count: number) => `第 ${article} 条另有 ${count} 件还没有生效，不计入次数。`,
  overLimit: (limit: string, who: readonly Post[]) =>
    `超过 ${limit}，或涉及岗位去留，由${anyOf(who)}决定（8.1、8.4）。`,
  overLimitBelow: (limit: string, who: readonly Post[]) => `超过 ${limit}，由${anyOf(who)}决定（8.1）。`,
  nearby: (number: string, who: string, article: string, measure: string) =>
    `${number}已决定成立：${who}，${article}，${measure}。`,
  nearbySum: (others: string, days: number, sum: string, limit: string, who: readonly Post[]) =>
    `前后 ${days} 天内还有${others}，合计 ${sum}，超过${anyOf(who)}的权限 ${limit}（8.1）。`,
  nearbyHint: (id: number) => `请看是否是同一件事拆开提出：\`/violation 查看 ${id}\``,
  recommendation: (who: string) => `${who} 建议：`,
  recommended: (who: string) => `${who} 建议如此处理`,
  inPlaceOf: (who: string) => `（代 ${who}）`,
  answer: '本人说明：',
  appeal: '申诉：',
  appealStates: {
    pending: (who: readonly Post[]) => `申诉等待${anyOf(who)}决定，决定之前不计入记录`,
    approved: (who: string) => `申诉成立，已由 ${who} 撤销`,
    reduced: (who: string) => `申诉部分成立，${who} 减轻了处理`,
    rejected: (who: string) => `申诉未成立，${who} 维持原决定`,
    withdrawn: '申诉已撤回',
  },
  decided: {
    upheld: (who: string, when: string) => `由 ${who} 于 ${when} 决定成立`,
    excused: (who: string, when: string) => `由 ${who} 于 ${when} 决定免于处理`,
    dismissed: (who: string, when: string) => `由 ${who} 于 ${when} 决定不成立`,
    withdrawn: (who: string, when: string) => `由 ${who} 于 ${when} 撤回`,
    overturned: (who: string, when: string) => `由 ${who} 于 ${when} 决定成立，后已撤销`,
  },
  voided: (who: string, when: string) => `由 ${who} 于 ${when} 作废`,
  reason: (text: string) => `理由：${text}`,
  // 表单
  formTitle: '提出违规',
  personLabel: '人员（可选几位）',
  articleLabel: '条款',
  articlePlaceholder: '输入编号、标题或关键词',
  tierLabel: '情形',
  dateLabel: '日期',
  factsLabel: '发生了什么',
  factsHint: '写清时间、地点和事情，本人会看到。',
  amountLabel: '金额（元）',
  amountHint: '例如 50 或 50.5；只记录、不罚款写 0。',
  amountMayHint: '不填就只记录、不罚款。',
  countLabel: { item: '单品数', response: '超时次数' },
  noticeLabel: '通报批评',
  noticeOption: '另加通报批评 1 次',
  noticeHint: '成立后公布姓名和条款，不公布经过和金额',
  chooseFirst: ':point_up: 选好人员和条款，就能看到条文、金额和由谁决定。',
  chooseTier: ':point_up: 请再选一种情形。',
  chooseAmount: ':point_up: 请再写金额。',
  preview: {
    heard: (when: string) => `:ear: 先听本人说明，到 ${when}。`,
    heardAll: (when: string) => `:ear: 先分别听各人说明，到 ${when}。`,
    mine: ':scales: 听取后由你决定。',
    decided: ':scales: 在你的权限内，提交即由你决定成立。',
    decidedFor: (who: string) => `:scales: 提交即由你代 ${who} 决定成立。`,
    recommends: (names: string) => `:scales: 超过你的权限，提交后作为你的建议送 ${names} 决定。`,
    first: (names: string) => `:scales: 提交后由 ${names} 中任意一位处理。`,
    firstOne: (name: string) => `:scales: 提交后由 ${name} 处理。`,
    leader: (names: string) => `:scales: 提交后由 ${names} 中任意一位决定。`,
    leaderThen: (names: string, later: readonly (readonly Post[])[]) =>
      `:scales: 提交后由 ${names} 中任意一位提出建议，${afterwards(later)}。`,
    oneThen: (name: string, later: readonly (readonly Post[])[]) =>
      `:scales: 提交后由 ${name} 提出建议，${afterwards(later)}。`,
    president: (names: string) => `:scales: 提交后由 ${names} 决定。`,
  },
  nobody: (posts: readonly Post[]) => anyOf(posts),
  filed: (number: string, who: string, article: string, measure: string) =>
    `:white_check_mark: 已记为${number}：${who}，${article}，${measure}。`,
  wentTo: {
    heard: (when: string) => `已私信本人，听取说明到 ${when}。`,
    heardAll: (when: string) => `已分别私信各人，听取说明到 ${when}。`,
    mine: '由你决定，听取结束后发卡片给你。',
    decided: '在你的权限内，已由你决定成立，并已通知本人。',
    decidedFor: (who: string) => `已由你代 ${who} 决定成立，并已通知本人。`,
    recommends: (names: string) => `超过你的权限，已作为你的建议送 ${names} 决定，结果会私信你。`,
    first: (names: string) => `等待 ${names} 中任意一位处理，结果会私信你。`,
    firstOne: (name: string) => `等待 ${name} 处理，结果会私信你。`,
    leader: (names: string) => `等待 ${names} 中任意一位决定，结果会私信你。`,
    leaderThen: (names: string, later: readonly (readonly Post[])[]) =>
      `等待 ${names} 中任意一位提出建议，${afterwards(later)}，结果会私信你。`,
    oneThen: (name: string, later: readonly (readonly Post[])[]) =>
      `等待 ${name} 提出建议，${afterwards(later)}，结果会私信你。`,
    president: (names: string) => `等待 ${names} 决定，结果会私信你。`,
  },
  alreadyFiled: (what: string) => `:warning: 当天已经提出过：${what}。`,
  withdrawn: (what: string) => `已撤回：${what}。`,
  // 列表
  listTitles: { person: (who: string) => `${who} 的违规记录`, own: '我的违规记录和我提出的', open: '待决定的违规' },
  listEmpty: {
    person: (who: string) => `${who} 没有你可以查看的违规记录。`,
    own: '你没有违规记录，也没有提出过。',
    open: '没有待决定的违规。',
  },
  listHint: '查看详情请写编号⟦[，例如 `/violation 查看 ⟦case.show⟧`]⟧⟦[；撤回：`/violation 撤回 ⟦case.withdraw⟧`]⟧。',
  // 通知
  toAccused: {
    title: (number: string) => `*违规处理 ${number}*`,
    text: (number: string, article: string) => `违规处理${number}：${article}`,
    intro: '按部门条例，下面这件事已经决定。',
    reversed: ':leftwards_arrow_with_hook: *已撤销*，不再计入你的记录。',
    voided: ':leftwards_arrow_with_hook: *已作废*，不再计入你的记录。',
    noticeCount: (count: number, most: number) =>
      `这是你今年第 ${count} 次通报批评（满 ${most} 次须提出调岗或开除，8.3）。`,
    howToAnswer: (who: readonly Post[]) =>
      `情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由${anyOf(who)}复核，每件一次。`,
  },
  outcome: (number: string, who: string, article: string, state: string) =>
    `${number}（${who}，${article}）：*${state}*`,
  answered: (who: string, number: string, article: string) => `${who} 对${number}（${article}）作了说明：`,
  appealDecided: {
    approved: (number: string, article: string) =>
      `:leftwards_arrow_with_hook: ${number}（${article}）经申诉已撤销，不再计入记录。`,
    reduced: (number: string, article: string, left: string) => `${number}（${article}）经申诉减轻，现为：${left}。`,
    rejected: (number: string, article: string) => `${number}（${article}）的申诉已有决定：维持原处理。`,
  },
  notice: (who: string, article: string, date: string) =>
    `:loudspeaker: *通报批评（${date}）*\n${who}，违反 ${article}。`,
  noticeReversed: (who: string, article: string, date: string) =>
    `:leftwards_arrow_with_hook: *撤销通报批评*\n${who}，${article}（${date}）的通报批评已撤销。`,
  // 说明与申诉
  answerButton: '说明',
  appealButton: '申诉',
  answerTitle: '说明',
  answerLabel: '你的说明',
  answerHint: '记录在案，不能修改；决定人会看到。',
  answerSent: '已记下你的说明，并已转给决定人。需要时可以再补充。',
  appealTitle: '申诉',
  appealLabel: '为什么应当撤销或减轻',
  appealHint: (who: readonly Post[]) => `由${anyOf(who)}决定。决定之前不计入记录；每件事只申诉一次。`,
  appealSent: (who: readonly Post[]) => `申诉已送${anyOf(who)}，结果会私信你。决定之前不计入记录。`,
  /** 在本人的记录里。 */
  own: {
    title: '违规',
    filed: '我提出的，正在听取本人说明',
    notices: (count: number, threshold: number) =>
      `今年通报批评 ${count} 次（满 ${threshold} 次须提出调岗或开除，8.3）。`,
    hint: '看详情、说明或申诉请写编号⟦[，例如 `/violation 查看 ⟦case.show⟧`]⟧。',
  },
};

type OwnProposals = typeof proposals;

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    violation: typeof words;
  }
  interface ProposalWords extends OwnProposals {}
  interface CommandNames {
    violation: true;
  }
}

/** 清除了多少。 */
export const erased = {
  cases: (count: number) => `${count} 个违规的经过、理由和申诉`,
  answers: (count: number) => `${count} 个对违规的答复`,
  evidence: (count: number) => `${count} 条违规的证据`,
};
