/** A case of breaking the regulation: what it proposes, the states it passes through, and everything it may be refused for. */

import type { CivilDate } from '../../kernel/civil.ts';
import type { Limit } from '../../kernel/erasure.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Fen, type MoneyFault, yuan } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bound, Consequence, Tier, Unit } from '../rulebook/article.ts';

/** 8.1: the most a manager or supervisor decides, in total for one person and one incident; the limit itself is within. */
export const AUTHORITY_LIMIT: Fen = yuan(300);

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
}

/**
 * - `proposed`: filed; the first person with the authority has not decided.
 * - `recommended`: a manager or supervisor is for it, and it is beyond their authority: the president decides (8.4).
 * - `upheld`: decided against the accused; counts, and its notice is in effect, from that day.
 * - `rejected`: decided for the accused; never counts.
 * - `withdrawn`: taken back by the filer before a decision; never counts.
 * - `reversed`: upheld first, undone on appeal; no longer counts.
 */
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const CASE_STATUSES = ['proposed', 'recommended', 'upheld', 'rejected', 'withdrawn', 'reversed'] as const;

/** What happens to a case: approved within or beyond the decider's authority, refused, taken back, undone on appeal. */
export type CaseEvent = (typeof CASE_EVENTS)[number];

export const CASE_EVENTS = ['recommend', 'uphold', 'reject', 'withdraw', 'reverse'] as const;

/** A case as it is remembered. */
export interface CaseRecord extends Proposal {
  id: string;
  /** Cases are numbered in the order in which they were filed. */
  number: number;
  status: CaseStatus;
  /** Of a proposal under 1.32 or 8.3: the ids of the cases it was made from. */
  counted?: readonly string[];
  /** The day it was upheld, rejected or withdrawn; null while it is open. A reversal leaves it as it was. */
  decidedOn: CivilDate | null;
}

export interface ViolationRefusals {
  /** A second person is named where the article belongs. */
  'violation.onePerson': Record<never, never>;
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
  'violation.notBound': { article: string; bound: Bound };
  /** The article came into force after the day of the incident. */
  'violation.notYetInForce': { article: string; date: CivilDate; from: CivilDate };
  /** The president is above the department (8.1 is about its staff). */
  'violation.president': { accusedId: string };
  'violation.amountFixed': { article: string; amount: Fen; per: Unit };
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
  'violation.unclearDate': { text: string; date: CivilDate | null; example: Record<Locale, string> };
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
  /** Only what was decided against the accused, and stands, is answered. */
  'violation.noAnswer': { status: CaseStatus };
  /** A case is appealed against once. */
  'violation.appealed': { state: 'pending' | 'approved' | 'rejected' | 'withdrawn' };
  'violation.textMissing': Record<never, never>;
  'violation.textTooLong': { length: number; limit: number };
  /** Lists of others' cases are for leaders. */
  'violation.ownOnly': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends ViolationRefusals {}
}

const TRANSITIONS: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  proposed: { recommend: 'recommended', uphold: 'upheld', reject: 'rejected', withdraw: 'withdrawn' },
  recommended: { uphold: 'upheld', reject: 'rejected', withdraw: 'withdrawn' },
  upheld: { reverse: 'reversed' },
  rejected: {},
  withdrawn: {},
  reversed: {},
};

/** The state after the event, or why it cannot happen now. A case filed within the filer's authority is upheld at once. */
export function transition(status: CaseStatus, event: CaseEvent): CaseStatus | Refusal {
  return TRANSITIONS[status][event] ?? refuse('violation.notOpen', { status, event });
}

/** Whether somebody still has to decide. */
export function isOpen(status: CaseStatus): boolean {
  return status === 'proposed' || status === 'recommended';
}

/**
 * Whether a case was over before the limit: nobody has to decide it, and it was filed, decided, appealed against and answered
 * before, with all that was to be decided about it `settled` by then. An answer or an appeal is added to a case long
 * decided, and begins its time anew.
 */
export function caseOver(
  {
    state,
    filedAt,
    ...later
  }: { state: CaseStatus; filedAt: Date } & Record<'decidedAt' | 'appealedAt' | 'answeredAt', Date | null>,
  settled: boolean,
  { instant }: Limit,
): boolean {
  const times = [filedAt, later.decidedAt, later.appealedAt, later.answeredAt];
  return settled && !isOpen(state) && times.every(time => time === null || time < instant);
}

/** Only whoever filed a case takes it back, while it is open. What the clock proposed is rejected instead. */
export function mayWithdraw(filed: Pick<CaseRecord, 'filerId' | 'status'>, memberId: string): true | Refusal {
  if (filed.filerId !== memberId) return refuse('violation.notFiler', { filerId: filed.filerId });
  const next = transition(filed.status, 'withdraw');
  return typeof next === 'string' ? true : next;
}

/** Only the accused appeals, and only against what was upheld. The president decides the appeal. */
export function mayAppeal(decided: Pick<CaseRecord, 'accusedId' | 'status'>, memberId: string): true | Refusal {
  if (decided.accusedId !== memberId) return refuse('violation.notAccused', { accusedId: decided.accusedId });
  const next = transition(decided.status, 'reverse');
  return typeof next === 'string' ? true : next;
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
