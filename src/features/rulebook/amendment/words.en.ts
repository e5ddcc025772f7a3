/** English: amendments of the regulation. */
import { formatFen, MAX_YUAN, type MoneyFault } from '../../../kernel/money.ts';
import type { DutyWords, MatterWords, RefusalWords } from '../../../locales/command.ts';
import { quoted } from '../../../locales/quoted.ts';
import { LEAST_STEPS, MOST_STEPS } from '../ladder.ts';
import type { AmendmentRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const usages = {
  amend: { line: '/rules amend ⟦article.amend⟧', does: 'propose a change of an article to the president' },
  withdraw: { line: '/rules withdraw ⟦article.withdraw⟧', does: 'take back what I proposed and is not signed yet' },
  receipts: { line: '/rules receipts', does: 'who has not confirmed a change yet; one article with its number' },
};

export const matters = { amendment: { kind: 'amendment' } } satisfies Record<string, MatterWords>;

export const duties: Record<string, DutyWords> = {
  'rulebook.unread': { missed: 'reminders to read amendments' },
};

const example = { amend: '⟦article.amend⟧', withdraw: '⟦article.withdraw⟧', receipts: '⟦article.amend⟧' };

const faults: Record<MoneyFault, string> = {
  empty: 'there is no figure in it',
  negative: 'it is negative',
  zero: 'for no fine leave it empty',
  separator: 'leave the separators out',
  decimals: 'it has more than two decimals',
  tooLarge: `the most is ${MAX_YUAN}`,
  notANumber: 'it is not a number',
};

export const refusals: RefusalWords<AmendmentRefusals> = {
  'amendment.whichArticle': ({ deed, text }) =>
    text === ''
      ? `Which article? Give its number⟦[, for example \`/rules ${deed} ${example[deed]}\`]⟧. \`/rules\` lists them all.`
      : `There is no article “${quoted(text)}”. \`/rules\` lists them all⟦[; then type for example \`/rules ${deed} ${example[deed]}\`]⟧.`,
  'amendment.pending': ({ number, by, on }) =>
    `An amendment of ${number} by <@${by}> has been with the president since ${on}. Wait for that decision, or ask them to withdraw it.`,
  'amendment.unchanged': () => 'Nothing is changed yet. Change a text, a figure or a notice; or close the form.',
  'amendment.missing': ({ at }) =>
    at === 'why'
      ? 'Say why; everybody who looks the article up reads it, for example “Phones are used much more than in 2015.”'
      : 'This may not be empty. Both languages are needed.',
  'amendment.tooLong': ({ most }) => `That is too long: at most ${most} characters.`,
  'amendment.badFigure': ({ text, fault }) =>
    `I cannot use “${quoted(text)}”: ${faults[fault]}. Write yuan, for example 80 or 12.50; \`open\` when the filer proposes it; or leave it empty for none.`,
  'amendment.badStep': ({ text }) =>
    text === ''
      ? `Write one step a line, from ${LEAST_STEPS} to ${MOST_STEPS} of them; the last holds from then on.`
      : `“${quoted(text)}” is no step. Write for example \`notice of criticism\`, \`50\`, or \`100 + notice of criticism\`.`,
  'amendment.textSays': ({ figure }) =>
    `The text still says ${formatFen(figure, 'en', 'yuan').replace('¥', '')}; please change it too.`,
  'amendment.oneLanguage': () => 'Only the other language was changed. Change this one too, or tick “Wording only”.',
  'amendment.notOnlyWording': () =>
    'This changes what a breach costs, so it is more than wording. Put it back, or untick “Wording only”.',
  'amendment.badDay': ({ first, last }) => `Choose a day from ${first} to ${last}, for example ${first}.`,
  'amendment.overtaken': ({ number, version }) =>
    `${number} has a version ${version} by now. Look at it with \`/rules ${number}\` and propose the change again.`,
  'amendment.ended': ({ number, from }) =>
    `${number} is not in force from ${from} on, so there is nothing to change. \`/rules\` lists what is.`,
  'amendment.none': ({ number }) =>
    `No amendment of ${number} waits for the president, so nothing can be taken back. \`/rules ${number}\` shows how it stands.`,
  'amendment.notYours': ({ by }) => `<@${by}> proposed this; only they can withdraw it.`,
  'amendment.notAsked': () => 'You were not asked to confirm this. `/rules` shows the regulation.',
};

export const words: typeof chinese = {
  title: 'amendment',
  sign: 'Sign',
  reject: 'Reject',
  verdicts: {
    approved: { deed: 'Signed', done: 'Signed; it is part of the regulation, and whoever proposed it has been told.' },
    rejected: { deed: 'Rejected', done: 'Rejected; whoever proposed it has been told.' },
  },
  parts: {
    title: { 'zh-CN': 'Title (Chinese)', en: 'Title (English)' },
    text: { 'zh-CN': 'Text (Chinese)', en: 'Text (English)' },
    binds: 'Whom it binds',
    tier: 'What a breach costs',
    tierOf: label => `What a breach costs: ${label}`,
  },
  before: said => `Old: ${said}`,
  after: said => `*New:* ${said}`,
  from: date => `in force from ${date}`,
  fromOrSigned: date => `In force from ${date}, or from the day it is signed if that is later`,
  since: date => `In force from ${date}`,
  wordingOnly: 'Wording only: nobody is asked to read it',
  toBeRead: 'Everybody it binds is asked to confirm having read it',
  why: said => `Why: ${said}`,
  cut: number => `Shortened here. \`/rules ${number}\` shows the whole.`,
  formTitle: 'Amend an article',
  begins: name =>
    `*${name}*\nChange what is to change and leave the rest. The president reads old beside new and signs.`,
  beginsSigned: name => `*${name}*\nYou are the president: sending this form signs the change.`,
  coming: (version, date) =>
    `This is version ${version}, in force from ${date}. The change is dated that day or later.`,
  figure: 'Fine in yuan',
  figureOf: label => `Fine in yuan: ${label}`,
  figureHint: 'For example 80. Write open when whoever files proposes it; leave it empty for none.',
  open: 'open',
  steps: 'What it costs each time, one step a line',
  stepsHint: 'For example 50, or 100 + notice of criticism. The last holds from then on; the months stay.',
  notice: 'Notice of criticism',
  noticeOf: label => `Notice of criticism: ${label}`,
  noticeYes: 'One goes with it',
  fromLabel: 'First day in force',
  fromHint: 'Cases of earlier days stay under the version before.',
  wordingLabel: 'Wording only',
  wordingYes: 'It changes no duty and no figure',
  wordingHint: 'Then nobody is asked to confirm it',
  whyLabel: 'Why',
  whyHint: 'It stands beside the article.',
  send: 'To the president',
  sent: name => `The amendment of ${name} is with the president. You are told what becomes of it.`,
  toWithdraw: number => `To take it back: \`/rules withdraw ${number}\``,
  signedNow: (name, date) => `Signed. The new ${name} is in force from ${date}.`,
  withdrawn: name => `Withdrawn: the article ${name} stays as it is.`,
  withdraw: 'Withdraw',
  read: 'I have read it',
  toRead: (name, by) => `:scroll: ${by} signed a change of the regulation: ${name}`,
  toReadImported: name => `:scroll: The regulation has changed: ${name}`,
  imported: when => `brought in from a file on ${when}`,
  pleaseRead: 'Please read it and confirm.',
  readAt: when => `:white_check_mark: You confirmed this on ${when}.`,
  readBefore: when => `You confirmed this on ${when} already.`,
  unread: count =>
    `:scroll: Please read and confirm ${count === 1 ? 'a change' : `${count} changes`} of the regulation:`,
  unreadDone: ':scroll: You have confirmed all of these changes of the regulation:',
  allRead: (name, count) =>
    count === 1
      ? `:white_check_mark: The one person asked has confirmed having read the change of ${name}.`
      : `:white_check_mark: All ${count} people asked have confirmed having read the change of ${name}.`,
  comingVersion: (version, date) => `Version ${version}, from ${date} on`,
  signedBy: (by, when) => `signed by ${by} on ${when}`,
  signedFor: who => ` (for ${who})`,
  signedOwn: (by, when) => `proposed and signed by ${by} on ${when}`,
  proposedBy: who => `proposed by ${who}`,
  wordingMark: 'wording only',
  pending: (by, when) => `An amendment by ${by} has been with the president since ${when}`,
  toReadHere: 'You have not confirmed this change yet',
  receiptsTitle: 'Who has not confirmed',
  receiptsNone: 'Everybody who was asked has confirmed every change of the regulation.',
  receiptsNoneOf: number => `Nobody was ever asked to read a change of ${number}.`,
  receipts: (name, when, read, asked) => `*${name}*, signed ${when}: ${read} of ${asked} confirmed`,
  notYet: names => `Not yet: ${names}`,
};
