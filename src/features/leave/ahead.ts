/** How early a leave or a trip is asked for (3.2.1 to 3.2.4), counted in working days. */

import { addDays, type CivilDate, civilOf, minutesOf } from '../../kernel/civil.ts';
import type { Calendar } from '../calendar/rules.ts';
import { type Hours, halfDaysOf, type Span, touches } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';

/** Working days ahead: 3 for a trip (3.2.1), 1 for up to 3 days of leave (3.2.2), 5 for more (3.2.3). */
export function noticeRequired(kind: LeaveKind, halfDays: number): number {
  if (kind === 'trip') return 3;
  return halfDays <= 6 ? 1 : 5;
}

/**
 * Half days of a leave with those of the member's others it is one with: at once before or after it, or with nothing but days
 * off between, and so on from these. Neither trips nor emergencies are, as they have rules of their own.
 */
export function joinedWith(
  { kind, span }: { kind: LeaveKind; span: Span },
  others: Iterable<{ id: number; kind: LeaveKind; span: Span; emergency: boolean }>,
  calendar: Calendar,
): { halfDays: number; ids: number[] } {
  const joined = [span];
  const ids: number[] = [];
  let apart = kind === 'trip' ? [] : [...others].filter(other => other.kind !== 'trip' && !other.emergency);
  for (let next = apart; next.length > 0; ) {
    next = apart.filter(other => joined.some(part => touches(part, other.span, calendar)));
    apart = apart.filter(other => !next.includes(other));
    joined.push(...next.map(other => other.span));
    ids.push(...next.map(({ id }) => id));
  }
  const halfDays = joined.reduce((sum, part) => sum + halfDaysOf(part, calendar), 0);
  return { halfDays, ids: ids.sort((a, b) => a - b) };
}

/**
 * Working days d with request day <= d < first day. The request day counts only when it is a working day and the request
 * comes before its working hours end: at 17:29 it does, at 17:30 it does not.
 */
export function noticeGiven(
  requestedAt: Date,
  firstDay: CivilDate,
  calendar: Calendar,
  hours: Hours,
  zone: string,
): number {
  return calendar.workdaysBetween(countedFrom(requestedAt, hours, zone), firstDay);
}

/** The first working day on which a leave or trip of that length asked for now may begin, emergencies apart. */
export function earliestStart(
  kind: LeaveKind,
  halfDays: number,
  requestedAt: Date,
  calendar: Calendar,
  hours: Hours,
  zone: string,
): CivilDate {
  let day = calendar.workdayOnOrAfter(countedFrom(requestedAt, hours, zone));
  for (let given = 0; given < noticeRequired(kind, halfDays); given++) day = calendar.nextWorkday(day);
  return day;
}

/** The first day that can count as notice: the request day, or the day after once its working hours are over. */
function countedFrom(requestedAt: Date, hours: Hours, zone: string): CivilDate {
  const { date, minutes } = civilOf(requestedAt, zone);
  return minutes < minutesOf(hours.afternoon[1]) ? date : addDays(date, 1);
}
