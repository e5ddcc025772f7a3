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

/** Whether no working half lies between two spans that do not overlap: one follows the other at once, or over days off. */
export function touches(a: Span, b: Span, calendar: Calendar): boolean {
  const [one, other] = first(a) <= first(b) ? [a, b] : [b, a];
  const both = { ...one, to: other.to, toHalf: other.toHalf };
  return halfDaysOf(both, calendar) === halfDaysOf(one, calendar) + halfDaysOf(other, calendar);
}

/** What of a span has begun by that instant, and what is still to come, in working halves; null where there are none. */
export function splitAt(
  span: Span,
  at: Date,
  calendar: Calendar,
  hours: Hours,
  zone: string,
): { begun: Span | null; rest: Span | null } {
  let last: { date: CivilDate; half: Half } | null = null;
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    for (const half of calendar.isWorkday(date) ? halvesOn(span, date) : []) {
      if (instantOf(date, hours[half === 'am' ? 'morning' : 'afternoon'][0], zone) > at) {
        const rest = { ...span, from: date, fromHalf: half };
        return { begun: last === null ? null : { ...span, to: last.date, toHalf: last.half }, rest };
      }
      last = { date, half };
    }
  }
  return { begun: last === null ? null : span, rest: null };
}

/** What a span has after the end of a part of it, which begins where it does; null when that is all. */
export function afterPart(part: Span, whole: Span): Span | null {
  if (last(part) >= last(whole)) return null;
  const next =
    part.toHalf === 'am'
      ? { from: part.to, fromHalf: 'pm' as const }
      : { from: addDays(part.to, 1), fromHalf: 'am' as const };
  return { ...whole, ...next };
}

/** What of a span lies in the days from the first to the last; null when nothing does. */
export function within(span: Span, from: CivilDate, to: CivilDate): Span | null {
  if (span.to < from || span.from > to) return null;
  const begin = span.from < from ? { from, fromHalf: 'am' as const } : {};
  const end = span.to > to ? { to, toHalf: 'pm' as const } : {};
  return { ...span, ...begin, ...end };
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
