/** The department's calendar: the public one with the department's own days on top. */
import { type Calendar, calendarWith } from '../domain/calendar.ts';
import { calendarDays } from '../store/calendar.ts';
import type { Tx } from '../store/database.ts';
import type { Office } from './ports.ts';

/** The calendar as it stands in this transaction. */
export async function calendarIn(tx: Tx): Promise<Calendar> {
  return calendarWith({ overrides: await calendarDays(tx) });
}

/** The calendar for whoever is not in a transaction, such as the duties when they look for what falls due. */
export function departmentCalendar(office: Office): Promise<Calendar> {
  return calendarIn(office.database.read);
}
