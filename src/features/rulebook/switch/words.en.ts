/** English: switching articles off and on. */
import type { RefusalWords } from '../../../locales/command.ts';
import { quoted } from '../../../locales/quoted.ts';
import type { SwitchRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const usages = {
  switches: { line: '/rules off', does: 'which articles are off' },
  off: { line: '/rules off ⟦article.off⟧ under review', does: 'from today on nothing is filed under it; say why' },
  proposals: {
    line: '/rules off ⟦article.proposals⟧ proposals clock broken',
    does: 'only what I propose by it stops; people may still file',
  },
  on: { line: '/rules on ⟦article.on⟧', does: 'it holds again from today on' },
};

const example = {
  off: '⟦[, for example `/rules off ⟦article.off⟧ under review`]⟧',
  on: '⟦[, for example `/rules on ⟦article.on⟧`]⟧',
};

export const refusals: RefusalWords<SwitchRefusals> = {
  'switch.whichArticle': ({ deed, text }) =>
    text === ''
      ? `Which article? Give its number${example[deed]}. \`/rules off\` lists what is off.`
      : `There is no article “${quoted(text)}” in force. \`/rules\` lists them all; give one by its number${example[deed]}.`,
  'switch.reasonMissing': ({ article, what }) =>
    `Say why behind the number, for example \`/rules off ${article} ${what === 'all' ? 'under review' : 'proposals clock broken'}\`.`,
  'switch.reasonTooLong': ({ length, limit }) =>
    `A reason has at most ${limit} characters; this one has ${length}. Please shorten it.`,
  'switch.nothingToStop': ({ article }) =>
    `Article ${article} describes a procedure: nothing is filed or proposed by it, so there is nothing to switch off.`,
  'switch.noProposals': ({ article }) =>
    `I propose nothing by ${article}. To switch the whole article off: \`/rules off ${article} under review\`.`,
  'switch.isOff': ({ article, what, by, since }) =>
    what === 'all'
      ? `<@${by}> switched ${article} off already, from ${since} on. To have it again: \`/rules on ${article}\`.`
      : `<@${by}> stopped the proposals by ${article} already, from ${since} on. To have them again: \`/rules on ${article}\`.`,
  'switch.isOn': ({ article }) => `${article} is not off. \`/rules off\` lists what is.`,
};

export const words: typeof chinese = {
  mark: { all: '(off)', proposals: '(no proposals)' },
  title: 'Switched off',
  none: 'No article is off.',
  off: {
    all: (name, since) =>
      `:no_entry: *${name}* is off from ${since} on: nothing of that day or later is filed or proposed by it.`,
    proposals: (name, since) => `:no_bell: *${name}*: I propose nothing by it from ${since} on. People may still file.`,
  },
  on: (name, since) => `:arrow_forward: *${name}* holds again from ${since} on.`,
  toldOff: {
    all: (by, name, since) =>
      `:no_entry: ${by} switched off *${name}*: nothing of ${since} or later is filed or proposed by it.`,
    proposals: (by, name, since) =>
      `:no_bell: ${by} stopped the proposals by *${name}* from ${since} on. People may still file.`,
  },
  toldOn: (by, name, since) => `:arrow_forward: ${by} switched *${name}* on again from ${since} on.`,
  reason: said => `Why: ${said}`,
  undo: number => `To have it again: \`/rules on ${number}\``,
  stands: {
    all: (by, since) => `:no_entry: *Off since ${since}*, by ${by}`,
    proposals: (by, since) => `:no_bell: *No proposals since ${since}*, by ${by}`,
  },
  history: 'When it was off',
  past: {
    all: (from, by) => `Off from ${from} on, by ${by}`,
    proposals: (from, by) => `No proposals from ${from} on, by ${by}`,
  },
  again: (from, by) => `On again from ${from} on, by ${by}`,
};
