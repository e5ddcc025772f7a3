/** English: help. */

import type { ConfirmationRefusals } from '../../kernel/confirmation.ts';
import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { HelpRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const commands = {
  help: {
    summary: 'All commands and how to use them',
    called: ['help', 'commands'],
    usages: [
      { line: '/help', does: 'list all commands' },
      { line: '/help leave', does: 'one command with all its forms' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<HelpRefusals & ConfirmationRefusals> = {
  'line.gone': () => 'This no longer waits for your confirmation, and nothing was done. Please type the line again.',
  'line.taken': ({ at }) => `You confirmed this on ${at}; it is not done twice.`,
  'help.noSuchCommand': ({ text, names }) =>
    `There is no command “${quoted(text)}”. There are ${names.join(', ')}. For example \`/help leave\`.`,
};

export const words: typeof chinese = {
  title: 'All commands',
  intro: 'A command alone opens its form or shows its result; every line below can be typed as it stands.',
  onlyFirst:
    'All forms of one command: `/help` and its name, for example `/help leave`. Numbers in brackets are articles.',
  alsoByEntry:
    '`/tiaoli leave …` works for every command too. In a direct message or when you mention me, leave out the slash: `leave tomorrow sick`.',
  noPost:
    ':wave: You hold no post yet, so only the help is open to you. Ask the manager or deputy to type `/post ⟦@me⟧ presales` with your post; then every command works.',
};
