/** Days the department decided about. */
import type { CivilDate } from '../domain/civil.ts';
import type { Tx } from './database.ts';

/** All overrides by date. */
export async function calendarDays(tx: Tx): Promise<Map<CivilDate, { working: boolean; note: string }>> {
  const rows = await tx.calendarDay.findMany({ orderBy: { date: 'asc' } });
  return new Map(rows.map(({ date, working, note }) => [date, { working, note }]));
}
