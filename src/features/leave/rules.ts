/** Leave and business trips (3.2): what may be asked for, what becomes of it, and when its papers are due. */

import { addDays, type CivilDate, civilOf, daysBetween, isCivilDate } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Calendar } from '../calendar/rules.ts';
import {
  beginsAt,
  endsAt,
  type Half,
  type Hours,
  halfDaysOf,
  isBackwards,
  overlaps,
  type Span,
  spanOf,
  splitAt,
} from '../calendar/span.ts';
import { earliestStart, joinedWith, noticeGiven, noticeRequired } from './ahead.ts';
import { LEAVE_KINDS, type LeaveKind } from './kind.ts';

/**
 * - `pending`: asked for; nobody may stay away yet.
 * - `approved`: decided for; it excuses, until it is cancelled, also while a cancellation waits for a decision.
 * - `rejected`: decided against.
 * - `withdrawn`: taken back by the requester before a decision.
 * - `expired`: nobody decided before it began; for an emergency, before it ended.
 * - `cancelled`: given back after it was approved and before it began; one that has begun is shortened.
 */
export type LeaveState = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'cancelled';

/** The states in which a leave or a trip excuses its member. */
export const EXCUSING: readonly LeaveState[] = ['approved'];

/**
 * - `none`: no papers needed; all but emergency leave, and emergency leave that is not approved.
 * - `due`: an approved emergency leave whose papers may be handed in until the end of the day they are due on.
 * - `handed-in`: they are there.
 * - `overdue`: that day ended without them; the absence is proposed as a case. They may still come.
 */
export type PapersState = 'none' | 'due' | 'handed-in' | 'overdue';

/** What can happen to a leave. */
export type LeaveDeed =
  | 'approve'
  | 'reject'
  | 'withdraw'
  | 'expire'
  | 'cancel'
  | 'revoke'
  | 'handInPapers'
  | 'missPapers';

export interface LeaveRefusals {
  'leave.endBeforeStart': { span: Span };
  'leave.inPast': { from: CivilDate; today: CivilDate };
  /** An emergency leave is asked for before it begins too (3.2.4). */
  'leave.alreadyBegun': { from: CivilDate; fromHalf: Half; beganAt: string };
  'leave.tooLong': { days: number; most: number };
  'leave.tooFarAhead': { from: CivilDate; latest: CivilDate };
  'leave.noWorkday': { span: Span };
  /** A last day and a number of days were named that do not agree. */
  'leave.daysDiffer': { span: Span; halfDays: number; said: number };
  'leave.overlap': { id: number; kind: LeaveKind; span: Span; state: LeaveState };
  /** Fewer working days ahead than 3.2.1 to 3.2.3 ask for. */
  'leave.tooLate': {
    kind: LeaveKind;
    /** With those it is one with. */
    halfDays: number;
    /** Numbers of the others, where they make the difference. */
    joined: number[];
    required: number;
    given: number;
    earliest: CivilDate;
    /** An emergency leave of this kind could still be asked for. */
    emergencyPossible: boolean;
  };
  /** Only sick and personal leave can be an emergency. */
  'leave.noEmergency': { kind: LeaveKind };
  'leave.reasonMissing': { kind: LeaveKind };
  'leave.reasonTooLong': { length: number; most: number };
  /** No such leave, or somebody else's. */
  'leave.notFound': { id: number };
  'leave.stateForbids': { deed: LeaveDeed; state: LeaveState };
  'leave.noPapersDue': { papers: PapersState };
  /** Giving it back waits for a decision already. */
  'leave.cancellationPending': { id: number };
  /** It has ended. */
  'leave.over': { span: Span };
  /** Its last half day has begun, which counts as taken. */
  'leave.nothingLeft': { span: Span };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends LeaveRefusals {}
}

export interface LeaveRequest {
  kind: LeaveKind;
  span: Span;
  /** Asked for as an emergency (3.2.4); whoever approves confirms that it is one. */
  emergency: boolean;
  reason: string;
}

/** A leave the member already has, in any state. */
export interface ExistingLeave {
  id: number;
  kind: LeaveKind;
  span: Span;
  state: LeaveState;
  emergency: boolean;
}

/** The world a request is judged in. */
export interface LeaveSetting {
  requestedAt: Date;
  calendar: Calendar;
  hours: Hours;
  zone: string;
}

export interface LeaveJudgement {
  ok: true;
  halfDays: number;
  notice: { required: number; given: number };
  /** Counted over days whose holidays are not published yet. */
  provisional: boolean;
}

/** Calendar days from first to last, both included. */
const MOST_DAYS = 366;
/** Days ahead a leave may begin. */
const MOST_DAYS_AHEAD = 366;
export const MOST_REASON = 3000;

/** Whether the text is the code of a kind, written exactly. */
export function isLeaveKind(text: string): text is LeaveKind {
  return (LEAVE_KINDS as readonly string[]).includes(text);
}

/** 3.2.4: an emergency is sudden illness (sick leave) or a sudden event (personal leave). */
export function mayBeEmergency(kind: LeaveKind): boolean {
  return kind === 'sick' || kind === 'personal';
}

/** Sick leave alone needs no reason. */
export function needsReason(kind: LeaveKind): boolean {
  return kind !== 'sick';
}

/**
 * The request with the last day that so many working half days lead to; a last day that was named has to agree with
 * them, for a trip also by the calendar on the wall.
 */
export function lastingLeave(request: LeaveRequest, said: number, calendar: Calendar): LeaveRequest | Refusal {
  const { kind, span } = request;
  if (isBackwards(span)) return refuse('leave.endBeforeStart', { span });
  if (span.from === span.to) return { ...request, span: spanOf(span.from, span.fromHalf, said, calendar) };
  const halfDays = halfDaysOf(span, calendar);
  const onTheWall = halfDaysOf(span, { ...calendar, isWorkday: () => true });
  if (halfDays === said || (kind === 'trip' && onTheWall === said)) return request;
  return refuse('leave.daysDiffer', { span, halfDays, said });
}

/**
 * Whether a request may be put to the approvers, given the member's other leaves. While it is still `unfinished`, as in a
 * form being filled in, a reason not written yet is no fault.
 */
export function judge(
  request: LeaveRequest,
  others: Iterable<ExistingLeave>,
  setting: LeaveSetting,
  unfinished = false,
): LeaveJudgement | Refusal {
  const { kind, span, emergency } = request;
  const { requestedAt, calendar, hours, zone } = setting;
  const misspoken = faultOfWords(request, unfinished) ?? faultOfDates(request, civilOf(requestedAt, zone).date);
  if (misspoken) return misspoken;

  const halfDays = halfDaysOf(span, calendar);
  if (halfDays === 0) return refuse('leave.noWorkday', { span });
  const standing = [...others].filter(({ state }) => state === 'pending' || state === 'approved');
  const other = standing.find(one => overlaps(span, one.span));
  if (other !== undefined) {
    return refuse('leave.overlap', { id: other.id, kind: other.kind, state: other.state, span: other.span });
  }

  const given = noticeGiven(requestedAt, span.from, calendar, hours, zone);
  const together = joinedWith(request, standing, calendar);
  const required = emergency ? 0 : noticeRequired(kind, together.halfDays);
  const begins = beginsAt(span, calendar, hours, zone);
  const begun = begins !== undefined && requestedAt >= begins;
  if (emergency && begun) {
    return refuse('leave.alreadyBegun', {
      from: span.from,
      fromHalf: span.fromHalf,
      beganAt: civilOf(begins, zone).time,
    });
  }
  if (given < required) {
    const decisive = required > noticeRequired(kind, halfDays);
    const counted = decisive ? together : { halfDays, ids: [] };
    const earliest = earliestStart(kind, counted.halfDays, requestedAt, calendar, hours, zone);
    const emergencyPossible = mayBeEmergency(kind) && !begun;
    const length = { halfDays: counted.halfDays, joined: counted.ids };
    return refuse('leave.tooLate', { kind, ...length, required, given, earliest, emergencyPossible });
  }
  const { provisional } = counted(span, civilOf(requestedAt, zone).date, calendar);
  return { ok: true, halfDays, notice: { required, given }, provisional };
}

/** Working half days of a span asked for on that day, and whether some day up to its end may still change. */
export function counted(
  span: Span,
  requestedOn: CivilDate,
  calendar: Calendar,
): { halfDays: number; provisional: boolean } {
  return { halfDays: halfDaysOf(span, calendar), provisional: someDay(requestedOn, span.to, calendar.isProvisional) };
}

/** The first working day after it ends: the day on which papers of an emergency leave are due (3.2.4). */
export function papersDueOn(span: Span, calendar: Calendar): CivilDate {
  return calendar.nextWorkday(span.to);
}

/** What the deed makes of a leave, or why it cannot be done to one in this state. */
export function transition(
  leave: { state: LeaveState; papers: PapersState; emergency: boolean },
  deed: LeaveDeed,
): { state: LeaveState; papers: PapersState } | Refusal {
  const { state, papers, emergency } = leave;
  if (deed === 'handInPapers' || deed === 'missPapers') {
    const awaited = papers === 'due' || (papers === 'overdue' && deed === 'handInPapers');
    if (state !== 'approved' || !awaited) return refuse('leave.noPapersDue', { papers });
    return { state, papers: deed === 'handInPapers' ? 'handed-in' : 'overdue' };
  }
  if (state === 'pending' && deed === 'approve') return { state: 'approved', papers: emergency ? 'due' : 'none' };
  if (state === 'pending' && deed === 'reject') return { state: 'rejected', papers: 'none' };
  if (state === 'pending' && deed === 'withdraw') return { state: 'withdrawn', papers: 'none' };
  if (state === 'pending' && deed === 'expire') return { state: 'expired', papers: 'none' };
  if (state === 'approved' && (deed === 'cancel' || deed === 'revoke')) return { state: 'cancelled', papers: 'none' };
  return refuse('leave.stateForbids', { deed, state });
}

/**
 * How a leave is given back now: `withdraw` while nobody has decided, `cancel` before it begins, `ask` once it has begun
 * (its approver should agree): the halves that have begun stay taken, the rest is given back. Refused when nothing is left or
 * it is settled otherwise.
 */
export function wayBack(
  leave: Pick<ExistingLeave, 'state' | 'span'>,
  now: Date,
  { calendar, hours, zone }: Pick<LeaveSetting, 'calendar' | 'hours' | 'zone'>,
): 'withdraw' | 'cancel' | 'ask' | Refusal {
  if (leave.state === 'pending') return 'withdraw';
  if (leave.state !== 'approved') return refuse('leave.stateForbids', { deed: 'cancel', state: leave.state });
  if (now >= endsAt(leave.span, hours, zone)) return refuse('leave.over', { span: leave.span });
  const { begun, rest } = splitAt(leave.span, now, calendar, hours, zone);
  if (begun === null) return 'cancel';
  return rest === null ? refuse('leave.nothingLeft', { span: leave.span }) : 'ask';
}

function faultOfWords({ kind, emergency, reason }: LeaveRequest, unfinished: boolean): Refusal | undefined {
  if (emergency && !mayBeEmergency(kind)) return refuse('leave.noEmergency', { kind });
  const missing = needsReason(kind) && reason.trim() === '';
  if (missing && !unfinished) return refuse('leave.reasonMissing', { kind });
  if (reason.length > MOST_REASON) return refuse('leave.reasonTooLong', { length: reason.length, most: MOST_REASON });
  return undefined;
}

function faultOfDates({ kind, span }: LeaveRequest, today: CivilDate): Refusal | undefined {
  for (const date of [span.from, span.to]) {
    const command = kind === 'trip' ? '/trip' : '/leave';
    if (!isCivilDate(date)) return refuse('leave.noSuchDate', { command, text: date });
  }
  if (isBackwards(span)) return refuse('leave.endBeforeStart', { span });
  if (span.from < today) return refuse('leave.inPast', { from: span.from, today });
  const days = daysBetween(span.from, span.to) + 1;
  if (days > MOST_DAYS) return refuse('leave.tooLong', { days, most: MOST_DAYS });
  const latest = addDays(today, MOST_DAYS_AHEAD);
  return span.from > latest ? refuse('leave.tooFarAhead', { from: span.from, latest }) : undefined;
}

function someDay(from: CivilDate, to: CivilDate, test: (date: CivilDate) => boolean): boolean {
  for (let date = from; date <= to; date = addDays(date, 1)) if (test(date)) return true;
  return false;
}
