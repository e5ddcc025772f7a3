/** The department's calendar: the public one with the department's own days on top. */
import { type Calendar, calendarWith } from '../domain/calendar.ts';
import { calendarDays } from '../store/calendar.ts';
import type { Tx } from '../store/database.ts';

/** The calendar as it stands in this transaction. */
export async function calendarIn(tx: Tx): Promise<Calendar> {
  return calendarWith({ overrides: await calendarDays(tx) });
}
