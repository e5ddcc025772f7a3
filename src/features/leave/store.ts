/** Leaves and trips. */

import type { CivilDate } from '../../kernel/civil.ts';
import { ERASED } from '../../kernel/erasure.ts';
import { holdsWords, WORDS } from '../../store/erasing.ts';
import { type Leave, Prisma } from '../../store/generated/client.ts';
import type { Question } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import type { Half, Span } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveFacts } from './messages.ts';
import { EXCUSING, type LeaveRequest, type LeaveState, type PapersState } from './rules.ts';

/** A leave as it is kept; what is only counted is not in it. */
export type LeaveRow = Omit<LeaveFacts, 'taken' | 'givenBack'> & {
  requestedAt: Date;
  /** Where it was to end, when its member came back early. */
  planned: Pick<Span, 'to' | 'toHalf'> | null;
};

export interface NewLeave extends LeaveRequest {
  memberId: string;
  halfDays: number;
  provisional: boolean;
}

export async function createLeave(tx: Tx, leave: NewLeave, now: Date): Promise<LeaveRow> {
  const { span, ...rest } = leave;
  const row = await tx.leave.create({ data: { ...rest, ...span, state: 'pending', requestedAt: now, changedAt: now } });
  return toLeave(row);
}

/** One leave; null when there is none of that number. */
export async function leaveById(tx: Tx, id: number): Promise<LeaveRow | null> {
  const row = await tx.leave.findUnique({ where: { id } });
  return row === null ? null : toLeave(row);
}

/** These leaves and trips. */
export async function leavesById(tx: Tx, ids: readonly number[]): Promise<LeaveRow[]> {
  return (await tx.leave.findMany({ where: { id: { in: [...ids] } } })).map(toLeave);
}

/** The leave or trip a member asked for last; null when there was none. */
export async function lastLeaveOf(tx: Tx, memberId: string): Promise<LeaveRow | null> {
  const row = await tx.leave.findFirst({ where: { memberId }, orderBy: { id: 'desc' } });
  return row === null ? null : toLeave(row);
}

/** A member's leaves and trips that end on that day or later, the earliest first. */
export async function leavesOf(tx: Tx, memberId: string, since: CivilDate): Promise<LeaveRow[]> {
  const rows = await tx.leave.findMany({
    where: { memberId, to: { gte: since } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toLeave);
}

/** Leaves and trips of everybody that touch the day and excuse: who is excused then, and when. */
export async function excusesOn(tx: Tx, date: CivilDate): Promise<LeaveRow[]> {
  const where = { state: { in: [...EXCUSING] }, from: { lte: date }, to: { gte: date } };
  const rows = await tx.leave.findMany({ where });
  return rows.map(toLeave);
}

/**
 * When a member's leaves and trips that touch these days excuse, both included; to be asked together with what else
 * decides about a punch.
 */
export function excusesBetween(memberId: string, from: CivilDate, to: CivilDate): Question<Span[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(json_build_object(
        'from', "from", 'fromHalf', "fromHalf", 'to', "to", 'toHalf', "toHalf")), '[]')
      FROM leave
      WHERE "memberId" = ${memberId} AND state = ANY(${[...EXCUSING]}) AND "from" <= ${to} AND "to" >= ${from}`,
    read: value => value as Span[],
  };
}

/** A member's approved leaves, trips apart, of which something lies in those days. */
export async function approvedIn(tx: Tx, memberId: string, from: CivilDate, to: CivilDate): Promise<LeaveRow[]> {
  const where = { memberId, state: 'approved', kind: { not: 'trip' }, from: { lte: to }, to: { gte: from } };
  return (await tx.leave.findMany({ where })).map(toLeave);
}

/** Shortens an approved leave to what was taken, only from where it was read; false when it changed meanwhile. */
export async function shortenLeave(
  tx: Tx,
  { id, span }: Pick<LeaveRow, 'id' | 'span'>,
  to: Pick<LeaveRow, 'halfDays' | 'papersDueOn'> & { span: Span },
  now: Date,
): Promise<boolean> {
  const { halfDays, papersDueOn } = to;
  const { count } = await tx.leave.updateMany({
    where: { id, state: 'approved', to: span.to, toHalf: span.toHalf },
    data: {
      to: to.span.to,
      toHalf: to.span.toHalf,
      halfDays,
      papersDueOn,
      plannedTo: span.to,
      plannedToHalf: span.toHalf,
      changedAt: now,
    },
  });
  return count === 1;
}

/** Approved leaves and trips, of one member or of all: at most so many, the newest first. */
export async function approvedLeaves(tx: Tx, memberId: string | null, most: number): Promise<number[]> {
  const where = { state: 'approved', ...(memberId === null ? {} : { memberId }) };
  const rows = await tx.leave.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Moves a leave on, only from where it was read; false when it moved meanwhile. */
export async function moveLeave(
  tx: Tx,
  leave: Pick<LeaveRow, 'id' | 'state' | 'papers'>,
  to: { state: LeaveState; papers: PapersState; papersDueOn?: CivilDate | null },
  now: Date,
): Promise<boolean> {
  const { id, state, papers } = leave;
  const { count } = await tx.leave.updateMany({ where: { id, state, papers }, data: { ...to, changedAt: now } });
  return count === 1;
}

/** Leaves and trips asked for or approved that those days may change, the papers of an emergency included. */
export async function touchedBy(tx: Tx, from: CivilDate, to: CivilDate): Promise<LeaveRow[]> {
  const until = [{ to: { gte: from } }, { papers: 'due', papersDueOn: { gte: from } }];
  const rows = await tx.leave.findMany({ where: { state: { in: COUNTED }, from: { lte: to }, OR: until } });
  return rows.map(toLeave);
}

/** Leaves and trips asked for or approved that were counted on a provisional calendar. */
export async function provisionalLeaves(tx: Tx): Promise<LeaveRow[]> {
  const rows = await tx.leave.findMany({ where: { state: { in: COUNTED }, provisional: true } });
  return rows.map(toLeave);
}

const COUNTED: LeaveState[] = ['pending', 'approved'];

/** Keeps a new count, only where the leave stands as it was read; false when it moved meanwhile. */
export async function setCount(
  tx: Tx,
  { id, state, halfDays }: Pick<LeaveRow, 'id' | 'state' | 'halfDays'>,
  to: Pick<LeaveRow, 'state' | 'halfDays' | 'provisional' | 'papersDueOn'>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.leave.updateMany({ where: { id, state, halfDays }, data: { ...to, changedAt: now } });
  return count === 1;
}

/** The card that asks for the papers of a leave. */
export function papersCard(leaveId: number): string {
  return `papers:${leaveId}`;
}

/** Approved emergency leaves whose papers are due on that day or were before; none for days nobody works. */
export async function papersDueBy(tx: Tx, date: CivilDate): Promise<LeaveRow[]> {
  const rows = await tx.leave.findMany({
    where: { state: 'approved', papers: 'due', papersDueOn: { lte: date }, halfDays: { gt: 0 } },
    orderBy: { id: 'asc' },
  });
  return rows.map(toLeave);
}

/**
 * Leaves that ended before that day and hold a reason in words, or are one of `these`; kept from changing until this
 * transaction ends.
 */
export async function heldEndedLeaves(tx: Tx, before: CivilDate, these: readonly number[]) {
  const rows = await tx.$queryRaw<Leave[]>`
    SELECT * FROM leave WHERE "to" < ${before} AND (${holdsWords(Prisma.sql`reason`)} OR id = ANY(${these}::int[]))
    ORDER BY id FOR UPDATE`;
  return rows.map(row => {
    const { id, state, papers } = toLeave(row);
    return { id, state, papers, to: row.to, changedAt: row.changedAt };
  });
}

/** The numbers of all leaves and trips a member ever asked for. */
export async function leaveIdsOf(tx: Tx, memberId: string): Promise<number[]> {
  return (await tx.leave.findMany({ where: { memberId }, select: { id: true } })).map(({ id }) => id);
}

/** Erases the reasons of these leaves; answers how many there were. */
export async function eraseLeaveWords(tx: Tx, ids: readonly number[]): Promise<number> {
  const where = { id: { in: [...ids] }, reason: WORDS };
  return (await tx.leave.updateMany({ where, data: { reason: ERASED } })).count;
}

function toLeave(row: Leave): LeaveRow {
  const { id, memberId, halfDays, reason, emergency, provisional, papersDueOn, requestedAt } = row;
  const span = { from: row.from, fromHalf: row.fromHalf as Half, to: row.to, toHalf: row.toHalf as Half };
  const kind = row.kind as LeaveKind;
  const state = row.state as LeaveState;
  const papers = row.papers as PapersState;
  const planned = row.plannedTo === null ? null : { to: row.plannedTo, toHalf: row.plannedToHalf as Half };
  return {
    id,
    memberId,
    kind,
    span,
    halfDays,
    reason,
    emergency,
    provisional,
    state,
    papers,
    papersDueOn,
    requestedAt,
    planned,
  };
}
