/** 简体中文：违规——不能这样做时说的话。 */
import { formatFen, type MoneyFault } from '../../kernel/money.ts';
import type { RefusalWords } from '../../locales/command.ts';
import { timeIn } from '../../locales/ordinal.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { anyOf, postNames } from '../../member/words.zh-CN.ts';
import type { Tier } from '../rulebook/article.ts';
import type { CaseDeed, ViolationRefusals } from './rules.ts';
import type { CaseEvent, CaseStatus } from './states.ts';

export const states: Record<CaseStatus, string> = {
  proposed: '待领导提出',
  hearing: '听取本人说明',
  deciding: '待决定',
  recommended: '待上一级决定',
  upheld: '成立，可申诉',
  final: '成立，已生效',
  excused: '免于处理',
  dismissed: '不成立',
  withdrawn: '已撤回',
  appealed: '申诉中',
  confirmed: '申诉后维持',
  reduced: '申诉后减轻',
  overturned: '申诉后撤销',
  voided: '已作废',
};

const events: Record<CaseEvent, string> = {
  hear: '听取本人说明',
  heard: '交决定人',
  recommend: '提出建议',
  uphold: '决定成立',
  excuse: '免于处理',
  dismiss: '决定不成立',
  withdraw: '撤回',
  finish: '生效',
  appeal: '申诉',
  confirm: '维持',
  reduce: '减轻',
  overturn: '撤销',
  void: '作废',
};

const faults: Record<MoneyFault, string> = {
  empty: '没有数字',
  negative: '不能是负数',
  zero: '不能是 0',
  separator: '请不要写分隔符',
  decimals: '最多写到分',
  tooLarge: '太大了',
  notANumber: '不是数字',
};

export const list = (posts: readonly Post[]) => posts.map(post => postNames[post]).join('、');
const tierList = (tiers: readonly Tier[]) => tiers.map(({ label }) => label['zh-CN']).join('、');
/** 条款后面加上日期；不知道哪天就写一个过去的日子。 */
const dated = (example: string, date: string | null) => example.replace(/^\S+/u, `$& ${date ?? '⟦past⟧'}`);
/** 举例：按开头的条款，人选是受该条约束的。 */
export const line = (rest: string) => `\`/violation ⟦@${rest.split(' ')[0]}⟧ ${rest}\``;

/** 怎样打开那一件；不知道编号时举例。 */
const shown = (number: number | null) =>
  number === null
    ? '`/violation 查看` 加编号⟦[（例如 `/violation 查看 ⟦case.show⟧`）]⟧'
    : `\`/violation 查看 ${number}\``;

const byButton: Record<CaseDeed, (number: number | null) => string> = {
  appeal: number => `申诉请用 ${shown(number)}，再按“申诉”。`,
  answer: number => `说明请用 ${shown(number)}，再按“说明情况”；已经决定的按“说明”。`,
  accept: number => `接受请用 ${shown(number)}，再按“接受”。`,
  decide: () => '决定请用 `/approvals` 列出等你决定的，再按按钮。',
  takeBack: number =>
    `还没有决定的，用 ${number === null ? '`/violation 撤回` 加编号' : `\`/violation 撤回 ${number}\``}。已经决定的，用 \`/approvals 已决定\`，再按“收回决定”。`,
};

export const refusals: RefusalWords<ViolationRefusals> = {
  'violation.tooManyPeople': ({ limit }) => `一件事最多写 ${limit} 个人，请分几次提出。`,
  'violation.tooManyArticles': ({ limit }) => `一件事最多写 ${limit} 个条款，请分几次提出。`,
  'violation.personTwice': ({ accusedId }) => `<@${accusedId}> 写了两次，每人写一次就够了。`,
  'violation.articleTwice': ({ article }) => `第 ${article} 条写了两次，同一件事每条写一次。`,
  'violation.evidenceTooLong': ({ length, limit }) => `一条证据最多 ${limit} 字，这条有 ${length} 字，请缩短或分行写。`,
  'violation.evidenceTooMany': ({ count, limit }) => `一次最多 ${limit} 条证据，这里有 ${count} 条。`,
  'violation.noAuthor': () => '这条消息是应用发的，不是同事写的。请在同事的消息上提出，或用 `/violation`。',
  'violation.badLink': ({ text }) => `“${quoted(text)}”不是完整的链接，写成 https://example.com/order/1 这样。`,
  'violation.furtherBehind': ({ article, example }) =>
    `另一条请写在经过前面，例如 ${line(`${example['zh-CN']} +${article} 发生了什么`)}；不是条款就换个写法。`,
  'violation.articleBehind': ({ article, example }) =>
    `请把第 ${article} 条写在人员后面，例如 ${line(`${example['zh-CN']} 发生了什么`)}。`,
  'violation.unknownArticle': ({ text, near }) =>
    quoted(text) === ''
      ? `请在人员后面写条款号和经过，例如 ${line('1.4 上班闲聊')}；条款用 \`/rules 关键词\` 查。`
      : `条例里没有“${quoted(text)}”这一条${near.length === 0 ? '。' : `，是不是 ${near.join('、')}？`}用 \`/rules 关键词\` 查条款，例如 \`/rules 在线\`。`,
  'violation.notViolable': ({ article }) =>
    `第 ${article} 条讲的是办事方法，不能按它提出违规。用 \`/rules 关键词\` 找到对应的条款。`,
  'violation.followsFromCount': ({ article }) =>
    `第 ${article} 条由累计次数自动触发，不用手工提出；到次数时我会请领导提建议。`,
  'violation.tierMissing': ({ article, tiers, example }) =>
    `第 ${article} 条有几种情形，请写明一种：${tierList(tiers)}，例如 ${line(`${example['zh-CN']} 发生了什么`)}。`,
  'violation.notBound': ({ article, bound, who }) =>
    bound !== 'everyone' && 'everyoneBut' in bound
      ? `第 ${article} 条的这种情形不约束${list(bound.everyoneBut)}${who === undefined ? '' : `，包括 <@${who}>`}。请换人，或换一条。`
      : `第 ${article} 条只约束${list(bound === 'everyone' ? [] : bound)}，${who === undefined ? '这位同事' : `<@${who}> `}没有这个岗位。请换人，或换一条。`,
  'violation.notYetInForce': ({ article, date, from }) =>
    `第 ${article} 条从 ${from} 起生效，${date} 的事不能按它处理。请核对日期，或换一条。`,
  'violation.ended': ({ article, from }) => `第 ${article} 条从 ${from} 起不再生效。请换一条，或核对日期。`,
  'violation.switchedOff': ({ article, by, since, until }) =>
    until === null
      ? `<@${by}> 从 ${since} 起停用了第 ${article} 条，只有那天以前的事还可以提出。`
      : `<@${by}> 从 ${since} 起停用了第 ${article} 条，${until} 才恢复，其间的事不能提出。`,
  'violation.president': () => '部门条例不约束总裁，请选部门里的同事。',
  'violation.amountFixed': ({ article, amount, per }) =>
    per === 'occurrence'
      ? `第 ${article} 条固定为每次 ${formatFen(amount, 'zh-CN')}，不用写金额。`
      : `第 ${article} 条固定为每${per === 'item' ? '个单品' : '次超时'} ${formatFen(amount, 'zh-CN')}，请写数量而不是金额，例如 ${line(`${article} x3 发生了什么`)}。`,
  'violation.amountOfTime': ({ article, ordinal, months, amount }) =>
    amount === null
      ? `第 ${article} 条，${timeIn['zh-CN'](ordinal, months)}不罚款，请去掉金额。`
      : `第 ${article} 条，${timeIn['zh-CN'](ordinal, months)}固定为 ${formatFen(amount, 'zh-CN')}，不用写金额。`,
  'violation.amountMissing': ({ article, example }) =>
    `第 ${article} 条没有定额，请写金额（元），例如 ${line(`${example['zh-CN']} 发生了什么`)}；只记录、不罚款就写 0。`,
  'violation.badAmount': ({ text, fault }) =>
    `金额“${quoted(text)}”看不懂：${faults[fault]}。请用数字写元数，例如 50 或 50.5。`,
  'violation.amountTooLarge': ({ amount, most }) =>
    `${formatFen(amount, 'zh-CN')}超出范围：条款没有写明金额的，一件最多${formatFen(most, 'zh-CN')}，例如 ${line('1.1 100 没有计划')}。`,
  'violation.self': () => '不能对自己提出违规；请告诉你的上级，由上级提出。',
  'violation.noFine': ({ article }) => `第 ${article} 条没有罚款，请去掉金额。`,
  'violation.notCounted': ({ article }) => `第 ${article} 条不按数量计，请去掉数量，每次一件分别提出。`,
  'violation.badCount': ({ article, limit }) =>
    `数量应是 1 到 ${limit} 的整数，例如 ${line(`${article} x3 发生了什么`)}。`,
  'violation.factsMissing': ({ example }) => `请写明发生了什么，例如 ${line(`${example['zh-CN']} 9:00-9:20 缺席`)}。`,
  'violation.factsTooLong': ({ length, limit }) => `经过最多 ${limit} 字，现在是 ${length} 字，请缩短。`,
  'violation.badDate': ({ text }) =>
    `“${quoted(text)}”不是可以用的日期，请写成 ⟦past⟧，或写今天、昨天，例如 ${line('1.4 昨天 上班闲聊')}。`,
  'violation.unclearDate': ({ text, date, example, article }) =>
    `“${quoted(text)}”是发生的日期吗？是的话，请在条款后面写完整，例如 ${line(`${dated(example['zh-CN'], date)} 发生了什么`)}；${article === undefined ? '不是的话，请放到经过的句子中间。' : `如果是第 ${article} 条，写 +${article}。`}`,
  'violation.unclearAmount': ({ text, example }) =>
    `“${quoted(text)}”是金额吗？是的话，请用数字写在条款后面、后面空一格，例如 ${line(`${example['zh-CN']} 发生了什么`)}；不是的话，请放到经过的句子中间。`,
  'violation.unclearCount': ({ text, count, example }) =>
    `“${quoted(text)}”是数量吗？是的话，请在条款后面写 x${count}，例如 ${line(`${example['zh-CN']} 发生了什么`)}；不是的话，请放到经过的句子中间。`,
  'violation.dateInFuture': ({ date }) => `${date} 还没有到，请写今天或以前的日期。`,
  'violation.dateTooOld': ({ date, oldest }) => `${date} 太久了，最早只能追溯到 ${oldest}。`,
  'violation.notOpen': ({ status, event }) => `这件事现在是“${states[status]}”，不能再${events[event]}。`,
  'violation.notFiler': ({ filerId }) =>
    filerId === null
      ? '这一件是系统提出的，请有权限的人决定成立或不成立。'
      : `这一件由 <@${filerId}> 提出，只有提出的人可以撤回。`,
  'violation.notAccused': () => '只有本人可以申诉。',
  'violation.notFound': ({ number }) => `没有找到第 ${number} 号，用 \`/violation 列表\` 查看编号。`,
  'violation.duplicate': ({ number }) => `刚才已经提出过同样的一件，编号是第 ${number} 号，不重复记录。`,
  'violation.personMissing': () =>
    `请先写是谁，例如 ${line('1.9 京东 9:00-9:20 缺席')}，或只输入 \`/violation\` 打开表单。`,
  'violation.numberMissing': ({ word, text }) =>
    `${quoted(text) === '' ? '请写编号' : `“${quoted(text)}”不是编号`}⟦[，例如 \`/violation ${word === 'show' ? '查看' : '撤回'} ⟦case.${word}⟧\`]⟧；编号见 \`/violation 列表\`。`,
  'violation.byButton': ({ deed, number }) => byButton[deed](number),
  'violation.noAnswer': ({ status }) => `这件事现在是“${states[status]}”，不用再说明。`,
  'violation.appealed': ({ state, by }) =>
    state === 'pending'
      ? `你已经申诉，正在等${anyOf(by)}决定；要补充请按“说明”。`
      : '你的申诉已经有了决定，每件事只申诉一次。',
  'violation.appealLate': ({ until }) =>
    until === null ? '这件事已经生效，不能再申诉。' : `申诉期到 ${until} 为止，这件事已经生效。`,
  'violation.notHeard': ({ status }) => `这件事现在是“${states[status]}”，听取说明已经结束。`,
  'violation.setMissing': () => '请写金额；不罚款就写 0。',
  'violation.reasonMissing': () => '请写明理由，会记录在案。',
  'violation.unchanged': () => '和提出的处理一样。请改金额或通报批评，或直接按“成立”。',
  'violation.notLess': ({ amount }) =>
    `申诉只能减轻${amount === null ? '' : `：低于 ${formatFen(amount, 'zh-CN')}，或去掉通报批评`}。不改就按“维持原决定”。`,
  'violation.textMissing': () => '请写几句话再提交。',
  'violation.textTooLong': ({ length, limit }) => `最多 ${limit} 字，现在是 ${length} 字，请缩短。`,
  'violation.badYear': ({ text, present }) => `没有“${quoted(text)}”年的统计，例如 \`/violation 统计 ${present}\`。`,
  'violation.ownOnly': () => '别人的违规记录只有领导能看；用 `/violation 列表` 看自己的。',
};
