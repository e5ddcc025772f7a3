/** A case of breaking the regulation: what it proposes, the states it passes through, and everything it may be refused for. */

import type { CivilDate } from '../../kernel/civil.ts';
import type { Limit } from '../../kernel/erasure.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Fen, MoneyFault } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import type { Bound, Consequence, Tier, Unit } from '../rulebook/article.ts';
import { type CaseEvent, type CaseStatus, isOpen, transition } from './states.ts';

/** What somebody, or a duty of the clock, asks to be decided about one person. */
export interface Proposal {
  accusedId: string;
  /** Null when the clock proposed it; then nobody has judged anything yet. */
  filerId: string | null;
  /** The article's number. */
  article: string;
  /** The version of it that was in force on the day of the incident (9.1). */
  articleVersion: number;
  /** The key of the article's tier. */
  tier: string;
  /** The business day of the incident. One person and one such day make one incident (8.1). */
  date: CivilDate;
  /** Null: no fine; the case is on record, with the notice or the consequence if there is one. */
  amount: Fen | null;
  notice: boolean;
  consequence: Consequence | null;
  /** The amount makes a loss good (1.22, 1.28): it is no fine, and 8.1 does not limit it. */
  compensates: boolean;
  /** Which time it is, where the article has a ladder: by what counted on the day it was filed, whatever is decided later. */
  ordinal?: number;
}

/** A case as it is remembered. */
export interface CaseRecord extends Proposal {
  id: string;
  /** Cases are numbered in the order in which they were filed. */
  number: number;
  status: CaseStatus;
  /** Of a proposal under 1.32 or 8.3: the ids of the cases it was made from. */
  counted?: readonly string[];
  /** The day it was decided or withdrawn; null while it is open. An appeal leaves it as it was. */
  decidedOn: CivilDate | null;
  /** The day it became final, from which it counts; null when it never did. */
  finalOn: CivilDate | null;
  /** When it was decided, and became final: instants in ISO form, where the order within a day matters. */
  decidedAt?: string | null;
  finalAt?: string | null;
}

/** What is done to a case by a button, and no line does. */
export type CaseDeed = 'appeal' | 'answer' | 'accept' | 'decide' | 'takeBack';

export interface ViolationRefusals {
  /** More people, or more articles, than one incident takes. */
  'violation.tooManyPeople': { limit: number };
  'violation.tooManyArticles': { limit: number };
  'violation.personTwice': { accusedId: string };
  'violation.articleTwice': { article: string };
  /** `length` and `limit` in characters, of one piece of evidence. */
  'violation.evidenceTooLong': { length: number; limit: number };
  'violation.evidenceTooMany': { count: number; limit: number };
  /** An app wrote the message. */
  'violation.noAuthor': Record<never, never>;
  'violation.badLink': { text: string };
  /** "+1.8" stands among the facts; `example` begins with the first article. */
  'violation.furtherBehind': { article: string; first: string; example: Record<Locale, string> };
  /** The article stands later in the line than behind the person. */
  'violation.articleBehind': { article: string; example: Record<Locale, string> };
  /** No such article; `near` are the numbers of the best answers to what was typed. */
  'violation.unknownArticle': { text: string; near: readonly string[] };
  /** The article describes a procedure; nobody can break it. */
  'violation.notViolable': { article: string };
  /** 1.32 and 8.3 follow from counting cases and are not filed by number. */
  'violation.followsFromCount': { article: string };
  /** The article has several tiers and the word names none; `example` shows the first. */
  'violation.tierMissing': { article: string; tiers: readonly Tier[]; example: Record<Locale, string> };
  /** The article binds other posts than the accused holds. */
  'violation.notBound': { article: string; bound: Bound; who?: string };
  /** The article came into force after the day of the incident. */
  'violation.notYetInForce': { article: string; date: CivilDate; from: CivilDate };
  /** The article is no longer in force on the day of the incident. */
  'violation.ended': { article: string; from: CivilDate };
  /** A leader switched the article off for that day; until a day, or for now. */
  'violation.switchedOff': { article: string; by: string; since: CivilDate; until: CivilDate | null };
  /** The president is above the department (8.1 is about its staff). */
  'violation.president': { accusedId: string };
  'violation.amountFixed': { article: string; amount: Fen; per: Unit };
  /** What the article costs that time is another amount; null: no fine. */
  'violation.amountOfTime': { article: string; ordinal: number; months: number | null; amount: Fen | null };
  'violation.amountMissing': { article: string; example: Record<Locale, string> };
  'violation.badAmount': { text: string; fault: MoneyFault };
  /** More than any one case may carry where the article leaves the amount open. */
  'violation.amountTooLarge': { amount: Fen; most: Fen };
  /** Nobody files against themselves. */
  'violation.self': Record<never, never>;
  /** The article knows no fine. */
  'violation.noFine': { article: string };
  /** Only articles priced per item or per response are counted. */
  'violation.notCounted': { article: string };
  'violation.badCount': { article: string; limit: number };
  'violation.factsMissing': { article: string; example: Record<Locale, string> };
  'violation.factsTooLong': { length: number; limit: number };
  'violation.badDate': { text: string };
  /** It may be that day, and something else as well; null where that day is still to come. */
  'violation.unclearDate': {
    text: string;
    date: CivilDate | null;
    example: Record<Locale, string>;
    /** It is the number of an article too. */
    article?: string;
  };
  /** It may be an amount; `example` has it in figures where it should stand. */
  'violation.unclearAmount': { text: string; article: string; example: Record<Locale, string> };
  /** It may be the count. */
  'violation.unclearCount': { text: string; count: number; example: Record<Locale, string> };
  'violation.dateInFuture': { date: CivilDate };
  'violation.dateTooOld': { date: CivilDate; oldest: CivilDate };
  /** The case is in a state in which this cannot happen to it. */
  'violation.notOpen': { status: CaseStatus; event: CaseEvent };
  'violation.notFiler': { filerId: string | null };
  'violation.notAccused': { accusedId: string };
  /** No case of that number, or none the reader may look into: the answer is the same. */
  'violation.notFound': { number: number };
  /** The same case was filed a moment ago. */
  'violation.duplicate': { number: number };
  /** The line begins with the case, and nobody is named. */
  'violation.personMissing': { text: string };
  /** `show` or `withdraw` without a number. */
  'violation.numberMissing': { word: 'show' | 'withdraw'; text: string };
  /** What is typed is done by a button of the case; null where its number was not typed. */
  'violation.byButton': { deed: CaseDeed; number: number | null };
  /** Only what was decided against the accused, and stands, is answered. */
  'violation.noAnswer': { status: CaseStatus };
  /** The time for an appeal is over; null where the case was decided before there was one. */
  'violation.appealLate': { until: CivilDate | null };
  /** A case is appealed against once. */
  'violation.appealed': { state: 'pending' | 'approved' | 'rejected' | 'withdrawn'; by: readonly Post[] };
  /** The member is heard no longer, or was not. */
  'violation.notHeard': { status: CaseStatus };
  /** Whoever ends a hearing early, or voids a case, says why. */
  'violation.reasonMissing': Record<never, never>;
  /** The amount was left out where it is set anew. */
  'violation.setMissing': Record<never, never>;
  /** The terms are as they were asked for. */
  'violation.unchanged': Record<never, never>;
  /** On appeal, terms that are not less than those decided. */
  'violation.notLess': { amount: Fen | null };
  'violation.textMissing': Record<never, never>;
  'violation.textTooLong': { length: number; limit: number };
  /** No year there are figures of. */
  'violation.badYear': { text: string; present: number };
  /** Lists of others' cases are for leaders. */
  'violation.ownOnly': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends ViolationRefusals {}
}

/**
 * Whether a case was over before the limit: nobody has to decide it, and it was filed, decided, appealed against and answered
 * before, with all that was to be decided about it `settled` by then. An answer or an appeal is added to a case long
 * decided, and begins its time anew; so does the day it became final, or was voided.
 */
export function caseOver(
  {
    state,
    filedAt,
    ...later
  }: { state: CaseStatus; filedAt: Date } & Record<
    'decidedAt' | 'appealedAt' | 'answeredAt' | 'finalAt' | 'voidedAt',
    Date | null
  >,
  settled: boolean,
  { instant }: Limit,
): boolean {
  const { decidedAt, appealedAt, answeredAt, finalAt, voidedAt } = later;
  const times = [filedAt, decidedAt, appealedAt, answeredAt, finalAt, voidedAt];
  const ended = !isOpen(state) && state !== 'upheld' && state !== 'appealed';
  return settled && ended && times.every(time => time === null || time < instant);
}

/** Only whoever filed a case takes it back, while it is open. What the clock proposed is rejected instead. */
export function mayWithdraw(filed: Pick<CaseRecord, 'filerId' | 'status'>, memberId: string): true | Refusal {
  if (filed.filerId !== memberId) return refuse('violation.notFiler', { filerId: filed.filerId });
  const next = transition(filed.status, 'withdraw');
  return typeof next === 'string' ? true : next;
}

/**
 * Only the member concerned appeals, against what was decided against them, and while there is time: until `until`, or at any
 * time where none was set. Once, which is asked elsewhere.
 */
export function mayAppeal(
  decided: Pick<CaseRecord, 'accusedId' | 'status'>,
  memberId: string,
  time: { until: Date | null; untilDay: CivilDate | null; now: Date },
): true | Refusal {
  if (decided.accusedId !== memberId) return refuse('violation.notAccused', { accusedId: decided.accusedId });
  const next = transition(decided.status, 'appeal');
  if (typeof next !== 'string') return next;
  const late = time.until !== null && time.now >= time.until;
  return late ? refuse('violation.appealLate', { until: time.untilDay }) : true;
}

/** What is kept as the facts of a proposal of the bot: its kind and what its sentence needs. */
export function factsKey(kind: string, parts: readonly (string | number)[]): string {
  return ['clock', kind, ...parts].join(':');
}

/** The kind and the parts of such facts. */
export function partsOfKey(facts: string): { kind: string; parts: string[] } {
  const [, kind = '', ...parts] = facts.split(':');
  return { kind, parts };
}
