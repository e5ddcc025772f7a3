/** Punches: one per member, day and slot, each press judged from one statement and kept with one more. */
import type { PlacedPunch, PunchStatus, Slot } from '../domain/attendance.ts';
import type { Override } from '../domain/calendar.ts';
import type { CivilDate } from '../domain/civil.ts';
import type { Span } from '../domain/span.ts';
import type { Tx } from './tx.ts';

export interface PunchRow extends PunchStatus {
  memberId: string;
  date: CivilDate;
  slot: Slot;
  at: Date;
}

/** What a member's attendance over some days is judged by. */
export interface AttendanceFacts {
  /** The department's own days, from the first of these days on. */
  overrides: Map<CivilDate, Override>;
  /** Approved leave and trips that touch these days. */
  spans: Span[];
  punches: { date: CivilDate; slot: Slot; at: Date }[];
  /** When the member came to the department; null when they never did. */
  since: Date | null;
}

/** All of it in one statement, for it is asked at every press. */
export async function attendanceFacts(
  tx: Tx,
  memberId: string,
  from: CivilDate,
  to: CivilDate,
): Promise<AttendanceFacts> {
  const [row] = await tx.$queryRaw<
    {
      days: ({ date: CivilDate } & Override)[];
      spans: Span[];
      punches: { date: CivilDate; slot: Slot; at: string }[];
      since: Date | null;
    }[]
  >`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('date', date, 'working', working)), '[]')
       FROM calendar_day WHERE date >= ${from}) AS days,
      (SELECT coalesce(json_agg(json_build_object('from', "from", 'fromHalf', "fromHalf", 'to', "to", 'toHalf', "toHalf")), '[]')
       FROM leave WHERE "memberId" = ${memberId} AND state = 'approved' AND "from" <= ${to} AND "to" >= ${from}) AS spans,
      (SELECT coalesce(json_agg(json_build_object('date', date, 'slot', slot, 'at', at) ORDER BY at), '[]')
       FROM punch WHERE "memberId" = ${memberId} AND date BETWEEN ${from} AND ${to}) AS punches,
      (SELECT min(since) FROM post WHERE "memberId" = ${memberId}) AS since`;
  const { days = [], spans = [], punches = [], since = null } = row ?? {};
  return {
    overrides: new Map(days.map(({ date, working }) => [date, { working }])),
    spans,
    punches: punches.map(({ date, slot, at }) => ({ date, slot, at: new Date(at) })),
    since,
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
    ), noted AS (
      INSERT INTO record (at, actor, deed, noun, "nounId", before, after)
      SELECT at, ${memberId}, 'attendance.punched', 'punch', ${`${memberId}:${date}:${slot}`},
        (SELECT json_build_object('at', at) FROM kept),
        json_build_object('at', at, 'status', ${status}::text, 'minutes', ${minutes}::int, 'excused', ${excused}::boolean)
      FROM put
    )
    SELECT (SELECT at FROM put) AS put, (SELECT at FROM kept) AS before`;
  const before = row?.before ?? null;
  if (row?.put) return { at: row.put, before };
  if (before !== null) return { at: before, before };
  // Another press of the same instant was kept after this statement began, so only a new one sees it.
  const key = { memberId_date_slot: { memberId, date, slot } };
  const other = await tx.punch.findUniqueOrThrow({ where: key, select: { at: true } });
  return { at: other.at, before: other.at };
}

/** Everybody's punches of a day. */
export async function punchesOn(tx: Tx, date: CivilDate): Promise<PunchRow[]> {
  const rows = await tx.punch.findMany({ where: { date }, orderBy: { at: 'asc' } });
  return rows.map(toPunch);
}

/** When each member came to the department: the first post they were ever given. */
export async function membersSince(tx: Tx): Promise<Map<string, Date>> {
  const rows = await tx.post.groupBy({ by: ['memberId'], _min: { since: true } });
  return new Map(rows.flatMap(({ memberId, _min }) => (_min.since === null ? [] : [[memberId, _min.since] as const])));
}

function toPunch(row: Omit<PunchRow, 'slot' | 'status'> & { slot: string; status: string }): PunchRow {
  return { ...row, slot: row.slot as Slot, status: row.status as PunchRow['status'] };
}
