/** What a decision about days changes, and days read as runs of the same. */

import { addDays, type CivilDate } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import { DEPARTMENT_LEADERS } from '../../member/rules.ts';
import type { CalendarDecision, Days } from './line.ts';
import type { Calendar, CalendarDay, Override } from './rules.ts';

export interface CalendarDecisionRefusals {
  'calendar.already': Days & { working: boolean };
  'calendar.nothingToClear': Days;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends CalendarDecisionRefusals {}
}

/** Who may decide about days. */
export const CALENDAR_KEEPERS: readonly Post[] = ['president', ...DEPARTMENT_LEADERS];

/**
 * The days a decision changes. One that is so already stays, unless the public calendar is provisional there (the
 * decision makes it certain) or the note is another one.
 */
export function daysChanged(
  { from, to, working, note }: CalendarDecision,
  calendar: Calendar,
  overrides: ReadonlyMap<CivilDate, Override>,
): CivilDate[] | Refusal {
  const days = datesOf({ from, to }).filter(date => {
    const override = overrides.get(date);
    if (working === null) return override !== undefined;
    const day = calendar.day(date);
    if (day.working !== working) return true;
    return override === undefined ? day.provisional : note !== '' && note !== (override.note ?? '');
  });
  if (days.length > 0) return days;
  return working === null
    ? refuse('calendar.nothingToClear', { from, to })
    : refuse('calendar.already', { from, to, working });
}

/** Days in a row that are the same in every respect. */
export interface DayRun extends Days {
  day: CalendarDay;
}

/** The days, which are in order, as runs. */
export function runsOf(dates: readonly CivilDate[], calendar: Pick<Calendar, 'day'>): DayRun[] {
  const runs: DayRun[] = [];
  for (const date of dates) {
    const day = calendar.day(date);
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date && same(last.day, day)) last.to = date;
    else runs.push({ from: date, to: date, day });
  }
  return runs;
}

/** Every day from the first to the last. */
export function datesOf({ from, to }: Days): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function same(a: CalendarDay, b: CalendarDay): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
