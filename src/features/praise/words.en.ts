/** English: praise. */
import type { MoneyFault } from '../../kernel/money.ts';
import type { CommandWords, MatterWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { LEADERS } from '../../member/rules.ts';
import { afterwards, anyOf } from '../../member/words.en.ts';
import type { PraiseEvent, PraiseRefusals, PraiseStatus } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const commands = {
  praise: {
    summary: 'Praise and incentives: file, look up, withdraw',
    called: ['praise', 'reward', 'bonus'],
    usages: [
      { line: '/praise', does: 'open the form' },
      {
        line: '/praise ⟦@presales⟧ no bad review all week',
        does: 'in one line: person and why; a notice of praise is posted',
      },
      {
        line: '/praise ⟦@presales⟧ 100 yesterday stayed late for a customer',
        does: 'with an incentive in yuan; a date too',
      },
      {
        line: '/praise ⟦@presales⟧ -notice quietly took over a shift',
        does: 'without a notice: only the person is told',
      },
      { line: '/praise list', does: 'mine and those I filed; leaders: of those they decide about' },
      { line: '/praise list ⟦@presales⟧', does: 'leaders: all of one person', who: LEADERS },
      { line: '/praise show ⟦praise.show⟧', does: 'look at one by its number' },
      { line: '/praise withdraw ⟦praise.withdraw⟧', does: 'take back what I filed and nobody decided yet' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const matters = { praise: { kind: 'praise' } } satisfies Record<string, MatterWords>;

const states: Record<PraiseStatus, string> = {
  proposed: 'waiting for a decision',
  recommended: 'waiting for the next authority',
  granted: 'granted',
  declined: 'declined',
  withdrawn: 'withdrawn',
  voided: 'taken back',
};

const events: Record<PraiseEvent, string> = {
  recommend: 'be recommended',
  grant: 'be granted',
  decline: 'be declined',
  withdraw: 'be withdrawn',
  void: 'be taken back',
};

const faults: Record<MoneyFault, string> = {
  empty: 'there is no figure in it',
  negative: 'it is negative',
  zero: 'without an incentive leave it out',
  separator: 'leave the separators out',
  decimals: 'it has more than two decimals',
  tooLarge: 'it is too large',
  notANumber: 'it is not a number',
};

const line = (rest: string) => `\`/praise ⟦@presales⟧ ${rest}\``;

export const refusals: RefusalWords<PraiseRefusals> = {
  'praise.personMissing': () =>
    `Name the person first, for example ${line('no bad review all week')}, or type \`/praise\` alone for the form.`,
  'praise.tooMany': ({ limit }) =>
    `At most ${limit} people at once; use several lines, for example ${line('no bad review all week')}.`,
  'praise.self': () => `Nobody praises themselves. Name a colleague, for example ${line('no bad review all week')}.`,
  'praise.president': () =>
    'The department’s regulation does not bind the president. Choose somebody of the department.',
  'praise.whyMissing': () => `Say what the praise is for, for example ${line('100 no bad review all week')}.`,
  'praise.whyTooLong': ({ length, limit }) =>
    `The reason has at most ${limit} characters; this has ${length}. Please shorten it.`,
  'praise.badAmount': ({ text, fault }) =>
    `I cannot use the amount “${quoted(text)}”: ${faults[fault]}. Give yuan as a figure, for example 50 or 50.5.`,
  'praise.unclearAmount': ({ text, figure }) =>
    `Is “${quoted(text)}” money? If so, write it as ¥${figure ?? '50'}, for example ${line(`¥${figure ?? '50'} smiles at everybody`)}; if not, put it between other words.`,
  'praise.badDate': ({ text }) =>
    `“${quoted(text)}” is not a day I can use. Write it like ⟦past⟧, or today, or yesterday, for example ${line('yesterday helped out')}.`,
  'praise.unclearDate': ({ text, date }) =>
    `Is “${quoted(text)}” a day? If so, write it whole, for example ${line(`${date ?? '⟦past⟧'} helped out`)}; write money as ¥50, and anything else between other words.`,
  'praise.dateInFuture': ({ date }) => `${date} has not come yet. Give today or an earlier day.`,
  'praise.dateTooOld': ({ date, oldest }) => `${date} is too long ago; the oldest possible day is ${oldest}.`,
  'praise.notOpen': ({ status, event }) =>
    `This praise is ${states[status]} now, so it can no longer ${events[event]}.`,
  'praise.notFiler': ({ filerId }) => `This praise was filed by <@${filerId}>, and only they can withdraw it.`,
  'praise.notFound': ({ number }) => `I found no praise number ${number}. \`/praise list\` shows the numbers.`,
  'praise.numberMissing': ({ word, text }) =>
    `${quoted(text) === '' ? 'Give the number' : `“${quoted(text)}” is not a number of a praise`}⟦[, for example \`/praise ${word} ⟦praise.${word}⟧\`]⟧; \`/praise list\` shows the numbers.`,
  'praise.duplicate': ({ number }) =>
    `You filed the same praise a moment ago: it is number ${number} and is kept once.`,
  'praise.takenBackElsewhere': ({ number }) =>
    `Not decided yet: type ${number === null ? '`/praise withdraw` and the number' : `\`/praise withdraw ${number}\``}. Decided: type \`/approvals decided\` and press Take back.`,
  'praise.ownOnly': () => 'Only leaders read other people’s praises; `/praise list` shows your own.',
};

export const words: typeof chinese = {
  title: 'Praise',
  grant: 'Grant',
  decline: 'Decline',
  recommend: to => `Recommend to ${anyOf(to)}`,
  verdicts: {
    praise: {
      approved: { deed: 'Granted', done: 'Granted; the person and whoever filed it have been told.' },
      rejected: { deed: 'Declined', done: 'Declined; whoever filed it has been told.' },
    },
    recommendation: to => ({
      approved: {
        deed: `Recommended to the ${anyOf(to)}`,
        done: `Your recommendation goes to the ${anyOf(to)} with the praise.`,
      },
      rejected: { deed: 'Declined', done: 'Declined; whoever filed it has been told.' },
    }),
  },
  states,
  waitsFor: posts => `waiting for the ${anyOf(posts)}`,
  number: id => `No. ${id}`,
  incentive: amount => `incentive ${amount}`,
  withNotice: 'notice of praise',
  onRecord: 'on record, without a notice',
  each: measure => `each ${measure}`,
  date: 'Date: ',
  why: 'Why: ',
  measure: 'Measure: ',
  person: 'Person: ',
  filedBy: 'Filed by: ',
  cut: id => `(all of it: \`/praise show ${id}\`)`,
  sameIncident: (other, total) => `Same person, same day: another incentive of ${other}, ${total} in total.`,
  overLimit: (limit, who) => `Above ${limit}: the ${anyOf(who)} decides (8.1, 8.4).`,
  recommendation: who => `${who} recommends: `,
  recommended: who => `${who} recommends it`,
  inPlaceOf: who => ` (for ${who})`,
  decided: {
    granted: (who, when) => `Granted by ${who}, ${when}`,
    declined: (who, when) => `Declined by ${who}, ${when}`,
    withdrawn: (who, when) => `Withdrawn by ${who}, ${when}`,
    voided: (who, when) => `Granted by ${who}, ${when}`,
  },
  takenBack: (who, when) => `Taken back by ${who}, ${when}`,
  reason: text => `Reason: ${text}`,
  formTitle: 'Praise',
  peopleLabel: 'Who',
  whyLabel: 'Why',
  whyHint: 'What they did. They read it once it is decided; it is never posted.',
  amountLabel: 'Incentive for each (yuan)',
  amountHint: 'For example 50 or 50.5; leave it empty for none.',
  dateLabel: 'The day it is for',
  noticeLabel: 'Notice of praise',
  noticeOption: 'Post a notice of praise',
  noticeHint: 'Once granted, the name is posted; never why or how much',
  chooseFirst: ':point_up: Choose the people to see who decides.',
  preview: {
    decided: ':clap: Within your authority: decided by you on filing.',
    decidedFor: who => `:clap: Decided by you on filing, in the place of ${who}.`,
    recommends: names => `:clap: Beyond your authority: goes to ${names} with your recommendation.`,
    firstOne: name => `:clap: ${name} takes it up.`,
    oneThen: (name, later) => `:clap: ${name} recommends, ${afterwards(later)}.`,
    first: names => `:clap: Any one of ${names} takes it up.`,
    leader: names => `:clap: Any one of ${names} decides.`,
    leaderThen: (names, later) => `:clap: Any one of ${names} recommends, ${afterwards(later)}.`,
    president: names => `:clap: ${names} decides.`,
  },
  nobody: posts => `the ${anyOf(posts)}`,
  forOne: (who, text) => `${who}: ${text}`,
  toFile: names => `Praise for ${names}`,
  named: (who, number) => `${who} (${number})`,
  filed: (names, measure) => `:white_check_mark: Praise filed for ${names}: ${measure}.`,
  wentTo: {
    decided: 'It is within your authority and granted by your filing; they have been told.',
    decidedFor: who => `It is granted by your filing, in the place of ${who}; they have been told.`,
    recommends: names =>
      `It is beyond your authority and went to ${names} with your recommendation; you will get a direct message.`,
    firstOne: name => `${name} takes it up; you will get a direct message.`,
    oneThen: (name, later) => `${name} recommends, ${afterwards(later)}; you will get a direct message.`,
    first: names => `Any one of ${names} takes it up; you will get a direct message.`,
    leader: names => `Any one of ${names} decides; you will get a direct message.`,
    leaderThen: (names, later) =>
      `Any one of ${names} recommends, ${afterwards(later)}; you will get a direct message.`,
    president: names => `It went to ${names}; you will get a direct message.`,
  },
  withdrawn: what => `Withdrawn: ${what}.`,
  listTitles: { person: who => `Praises of ${who}`, own: 'My praises, and those I filed', all: 'Praises of this year' },
  listEmpty: {
    person: who => `There are no praises of ${who} that you can look into.`,
    own: 'There are no praises of yours, and you filed none.',
    all: 'There are no praises of this year that you can look into.',
  },
  listHint:
    'For details give a number⟦[, for example `/praise show ⟦praise.show⟧`]⟧⟦[; to take one back, `/praise withdraw ⟦praise.withdraw⟧`]⟧.',
  toPraised: {
    title: number => `:clap: *You were praised* (${number})`,
    text: number => `You were praised (${number})`,
  },
  toPraisedVoided: {
    title: number => `:leftwards_arrow_with_hook: *This praise was taken back* (${number})`,
    text: number => `This praise was taken back (${number})`,
  },
  outcome: (number, who, state) => `Praise for ${who} (${number}): *${state}*`,
  notice: (names, date) => `:clap: *Notice of praise*\n${names}. ${date}`,
  noticeVoided: (names, date) =>
    `:leftwards_arrow_with_hook: *Notice of praise taken back*\nThe notice of ${date} for ${names} was taken back.`,
  own: {
    title: 'Praise',
    total: (count, sum) =>
      `${count} ${count === 1 ? 'praise' : 'praises'} this year${sum === null ? '' : `, ${sum} in total`}.`,
    hint: 'For details give a number⟦[, for example `/praise show ⟦praise.show⟧`]⟧.',
  },
};

/** So many of what is erased. */
export const erased = {
  praises: (count: number) => `${count} ${count === 1 ? 'praise with its reasons' : 'praises with their reasons'}`,
};
