/** 简体中文：违规。 */
import { formatFen, type MoneyFault } from '../../kernel/money.ts';
import type { CommandWords, MatterWords, RefusalWords } from '../../locales/command.ts';
import { house } from '../../locales/house.zh-CN.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { postNames } from '../../member/words.zh-CN.ts';
import type { Consequence, Tier } from '../rulebook/article.ts';
import type { CaseEvent, CaseStatus, ViolationRefusals } from './rules.ts';

const states: Record<CaseStatus, string> = {
  proposed: '待决定',
  recommended: '待总裁决定',
  upheld: '成立',
  rejected: '不成立',
  withdrawn: '已撤回',
  reversed: '申诉后撤销',
};

const events: Record<CaseEvent, string> = {
  recommend: '提出建议',
  uphold: '决定成立',
  reject: '决定不成立',
  withdraw: '撤回',
  reverse: '申诉或撤销',
};

const faults: Record<MoneyFault, string> = {
  empty: '没有数字',
  negative: '不能是负数',
  zero: '不能是 0',
  separator: '请不要写分隔符',
  decimals: '最多写到分',
  tooLarge: '超过了 1000000 元',
  notANumber: '不是数字',
};

const list = (posts: readonly Post[]) => posts.map(post => postNames[post]).join('、');
const tierList = (tiers: readonly Tier[]) => tiers.map(({ key, label }) => `${label['zh-CN']}（${key}）`).join('、');
const line = (rest: string) => `\`/violation @presales1 ${rest}\``;

export const commands = {
  violation: {
    summary: '违规：提出、查看、撤回，查条款',
    usages: [
      { line: '/violation', does: '打开表单' },
      { line: '/violation @presales1 1.9 jd 9:00-9:20 缺席', does: '一行提出：人员、条款、情形、经过' },
      { line: '/violation @presales1 1.1 100 昨天 没有计划', does: '金额未定的条款写上金额，也可写日期' },
      { line: '/violation @presales1 1.10 x3 三次超时', does: '按次或按单品计的条款写数量' },
      { line: '/violation list', does: '领导看全部待决定的，其他人看自己的' },
      { line: '/violation list @presales1', does: '领导看某个人的全部' },
      { line: '/violation show 12', does: '查看第 12 号' },
      { line: '/violation withdraw 12', does: '撤回自己提出、还没有决定的第 12 号' },
      { line: '/violation articles 在线', does: '按编号或关键词查条款' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<ViolationRefusals> = {
  'violation.unknownArticle': ({ text, near }) =>
    quoted(text) === ''
      ? `请在人员后面写条款号和经过，例如 ${line('1.4 上班闲聊')}；条款用 \`/violation articles 关键词\` 查。`
      : `条例里没有“${quoted(text)}”这一条${near.length === 0 ? '。' : `，是不是 ${near.join('、')}？`}用 \`/violation articles 关键词\` 查条款，例如 \`/violation articles 在线\`。`,
  'violation.notViolable': ({ article }) =>
    `第 ${article} 条讲的是办事方法，不能按它提出违规。用 \`/violation articles 关键词\` 找到对应的条款。`,
  'violation.followsFromCount': ({ article }) =>
    `第 ${article} 条由累计次数自动触发，不用手工提出；到次数时我会请领导提建议。`,
  'violation.tierMissing': ({ article, tiers, example }) =>
    `第 ${article} 条有几种情形，请写明一种：${tierList(tiers)}，例如 ${line(`${example} 发生了什么`)}。`,
  'violation.notBound': ({ article, posts }) =>
    `第 ${article} 条只约束${list(posts)}，这位同事没有这个岗位。请换人，或换一条。`,
  'violation.president': () => '总裁不受部门条例处理，请选部门里的同事。',
  'violation.amountFixed': ({ article, amount, per }) =>
    per === 'occurrence'
      ? `第 ${article} 条固定为每次 ${formatFen(amount, 'zh-CN')}，不用写金额。`
      : `第 ${article} 条固定为每${per === 'item' ? '个单品' : '次超时'} ${formatFen(amount, 'zh-CN')}，请写数量而不是金额，例如 ${line(`${article} x3 发生了什么`)}。`,
  'violation.amountMissing': ({ article, example }) =>
    `第 ${article} 条没有定额，请写金额（元），例如 ${line(`${example} 发生了什么`)}；只记录、不罚款就写 0。`,
  'violation.badAmount': ({ text, fault }) =>
    `金额“${quoted(text)}”看不懂：${faults[fault]}。请写 0.01 到 1000000 之间的元数，例如 50 或 50.5。`,
  'violation.noFine': ({ article }) => `第 ${article} 条没有罚款，请去掉金额。`,
  'violation.notCounted': ({ article }) => `第 ${article} 条不按数量计，请去掉数量，每次一件分别提出。`,
  'violation.badCount': ({ article, limit }) =>
    `数量应是 1 到 ${limit} 的整数，例如 ${line(`${article} x3 发生了什么`)}。`,
  'violation.noticeFixed': ({ article }) => `第 ${article} 条的处理已经写定，不能另加通报批评，请去掉这一项。`,
  'violation.factsMissing': ({ example }) => `请写明发生了什么，例如 ${line(`${example} 9:00-9:20 缺席`)}。`,
  'violation.factsTooLong': ({ length, limit }) => `经过最多 ${limit} 字，现在是 ${length} 字，请缩短。`,
  'violation.badDate': ({ text }) =>
    `“${quoted(text)}”不是可以用的日期，请写成 2026-12-01 这样，或写 今天、昨天，例如 ${line('1.4 昨天 上班闲聊')}。`,
  'violation.dateInFuture': ({ date }) => `${date} 还没有到，请写今天或以前的日期。`,
  'violation.dateTooOld': ({ date, oldest }) => `${date} 太久了，最早只能追溯到 ${oldest}。`,
  'violation.notOpen': ({ status, event }) => `这件事现在是“${states[status]}”，不能再${events[event]}。`,
  'violation.notFiler': ({ filerId }) =>
    filerId === null
      ? '这一件是系统提出的，请有权限的人决定成立或不成立。'
      : `这一件由 <@${filerId}> 提出，只有提出的人可以撤回。`,
  'violation.notAccused': () => '只有本人可以申诉。',
  'violation.notFound': ({ number }) => `没有找到第 ${number} 号，用 \`/violation list\` 查看编号。`,
  'violation.duplicate': ({ number }) => `刚才已经提出过同样的一件，编号是第 ${number} 号，不重复记录。`,
  'violation.personMissing': () =>
    `请先写是谁，例如 ${line('1.9 jd 9:00-9:20 缺席')}，或只输入 \`/violation\` 打开表单。`,
  'violation.numberMissing': ({ word, text }) =>
    `${quoted(text) === '' ? '请写编号' : `“${quoted(text)}”不是编号`}，例如 \`/violation ${word} 12\`；编号见 \`/violation list\`。`,
  'violation.noAnswer': ({ status }) => `这件事现在是“${states[status]}”，不用再说明。`,
  'violation.appealed': ({ state }) =>
    state === 'pending' ? '你已经申诉，正在等总裁决定；要补充请按“说明”。' : '你的申诉已经有了决定，每件事只申诉一次。',
  'violation.textMissing': () => '请写几句话再提交。',
  'violation.textTooLong': ({ length, limit }) => `最多 ${limit} 字，现在是 ${length} 字，请缩短。`,
  'violation.ownOnly': () => '别人的违规记录只有领导能看；用 `/violation list` 看自己的。',
};

const consequences: Record<Consequence, string> = {
  'transfer-or-dismissal': '调岗或开除',
  'return-to-hr': '退回人事部门',
};

const number = (id: number) => `第 ${id} 号`;
const numbers = (ids: string) => house.joinNames(ids.split(',').map(id => number(Number(id))));

export const matters = {
  case: { kind: '违规' },
  appeal: { kind: '申诉' },
} satisfies Record<string, MatterWords>;

export const proposals = {
  notices: (count: string, cases: string) =>
    `今年已有 ${count} 次通报批评（${numbers(cases)}），满 3 次应提出调岗或开除（8.3）。`,
  cases: (count: string, cases: string) =>
    `1.1 至 1.31 累计成立 ${count} 件（${numbers(cases)}），满 3 件应提出调岗或开除（1.32）。`,
};

export const words = {
  /** 系统提出、又没有写明缘由的。 */
  proposedFromRecords: '由系统根据记录提出。',
  titles: { case: '违规处理', appeal: '违规申诉' },
  uphold: '成立',
  dismiss: '不成立',
  recommend: '建议处理，送总裁',
  reverse: '撤销处分',
  keep: '维持原决定',
  /** 决定叫什么，和对审批人说的。 */
  verdicts: {
    case: {
      approved: { deed: '认定成立', done: '已认定成立，已通知当事人。' },
      rejected: { deed: '认定不成立', done: '已认定不成立，已通知提出人。' },
    },
    recommendation: {
      approved: { deed: '建议处理，送总裁', done: '已附上你的建议，送总裁处理。' },
      rejected: { deed: '认定不成立', done: '已认定不成立，已通知提出人。' },
    },
    appeal: {
      approved: { deed: '撤销处分', done: '已撤销处分，已通知当事人。' },
      rejected: { deed: '维持原决定', done: '已维持原决定，已通知当事人。' },
    },
  },
  states,
  consequences,
  // 条款
  per: {
    occurrence: (amount: string) => `每次 ${amount}`,
    item: (amount: string) => `每个单品 ${amount}`,
    overtime: (amount: string) => `每次超时 ${amount}`,
  },
  open: '金额由提出人拟定',
  onRecord: '不罚款，记录在案',
  noFine: '不罚款',
  times: (count: number, each: string) => `${count} × ${each}`,
  withNotice: '通报批评 1 次',
  byPresident: (what: string) => `${what}（由总裁决定）`,
  articlesTitle: '条例条款',
  articlesFound: (count: number) => `找到 ${count} 条`,
  articlesNone: (query: string) => `没有找到与“${query}”有关的条款，换个词试试，例如 \`/violation articles 在线\`。`,
  articlesHint: '写编号看全文，例如 `/violation articles 1.9`',
  notFileable: '（不按违规处理）',
  // 案件
  number,
  date: '日期：',
  facts: '经过：',
  measure: '处理：',
  person: '人员：',
  filedBy: '提出：',
  theBot: '系统',
  cut: (id: number) => `（全文见 \`/violation show ${id}\`）`,
  sameIncident: (other: string, total: string) => `同一人同一天另有 ${other}，合计 ${total}。`,
  before: (cases: number, notices: number) =>
    cases + notices === 0
      ? '此前没有计入累计的违规。'
      : `此前成立 ${cases} 件（1.1 至 1.31），今年另有通报批评 ${notices} 次。`,
  overLimit: '超过 300 元，或涉及岗位去留，由总裁决定（8.1、8.4）。',
  recommendation: (who: string) => `${who} 建议：`,
  recommended: (who: string) => `${who} 建议如此处理`,
  inPlaceOf: (who: string) => `（代 ${who}）`,
  answer: '本人说明：',
  appeal: '申诉：',
  appealStates: {
    pending: '申诉等待总裁决定，决定之前处理不变',
    approved: (who: string) => `申诉成立，已由 ${who} 撤销`,
    rejected: (who: string) => `申诉未成立，${who} 维持原决定`,
    withdrawn: '申诉已撤回',
  },
  decided: {
    upheld: (who: string, when: string) => `由 ${who} 于 ${when} 决定成立`,
    rejected: (who: string, when: string) => `由 ${who} 于 ${when} 决定不成立`,
    withdrawn: (who: string, when: string) => `由 ${who} 于 ${when} 撤回`,
    reversed: (who: string, when: string) => `由 ${who} 于 ${when} 决定成立，后经申诉撤销`,
  },
  reason: (text: string) => `理由：${text}`,
  // 表单
  formTitle: '提出违规',
  personLabel: '人员',
  articleLabel: '条款',
  articlePlaceholder: '输入编号、标题或关键词',
  tierLabel: '情形',
  dateLabel: '日期',
  factsLabel: '发生了什么',
  factsHint: '写清时间、地点和事情。决定之后本人会看到。',
  amountLabel: '金额（元）',
  amountHint: '例如 50 或 50.5；只记录、不罚款写 0。',
  countLabel: { item: '单品数', overtime: '超时次数' },
  noticeLabel: '通报批评',
  noticeOption: '另加通报批评 1 次',
  noticeHint: '成立后公布姓名和条款，不公布经过和金额',
  chooseFirst: ':point_up: 选好人员和条款后，这里显示条文、金额和由谁决定。',
  chooseTier: ':point_up: 请再选一种情形。',
  chooseAmount: ':point_up: 请再写金额。',
  preview: {
    decided: ':scales: 在你的权限内，提交即由你决定成立。',
    decidedFor: (who: string) => `:scales: 提交即由你代 ${who} 决定成立。`,
    recommends: (names: string) => `:scales: 超过你的权限，提交后作为你的建议送 ${names} 决定。`,
    leader: (names: string) => `:scales: 提交后由 ${names} 中任意一位决定。`,
    leaderThenPresident: (names: string) => `:scales: 提交后由 ${names} 中任意一位提出建议，再由总裁决定。`,
    president: (names: string) => `:scales: 提交后由 ${names} 决定。`,
  },
  nobody: '总裁',
  filed: (number: string, who: string, article: string, measure: string) =>
    `:white_check_mark: 已记为${number}：${who}，${article}，${measure}。`,
  wentTo: {
    decided: '在你的权限内，已由你决定成立，并已通知本人。',
    decidedFor: (who: string) => `已由你代 ${who} 决定成立，并已通知本人。`,
    recommends: (names: string) => `超过你的权限，已作为你的建议送 ${names} 决定，结果会私信你。`,
    leader: (names: string) => `等待 ${names} 中任意一位决定，结果会私信你。`,
    leaderThenPresident: (names: string) => `等待 ${names} 中任意一位提出建议，再由总裁决定，结果会私信你。`,
    president: (names: string) => `等待 ${names} 决定，结果会私信你。`,
  },
  withdrawn: (what: string) => `已撤回：${what}。`,
  // 列表
  listTitles: { person: (who: string) => `${who} 的违规记录`, own: '我的违规记录和我提出的', open: '待决定的违规' },
  listEmpty: {
    person: (who: string) => `${who} 没有你可以查看的违规记录。`,
    own: '你没有违规记录，也没有提出过。',
    open: '没有待决定的违规。',
  },
  listHint: '查看详情：`/violation show 编号`；撤回：`/violation withdraw 编号`',
  // 通知
  toAccused: {
    title: (number: string) => `*违规处理 ${number}*`,
    text: (number: string, article: string) => `违规处理${number}：${article}`,
    intro: '按部门条例，下面这件事已经决定。',
    reversed: ':leftwards_arrow_with_hook: *已撤销*，不再计入你的记录。',
    noticeCount: (count: number) => `这是你今年第 ${count} 次通报批评（满 3 次须提出调岗或开除，8.3）。`,
    howToAnswer: '情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由总裁复核，每件一次。',
  },
  outcome: (number: string, who: string, article: string, state: string) =>
    `${number}（${who}，${article}）：*${state}*`,
  answered: (who: string, number: string, article: string) => `${who} 对${number}（${article}）作了说明：`,
  appealDecided: {
    approved: (number: string, article: string) =>
      `:leftwards_arrow_with_hook: ${number}（${article}）经申诉已撤销，不再计入记录。`,
    rejected: (number: string, article: string) => `${number}（${article}）的申诉已有决定：维持原处理。`,
  },
  notice: (who: string, article: string, date: string) => `:loudspeaker: *通报批评*\n${who}，违反 ${article}。${date}`,
  noticeReversed: (who: string, article: string, date: string) =>
    `:leftwards_arrow_with_hook: *撤销通报批评*\n${who}，${article}（${date}）的通报批评经申诉已撤销。`,
  // 说明与申诉
  answerButton: '说明',
  appealButton: '申诉',
  answerTitle: '说明',
  answerLabel: '你的说明',
  answerHint: '补充在案，不能修改；决定人会收到。',
  answerSent: '已记下你的说明，并已转给决定人。需要时可以再补充。',
  appealTitle: '申诉',
  appealLabel: '为什么应当撤销',
  appealHint: '由总裁决定。决定之前处理不变；每件事只申诉一次。',
  appealSent: '申诉已送总裁，结果会私信你。决定之前处理不变。',
  /** 在本人的记录里。 */
  own: {
    title: '违规',
    notices: (count: number, threshold: number) =>
      `今年通报批评 ${count} 次（满 ${threshold} 次须提出调岗或开除，8.3）。`,
    hint: '看详情、说明或申诉：`/violation show 编号`',
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
