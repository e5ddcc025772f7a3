/** Praise of a person: an incentive, a notice of praise, or both (8.1, 8.2); its states, and everything it may be refused for. */

import { addDays, type CivilDate } from '../../kernel/civil.ts';
import type { Limit } from '../../kernel/erasure.ts';
import type { Fen, MoneyFault } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';

/** What somebody asks to be decided for one person. */
export interface Proposal {
  praisedId: string;
  /** The business day it is for. One person and one such day make one incident (8.1). */
  date: CivilDate;
  /** A positive incentive; null: none. */
  amount: Fen | null;
  /** A notice of praise goes with it (8.2). */
  notice: boolean;
}

export const PRAISE_STATUSES = ['proposed', 'recommended', 'granted', 'declined', 'withdrawn', 'voided'] as const;

/**
 * - `proposed`: filed; the first person with the authority has not decided.
 * - `recommended`: a level is for it, and it is beyond its authority: the next one decides, at last the president (8.4).
 * - `granted`: decided for; the incentive counts, and the notice is in effect, from that day.
 * - `declined`: decided against; it never counts, and the person is not told.
 * - `withdrawn`: taken back by the filer before a decision; it never counts.
 * - `voided`: granted first, and the decision taken back with a reason; it no longer counts.
 */
export type PraiseStatus = (typeof PRAISE_STATUSES)[number];

/** What happens to a praise: approved beyond or within the decider's authority, refused, taken back before or after. */
export type PraiseEvent = 'recommend' | 'grant' | 'decline' | 'withdraw' | 'void';

/** A praise as the rules count it. */
export interface PraiseRecord extends Proposal {
  /** Praises are numbered in the order in which they were filed. */
  number: number;
  status: PraiseStatus;
}

export interface PraiseRefusals {
  /** The line names nobody. */
  'praise.personMissing': { text: string };
  'praise.tooMany': { limit: number };
  /** Nobody praises themselves. */
  'praise.self': Record<never, never>;
  /** The president is above the department (8.1 is about its staff). */
  'praise.president': Record<never, never>;
  'praise.whyMissing': Record<never, never>;
  'praise.whyTooLong': { length: number; limit: number };
  'praise.badAmount': { text: string; fault: MoneyFault };
  /** It may be money, or count the word behind it; `figure` is what it would be, where that is certain. */
  'praise.unclearAmount': { text: string; figure: string | null };
  'praise.badDate': { text: string };
  /** It may be that day, and something else as well; null where it is no certain day. */
  'praise.unclearDate': { text: string; date: CivilDate | null };
  'praise.dateInFuture': { date: CivilDate };
  'praise.dateTooOld': { date: CivilDate; oldest: CivilDate };
  /** It is in a state in which this cannot happen to it. */
  'praise.notOpen': { status: PraiseStatus; event: PraiseEvent };
  'praise.notFiler': { filerId: string };
  /** None of that number, or none the reader may look into: the answer is the same. */
  'praise.notFound': { number: number };
  /** `show` or `withdraw` without a number. */
  'praise.numberMissing': { word: 'show' | 'withdraw'; text: string };
  /** The same praise was filed a moment ago. */
  'praise.duplicate': { number: number };
  /** Taking back is done elsewhere once it was decided. */
  'praise.takenBackElsewhere': { number: number | null };
  /** Lists of others' praises are for those who decide about them. */
  'praise.ownOnly': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends PraiseRefusals {}
}

/** The longest reason of a praise, in characters. */
export const MAX_WHY = 3000;

/** The most people praised in one line. */
export const MAX_PEOPLE = 10;

/** How many days back the day may lie. */
const OLDEST_DAYS = 365;

const TRANSITIONS: Record<PraiseStatus, Partial<Record<PraiseEvent, PraiseStatus>>> = {
  proposed: { recommend: 'recommended', grant: 'granted', decline: 'declined', withdraw: 'withdrawn' },
  recommended: { recommend: 'recommended', grant: 'granted', decline: 'declined', withdraw: 'withdrawn' },
  granted: { void: 'voided' },
  declined: {},
  withdrawn: {},
  voided: {},
};

/** The state after the event, or why it cannot happen now. Filed within the filer's authority it is granted at once. */
export function transition(status: PraiseStatus, event: PraiseEvent): PraiseStatus | Refusal {
  return TRANSITIONS[status][event] ?? refuse('praise.notOpen', { status, event });
}

/** Whether somebody still has to decide. */
export function isOpen(status: PraiseStatus): boolean {
  return status === 'proposed' || status === 'recommended';
}

/** Whether it was over before the limit: filed and decided before, with all that was to be decided `settled` by then. */
export function praiseOver(
  { state, filedAt, decidedAt }: { state: PraiseStatus; filedAt: Date; decidedAt: Date | null },
  settled: boolean,
  { instant }: Limit,
): boolean {
  return settled && !isOpen(state) && filedAt < instant && (decidedAt === null || decidedAt < instant);
}

/** Only whoever filed it takes it back, while it is open. */
export function mayWithdraw(filed: { filerId: string; state: PraiseStatus }, memberId: string): true | Refusal {
  if (filed.filerId !== memberId) return refuse('praise.notFiler', { filerId: filed.filerId });
  const next = transition(filed.state, 'withdraw');
  return typeof next === 'string' ? true : next;
}

/** Whether that person may be praised by that one: a member of the department, not oneself, never the president. */
export function mayBePraised(praised: Member, filerId: string): true | Refusal {
  if (praised.id === filerId) return refuse('praise.self', {});
  const standing = standingOf(praised);
  // The sentence for holding no post speaks to the reader; here it is about somebody else.
  if (standing !== true) {
    return standing.code === 'member.noPost' ? refuse('member.notInDepartment', { id: praised.id }) : standing;
  }
  return praised.posts.includes('president') ? refuse('praise.president', {}) : true;
}

/** Whether a praise may be for that day: not after today, and not more than 365 days before it. */
export function mayLieOn(date: CivilDate, today: CivilDate): true | Refusal {
  if (date > today) return refuse('praise.dateInFuture', { date });
  const oldest = addDays(today, -OLDEST_DAYS);
  return date < oldest ? refuse('praise.dateTooOld', { date, oldest }) : true;
}

/** The reason without the spaces around it, or why it cannot stand. */
export function readableWhy(typed: string): string | Refusal {
  const why = typed.trim();
  const length = [...why].length;
  if (length === 0) return refuse('praise.whyMissing', {});
  return length > MAX_WHY ? refuse('praise.whyTooLong', { length, limit: MAX_WHY }) : why;
}
