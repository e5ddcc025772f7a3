/** English: violation cases. */
import type { CommandWords, MatterWords } from '../../locales/command.ts';
import { house } from '../../locales/house.en.ts';
import { ordinal } from '../../locales/ordinal.ts';
import type { Post } from '../../member/post.ts';
import { LEADERS } from '../../member/rules.ts';
import { afterwards, anyOf } from '../../member/words.en.ts';
import { before, cameTo, compensation, hearing, otherwise, setFor, split, steps, term } from './words.hearing.en.ts';
import { evidence, incident } from './words.incident.en.ts';
import { states } from './words.refusals.en.ts';
import type { words as chinese, proposals as chineseProposals } from './words.zh-CN.ts';

export { refusals } from './words.refusals.en.ts';

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
/** Who decides proposals. */
const DECIDERS: readonly Post[] = ['president', 'manager', 'supervisor'];

export const commands = {
  violation: {
    summary: 'Violations: file, look up, withdraw',
    called: ['violation', 'violations'],
    usages: [
      { line: '/violation', does: 'open the form' },
      {
        line: '/violation ⟦@presales⟧ 1.9 jd absent 9:00-9:20',
        does: 'in one line: person, article, tier, what happened',
      },
      {
        line: '/violation ⟦@presales⟧ 1.1 100 yesterday no plan',
        does: 'an amount where the article leaves it open; a date too',
      },
      {
        line: '/violation ⟦@presales⟧ 1.10 x3 three slow answers',
        does: 'a count where the article counts items or slow replies',
      },
      {
        line: '/violation ⟦@presales⟧ 1.8 +1.4 late, then chatting',
        does: 'several articles of one incident; several people too',
      },
      { line: '/violation list', does: 'leaders: all that wait for a decision; others: their own' },
      { line: '/violation list ⟦@presales⟧', does: 'leaders: all about one person', who: LEADERS },
      { line: '/violation proposals', does: 'whoever decides first: what the bot proposes to them', who: DECIDERS },
      { line: '/violation stats', does: 'leaders: figures of the year', who: LEADERS },
      { line: '/violation show ⟦case.show⟧', does: 'look at one by its number' },
      { line: '/violation withdraw ⟦case.withdraw⟧', does: 'take back what I filed and nobody decided yet' },
    ],
    shortcuts: {
      'violation.fromMessage': {
        name: 'File a case',
        description: 'File a case from this message, with the message as evidence',
      },
    },
  },
} satisfies Record<string, CommandWords>;

const number = (id: number) => `No. ${id}`;
const numbers = (ids: string) => house.joinNames(ids.split(',').map(id => number(Number(id))));

export const matters = {
  case: { kind: 'violation case' },
  appeal: { kind: 'appeal' },
} satisfies Record<string, MatterWords>;

export const proposals: typeof chineseProposals = {
  notices: (count, cases, most = '3') =>
    `${count} notices of criticism this year (${numbers(cases)}); with ${most}, transfer or dismissal is to be proposed (8.3).`,
  cases: (count, cases, most = '3') =>
    `${count} final cases under 1.1 to 1.31 (${numbers(cases)}); with ${most}, transfer or dismissal is to be proposed (1.32).`,
  grounds: (notices, notified, count, cases, most = '3', mostCases = most) =>
    `${notices} notices of criticism this year (${numbers(notified)}) and ${count} final cases under 1.1 to 1.31 (${numbers(cases)}). With ${most === mostCases ? `${most} of either` : `${most} notices or ${mostCases} cases`}, transfer or dismissal is to be proposed (8.3, 1.32).`,
};

export const words: typeof chinese = {
  proposedFromRecords: 'Proposed by the bot from its records.',
  titles: { case: 'Violation case', appeal: 'Appeal' },
  uphold: 'Uphold',
  dismiss: 'Dismiss',
  recommend: to => `Recommend to ${anyOf(to)}`,
  reverse: 'Reverse the decision',
  keep: 'Keep the decision',
  verdicts: {
    case: {
      approved: { deed: 'Upheld', done: 'Upheld; the person concerned has been told.' },
      rejected: { deed: 'Dismissed', done: 'Dismissed; whoever filed it has been told.' },
    },
    recommendation: to => ({
      approved: {
        deed: `Recommended to the ${anyOf(to)}`,
        done: `Your recommendation goes to the ${anyOf(to)} with the case.`,
      },
      rejected: { deed: 'Dismissed', done: 'Dismissed; whoever filed it has been told.' },
    }),
    appeal: {
      approved: { deed: 'Decision reversed', done: 'Reversed; the person concerned has been told.' },
      rejected: {
        mark: ':scales:',
        deed: 'Decision kept',
        done: 'Kept as it was; the person concerned has been told.',
      },
    },
  },
  states,
  waitsFor: posts => `waiting for the ${anyOf(posts)}`,
  incident,
  evidence,
  hearing,
  term,
  otherwise,
  before,
  steps,
  setFor,
  cameTo,
  split,
  compensation,
  stats: {
    title: year => `Cases of ${year}`,
    none: year => `No case was filed in ${year}.`,
    sums: (filed, final, decided) => `Filed: ${filed}; decided: ${decided}; final and counting: ${final}.`,
    days: days => `Median time from filing to decision: ${days} days.`,
    appeals: (appeals, overturned, reduced) =>
      `Appeals decided: ${appeals}; reversed ${overturned} (${Math.round((100 * overturned) / appeals)} %), reduced ${reduced}.`,
    noAppeals: 'No appeal was decided.',
    posts: list => `Final by post: ${list}.`,
    chart: year => `Cases of ${year} by month of filing`,
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    filed: 'Filed',
    final: 'Final',
    article: 'Article',
    person: 'Person',
    byArticle: 'By article',
    near: year => `Towards 1.32 (cases) and 8.3 (notices in ${year})`,
    each: (name, filed, final) => `${name} · filed ${filed}, final ${final}`,
    hint: 'Only you see this. Cases about those who lead you are not in it.',
  },
  noFine: 'no fine',
  times: (count, each) => `${count} × ${each}`,
  number,
  date: 'Date: ',
  facts: 'What happened: ',
  measure: 'Measure: ',
  basis: 'Basis: ',
  basisLabel: 'Basis of the amount',
  basisHint: 'How it was worked out, for example 2 jackets at ¥160. The person reads it and may agree.',
  person: 'Person: ',
  filedBy: 'Filed by: ',
  theBot: 'the bot',
  cut: id => `(all of it: \`/violation show ${id}\`)`,
  sameIncident: (other, total) => `Same person, same day: another ${other}, ${total} in total.`,
  notFinal: (article, count) =>
    `${times(count, 'other case', 'other cases')} under ${article} ${count === 1 ? 'is' : 'are'} not final yet and not counted.`,
  overLimit: (limit, who) => `Above ${limit}, or about the post itself: the ${anyOf(who)} decides (8.1, 8.4).`,
  overLimitBelow: (limit, who) => `Above ${limit}: the ${anyOf(who)} decides (8.1).`,
  nearby: (number, who, article, measure) => `${number} was upheld: ${who}, ${article}, ${measure}.`,
  nearbySum: (others, days, sum, limit, who) =>
    `With ${others} within ${days} days it comes to ${sum}: more than the ${limit} that the ${anyOf(who)} decides (8.1).`,
  nearbyHint: id => `Look whether one incident was split: \`/violation show ${id}\``,
  recommendation: who => `${who} recommends: `,
  recommended: who => `${who} recommends it`,
  inPlaceOf: who => ` (for ${who})`,
  answer: 'Answer: ',
  appeal: 'Appeal: ',
  appealStates: {
    pending: who => `The appeal waits for the ${anyOf(who)}; until then it does not count`,
    approved: who => `The appeal succeeded; ${who} reversed the decision`,
    reduced: who => `The appeal succeeded in part; ${who} reduced the decision`,
    rejected: who => `The appeal did not succeed; ${who} keeps the decision`,
    withdrawn: 'The appeal was withdrawn',
  },
  decided: {
    upheld: (who, when) => `Upheld by ${who}, ${when}`,
    excused: (who, when) => `Excused by ${who}, ${when}`,
    dismissed: (who, when) => `Dismissed by ${who}, ${when}`,
    withdrawn: (who, when) => `Withdrawn by ${who}, ${when}`,
    overturned: (who, when) => `Upheld by ${who}, ${when}; later reversed`,
  },
  voided: (who, when) => `Voided by ${who}, ${when}`,
  reason: text => `Reason: ${text}`,
  formTitle: 'File a violation',
  personLabel: 'Person or people',
  articleLabel: 'Article',
  articlePlaceholder: 'Number, title or words of it',
  tierLabel: 'Situation',
  dateLabel: 'Date',
  factsLabel: 'What happened',
  factsHint: 'When, where and what. The person reads it.',
  amountLabel: 'Amount (yuan)',
  amountHint: 'For example 50 or 50.5; 0 means on record without a fine.',
  amountMayHint: 'Leave it empty to put the case on record without a fine.',
  countLabel: { item: 'Number of items', response: 'Number of slow replies' },
  noticeLabel: 'Notice of criticism',
  noticeOption: 'Add 1 notice of criticism',
  noticeHint: 'Once upheld, name and article are posted; never facts or fines',
  chooseFirst: ':point_up: Choose the person and the article to see its text, the amount and who decides.',
  chooseTier: ':point_up: Please choose the situation too.',
  chooseAmount: ':point_up: Please give an amount too.',
  preview: {
    heard: when => `:ear: The person is heard first, until ${when}.`,
    heardAll: when => `:ear: Each of them is heard first, until ${when}.`,
    mine: ':scales: You decide it then.',
    decided: ':scales: Within your authority: decided by you on filing.',
    decidedFor: who => `:scales: Decided by you on filing, in the place of ${who}.`,
    recommends: names => `:scales: Beyond your authority: goes to ${names} with your recommendation.`,
    first: names => `:scales: Any one of ${names} takes it up.`,
    firstOne: name => `:scales: ${name} takes it up.`,
    leader: names => `:scales: Any one of ${names} decides.`,
    leaderThen: (names, later) => `:scales: Any one of ${names} recommends, ${afterwards(later)}.`,
    oneThen: (name, later) => `:scales: ${name} recommends, ${afterwards(later)}.`,
    president: names => `:scales: ${names} decides.`,
  },
  nobody: posts => `the ${anyOf(posts)}`,
  filed: (number, who, article, measure) => `:white_check_mark: Filed as ${number}: ${who}, ${article}, ${measure}.`,
  wentTo: {
    heard: when => `The person has been told and is heard until ${when}.`,
    heardAll: when => `Each of them has been told and is heard until ${when}.`,
    mine: 'You decide it; the card comes after the hearing.',
    decided: 'It is within your authority and upheld by your filing; the person has been told.',
    decidedFor: who => `It is upheld by your filing, in the place of ${who}; the person has been told.`,
    recommends: names =>
      `It is beyond your authority and went to ${names} with your recommendation; you will get a direct message.`,
    first: names => `Any one of ${names} takes it up; you will get a direct message.`,
    firstOne: name => `${name} takes it up; you will get a direct message.`,
    leader: names => `Any one of ${names} decides; you will get a direct message.`,
    leaderThen: (names, later) =>
      `Any one of ${names} recommends, ${afterwards(later)}; you will get a direct message.`,
    oneThen: (name, later) => `${name} recommends, ${afterwards(later)}; you will get a direct message.`,
    president: names => `It went to ${names}; you will get a direct message.`,
  },
  alreadyFiled: what => `:warning: Already filed for that day: ${what}.`,
  withdrawn: what => `Withdrawn: ${what}.`,
  listTitles: {
    person: who => `Cases of ${who}`,
    own: 'My cases, and those I filed',
    open: 'Cases waiting for a decision',
  },
  listEmpty: {
    person: who => `There are no cases of ${who} that you can look into.`,
    own: 'There are no cases of yours, and you filed none.',
    open: 'No case waits for a decision.',
  },
  listHint:
    'For details give a number⟦[, for example `/violation show ⟦case.show⟧`]⟧⟦[; to take one back, `/violation withdraw ⟦case.withdraw⟧`]⟧.',
  toAccused: {
    title: number => `*Violation case ${number}*`,
    text: (number, article) => `Violation case ${number}: ${article}`,
    intro: 'This was decided by the department’s regulation.',
    reversed: ':leftwards_arrow_with_hook: *Reversed*; it no longer counts.',
    voided: ':leftwards_arrow_with_hook: *Voided*; it no longer counts.',
    noticeCount: (count, most) =>
      `This is your ${ordinal(count)} notice of criticism this year (${most} lead to a proposal of transfer or dismissal, 8.3).`,
    howToAnswer: who =>
      `If it happened differently, press Answer; whoever decided will read it. To contest the decision, press Appeal; the ${anyOf(who)} reviews each case once.`,
  },
  outcome: (number, who, article, state) => `${number} (${who}, ${article}): *${state}*`,
  answered: (who, number, article) => `${who} answers to ${number} (${article}):`,
  appealDecided: {
    approved: (number, article) =>
      `:leftwards_arrow_with_hook: ${number} (${article}) was reversed on appeal and no longer counts.`,
    reduced: (number, article, left) => `${number} (${article}) was reduced on appeal and is now: ${left}.`,
    rejected: (number, article) => `The appeal against ${number} (${article}) is decided: the decision stands.`,
  },
  notice: (who, article, date) => `:loudspeaker: *Notice of criticism, ${date}*\n${who}: ${article}.`,
  noticeReversed: (who, article, date) =>
    `:leftwards_arrow_with_hook: *Notice of criticism taken back*\nThe notice to ${who} under ${article} (${date}) was reversed.`,
  answerButton: 'Answer',
  appealButton: 'Appeal',
  answerTitle: 'Answer',
  answerLabel: 'Your answer',
  answerHint: 'Kept with the case and not changed afterwards; whoever decides reads it.',
  answerSent: 'Your answer is kept and was passed on to whoever decided. You can add to it later.',
  appealTitle: 'Appeal',
  appealLabel: 'Why it should be reversed or reduced',
  appealHint: who => `The ${anyOf(who)} decides. Until then it does not count; one appeal for each case.`,
  appealSent: who =>
    `Your appeal is with the ${anyOf(who)}; you will get a direct message. Until then it does not count.`,
  own: {
    title: 'Violations',
    filed: 'Filed by me, the person is being heard',
    notices: (count, threshold) =>
      `Notices of criticism this year: ${count} (${threshold} lead to a proposal of transfer or dismissal, 8.3).`,
    hint: 'For details, to answer or to appeal, give a number⟦[, for example `/violation show ⟦case.show⟧`]⟧.',
  },
};

/** So many of what is erased. */
export const erased = {
  cases: (count: number) =>
    `${count} ${count === 1 ? 'case with its facts, reasons and appeal' : 'cases with their facts, reasons and appeals'}`,
  answers: (count: number) => `${count} ${count === 1 ? 'answer to a case' : 'answers to cases'}`,
  evidence: (count: number) => `${count} ${count === 1 ? 'piece of evidence' : 'pieces of evidence'}`,
};
