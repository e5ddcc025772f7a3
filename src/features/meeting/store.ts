/** Meetings and their sign-in sheets. */
import type { CivilDate } from '../../kernel/civil.ts';
import { type Meeting, Prisma } from '../../store/generated/client.ts';
import { instant, type Question } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import type { MeetingKind, SignInStatus } from './rules.ts';

/** `planned` (a monthly meeting that was set, or another one somebody reported for ahead), then `open`, then `closed`. */
export type MeetingState = 'planned' | 'open' | 'closed';

export interface MeetingRow {
  id: number;
  kind: MeetingKind;
  date: CivilDate;
  startsAt: Date;
  state: MeetingState;
  setBy: string | null;
  openedAt: Date | null;
  /** Set once it is open. */
  closesAt: Date;
  closedAt: Date | null;
  late: boolean;
}

export interface SignInRow {
  meetingId: number;
  memberId: string;
  at: Date | null;
  status: SignInStatus;
  /** Excused by what was approved after the sheet had closed. */
  later?: boolean;
}

export interface Opening {
  openedAt: Date;
  closesAt: Date;
  late: boolean;
}

/** A meeting that comes by itself, kept before its sheet is out because somebody wrote for it; answers its number. */
export async function planRegular(
  tx: Tx,
  { kind, date, startsAt }: { kind: MeetingKind; date: CivilDate; startsAt: Date },
): Promise<number> {
  await tx.meeting.createMany({ data: { kind, date, startsAt, state: 'planned' }, skipDuplicates: true });
  const row = await tx.meeting.findUniqueOrThrow({ where: { kind_date: { kind, date } }, select: { id: true } });
  return row.id;
}

/** Opens a meeting that comes by itself, at the hour it has now; null when that one was opened before. */
export async function openRegular(
  tx: Tx,
  meeting: { kind: MeetingKind; date: CivilDate; startsAt: Date },
  opening: Opening,
): Promise<MeetingRow | null> {
  const { count } = await tx.meeting.createMany({
    data: { ...meeting, ...opening, state: 'open' },
    skipDuplicates: true,
  });
  if (count === 1) return meetingOn(tx, meeting.kind, meeting.date);
  const { kind, date, startsAt } = meeting;
  const planned = await tx.meeting.updateMany({
    where: { kind, date, state: 'planned' },
    data: { startsAt, ...opening, state: 'open' },
  });
  return planned.count === 1 ? meetingOn(tx, kind, date) : null;
}

/** Opens a meeting that was set for exactly that time; null when it was moved or opened meanwhile. */
export async function openPlanned(
  tx: Tx,
  meeting: { kind: MeetingKind; date: CivilDate; startsAt: Date },
  opening: Opening,
): Promise<MeetingRow | null> {
  const { count } = await tx.meeting.updateMany({
    where: { ...meeting, state: 'planned' },
    data: { ...opening, state: 'open' },
  });
  return count === 1 ? meetingOn(tx, meeting.kind, meeting.date) : null;
}

/** Closes an open meeting; false when somebody did already. Waits for those who are signing at this moment. */
export async function closeMeeting(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.meeting.updateMany({
    where: { id, state: 'open' },
    data: { state: 'closed', closedAt: now },
  });
  return count === 1;
}

/** The meeting, kept from being closed until this transaction ends; others may hold it at the same time. */
export async function heldMeeting(tx: Tx, id: number): Promise<MeetingRow | null> {
  const rows = await tx.$queryRaw<Meeting[]>`SELECT * FROM meeting WHERE id = ${id} FOR SHARE`;
  return rows[0] === undefined ? null : toMeeting(rows[0]);
}

export async function meetingById(tx: Tx, id: number): Promise<MeetingRow | null> {
  const row = await tx.meeting.findUnique({ where: { id } });
  return row === null ? null : toMeeting(row);
}

export async function meetingOn(tx: Tx, kind: MeetingKind, date: CivilDate): Promise<MeetingRow | null> {
  const row = await tx.meeting.findUnique({ where: { kind_date: { kind, date } } });
  return row === null ? null : toMeeting(row);
}

/** All meetings of those days, in order. */
export async function meetingsBetween(tx: Tx, from: CivilDate, to: CivilDate): Promise<MeetingRow[]> {
  const rows = await tx.meeting.findMany({
    where: { date: { gte: from, lte: to } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMeeting);
}

/** Meetings of the kind whose hour lies in after < startsAt <= until, in order, whatever their state. */
export async function meetingsStarting(tx: Tx, kind: MeetingKind, after: Date, until: Date): Promise<MeetingRow[]> {
  const rows = await tx.meeting.findMany({
    where: { kind, startsAt: { gt: after, lte: until } },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(toMeeting);
}

/** Sheets that can be signed now, the latest meeting first. */
export async function openMeetings(tx: Tx, now: Date): Promise<MeetingRow[]> {
  const rows = await tx.meeting.findMany({
    where: { state: 'open', closesAt: { gt: now } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(toMeeting);
}

/** The last meetings that were opened, on that date or of that kind where given: the latest first. */
export async function lastMeetings(
  tx: Tx,
  wanted: { date: CivilDate | null; kind: MeetingKind | null },
  most: number,
): Promise<MeetingRow[]> {
  const { date, kind } = wanted;
  const rows = await tx.meeting.findMany({
    where: {
      state: { in: ['open', 'closed'] },
      ...(date === null ? {} : { date }),
      ...(kind === null ? {} : { kind }),
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(toMeeting);
}

/** The last meeting with a sheet on a day before that one; null when there was none. */
export async function meetingBefore(tx: Tx, date: CivilDate): Promise<MeetingRow | null> {
  const where = { date: { lt: date }, state: { in: ['open', 'closed'] } };
  const row = await tx.meeting.findFirst({ where, orderBy: [{ startsAt: 'desc' }, { id: 'desc' }] });
  return row === null ? null : toMeeting(row);
}

/** Who of these ever signed a sheet. */
export async function everSigned(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  const where = { memberId: { in: [...memberIds] }, at: { not: null } };
  return new Set((await tx.signIn.groupBy({ by: ['memberId'], where })).map(({ memberId }) => memberId));
}

/** Open sheets whose time is up. */
export async function sheetsDue(tx: Tx, now: Date): Promise<MeetingRow[]> {
  const rows = await tx.meeting.findMany({ where: { state: 'open', closesAt: { lte: now } }, orderBy: { id: 'asc' } });
  return rows.map(toMeeting);
}

/** When the next open sheet closes; null when none is open. */
export const nextClosing: Question<Date | null> = instant(Prisma.sql`
  SELECT min("closesAt") FROM meeting WHERE state = 'open'`);

/** Enters a member on the sheet; false when they are on it already. */
export async function enterSignIn(tx: Tx, line: SignInRow): Promise<boolean> {
  const { count } = await tx.signIn.createMany({ data: line, skipDuplicates: true });
  return count === 1;
}

/** Enters everybody who did not sign. */
export async function fillSheet(tx: Tx, lines: SignInRow[]): Promise<void> {
  await tx.signIn.createMany({ data: lines, skipDuplicates: true });
}

/** Enters anew where a member who did not sign stands on a closed sheet; false when that changed meanwhile. */
export async function moveSignIn(
  tx: Tx,
  line: { meetingId: number; memberId: string; status: SignInStatus },
  status: 'excused' | 'absent',
): Promise<boolean> {
  const { count } = await tx.signIn.updateMany({ where: line, data: { status, later: status === 'excused' } });
  return count === 1;
}

export async function signInOf(tx: Tx, meetingId: number, memberId: string): Promise<SignInRow | null> {
  const row = await tx.signIn.findUnique({ where: { meetingId_memberId: { meetingId, memberId } } });
  return row === null ? null : toSignIn(row);
}

/** A meeting with its whole sheet in the order of signing, and the number of reports; null when there is none. */
export async function sheetOf(
  tx: Tx,
  id: number,
): Promise<{ meeting: MeetingRow; signIns: SignInRow[]; reports: number } | null> {
  const row = await tx.meeting.findUnique({
    where: { id },
    include: {
      signIns: { orderBy: [{ at: { sort: 'asc', nulls: 'last' } }, { memberId: 'asc' }] },
      _count: { select: { reports: true } },
    },
  });
  if (row === null) return null;
  return { meeting: toMeeting(row), signIns: row.signIns.map(toSignIn), reports: row._count.reports };
}

/** A member's lines on the sheets of those days, the earliest first. */
export async function signInsOf(
  tx: Tx,
  memberId: string,
  from: CivilDate,
  to: CivilDate,
): Promise<(SignInRow & { meeting: MeetingRow })[]> {
  const rows = await tx.signIn.findMany({
    where: { memberId, meeting: { date: { gte: from, lte: to } } },
    include: { meeting: true },
    orderBy: { meeting: { startsAt: 'asc' } },
  });
  return rows.map(row => ({ ...toSignIn(row), meeting: toMeeting(row.meeting) }));
}

/** The lines of these people on the sheets of these days, the earliest first; also of one's day with another's person. */
export async function signInsAt(
  tx: Tx,
  days: readonly { memberId: string; date: CivilDate }[],
): Promise<(SignInRow & { meeting: MeetingRow })[]> {
  const [members, dates] = [days.map(({ memberId }) => memberId), days.map(({ date }) => date)];
  const rows = await tx.signIn.findMany({
    where: { memberId: { in: [...new Set(members)] }, meeting: { date: { in: [...new Set(dates)] } } },
    include: { meeting: true },
    orderBy: { meeting: { startsAt: 'asc' } },
  });
  return rows.map(row => ({ ...toSignIn(row), meeting: toMeeting(row.meeting) }));
}

function toMeeting(row: Meeting): MeetingRow {
  const { id, date, startsAt, setBy, openedAt, closedAt, late } = row;
  return {
    id,
    kind: row.kind as MeetingKind,
    date,
    startsAt,
    state: row.state as MeetingState,
    setBy,
    openedAt,
    closesAt: row.closesAt ?? startsAt,
    closedAt,
    late,
  };
}

function toSignIn(row: Omit<SignInRow, 'status'> & { status: string }): SignInRow {
  const { meetingId, memberId, at, status, later = false } = row;
  return { meetingId, memberId, at, status: status as SignInStatus, later };
}
