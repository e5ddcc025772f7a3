/** 简体中文：条款的停用和启用。 */
import type { RefusalWords } from '../../../locales/command.ts';
import { quoted } from '../../../locales/quoted.ts';
import type { SwitchedOff } from '../article.ts';
import type { SwitchRefusals } from './rules.ts';

export const usages = {
  switches: { line: '/rules 停用', does: '看哪些条款停用了' },
  off: { line: '/rules 停用 ⟦article.off⟧ 正在修订', does: '从今天起不按这一条提出，要写原因' },
  proposals: {
    line: '/rules 停用 ⟦article.proposals⟧ 只停提议 打卡机坏了',
    does: '只停我的自动提议，大家仍可以提出',
  },
  on: { line: '/rules 启用 ⟦article.on⟧', does: '从今天起恢复' },
};

const example = {
  off: '⟦[，例如 `/rules 停用 ⟦article.off⟧ 正在修订`]⟧',
  on: '⟦[，例如 `/rules 启用 ⟦article.on⟧`]⟧',
};

export const refusals: RefusalWords<SwitchRefusals> = {
  'switch.whichArticle': ({ deed, text }) =>
    text === ''
      ? `请写明是哪一条${example[deed]}。\`/rules 停用\` 列出停用的条款。`
      : `现行条例里没有“${quoted(text)}”这一条。\`/rules\` 列出全部条款，请写编号${example[deed]}。`,
  'switch.reasonMissing': ({ article, what }) =>
    `请在编号后写明原因，例如 \`/rules 停用 ${article} ${what === 'all' ? '正在修订' : '只停提议 打卡机坏了'}\`。`,
  'switch.reasonTooLong': ({ length, limit }) => `原因最多 ${limit} 个字，现在有 ${length} 个，请缩短。`,
  'switch.nothingToStop': ({ article }) => `第 ${article} 条讲的是办事方法，没有按它提出的事，不用停用。`,
  'switch.noProposals': ({ article }) =>
    `我没有按第 ${article} 条自动提议。要停用整条：\`/rules 停用 ${article} 正在修订\`。`,
  'switch.isOff': ({ article, what, by, since }) =>
    what === 'all'
      ? `<@${by}> 已从 ${since} 起停用第 ${article} 条。要恢复：\`/rules 启用 ${article}\`。`
      : `<@${by}> 已从 ${since} 起停止第 ${article} 条的提议。要恢复：\`/rules 启用 ${article}\`。`,
  'switch.isOn': ({ article }) => `第 ${article} 条没有停用。停用的见 \`/rules 停用\`。`,
};

export const words = {
  /** 列表里的标记。 */
  mark: { all: '（已停用）', proposals: '（已停提议）' } satisfies Record<SwitchedOff, string>,
  title: '停用的条款',
  none: '没有停用的条款。',
  off: {
    all: (name: string, since: string) => `:no_entry: *${name}* 从 ${since} 起停用，那天起的事不再按它提出。`,
    proposals: (name: string, since: string) => `:no_bell: *${name}* 从 ${since} 起我不再自动提议，大家仍可以提出。`,
  } satisfies Record<SwitchedOff, unknown>,
  on: (name: string, since: string) => `:arrow_forward: *${name}* 从 ${since} 起恢复。`,
  toldOff: {
    all: (by: string, name: string, since: string) =>
      `:no_entry: ${by} 停用了 *${name}*，${since} 起的事不再按它提出。`,
    proposals: (by: string, name: string, since: string) =>
      `:no_bell: ${by} 从 ${since} 起停止了 *${name}* 的自动提议，大家仍可以提出。`,
  } satisfies Record<SwitchedOff, unknown>,
  toldOn: (by: string, name: string, since: string) => `:arrow_forward: ${by} 从 ${since} 起恢复了 *${name}*。`,
  reason: (said: string) => `原因：${said}`,
  undo: (number: string) => `要恢复：\`/rules 启用 ${number}\``,
  stands: {
    all: (by: string, since: string) => `:no_entry: *${since} 起停用*（${by}）`,
    proposals: (by: string, since: string) => `:no_bell: *${since} 起停止自动提议*（${by}）`,
  } satisfies Record<SwitchedOff, unknown>,
  history: '停用记录',
  past: {
    all: (from: string, by: string) => `${from} 起停用（${by}）`,
    proposals: (from: string, by: string) => `${from} 起停止自动提议（${by}）`,
  } satisfies Record<SwitchedOff, unknown>,
  again: (from: string, by: string) => `${from} 起恢复（${by}）`,
};
