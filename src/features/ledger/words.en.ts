/** English: the ledger. */
import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Kind, LedgerRefusals } from './rules.ts';
import type { MonthState } from './states.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const commands = {
  ledger: {
    summary: 'Ledger: a month’s deductions, incentives and compensation',
    called: ['ledger'],
    usages: [
      { line: '/ledger', does: 'this month: my own lines; manager and president: everybody’s' },
      { line: '/ledger last month', does: 'the month before; or any month, such as 2026-12' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const duties: Record<string, DutyWords> = {
  'ledger.ask': { missed: 'asking the manager to sign last month’s ledger' },
};

const posts = { manager: 'the manager', president: 'the president' } as Record<string, string>;

export const refusals: RefusalWords<LedgerRefusals> = {
  'ledger.badMonth': ({ text, example }) =>
    `“${quoted(text)}” is not a month. Write it like ${example}, for example \`/ledger ${example}\`.`,
  'ledger.byButton': ({ deed, month }) =>
    `To ${deed}, type \`/ledger ${month}\` and press ${deed === 'sign' ? 'Sign' : 'Export for payroll'}; only the manager and the president see the button.`,
  'ledger.monthInFuture': ({ month, now }) =>
    `${month} has not come yet. The latest month to look at is this one: \`/ledger ${now}\`.`,
  'ledger.notOver': ({ month, next }) => `${month} is not over; it can be signed from ${next} on.`,
  'ledger.nothing': ({ month }) => `There is nothing in the ledger of ${month}, so it needs no signature.`,
  'ledger.earlierFirst': ({ month }) => `${month} has to be signed first: \`/ledger ${month}\`.`,
  'ledger.maySign': ({ post }) => `This signature is ${posts[post] ?? post}’s.`,
  'ledger.mayExport': () => 'Only the manager and the president export it; `/ledger` shows your own lines.',
  'ledger.managerFirst': ({ month }) => `The manager signs the ledger of ${month} first, and the president after that.`,
  'ledger.signedAlready': ({ month, by, at }) => `The ledger of ${month} was signed by <@${by}>, ${at}.`,
  'ledger.changed': ({ month }) =>
    `The ledger of ${month} has just changed, so it was not signed. Look at \`/ledger ${month}\` and sign there.`,
  'ledger.notSigned': ({ month }) =>
    `Manager and president both sign ${month} before it is exported. \`/ledger ${month}\` shows how far it is.`,
};

const states: Record<MonthState, string> = {
  open: 'not signed',
  checked: 'signed by the manager, waiting for the president',
  signed: 'signed, not exported',
  exported: 'exported',
};

const kinds: Record<Kind, [one: string, several: string]> = {
  deduction: ['fine', 'fines'],
  compensation: ['compensation', 'compensation'],
  incentive: ['incentive', 'incentives'],
};

export const words: typeof chinese = {
  title: (month, state) => `Ledger · ${month} · ${states[state]}`,
  ownTitle: month => `My ledger · ${month}`,
  none: month => `There is nothing in the ledger of ${month}.`,
  ownNone: month => `There is nothing of yours in the ledger of ${month}.`,
  kind: (kind, several) => kinds[kind][several ? 1 : 0],
  part: (label, amount) => `${label} ${amount}`,
  carriedIn: amount => `carried from before ${amount}`,
  charged: amount => `charged this month ${amount}`,
  carriedOut: amount => `carried over ${amount}`,
  net: amount => `balance ${amount}`,
  total: count => `*${count} ${count === 1 ? 'person' : 'people'}*`,
  sources: { case: numbers => `case ${numbers}`, praise: numbers => `praise ${numbers}` },
  takesBack: ' (takes back an earlier month’s)',
  backs: { case: numbers => `takes back case ${numbers}`, praise: numbers => `takes back praise ${numbers}` },
  cap: amount => `Fines are charged up to ${amount} a month for each person; the rest is carried over.`,
  law: 'The ledger only records; it pays and deducts nothing. Whether an employer may take money for a breach is reported to differ by region. Compensation is reported as at most 20% of a month’s wage, and never below the minimum wage. This is no legal advice.',
  checked: (who, at) => `Signed by the manager ${who}, ${at}`,
  signed: (who, at) => `Signed by the president ${who}, ${at}`,
  exported: (who, at) => `Exported by ${who}, ${at}`,
  sign: 'Sign',
  signSure: 'Once signed the month changes no more; what is put right later goes into a later month.',
  signNow: 'Sign',
  notYet: 'Not yet',
  export: 'Export for payroll',
  exportDone: month => `The ledger of ${month} is exported; the file is in your messages with me.`,
  exportAgain: (month, who, at) =>
    `The ledger of ${month} was exported by ${who}, ${at}. The same file is in your messages with me again.`,
  exportLost: month =>
    `The ledger of ${month} is exported, but Slack did not take the file. Press the button again: the same file comes.`,
  own: { title: 'Ledger', hint: '`/ledger` shows the lines.' },
  sheet: {
    file: month => `ledger-${month}.xlsx`,
    title: month => `Ledger ${month}`,
    head: [
      ...['Name', 'Month', 'Fines (yuan)', 'Incentives (yuan)', 'Compensation (yuan)'],
      ...['Carried from before (yuan)', 'Carried over (yuan)', 'Net (yuan)', 'Cases', 'Praises'],
    ],
  },
};
