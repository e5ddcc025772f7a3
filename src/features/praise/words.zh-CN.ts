/** 简体中文：表扬。 */
import type { MoneyFault } from '../../kernel/money.ts';
import type { CommandWords, MatterWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { LEADERS } from '../../member/rules.ts';
import { afterwards, anyOf } from '../../member/words.zh-CN.ts';
import type { PraiseEvent, PraiseRefusals, PraiseStatus } from './rules.ts';

export const commands = {
  praise: {
    summary: '表扬和奖励：提出、查看、撤回',
    called: ['表扬', '奖励', '夸奖'],
    usages: [
      { line: '/praise', does: '打开表单' },
      { line: '/praise ⟦@presales⟧ 这周零差评', does: '一行提出：人员、原因；会发通报表扬' },
      { line: '/praise ⟦@presales⟧ 100 昨天 帮同事接待到很晚', does: '写上奖励金额，也可写日期' },
      { line: '/praise ⟦@presales⟧ -通报 悄悄替同事顶班', does: '不发通报，只告诉本人' },
      { line: '/praise 列表', does: '看我的和我提出的；领导看自己能决定的人的' },
      { line: '/praise 列表 ⟦@presales⟧', does: '领导看某个人的全部', who: LEADERS },
      { line: '/praise 查看 ⟦praise.show⟧', does: '按编号查看' },
      { line: '/praise 撤回 ⟦praise.withdraw⟧', does: '撤回自己提出、还没有决定的' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const matters = { praise: { kind: '表扬' } } satisfies Record<string, MatterWords>;

const states: Record<PraiseStatus, string> = {
  proposed: '待决定',
  recommended: '待上一级决定',
  granted: '已表扬',
  declined: '未采纳',
  withdrawn: '已撤回',
  voided: '已收回',
};

const events: Record<PraiseEvent, string> = {
  recommend: '提出建议',
  grant: '决定表扬',
  decline: '决定不采纳',
  withdraw: '撤回',
  void: '收回',
};

const faults: Record<MoneyFault, string> = {
  empty: '没有数字',
  negative: '不能是负数',
  zero: '不发奖励就不写金额',
  separator: '请不要写分隔符',
  decimals: '最多写到分',
  tooLarge: '太大了',
  notANumber: '不是数字',
};

const line = (rest: string) => `\`/praise ⟦@presales⟧ ${rest}\``;

export const refusals: RefusalWords<PraiseRefusals> = {
  'praise.personMissing': () => `请先写表扬谁，例如 ${line('这周零差评')}，或只输入 \`/praise\` 打开表单。`,
  'praise.tooMany': ({ limit }) => `一次最多表扬 ${limit} 位，请分几次写，例如 ${line('这周零差评')}。`,
  'praise.self': () => `不能表扬自己，请写同事，例如 ${line('这周零差评')}。`,
  'praise.president': () => '部门条例不约束总裁，请选部门里的同事。',
  'praise.whyMissing': () => `请写明为什么表扬，例如 ${line('100 这周零差评')}。`,
  'praise.whyTooLong': ({ length, limit }) => `原因最多 ${limit} 字，现在是 ${length} 字，请缩短。`,
  'praise.badAmount': ({ text, fault }) =>
    `金额“${quoted(text)}”不能用：${faults[fault]}。请用数字写元数，例如 50 或 50.5。`,
  'praise.unclearAmount': ({ text, figure }) =>
    `“${quoted(text)}”是金额吗？是的话，请用数字写在前面、加上“元”，例如 ${line(`${figure ?? '50'}元 待客热情`)}；不是的话请放到句子中间。`,
  'praise.badDate': ({ text }) =>
    `“${quoted(text)}”不是可以用的日期，请写成 ⟦past⟧，或写今天、昨天，例如 ${line('昨天 帮了大忙')}。`,
  'praise.unclearDate': ({ text, date }) =>
    `“${quoted(text)}”是日期吗？是的话请写完整，例如 ${line(`${date ?? '⟦past⟧'} 帮了大忙`)}；是金额请加上“元”，都不是请放到句子中间。`,
  'praise.dateInFuture': ({ date }) => `${date} 还没有到，请写今天或以前的日期。`,
  'praise.dateTooOld': ({ date, oldest }) => `${date} 太久了，最早只能追溯到 ${oldest}。`,
  'praise.notOpen': ({ status, event }) => `这次表扬现在是“${states[status]}”，不能再${events[event]}。`,
  'praise.notFiler': ({ filerId }) => `这次表扬由 <@${filerId}> 提出，只有提出的人可以撤回。`,
  'praise.notFound': ({ number }) => `没有找到第 ${number} 号表扬，用 \`/praise 列表\` 查看编号。`,
  'praise.numberMissing': ({ word, text }) =>
    `${quoted(text) === '' ? '请写编号' : `“${quoted(text)}”不是编号`}⟦[，例如 \`/praise ${word === 'show' ? '查看' : '撤回'} ⟦praise.${word}⟧\`]⟧；编号见 \`/praise 列表\`。`,
  'praise.duplicate': ({ number }) => `刚才已经提出过同样的表扬，编号是第 ${number} 号，不重复记录。`,
  'praise.takenBackElsewhere': ({ number }) =>
    `还没有决定的，用 ${number === null ? '`/praise 撤回` 加编号' : `\`/praise 撤回 ${number}\``}。已经决定的，用 \`/approvals 已决定\`，再按“收回决定”。`,
  'praise.ownOnly': () => '别人的表扬记录只有领导能看；用 `/praise 列表` 看自己的。',
};

export const words = {
  title: '表扬',
  grant: '同意表扬',
  decline: '不采纳',
  recommend: (to: readonly Post[]) => `建议表扬，送${anyOf(to)}`,
  /** 决定叫什么，和对审批人说的。 */
  verdicts: {
    praise: {
      approved: { deed: '同意表扬', done: '已同意表扬，已通知本人和提出人。' },
      rejected: { deed: '决定不采纳', done: '已决定不采纳，已通知提出人。' },
    },
    recommendation: (to: readonly Post[]) => ({
      approved: { deed: `建议表扬，送${anyOf(to)}`, done: `已附上你的建议，送${anyOf(to)}决定。` },
      rejected: { deed: '决定不采纳', done: '已决定不采纳，已通知提出人。' },
    }),
  },
  states,
  waitsFor: (posts: readonly Post[]) => `待${anyOf(posts)}决定`,
  number: (id: number) => `第 ${id} 号`,
  incentive: (amount: string) => `奖励 ${amount}`,
  withNotice: '通报表扬',
  onRecord: '只记录，不发通报',
  each: (measure: string) => `每人${measure}`,
  date: '日期：',
  why: '原因：',
  measure: '内容：',
  person: '人员：',
  filedBy: '提出：',
  cut: (id: number) => `（全文见 \`/praise 查看 ${id}\`）`,
  sameIncident: (other: string, total: string) => `同一人同一天另有奖励 ${other}，合计 ${total}。`,
  overLimit: (limit: string, who: readonly Post[]) => `超过 ${limit}，由${anyOf(who)}决定（8.1、8.4）。`,
  recommendation: (who: string) => `${who} 建议：`,
  recommended: (who: string) => `${who} 建议表扬`,
  inPlaceOf: (who: string) => `（代 ${who}）`,
  decided: {
    granted: (who: string, when: string) => `由 ${who} 于 ${when} 决定`,
    declined: (who: string, when: string) => `由 ${who} 于 ${when} 决定不采纳`,
    withdrawn: (who: string, when: string) => `由 ${who} 于 ${when} 撤回`,
    voided: (who: string, when: string) => `由 ${who} 于 ${when} 决定`,
  },
  takenBack: (who: string, when: string) => `由 ${who} 于 ${when} 收回`,
  reason: (text: string) => `理由：${text}`,
  // 表单
  formTitle: '表扬',
  peopleLabel: '表扬谁',
  whyLabel: '为什么',
  whyHint: '写清做了什么。决定之后本人会看到，不会公布。',
  amountLabel: '奖励（元，每人）',
  amountHint: '例如 50 或 50.5；不发奖励就不填。',
  dateLabel: '哪一天的事',
  noticeLabel: '通报表扬',
  noticeOption: '发通报表扬',
  noticeHint: '决定之后公布姓名，不公布原因和金额',
  chooseFirst: ':point_up: 选好人员，就能看到由谁决定。',
  preview: {
    decided: ':clap: 在你的权限内，提交即由你决定。',
    decidedFor: (who: string) => `:clap: 提交即由你代 ${who} 决定。`,
    recommends: (names: string) => `:clap: 超过你的权限，提交后作为你的建议送 ${names} 决定。`,
    firstOne: (name: string) => `:clap: 提交后由 ${name} 处理。`,
    oneThen: (name: string, later: readonly (readonly Post[])[]) =>
      `:clap: 提交后由 ${name} 提出建议，${afterwards(later)}。`,
    first: (names: string) => `:clap: 提交后由 ${names} 中任意一位处理。`,
    leader: (names: string) => `:clap: 提交后由 ${names} 中任意一位决定。`,
    leaderThen: (names: string, later: readonly (readonly Post[])[]) =>
      `:clap: 提交后由 ${names} 中任意一位提出建议，${afterwards(later)}。`,
    president: (names: string) => `:clap: 提交后由 ${names} 决定。`,
  },
  nobody: (posts: readonly Post[]) => anyOf(posts),
  forOne: (who: string, text: string) => `${who}：${text}`,
  toFile: (names: string) => `表扬 ${names}`,
  named: (who: string, number: string) => `${who}（${number}）`,
  filed: (names: string, measure: string) => `:white_check_mark: 已记录表扬 ${names}：${measure}。`,
  wentTo: {
    decided: '在你的权限内，已由你决定，并已通知本人。',
    decidedFor: (who: string) => `已由你代 ${who} 决定，并已通知本人。`,
    recommends: (names: string) => `超过你的权限，已作为你的建议送 ${names} 决定，结果会私信你。`,
    firstOne: (name: string) => `等待 ${name} 处理，结果会私信你。`,
    oneThen: (name: string, later: readonly (readonly Post[])[]) =>
      `等待 ${name} 提出建议，${afterwards(later)}，结果会私信你。`,
    first: (names: string) => `等待 ${names} 中任意一位处理，结果会私信你。`,
    leader: (names: string) => `等待 ${names} 中任意一位决定，结果会私信你。`,
    leaderThen: (names: string, later: readonly (readonly Post[])[]) =>
      `等待 ${names} 中任意一位提出建议，${afterwards(later)}，结果会私信你。`,
    president: (names: string) => `等待 ${names} 决定，结果会私信你。`,
  },
  withdrawn: (what: string) => `已撤回：${what}。`,
  // 列表
  listTitles: { person: (who: string) => `对 ${who} 的表扬`, own: '对我的表扬和我提出的', all: '今年的表扬' },
  listEmpty: {
    person: (who: string) => `没有你可以查看的、对 ${who} 的表扬。`,
    own: '还没有对你的表扬，你也没有提出过。',
    all: '今年没有你可以查看的表扬。',
  },
  listHint: '查看详情请写编号⟦[，例如 `/praise 查看 ⟦praise.show⟧`]⟧⟦[；撤回：`/praise 撤回 ⟦praise.withdraw⟧`]⟧。',
  // 通知
  toPraised: {
    title: (number: string) => `:clap: *你受到了表扬*（${number}）`,
    text: (number: string) => `你受到了表扬（${number}）`,
  },
  toPraisedVoided: {
    title: (number: string) => `:leftwards_arrow_with_hook: *这次表扬已收回*（${number}）`,
    text: (number: string) => `这次表扬已收回（${number}）`,
  },
  outcome: (number: string, who: string, state: string) => `对 ${who} 的表扬（${number}）：*${state}*`,
  notice: (names: string, date: string) => `:clap: *通报表扬*\n${names}。${date}`,
  noticeVoided: (names: string, date: string) =>
    `:leftwards_arrow_with_hook: *收回通报表扬*\n${date} 对 ${names} 的通报表扬已收回。`,
  /** 在本人的记录里。 */
  own: {
    title: '表扬',
    total: (count: number, sum: string | null) => `今年 ${count} 次${sum === null ? '' : `，奖励共 ${sum}`}。`,
    hint: '看详情请写编号⟦[，例如 `/praise 查看 ⟦praise.show⟧`]⟧。',
  },
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    praise: typeof words;
  }
  interface CommandNames {
    praise: true;
  }
}

/** 清除了多少。 */
export const erased = {
  praises: (count: number) => `${count} 次表扬的原因和理由`,
};
