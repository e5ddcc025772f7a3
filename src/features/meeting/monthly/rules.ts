/** The monthly meeting (2.4): an obligation of the leader from the 1st, due by the 10th, until it is held. */
import { addDays, type CivilDate, type CivilTime, civilOf } from '../../../kernel/civil.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { DEPARTMENT_LEADERS, holds, type Member } from '../../../member/rules.ts';

export interface MonthlyRefusals {
  'meeting.inPast': { date: CivilDate; time: CivilTime };
  /** 2.4: the monthly meeting is held on or before the 10th. */
  'meeting.afterTenth': { date: CivilDate; latest: CivilDate };
  /** Only this month's and the next one's meeting can be set. */
  'meeting.tooFarAhead': { date: CivilDate; latest: CivilDate };
  'meeting.alreadyHeld': { month: Month; date: CivilDate };
  /** It begins in some minutes: people sign its sheet already. */
  'meeting.sheetIsOut': { month: Month; time: CivilTime };
  'meeting.monthOver': { month: Month };
  /** It stands at this time; `by` is whoever set it. */
  'meeting.alreadySet': { month: Month; date: CivilDate; time: CivilTime; by: string };
}

declare module '../../../kernel/refusal.ts' {
  interface Refusals extends MonthlyRefusals {}
}

/** The hour it is proposed for; the regulation names none. */
const USUAL_TIME: CivilTime = '14:00';

/** 'YYYY-MM'. */
export type Month = string;

/**
 * - `upcoming`: the month has not begun.
 * - `open`: from the 1st, until a date is set; again when the date passed without a meeting.
 * - `set`: a date is set and still to come.
 * - `overdue`: from the 11th, until it is held, whether a date is set or not.
 * - `unowed`: the same days in the month in which the department began too late for it.
 * - `held`: done.
 */
export type MonthlyState = 'upcoming' | 'open' | 'set' | 'overdue' | 'unowed' | 'held';

/** Whether the month's meeting is owed by a department that began on that day: not when it began on the 10th or later. */
export function owesMonthly(month: Month, begun: CivilDate | null): boolean {
  return begun === null || begun < tenthOf(month);
}

/** How the monthly meeting of the month stands on that day (2.4). */
export function monthlyState(
  month: Month,
  today: CivilDate,
  set?: { date: CivilDate; held: boolean },
  owed = true,
): MonthlyState {
  if (set?.held) return 'held';
  if (today > tenthOf(month)) return owed ? 'overdue' : 'unowed';
  if (set && set.date >= today) return 'set';
  return today < `${month}-01` ? 'upcoming' : 'open';
}

/** The month of a date. */
export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

/** Whether it can be held in time no more, owed or not. */
export function isPastTenth(state: MonthlyState): boolean {
  return state === 'overdue' || state === 'unowed';
}

/** Whether nobody has set it yet for a day that is still to come, so that the leaders have to be asked. */
export function isUnset(state: MonthlyState, today: CivilDate, set?: { date: CivilDate }): boolean {
  return state === 'open' || (isPastTenth(state) && !(set && set.date >= today));
}

/**
 * Whether the monthly meeting may be set to that time: to come, this month or the next, not held yet, and on or before
 * the 10th of its month unless the 10th has gone by.
 */
export function judgeMonthly(
  wanted: { date: CivilDate; time: CivilTime },
  now: Date,
  zone: string,
  set?: { date: CivilDate; held: boolean },
): true | Refusal {
  const { date, time } = wanted;
  const today = civilOf(now, zone);
  if (date + time <= today.date + today.time) return refuse('meeting.inPast', { date, time });
  const month = monthOf(date);
  if (set?.held) return refuse('meeting.alreadyHeld', { month, date: set.date });
  const last = addDays(`${monthAfter(monthAfter(monthOf(today.date)))}-01`, -1);
  if (date > last) return refuse('meeting.tooFarAhead', { date, latest: tenthOf(monthOf(last)) });
  const latest = tenthOf(month);
  return date > latest && today.date <= latest ? refuse('meeting.afterTenth', { date, latest }) : true;
}

/** 2.4: the department leader sets it. */
export function maySetMonthly(member: Member): boolean {
  return holds(member, DEPARTMENT_LEADERS);
}

/**
 * What a form for setting it begins with, given the next working day: that one, or the first of its month; no day after
 * the 10th unless that has gone by.
 */
export function proposedTime(
  { month, state }: { month: Month; state: MonthlyState },
  nextWorkday: CivilDate,
): { date: CivilDate; time: CivilTime } {
  const earliest = nextWorkday < `${month}-01` ? `${month}-01` : nextWorkday;
  const latest = tenthOf(month);
  return { date: !isPastTenth(state) && earliest > latest ? latest : earliest, time: USUAL_TIME };
}

/** Whether that is the day on which a meeting that was not held begins to be overdue: the 11th. */
export function isFirstOverdue(date: CivilDate): boolean {
  return date === addDays(tenthOf(monthOf(date)), 1);
}

/** 2.4: the last day on which the meeting of the month is in time. */
export function tenthOf(month: Month): CivilDate {
  return `${month}-10`;
}

/** The month after that one. */
export function monthAfter(month: Month): Month {
  return monthOf(addDays(`${month}-28`, 7));
}
