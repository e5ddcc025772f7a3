/** Spans of half days: how long a leave or a trip is, whether two of them meet, and who is excused when. */

import { addDays, type CivilDate, type CivilTime, instantOf } from '../../kernel/civil.ts';
import type { Calendar } from './rules.ts';

/** A half of a day; the noon break lies between them. */
export type Half = 'am' | 'pm';

/** The company's hours (3.1): when each half of a working day begins and ends. */
export interface Hours {
  morning: readonly [CivilTime, CivilTime];
  afternoon: readonly [CivilTime, CivilTime];
}

/** From one half to another, both included; days off in between belong to it but do not count. */
export interface Span {
  from: CivilDate;
  fromHalf: Half;
  to: CivilDate;
  toHalf: Half;
}

/** Working half days of the span: 1 for an afternoon, 2 for a day, 0 for a weekend. */
export function halfDaysOf(span: Span, calendar: Calendar): number {
  let count = 0;
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    if (calendar.isWorkday(date)) count += halvesOn(span, date).length;
  }
  return count;
}

/** The span from a half on that holds so many working half days, at least one; days off in between belong to it. */
export function spanOf(from: CivilDate, fromHalf: Half, halfDays: number, calendar: Calendar): Span {
  let left = halfDays;
  for (let date = from; ; date = addDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue;
    for (const toHalf of halvesOn({ from, fromHalf, to: date, toHalf: 'pm' }, date)) {
      left -= 1;
      if (left <= 0) return { from, fromHalf, to: date, toHalf };
    }
  }
}

/** Whether a span ends before it begins. */
export function isBackwards(span: Span): boolean {
  return first(span) > last(span);
}

/** Whether two spans share a half day, working or not. */
export function overlaps(a: Span, b: Span): boolean {
  return first(a) <= last(b) && first(b) <= last(a);
}

/** The halves of the date that lie in any of the spans. */
export function coverage(spans: Iterable<Span>, date: CivilDate): Set<Half> {
  const covered = new Set<Half>();
  for (const span of spans) for (const half of halvesOn(span, date)) covered.add(half);
  return covered;
}

/** The instant its first working half begins; undefined when no day of it is worked. */
export function beginsAt(span: Span, calendar: Calendar, hours: Hours, zone: string): Date | undefined {
  const date = calendar.workdayOnOrAfter(span.from);
  const [half] = halvesOn(span, date);
  return half && instantOf(date, hours[half === 'am' ? 'morning' : 'afternoon'][0], zone);
}

/** The instant its last half ends, by the hours of a working day. */
export function endsAt(span: Span, hours: Hours, zone: string): Date {
  return instantOf(span.to, hours[span.toHalf === 'am' ? 'morning' : 'afternoon'][1], zone);
}

/** The half a time of day belongs to; the noon break belongs to the afternoon. */
export function halfAt(time: CivilTime, hours: Hours): Half {
  return time < hours.morning[1] ? 'am' : 'pm';
}

function halvesOn(span: Span, date: CivilDate): Half[] {
  const halves: Half[] = ['am', 'pm'];
  return halves.filter(half => first(span) <= date + half && date + half <= last(span));
}

// 'YYYY-MM-DDam' sorts before 'YYYY-MM-DDpm', so halves compare as text.
function first(span: Span): string {
  return span.from + span.fromHalf;
}

function last(span: Span): string {
  return span.to + span.toHalf;
}
