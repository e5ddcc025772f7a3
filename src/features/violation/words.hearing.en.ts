/** English: violation cases, what is said while the member is heard, and while they may appeal. */

import { ordinal } from '../../locales/ordinal.ts';
import { anyOf } from '../../member/words.en.ts';
import type * as chinese from './words.hearing.zh-CN.ts';

export const hearing: typeof chinese.hearing = {
  title: number => `*${number}: you are heard first*`,
  text: (number, article) => `${number}: ${article}. What do you say to it?`,
  intro: 'This was put forward about you. Nothing is decided yet.',
  asked: 'Asked for: ',
  until: when =>
    `Reply by ${when}: press Accept if it is true, or Give my side if it is not. Without a reply it goes to whoever decides then.`,
  accepted: when => `You accepted it on ${when}. It now waits for a decision.`,
  answered: 'Your side has been passed on to whoever decides.',
  over: 'The time to reply is over; it now waits for a decision. You can still add to it with Give my side.',
  hurried: (who, reason) => `${who} did not wait for the end of this time: ${reason}`,
  ended: state => `Now: *${state}*`,
  acceptButton: 'Accept',
  answerButton: 'Give my side',
  acceptConfirm: {
    title: 'Accept',
    text: 'Is it true, and do you accept what is asked for? It then goes to whoever decides.',
    confirm: 'Accept',
    deny: 'Not yet',
  },
  acceptSent: number => `Kept: you accept ${number}. It now waits for a decision; you will get a direct message.`,
  heard: {
    accepted: when => `Accepted by the person (${when}).`,
    agreed: when => `The person agreed to make it good (${when}).`,
    acceptedLess: (asked, when) => `The person accepted ${asked} (${when}); it was raised after that.`,
    acceptedFirst: when => `The person accepted (${when}), then gave their side, below.`,
    answered: 'The person gave their side, below.',
    silent: when => `The person did not reply by ${when}.`,
    open: when => `The person is being heard until ${when}.`,
    hurried: (who, reason) => `${who} did not wait for the end of the hearing: ${reason}`,
  },
  hurryButton: 'Decide without waiting',
  hurryTitle: 'Decide without waiting',
  hurryLabel: 'Why it cannot wait',
  hurryHint: 'Kept with the case; the person reads it too.',
  hurrySent: number => `${number} now waits for a decision.`,
  closed: {
    excused: (number, article) => `${number} (${article}) is excused and does not count.`,
    dismissed: (number, article) => `${number} (${article}) is dismissed and does not count.`,
    withdrawn: (number, article) => `${number} (${article}) was taken back; nothing follows from it.`,
  },
};

export const term: typeof chinese.term = {
  howTo: (when, who) =>
    `If it happened differently, press Answer. To contest the decision, press Appeal by ${when}; the ${anyOf(who)} reviews each case once. Without an appeal it is final then.`,
  noticeIfFinal: (count, most) =>
    `Once final, this is your ${ordinal(count)} notice of criticism this year (${most} lead to a proposal of transfer or dismissal, 8.3).`,
  noticeIfAllFinal: (count, most) =>
    `If all become final, this is your ${ordinal(count)} notice of criticism this year (${most} lead to a proposal of transfer or dismissal, 8.3).`,
  final: when => `Final since ${when}.`,
  until: when => `Open to appeal until ${when}.`,
};

export const otherwise: typeof chinese.otherwise = {
  button: 'Decide otherwise',
  reduceButton: 'Reduce',
  howLabel: 'How',
  how: { terms: 'Uphold, on other terms', excuse: 'Excuse: it happened, and nothing follows from it' },
  amountLabel: 'Amount (yuan)',
  amountHint: '0 means on record without a fine.',
  noticeLabel: 'Notice of criticism',
  noticeOption: '1 notice of criticism',
  reasonLabel: 'Reason',
  reasonHint: 'The person and whoever filed it read it.',
  verdicts: {
    excused: { deed: 'Excused', done: 'Excused; the person and whoever filed it have been told.' },
    reduced: { deed: 'Reduced', done: 'Reduced; the person concerned has been told.' },
  },
};

const setBy = (who: string) => (who === '' ? '' : ` (${who})`);

export const steps: typeof chinese.steps = {
  asked: (costs, who) => `Asked for: ${costs}${setBy(who)}`,
  recommended: (costs, who) => `Recommended: ${costs}${setBy(who)}`,
  decided: (costs, who) => `Decided: ${costs}${setBy(who)}`,
  appealed: (costs, who) => `After appeal: ${costs}${setBy(who)}`,
};
export const setFor: typeof chinese.setFor = (who, principal) => `${who} for ${principal}`;

export const cameTo: typeof chinese.cameTo = {
  asked: (costs, asked) => `, with ${costs} (asked for: ${asked})`,
  recommended: (costs, recommended) => `, with ${costs} (you recommended: ${recommended})`,
};

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const before: typeof chinese.before = (final, standing) => {
  const isFirst = final.cases + final.notices === 0;
  if (isFirst && standing.cases + standing.notices === 0)
    return 'No case upheld before (1.1 to 1.31), and no notice of criticism this year.';
  const said = isFirst
    ? 'Final before (1.1 to 1.31): none.'
    : `Final before: ${[
        ...(final.cases === 0 ? [] : [`${counted(final.cases, 'case')} (1.1 to 1.31)`]),
        ...(final.notices === 0 ? [] : [`${counted(final.notices, 'notice')} this year`]),
      ].join(', ')}.`;
  const more = [
    ...(standing.cases === 0 ? [] : [counted(standing.cases, 'case')]),
    ...(standing.notices === 0 ? [] : [counted(standing.notices, 'notice')]),
  ];
  const state = standing.appealed ? 'Upheld, not final yet' : 'Upheld, open to appeal';
  return more.length === 0 ? said : `${said} ${state}: ${more.join(', ')}.`;
};

export const split: typeof chinese.split = (days, other) =>
  `Another ${other} about this person within ${days} days. Look whether one incident was split.`;
export const compensation: typeof chinese.compensation = limit =>
  limit === null
    ? 'Compensation, no fine: it counts towards no limit (8.1).'
    : `Compensation, no fine: it is not counted in the ${limit} (8.1).`;
