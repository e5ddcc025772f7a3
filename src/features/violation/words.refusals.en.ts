/** English: violation cases, what is said when something cannot be done. */
import { formatFen, type MoneyFault } from '../../kernel/money.ts';
import type { RefusalWords } from '../../locales/command.ts';
import { timeIn } from '../../locales/ordinal.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { anyOf, postNames } from '../../member/words.en.ts';
import type { Tier } from '../rulebook/article.ts';
import type { CaseDeed, ViolationRefusals } from './rules.ts';
import type { CaseEvent, CaseStatus } from './states.ts';

export const states: Record<CaseStatus, string> = {
  proposed: 'waiting for a leader to take it up',
  hearing: 'in hearing',
  deciding: 'waiting for a decision',
  recommended: 'waiting for the next authority',
  upheld: 'upheld, open to appeal',
  final: 'upheld and final',
  excused: 'excused',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
  appealed: 'under appeal',
  confirmed: 'confirmed on appeal',
  reduced: 'reduced on appeal',
  overturned: 'reversed on appeal',
  voided: 'voided',
};

const events: Record<CaseEvent, string> = {
  hear: 'be heard',
  heard: 'go before whoever decides',
  recommend: 'be recommended',
  uphold: 'be upheld',
  excuse: 'be excused',
  dismiss: 'be dismissed',
  withdraw: 'be withdrawn',
  finish: 'become final',
  appeal: 'be appealed against',
  confirm: 'be confirmed',
  reduce: 'be reduced',
  overturn: 'be reversed',
  void: 'be voided',
};

const faults: Record<MoneyFault, string> = {
  empty: 'there is no figure in it',
  negative: 'it is negative',
  zero: 'it is zero',
  separator: 'leave the separators out',
  decimals: 'it has more than two decimals',
  tooLarge: 'it is too large',
  notANumber: 'it is not a number',
};

const listed = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
const holders = (posts: readonly Post[]) => listed(posts.map(post => postNames[post]));
/** An example with the day behind its article; one that has been where none is known. */
const dated = (example: string, date: string | null) => example.replace(/^\S+/u, `$& ${date ?? '⟦past⟧'}`);
const tierList = (tiers: readonly Tier[]) => listed(tiers.map(({ key, label }) => `${label.en} (${key})`));
/** An example under the article it begins with, about somebody whom that binds. */
export const line = (rest: string) => `\`/violation ⟦@${rest.split(' ')[0]}⟧ ${rest}\``;

/** How the case is opened; an example where its number is not known. */
const shown = (number: number | null) =>
  number === null
    ? '`/violation show` and its number⟦[ (for example `/violation show ⟦case.show⟧`)]⟧'
    : `\`/violation show ${number}\``;

const byButton: Record<CaseDeed, (number: number | null) => string> = {
  appeal: number => `To appeal, type ${shown(number)} and press Appeal.`,
  answer: number => `To give your side, type ${shown(number)} and press Give my side, or Answer once it is decided.`,
  accept: number => `To accept, type ${shown(number)} and press Accept.`,
  decide: () => 'To decide, type `/approvals` to see what waits for you, and use its buttons.',
  takeBack: number =>
    `Not decided yet: type ${number === null ? '`/violation withdraw` and the number' : `\`/violation withdraw ${number}\``}. Decided: type \`/approvals decided\` and press Take back.`,
};

export const refusals: RefusalWords<ViolationRefusals> = {
  'violation.tooManyPeople': ({ limit }) =>
    `One incident takes at most ${limit} people. File the others by themselves.`,
  'violation.tooManyArticles': ({ limit }) =>
    `One incident takes at most ${limit} articles. File the others by themselves.`,
  'violation.personTwice': ({ accusedId }) => `<@${accusedId}> is named twice. Name each person once.`,
  'violation.articleTwice': ({ article }) => `Article ${article} is named twice. Name each article once.`,
  'violation.evidenceTooLong': ({ length, limit }) =>
    `A piece of evidence has at most ${limit} characters; this has ${length}. Shorten it, or use several lines.`,
  'violation.evidenceTooMany': ({ count, limit }) => `At most ${limit} pieces of evidence at once; these are ${count}.`,
  'violation.noAuthor': () =>
    'An app wrote this message, not a colleague. Choose a colleague’s message, or type `/violation`.',
  'violation.badLink': ({ text }) =>
    `“${quoted(text)}” is not a whole link. Write it like https://example.com/order/1.`,
  'violation.furtherBehind': ({ article, example }) =>
    `Write a further article before what happened, for example ${line(`${example.en} +${article} what happened`)}; if it is none, write it differently.`,
  'violation.articleBehind': ({ article, example }) =>
    `Write article ${article} right behind the person, for example ${line(`${example.en} what happened`)}.`,
  'violation.unknownArticle': ({ text, near }) =>
    quoted(text) === ''
      ? `Name the article and what happened after the person, for example ${line('1.4 chatting at work')}; \`/rules words\` finds it.`
      : `The regulation has no article “${quoted(text)}”.${near.length === 0 ? '' : ` Did you mean ${listed([...near])}?`} Search with \`/rules words\`, for example \`/rules online\`.`,
  'violation.notViolable': ({ article }) =>
    `Article ${article} describes a procedure, so no case is filed under it. Find the right one with \`/rules words\`.`,
  'violation.followsFromCount': ({ article }) =>
    `Article ${article} follows from counting cases and is not filed by hand; when the count is reached I ask the leader for a proposal.`,
  'violation.tierMissing': ({ article, tiers, example }) =>
    `Article ${article} covers several situations. Name one: ${tierList(tiers)}, for example ${line(`${example.en} what happened`)}.`,
  'violation.notBound': ({ article, bound, who }) =>
    bound !== 'everyone' && 'everyoneBut' in bound
      ? `In this situation article ${article} does not bind the ${holders(bound.everyoneBut)}${who === undefined ? '' : `, <@${who}> among them`}. Choose another person or another article.`
      : `Article ${article} binds only the ${holders(bound === 'everyone' ? [] : bound)}, and ${who === undefined ? 'this person' : `<@${who}>`} does not hold that post. Choose another person or another article.`,
  'violation.notYetInForce': ({ article, date, from }) =>
    `Article ${article} is in force from ${from} on, so nothing of ${date} is judged by it. Check the date, or choose another article.`,
  'violation.ended': ({ article, from }) =>
    `Article ${article} has not been in force since ${from}. Choose another article, or check the date.`,
  'violation.switchedOff': ({ article, by, since, until }) =>
    until === null
      ? `<@${by}> switched article ${article} off from ${since} on. Only what happened before that day can still be filed.`
      : `<@${by}> switched article ${article} off from ${since} on; it holds again from ${until} on. Nothing is filed for the days between.`,
  'violation.president': () =>
    'The department’s regulation does not bind the president. Choose somebody of the department.',
  'violation.amountFixed': ({ article, amount, per }) =>
    per === 'occurrence'
      ? `Article ${article} is fixed at ${formatFen(amount, 'en')} each time; leave the amount out.`
      : `Article ${article} is fixed at ${formatFen(amount, 'en')} per ${per}; give the count instead of an amount, for example ${line(`${article} x3 what happened`)}.`,
  'violation.amountOfTime': ({ article, ordinal, months, amount }) =>
    amount === null
      ? `Article ${article} has no fine the ${timeIn.en(ordinal, months)}; leave the amount out.`
      : `Article ${article} costs ${formatFen(amount, 'en')} the ${timeIn.en(ordinal, months)}; leave the amount out.`,
  'violation.amountMissing': ({ article, example }) =>
    `Article ${article} sets no amount, so give one in yuan, for example ${line(`${example.en} what happened`)}; 0 means on record without a fine.`,
  'violation.badAmount': ({ text, fault }) =>
    `I cannot read the amount “${quoted(text)}”: ${faults[fault]}. Give yuan as a figure, for example 50 or 50.5.`,
  'violation.amountTooLarge': ({ amount, most }) =>
    `${formatFen(amount, 'en')} is out of range: where an article names no amount, one case carries at most ${formatFen(most, 'en')}, for example ${line('1.1 100 no plan')}.`,
  'violation.self': () => 'Nobody files a case against themselves; tell your leader, who can.',
  'violation.noFine': ({ article }) => `Article ${article} has no fine; leave the amount out.`,
  'violation.notCounted': ({ article }) =>
    `Article ${article} is not counted; leave the count out and file each occurrence by itself.`,
  'violation.badCount': ({ article, limit }) =>
    `The count is a whole number from 1 to ${limit}, for example ${line(`${article} x3 what happened`)}.`,
  'violation.factsMissing': ({ example }) =>
    `Say what happened, for example ${line(`${example.en} absent 9:00-9:20`)}.`,
  'violation.factsTooLong': ({ length, limit }) =>
    `What happened has at most ${limit} characters; this has ${length}. Please shorten it.`,
  'violation.badDate': ({ text }) =>
    `“${quoted(text)}” is not a day I can use. Write it like ⟦past⟧, or today, or yesterday, for example ${line('1.4 yesterday chatting at work')}.`,
  'violation.unclearDate': ({ text, date, example, article }) =>
    `Is “${quoted(text)}” the day it happened? If so, write the day whole behind the article, for example ${line(`${dated(example.en, date)} what happened`)}; ${article === undefined ? 'if not, put it between other words.' : `if article ${article} is meant, write +${article}.`}`,
  'violation.unclearAmount': ({ text, example }) =>
    `Is “${quoted(text)}” an amount? If so, write it in figures behind the article, with a space after it, for example ${line(`${example.en} what happened`)}; if not, put it between other words.`,
  'violation.unclearCount': ({ text, count, example }) =>
    `Is “${quoted(text)}” the count? If so, write x${count} behind the article, for example ${line(`${example.en} what happened`)}; if not, put it between other words.`,
  'violation.dateInFuture': ({ date }) => `${date} has not come yet. Give today or an earlier day.`,
  'violation.dateTooOld': ({ date, oldest }) => `${date} is too long ago; the oldest possible day is ${oldest}.`,
  'violation.notOpen': ({ status, event }) =>
    `This case is ${states[status]} now, so it can no longer ${events[event]}.`,
  'violation.notFiler': ({ filerId }) =>
    filerId === null
      ? 'This one was proposed by the bot; whoever has the authority upholds or dismisses it.'
      : `This one was filed by <@${filerId}>, and only they can withdraw it.`,
  'violation.notAccused': () => 'Only the person concerned can appeal.',
  'violation.notFound': ({ number }) => `I found no case number ${number}. \`/violation list\` shows the numbers.`,
  'violation.duplicate': ({ number }) =>
    `You filed the same case a moment ago: it is number ${number} and is kept once.`,
  'violation.personMissing': () =>
    `Name the person first, for example ${line('1.9 jd absent 9:00-9:20')}, or type \`/violation\` alone for the form.`,
  'violation.numberMissing': ({ word, text }) =>
    `${quoted(text) === '' ? 'Give the number' : `“${quoted(text)}” is not a number of a case`}⟦[, for example \`/violation ${word} ⟦case.${word}⟧\`]⟧; \`/violation list\` shows the numbers.`,
  'violation.byButton': ({ deed, number }) => byButton[deed](number),
  'violation.noAnswer': ({ status }) => `This case is ${states[status]} now, so there is nothing to answer.`,
  'violation.appealed': ({ state, by }) =>
    state === 'pending'
      ? `You have appealed and the ${anyOf(by)} has not decided yet; to add something, press Answer.`
      : 'Your appeal has been decided; each case is appealed against once.',
  'violation.appealLate': ({ until }) =>
    until === null
      ? 'This case is final, so there is no appeal any more.'
      : `The time to appeal ended on ${until}, and the case is final.`,
  'violation.notHeard': ({ status }) => `This case is ${states[status]} now; the hearing is over.`,
  'violation.setMissing': () => 'Give an amount; write 0 for no fine.',
  'violation.reasonMissing': () => 'Please give a reason; it stays with the case.',
  'violation.unchanged': () =>
    'Nothing differs from what was asked for. Change the amount or the notice, or press Uphold on the card.',
  'violation.notLess': ({ amount }) =>
    `On appeal a decision can only become less${amount === null ? '' : `: below ${formatFen(amount, 'en')}, or without its notice`}. To leave it as it is, keep the decision.`,
  'violation.textMissing': () => 'Please write a few words before sending.',
  'violation.textTooLong': ({ length, limit }) =>
    `That is too long: at most ${limit} characters, and this has ${length}. Please shorten it.`,
  'violation.badYear': ({ text, present }) =>
    `“${quoted(text)}” is no year I have figures of, for example \`/violation stats ${present}\`.`,
  'violation.ownOnly': () => 'Only leaders read other people’s cases; `/violation list` shows your own.',
};
