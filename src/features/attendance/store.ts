/** Punches: one per member, day and slot, each kept with its entry in the record by one statement. */

import type { CivilDate } from '../../kernel/civil.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Question } from '../../store/question.ts';
import { entryInsert } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { PlacedPunch, PunchStatus, Slot } from './rules.ts';

export interface PunchRow extends PunchStatus {
  memberId: string;
  date: CivilDate;
  slot: Slot;
  at: Date;
}

/** A member's punches of these days, both included, in order; to be asked together with what else decides about a punch. */
export function punchesBetween(
  memberId: string,
  from: CivilDate,
  to: CivilDate,
): Question<{ date: CivilDate; slot: Slot; at: Date }[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(json_build_object('date', date, 'slot', slot, 'at', at) ORDER BY at), '[]')
      FROM punch WHERE "memberId" = ${memberId} AND date BETWEEN ${from} AND ${to}`,
    read: value =>
      (value as { date: CivilDate; slot: Slot; at: string }[]).map(({ at, ...punch }) => ({
        ...punch,
        at: new Date(at),
      })),
  };
}

/**
 * Keeps a punch with its entry in the record, in one statement. Of two in the same slot the earliest counts when
 * `earliest`, else the latest. Answers when the punch that counts now was made, and the one that counted before.
 */
export async function keepPunch(
  tx: Tx,
  memberId: string,
  punch: PlacedPunch,
  earliest: boolean,
): Promise<{ at: Date; before: Date | null }> {
  const { date, slot, at, status, minutes, excused } = punch;
  const noted = entryInsert(
    {
      at: Prisma.sql`at`,
      actor: memberId,
      deed: 'attendance.punched',
      noun: 'punch',
      nounId: `${memberId}:${date}:${slot}`,
      before: Prisma.sql`(SELECT json_build_object('at', at) FROM kept)`,
      after: Prisma.sql`json_build_object(
        'at', at, 'status', ${status}::text, 'minutes', ${minutes}::int, 'excused', ${excused}::boolean)`,
    },
    Prisma.sql`put`,
  );
  const [row] = await tx.$queryRaw<{ put: Date | null; before: Date | null }[]>`
    WITH kept AS (
      SELECT at FROM punch WHERE "memberId" = ${memberId} AND date = ${date} AND slot = ${slot}
    ), put AS (
      INSERT INTO punch ("memberId", date, slot, at, status, minutes)
      VALUES (${memberId}, ${date}, ${slot}, ${at}::timestamptz, ${status}, ${minutes}::int)
      ON CONFLICT ("memberId", date, slot) DO UPDATE
      SET at = EXCLUDED.at, status = EXCLUDED.status, minutes = EXCLUDED.minutes
      WHERE CASE WHEN ${earliest}::boolean THEN EXCLUDED.at < punch.at ELSE EXCLUDED.at > punch.at END
      RETURNING at
    ), noted AS (${noted})
    SELECT (SELECT at FROM put) AS put, (SELECT at FROM kept) AS before`;
  const before = row?.before ?? null;
  if (row?.put) return { at: row.put, before };
  if (before !== null) return { at: before, before };
  // Another press of the same instant was kept after this statement began, so only a new one sees it.
  const key = { memberId_date_slot: { memberId, date, slot } };
  const other = await tx.punch.findUniqueOrThrow({ where: key, select: { at: true } });
  return { at: other.at, before: other.at };
}

/** Who of these ever punched. */
export async function everPunched(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  const where = { memberId: { in: [...memberIds] } };
  return new Set((await tx.punch.groupBy({ by: ['memberId'], where })).map(({ memberId }) => memberId));
}

/** Everybody's punches of a day. */
export async function punchesOn(tx: Tx, date: CivilDate): Promise<PunchRow[]> {
  const rows = await tx.punch.findMany({ where: { date }, orderBy: { at: 'asc' } });
  return rows.map(toPunch);
}

function toPunch(row: Omit<PunchRow, 'slot' | 'status'> & { slot: string; status: string }): PunchRow {
  return { ...row, slot: row.slot as Slot, status: row.status as PunchRow['status'] };
}
