/** 简体中文：条例的修改。 */
import { formatFen, MAX_YUAN, type MoneyFault } from '../../../kernel/money.ts';
import type { DutyWords, MatterWords, RefusalWords } from '../../../locales/command.ts';
import { quoted } from '../../../locales/quoted.ts';
import { LEAST_STEPS, MOST_STEPS } from '../ladder.ts';
import type { AmendmentRefusals } from './rules.ts';

export const usages = {
  amend: { line: '/rules 修改 ⟦article.amend⟧', does: '提出修改一条，由总裁签署' },
  withdraw: { line: '/rules 撤回 ⟦article.withdraw⟧', does: '撤回自己提出、还没签署的修改' },
  receipts: { line: '/rules 回执', does: '看谁还没确认读过修改；加编号看某一条' },
};

export const matters = { amendment: { kind: '条例修改' } } satisfies Record<string, MatterWords>;

export const duties: Record<string, DutyWords> = {
  'rulebook.unread': { missed: '条例修改的阅读提醒' },
};

const deeds = {
  amend: '修改 ⟦article.amend⟧',
  withdraw: '撤回 ⟦article.withdraw⟧',
  receipts: '回执 ⟦article.amend⟧',
};

const faults: Record<MoneyFault, string> = {
  empty: '没有数字',
  negative: '不能是负数',
  zero: '不罚款就空着',
  separator: '请不要写分隔符',
  decimals: '最多写到分',
  tooLarge: `最多 ${MAX_YUAN}`,
  notANumber: '不是数字',
};

export const refusals: RefusalWords<AmendmentRefusals> = {
  'amendment.whichArticle': ({ deed, text }) =>
    text === ''
      ? `请写明是哪一条⟦[，例如 \`/rules ${deeds[deed]}\`]⟧。\`/rules\` 列出全部条款。`
      : `条例里没有“${quoted(text)}”这一条。\`/rules\` 列出全部条款⟦[，然后写例如 \`/rules ${deeds[deed]}\`]⟧。`,
  'amendment.pending': ({ number, by, on }) =>
    `<@${by}> 提出的第 ${number} 条修改从 ${on} 起在等总裁签署。请等结果，或者请对方撤回。`,
  'amendment.unchanged': () => '还没有改动。请改文字、金额或通报批评；不改就关掉表单。',
  'amendment.missing': ({ at }) =>
    at === 'why'
      ? '请写明为什么改，查这一条的人都会看到，例如“现在用手机比 2015 年多得多”。'
      : '这里不能空着，中英文都要写。',
  'amendment.tooLong': ({ most }) => `太长了，最多 ${most} 个字。`,
  'amendment.badFigure': ({ text, fault }) =>
    `“${quoted(text)}”不能用：${faults[fault]}。请写元，例如 80 或 12.50；由提出人拟定的写“拟定”；不罚款就空着。`,
  'amendment.badStep': ({ text }) =>
    text === ''
      ? `请一行写一步，共 ${LEAST_STEPS} 到 ${MOST_STEPS} 步；最后一步以后每次都一样。`
      : `“${quoted(text)}”看不懂。请写例如“通报批评”“50”，或“100 + 通报批评”。`,
  'amendment.textSays': ({ figure }) => `正文里还写着 ${formatFen(figure, 'en', 'yuan').replace('¥', '')}，请一起改。`,
  'amendment.oneLanguage': () => '只改了另一种语言。请把这里也改了，或者勾选“只改文字”。',
  'amendment.notOnlyWording': () => '这里改了违反的后果，不只是文字。请改回来，或者去掉“只改文字”。',
  'amendment.badDay': ({ first, last }) => `请选 ${first} 到 ${last} 之间的一天，例如 ${first}。`,
  'amendment.overtaken': ({ number, version }) =>
    `第 ${number} 条现在已有第 ${version} 版。请用 \`/rules ${number}\` 看过，再重新提出。`,
  'amendment.ended': ({ number, from }) => `第 ${number} 条从 ${from} 起不再生效，不能修改。现行条款见 \`/rules\`。`,
  'amendment.none': ({ number }) =>
    `第 ${number} 条没有在等签署的修改，没有什么可撤回的。现在怎样见 \`/rules ${number}\`。`,
  'amendment.notYours': ({ by }) => `这是 <@${by}> 提出的，只有本人可以撤回。`,
  'amendment.notAsked': () => '没有请你确认这一条。`/rules` 可以看条例。',
};

export const words = {
  title: '条例修改',
  sign: '签署',
  reject: '驳回',
  verdicts: {
    approved: { deed: '签署', done: '已签署，成为条例的一部分，已通知提出人。' },
    rejected: { deed: '驳回', done: '已驳回，已通知提出人。' },
  },
  parts: {
    title: { 'zh-CN': '标题（中文）', en: '标题（英文）' },
    text: { 'zh-CN': '正文（中文）', en: '正文（英文）' },
    binds: '约束谁',
    tier: '违反的后果',
    tierOf: (label: string) => `违反的后果：${label}`,
  },
  before: (said: string) => `原：${said}`,
  after: (said: string) => `*新：* ${said}`,
  from: (date: string) => `${date} 起生效`,
  fromOrSigned: (date: string) => `${date} 起生效；签署得更晚的，从签署那天起`,
  since: (date: string) => `${date} 起生效`,
  wordingOnly: '只改文字，不用大家确认',
  toBeRead: '受约束的人都要确认读过',
  why: (said: string) => `为什么改：${said}`,
  cut: (number: string) => `这里有删节，全文见 \`/rules ${number}\`。`,
  formTitle: '修改条款',
  begins: (name: string) => `*${name}*\n要改的地方改，其余不动。总裁对照新旧内容后签署。`,
  beginsSigned: (name: string) => `*${name}*\n你是总裁，提交这个表单就是签署。`,
  coming: (version: number, date: string) => `这是第 ${version} 版，${date} 起生效。新的修改不能早于那天。`,
  figure: '罚款（元）',
  figureOf: (label: string) => `罚款（元）：${label}`,
  figureHint: '例如 80。由提出人拟定的写“拟定”，不罚款就空着。',
  open: '拟定',
  steps: '每次怎么处理，一行一步',
  stepsHint: '例如 50，或 100 + 通报批评。最后一步以后每次都一样；几个月内算不改。',
  notice: '通报批评',
  noticeOf: (label: string) => `通报批评：${label}`,
  noticeYes: '同时通报批评 1 次',
  fromLabel: '从哪天起生效',
  fromHint: '更早的事仍按原来的版本处理。',
  wordingLabel: '只改文字',
  wordingYes: '要求和金额都不变',
  wordingHint: '这样就不用大家确认',
  whyLabel: '为什么改',
  whyHint: '会写在这一条旁边。',
  send: '报总裁签署',
  sent: (name: string) => `${name} 的修改已报总裁签署，有了结果会告诉你。`,
  toWithdraw: (number: string) => `要撤回：\`/rules 撤回 ${number}\``,
  signedNow: (name: string, date: string) => `已签署。${name} 的新版 ${date} 起生效。`,
  withdrawn: (name: string) => `已撤回，${name} 保持不变。`,
  withdraw: '撤回',
  read: '我已读过',
  toRead: (name: string, by: string) => `:scroll: ${by} 签署了条例的修改：${name}`,
  toReadImported: (name: string) => `:scroll: 条例有修改：${name}`,
  imported: (when: string) => `${when} 从文件更新`,
  pleaseRead: '请读过以后确认。',
  readAt: (when: string) => `:white_check_mark: 你已在 ${when} 确认读过。`,
  readBefore: (when: string) => `你在 ${when} 已经确认过了。`,
  unread: (count: number) => `:scroll: 条例有 ${count} 处修改请你读过并确认：`,
  unreadDone: ':scroll: 条例的这些修改，你都已确认：',
  allRead: (name: string, count: number) => `:white_check_mark: ${name} 的修改，要读的 ${count} 人都确认读过了。`,
  comingVersion: (version: number, date: string) => `第 ${version} 版，${date} 起`,
  signedBy: (by: string, when: string) => `${by} 于 ${when} 签署`,
  signedFor: (who: string) => `（代 ${who}）`,
  signedOwn: (by: string, when: string) => `${by} 于 ${when} 提出并签署`,
  proposedBy: (who: string) => `${who} 提出`,
  wordingMark: '只改文字',
  pending: (by: string, when: string) => `${by} 提出的修改从 ${when} 起在等总裁签署`,
  toReadHere: '这次修改你还没有确认',
  receiptsTitle: '还没确认的人',
  receiptsNone: '条例的修改，要读的人都已确认。',
  receiptsNoneOf: (number: string) => `第 ${number} 条的修改还没有请人读过。`,
  receipts: (name: string, when: string, read: number, asked: number) =>
    `*${name}*，${when} 签署：${asked} 人中 ${read} 人已确认`,
  notYet: (names: string) => `还没确认：${names}`,
};
