/** What is said of a case in several of its views: what it comes to, how the member was heard, how it was decided. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { type Fen, fen, sumFen } from '../../kernel/money.ts';
import { amountText } from '../../locales/amount.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { levelOf } from '../../member/post.ts';
import { section } from '../../slack/button.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import { tierName, timeText } from '../rulebook/views.ts';
import type { CaseFacts } from './messages.ts';
import { settledBy } from './route.ts';
import { partsOfKey } from './rules.ts';
import { isOpen } from './states.ts';
import { areSame, type Step } from './steps.ts';

/** Room for what people typed in one message, which holds 12,000 characters in all. */
export const ROOM = 8_000;
/** Of each reason of a decision. */
const REASON_ROOM = 600;
export const ANSWERS_SHOWN = 3;

/** One line: number, article and tier, day. Names nobody and no amount, as it may stand in a notification. */
export function caseLine(facts: Pick<CaseFacts, 'id' | 'article' | 'tier' | 'date' | 'rule'>, reader: Reader): string {
  const { violation: words } = reader.t;
  return `${words.number(facts.id)} · ${tierName(facts, reader)} · ${day(facts.date, reader)}`;
}

/** How it stands; what was recommended names who decides it. */
export function caseState({ state, waitsFor }: Pick<CaseFacts, 'state' | 'waitsFor'>, reader: Reader): string {
  const { violation: words } = reader.t;
  return state === 'recommended' && waitsFor !== null
    ? words.waitsFor(levelOf(waitsFor, reader.levels).posts)
    : words.states[state];
}

/** That it is beyond those who are asked first, and who settles it. */
export function overLimit({ goesOn }: CaseFacts, reader: Reader): string {
  if (goesOn === null) return '';
  const { violation: words } = reader.t;
  const { by, above } = settledBy(goesOn, reader.levels);
  const word = goesOn.needs === 'president' ? words.overLimit : words.overLimitBelow;
  return word(amountText(above, reader), levelOf(by, reader.levels).posts);
}

/** What a case comes to, and by which time it is where there is a ladder. */
export type Measured = Pick<CaseFacts, 'amount' | 'count' | 'notice' | 'consequence'> &
  Pick<CaseFacts, 'article' | 'tier' | 'rule' | 'ordinal'>;

/** What follows from the case: '¥150 (3 × ¥50) · 1 notice of criticism'; under a ladder '2nd time in 12 months: ¥50'. */
export function measure(facts: Measured, reader: Reader): string {
  const costs = costsOf(facts, reader);
  return facts.ordinal === null ? costs : timeText(facts, facts.ordinal, costs, reader);
}

/** The same without which time it is. */
export function costsOf(facts: Pick<Measured, 'amount' | 'count' | 'notice' | 'consequence'>, reader: Reader): string {
  const { violation: words } = reader.t;
  const { amount, count, notice, consequence } = facts;
  const parts: string[] = [];
  if (consequence !== null) parts.push(reader.t.rulebook.consequences[consequence]);
  if (amount !== null) parts.push(`${amountText(amount, reader)}${timesOf(amount, count, reader)}`);
  else if (consequence === null) parts.push(words.noFine);
  if (notice) parts.push(reader.t.rulebook.withNotice);
  return parts.join(' · ');
}

/** How a compensation was worked out; '' where nothing was said of it, and of a fine. */
export function basisText({ basis }: Pick<CaseFacts, 'basis'>, reader: Reader): string {
  return basis === null ? '' : `${reader.t.violation.basis}${wordsOf(basis, reader)}`;
}

/** How the member was heard, for those who decide; '' where they were not. */
export function heardText(facts: CaseFacts, urgent: string, reader: Reader): string {
  const { heard } = reader.t.violation.hearing;
  const { hearingUntil, acceptedAt, urgentBy, answers, state } = facts;
  if (hearingUntil === null) return '';
  const until = moment(hearingUntil, reader);
  const lines = [
    acceptedAt !== null
      ? acceptedText(facts, acceptedAt, reader)
      : answers.length > 0
        ? heard.answered
        : state === 'hearing'
          ? heard.open(until)
          : urgentBy === null
            ? heard.silent(until)
            : '',
    urgentBy === null ? '' : heard.hurried(person(urgentBy), urgent),
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** That they accepted, which is what was asked for then: not what was raised since, and not what they said after it. */
function acceptedText(
  { answers, compensates, amount, askedAmount, changed }: CaseFacts,
  acceptedAt: string,
  reader: Reader,
): string {
  const { heard } = reader.t.violation.hearing;
  const when = moment(acceptedAt, reader);
  const isRaised = changed && (amount ?? 0) > (askedAmount ?? 0);
  if (isRaised) {
    const asked = askedAmount === null ? reader.t.violation.noFine : amountText(askedAmount, reader);
    return heard.acceptedLess(asked, when);
  }
  if (answers.length > 0) return heard.acceptedFirst(when);
  return compensates ? heard.agreed(when) : heard.accepted(when);
}

/** Fines of other days near it, which may be one incident that was split. */
export function nearby(facts: CaseFacts, reader: Reader): string {
  const { nearby: other, splitDays } = facts;
  const { violation: words } = reader.t;
  return other === 0 || followsFromCount(facts) ? '' : words.split(splitDays, amountText(other, reader));
}

/** The others of its incident; to the person it is about, of their own those they were told of. */
export function filedTogether({ filedWith, accusedId }: CaseFacts, toAccused: boolean, { t }: Reader): string {
  const { number, incident } = t.violation;
  const named = filedWith.filter(other => !toAccused || (other.accusedId === accusedId && other.told));
  return named.length === 0 ? '' : incident.filedWith(t.common.joinNames(named.map(({ id }) => number(id))));
}

/** The bot put it forward from counting (1.32, 8.3): what is said of a fine, or of its day, has nothing to do with it. */
export function followsFromCount({ filerId, consequence }: Pick<CaseFacts, 'filerId' | 'consequence'>): boolean {
  return filerId === 'clock' && consequence !== null;
}

/** What other nouns know of the day of the incident. */
export function knownText(facts: CaseFacts, reader: Reader): string[] {
  return followsFromCount(facts) ? [] : facts.known.flatMap(tell => tell(reader));
}

/** What counted before, and what stands and is not final yet. */
export function beforeText(facts: CaseFacts, { t }: Reader): string {
  const { finalBefore: cases, noticesThisYear: notices, notFinal } = facts;
  return followsFromCount(facts) ? '' : t.violation.before({ cases, notices }, notFinal);
}

/**
 * Who set what, in order, a line each; '' where nobody set other terms than were asked for. The accused reads neither who
 * filed it nor what was recommended.
 */
export function stepsText(facts: CaseFacts, toAccused: boolean, reader: Reader): string {
  const { violation: words, common } = reader.t;
  const [asked, ...rest] = facts.steps;
  const later = rest.filter(({ what }) => !toAccused || what !== 'recommended');
  if (later.every(step => areSame(step, asked))) return '';
  const [next] = later;
  const isSaidNext = next !== undefined && areSame(asked, next) && (toAccused || next.by === asked.by);
  const told = new Map<string, { what: Step['what']; costs: string; who: string[] }>();
  for (const step of isSaidNext ? later : [asked, ...later]) {
    const { what } = step;
    const costs = costsOf({ ...facts, ...step }, reader);
    const who = what === 'asked' && toAccused ? [] : [setBy(step, reader)];
    const key = `${what} ${costs}`;
    told.set(key, { what, costs, who: [...(told.get(key)?.who ?? []), ...who] });
  }
  return [...told.values()].map(({ what, costs, who }) => words.steps[what](costs, common.joinNames(who))).join('\n');
}

function setBy({ by, onBehalfOf }: Step, { t }: Reader): string {
  const { violation: words } = t;
  const name = by === 'clock' ? words.theBot : person(by);
  return onBehalfOf === null ? name : words.setFor(name, person(onBehalfOf));
}

/** The version of the article that was in force on the day of the incident (9.1). */
export function judgedBy({ rule }: CaseFacts, { t }: Reader): string {
  return rule === null ? '' : `_${t.rulebook.inForce(rule.version, rule.inForceFrom)}_`;
}

/** Until when it may be appealed against, or since when it is final; '' where neither is known. */
export function endText({ state, appealUntil, finalAt }: CaseFacts, reader: Reader): string {
  const { term } = reader.t.violation;
  if (state === 'upheld' && appealUntil !== null) return term.until(moment(appealUntil, reader));
  return finalAt === null || appealUntil === null ? '' : term.final(moment(finalAt, reader));
}

/** What happened, in the reader's words where the bot found it. */
export function factsText({ filerId, facts, worded }: CaseFacts, reader: Reader): string {
  if (filerId !== 'clock' && worded !== true) return wordsOf(facts, reader);
  const { kind, parts } = partsOfKey(facts);
  const said: Record<string, ((...parts: string[]) => string) | undefined> = { ...reader.t.proposals };
  return said[kind]?.(...parts) ?? reader.t.violation.proposedFromRecords;
}

export function filer({ filerId }: CaseFacts, { t }: Reader): string {
  return filerId === 'clock' ? t.violation.theBot : person(filerId);
}

export function together(facts: CaseFacts, reader: Reader): string {
  const { amount, sameIncident } = facts;
  const { violation: words } = reader.t;
  if (sameIncident === 0 || followsFromCount(facts)) return '';
  const total = sumFen(amount === null ? [sameIncident] : [sameIncident, amount]);
  return words.sameIncident(amountText(sameIncident, reader), amountText(total, reader));
}

/** Who recommended it, level by level; `advice` is what the last of them wrote. */
export function recommendation(facts: CaseFacts, advice: string, reader: Reader): string {
  const { recommendedBy, recommendedFor } = facts;
  if (recommendedBy === null) return '';
  const earlier = facts.advised.slice(0, -1).map(({ by, onBehalfOf, reason }) => {
    return adviceOf(by, onBehalfOf, clip(wordsOf(reason ?? '', reader), REASON_ROOM), reader);
  });
  return [...earlier, adviceOf(recommendedBy, recommendedFor, advice, reader)].join('\n');
}

function adviceOf(recommendedBy: string, recommendedFor: string | null, advice: string, { t }: Reader): string {
  const { violation: words } = t;
  const who = `${person(recommendedBy)}${recommendedFor === null ? '' : words.inPlaceOf(person(recommendedFor))}`;
  return advice === '' ? words.recommended(who) : `${words.recommendation(who)}${advice}`;
}

export function decision(facts: CaseFacts, reader: Reader): string {
  const { violation: words } = reader.t;
  const { state, decidedBy, decidedFor, decidedAt, decisionReason } = facts;
  if (decidedBy === null || decidedAt === null || isOpen(state)) return '';
  const who = `${decidedBy === 'clock' ? words.theBot : person(decidedBy)}${decidedFor === null ? '' : words.inPlaceOf(person(decidedFor))}`;
  const word = state === 'excused' || state === 'dismissed' || state === 'withdrawn' || state === 'overturned';
  const lines = [words.decided[word ? state : 'upheld'](who, moment(decidedAt, reader)), why(decisionReason, reader)];
  return lines.filter(line => line !== '').join('\n');
}

/** Who voided it, when and why: after all that was said of it. */
export function voidedText({ voidedBy, voidedAt, voidReason }: CaseFacts, reader: Reader): string {
  if (voidedBy === null || voidedAt === null) return '';
  const { violation: words } = reader.t;
  const lines = [words.voided(person(voidedBy), moment(voidedAt, reader)), why(voidReason, reader)];
  return lines.filter(line => line !== '').join('\n');
}

function why(reason: string | null, reader: Reader): string {
  const { violation: words } = reader.t;
  return reason === null || reason === '' ? '' : words.reason(clip(wordsOf(reason, reader), REASON_ROOM));
}

export function accusedSaid(
  facts: CaseFacts,
  answers: readonly string[],
  appeal: string,
  reader: Reader,
): KnownBlock[] {
  const { violation: words } = reader.t;
  const times = facts.answers.slice(-ANSWERS_SHOWN).map(({ at }) => moment(at, reader));
  return [
    ...answers.flatMap((text, index) => sections(`${words.answer}${text}\n_${times[index] ?? ''}_`)),
    ...(appeal === '' ? [] : sections(`${words.appeal}${appeal}`)),
    ...sections(appealState(facts, reader)),
  ];
}

export function appealState({ appeal, appealTo }: Pick<CaseFacts, 'appeal' | 'appealTo'>, reader: Reader): string {
  const { violation: words } = reader.t;
  if (appeal === null) return '';
  const { state, by, onBehalfOf, reason } = appeal;
  if (state === 'pending') return words.appealStates.pending(levelOf(appealTo, reader.levels).posts);
  if (state === 'withdrawn') return words.appealStates.withdrawn;
  const who = `${by === null ? '–' : person(by)}${onBehalfOf === null ? '' : words.inPlaceOf(person(onBehalfOf))}`;
  return [words.appealStates[state](who), why(reason, reader)].filter(line => line !== '').join('\n');
}

/**
 * What people typed, cleaned: what happened, the recommendation, the appeal, why a hearing
 * ended early ('' where there is none), the last answers.
 */
export function toldTo(facts: CaseFacts, reader: Reader): string[] {
  const answers = facts.answers.slice(-ANSWERS_SHOWN).map(({ text }) => wordsOf(text, reader));
  return [
    factsText(facts, reader),
    wordsOf(facts.recommendation ?? '', reader),
    wordsOf(facts.appeal?.text ?? '', reader),
    wordsOf(facts.urgentReason ?? '', reader),
    ...answers,
  ];
}

/** The text in as many sections as it needs; none for an empty one. */
export function sections(text: string): SectionBlock[] {
  return chunks(text.split('\n'), 2_900).map(section);
}

function timesOf(amount: Fen, count: number, reader: Reader): string {
  const { t, locale } = reader;
  if (count < 2 || amount % count !== 0) return '';
  const text = t.violation.times(count, amountText(fen(amount / count), reader));
  return locale === 'zh-CN' ? `（${text}）` : ` (${text})`;
}
