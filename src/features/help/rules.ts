/** What can go wrong when somebody asks for help, and the days its examples name. */
import { addDays, type CivilDate } from '../../kernel/civil.ts';
import type { Calendar } from '../calendar/rules.ts';

export interface HelpRefusals {
  'help.noSuchCommand': { text: string; names: readonly string[] };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends HelpRefusals {}
}

/** What examples name, by the name that stands in the words; undefined where there is nothing to name. */
export type Examples = Readonly<Record<string, string | undefined>>;

/** Working days ahead examples begin: more than any leave or trip asks for (3.2). */
const NOTICE = 6;
/** The working days that examples name. */
const DAYS_NAMED = 16;
/** A leave that ends later than this leaves no room behind it. */
const MOST_AHEAD = 200;

/**
 * The days of examples: `day 0` and on are working days no leave of the person touches and every notice is kept for,
 * `rest` a day off, `monthly` the last working day on which the next month's meeting can be (2.4), `month` that month,
 * `soon` the next working day. `taken` are the last days of the person's leaves and trips.
 */
export function exampleDays(
  today: CivilDate,
  taken: readonly CivilDate[],
  calendar: Pick<Calendar, 'isWorkday' | 'nextWorkday' | 'previousWorkday'>,
): Record<string, CivilDate> {
  const last = taken
    .filter(date => date > today && date < addDays(today, MOST_AHEAD))
    .sort()
    .at(-1);
  let day = after(today, NOTICE, calendar);
  // A day between, so that nothing touches.
  if (last !== undefined && after(last, 2, calendar) > day) day = after(last, 2, calendar);
  const days: Record<string, CivilDate> = { soon: calendar.nextWorkday(today), past: calendar.previousWorkday(today) };
  for (let named = 0; named < DAYS_NAMED; named += 1) {
    days[`day ${named}`] = day;
    day = calendar.nextWorkday(day);
  }
  let rest = addDays(today, 7);
  while (calendar.isWorkday(rest)) rest = addDays(rest, 1);
  const month = addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7);
  return { ...days, rest, month, monthly: calendar.previousWorkday(`${month}-11`) };
}

function after(date: CivilDate, workdays: number, calendar: Pick<Calendar, 'nextWorkday'>): CivilDate {
  let day = date;
  for (let passed = 0; passed < workdays; passed += 1) day = calendar.nextWorkday(day);
  return day;
}
