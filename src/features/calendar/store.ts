/** Days the department decided about. */

import type { CivilDate } from '../../kernel/civil.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Question } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import type { Override } from './rules.ts';

/** All overrides by date. */
export async function calendarDays(tx: Tx): Promise<Map<CivilDate, { working: boolean; note: string }>> {
  const rows = await tx.calendarDay.findMany({ orderBy: { date: 'asc' } });
  return new Map(rows.map(({ date, working, note }) => [date, { working, note }]));
}

/** The overrides from that day on, to be asked together with what else decides about a punch. */
export function overridesFrom(from: CivilDate): Question<Map<CivilDate, Override>> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(json_build_object('date', date, 'working', working)), '[]')
      FROM calendar_day WHERE date >= ${from}`,
    read: value =>
      new Map((value as ({ date: CivilDate } & Override)[]).map(({ date, working }) => [date, { working }])),
  };
}

/** Keeps a decision about a day, in place of the one before. */
export async function setCalendarDay(
  tx: Tx,
  date: CivilDate,
  decided: { working: boolean; note: string; setBy: string },
  now: Date,
): Promise<void> {
  const data = { ...decided, at: now };
  await tx.calendarDay.upsert({ where: { date }, create: { date, ...data }, update: data });
}

/** Forgets the decision about a day. */
export async function clearCalendarDay(tx: Tx, date: CivilDate): Promise<void> {
  await tx.calendarDay.deleteMany({ where: { date } });
}

/** Lets one decision at a time happen; nobody who reads waits. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE calendar_day IN SHARE ROW EXCLUSIVE MODE`;
}

/** Keeps decisions about days from being taken until this transaction ends; others may hold the calendar at the same time. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE calendar_day IN ROW EXCLUSIVE MODE`;
}
