/** Signing in at meetings, and what a person may see of meetings: the plan, the sheets, their own history. */
import { addDays, type CivilDate, civilOf, instantOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member, takesPart } from '../../member/rules.ts';
import { departmentSince } from '../../member/store.ts';
import type { Office, PersonDay } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { PlacedPunch } from '../attendance/rules.ts';
import type { Calendar } from '../calendar/rules.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { arrivalToday, enter } from './entering.ts';
import type { MeetingPlan, PlannedLine, SeenSheet, SignedIn, SignedMeeting } from './messages.ts';
import { monthOf } from './monthly/rules.ts';
import { monthlyFacts } from './monthly/workflow.ts';
import { nextReported } from './report/choosing.ts';
import { type MeetingKind, type MeetingSettings, meetingsOn, type SignInStatus } from './rules.ts';
import { closedTo, readSheet } from './sheet.ts';
import {
  heldMeeting,
  lastMeetings,
  type MeetingRow,
  meetingsBetween,
  openMeetings,
  signInOf,
  signInsAt,
  signInsOf,
} from './store.ts';

/** Signs the sheet of a meeting, once and only while it is open; without an id that of the open meeting. */
export async function signIn(office: Office, me: Member, meetingId: number | null): Promise<SignedIn | Refusal> {
  if (!takesPart(me)) return refuse('meeting.notTakingPart', {});
  const arrival = await arrivalToday(office, me);
  const result = await office.database.transaction(async tx => {
    const wanted = meetingId ?? (await sheetToSign(office, tx, me));
    return isRefusal(wanted) ? wanted : signOne(office, tx, me, wanted, arrival);
  });
  office.wake();
  return result;
}

/** Meetings of today and the next 7 days with their state and mine, and how the monthly one stands. */
export function meetingPlan(office: Office, me: Member): Promise<MeetingPlan> {
  return office.database.transaction(tx => planIn(office, tx, me));
}

/** The sheets of the last meeting day, or of that date and kind. */
export function sheetsSeen(
  office: Office,
  me: Member,
  wanted: { date: CivilDate | null; kind: MeetingKind | null },
): Promise<SeenSheet[] | Refusal> {
  return office.database.transaction(async tx => {
    const found = await lastMeetings(tx, wanted, wanted.date === null ? 1 : 4);
    if (found.length === 0) return refuse('meeting.noSheet', wanted);
    const seen: SeenSheet[] = [];
    for (const { id } of found.reverse()) {
      const sheet = await readSheet(office, tx, id);
      if (sheet === null) continue;
      const mine = sheet.lines.find(({ memberId }) => memberId === me.id) ?? null;
      seen.push({ sheet, mine, whole: holds(me, LEADERS) });
    }
    return seen;
  });
}

async function signOne(
  office: Office,
  tx: Tx,
  me: Member,
  meetingId: number,
  arrival: PlacedPunch | null,
): Promise<SignedIn | Refusal> {
  const { zone } = office.settings;
  const meeting = await heldMeeting(tx, meetingId);
  if (meeting === null) return refuse('meeting.gone', {});
  const { id, kind, date, state } = meeting;
  if (state === 'planned')
    return refuse('meeting.notOpenYet', { kind, date, time: civilOf(meeting.startsAt, zone).time });
  const signed = await enter(office, tx, me, meeting, arrival);
  if (signed !== null) return signed;
  const before = await signInOf(tx, id, me.id);
  if (before?.at && (before.status === 'present' || before.status === 'late')) {
    return refuse('meeting.alreadySignedIn', { kind, status: before.status, at: civilOf(before.at, zone).time });
  }
  return closedTo(office, tx, meeting, before?.status ?? null);
}

/** The open sheet I am not on yet; else the last one of today, whose refusal says how it stands. */
async function sheetToSign(office: Office, tx: Tx, me: Member): Promise<number | Refusal> {
  const now = office.clock.now();
  const date = todayOf(office, now);
  const open = await openMeetings(tx, now);
  for (const { id } of open) if ((await signInOf(tx, id, me.id)) === null) return id;
  const last = open[0] ?? (await lastMeetings(tx, { date, kind: null }, 1))[0];
  if (last !== undefined) return last.id;
  const { lines } = await planIn(office, tx, me);
  const next = lines.find(line => line.state === 'planned');
  if (next === undefined) return refuse('meeting.noneOpen', { next: null });
  const begins = civilOf(new Date(next.startsAt), office.settings.zone);
  return refuse('meeting.noneOpen', { next: { kind: next.kind, date: begins.date, time: begins.time } });
}

async function planIn(office: Office, tx: Tx, me: Member): Promise<MeetingPlan> {
  const { settings } = office;
  const now = office.clock.now();
  const today = todayOf(office, now);
  const last = addDays(today, 7);
  const calendar = await calendarIn(tx);
  const rows = (await meetingsBetween(tx, today, last)).filter(row => isStillHeld(row, calendar, settings));
  const mine = new Map((await signInsOf(tx, me.id, today, last)).map(({ meetingId, status }) => [meetingId, status]));
  const lines: PlannedLine[] = rows.map(({ id, kind, date, startsAt, state, closesAt }) => ({
    id,
    kind,
    date,
    startsAt: startsAt.toISOString(),
    state: state === 'planned' && startsAt < now ? 'missed' : state,
    closesAt: state === 'planned' ? null : closesAt.toISOString(),
    mine: mine.get(id) ?? null,
    reportedAhead: false,
  }));
  const begun = await departmentSince(tx);
  let provisional = false;
  for (let date = today; date <= last; date = addDays(date, 1)) {
    provisional ||= calendar.isProvisional(date);
    for (const { kind, time } of meetingsOn(date, calendar, settings, { moves: [], monthly: [] })) {
      if (rows.some(row => row.kind === kind && row.date === date)) continue;
      const startsAt = instantOf(date, time, settings.zone);
      if (begun !== null && startsAt < begun) continue;
      const state = startsAt < now ? 'missed' : 'planned';
      const line = { id: null, kind, date, startsAt: startsAt.toISOString(), state } as const;
      lines.push({ ...line, closesAt: null, mine: null, reportedAhead: false });
    }
  }
  const next = await nextReported(office, tx);
  for (const line of lines)
    if (next?.begun && line.kind === next.kind && line.date === next.date) line.reportedAhead = true;
  lines.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return { lines, monthly: await monthlyFacts(office, tx, monthOf(today)), provisional };
}

/** A row kept ahead for a meeting that is no more, as the days changed, is none of the plan. */
function isStillHeld({ kind, date, state }: MeetingRow, calendar: Calendar, settings: MeetingSettings): boolean {
  if (state !== 'planned' || kind === 'monthly') return true;
  return meetingsOn(date, calendar, settings, { moves: [], monthly: [] }).some(meeting => meeting.kind === kind);
}

/** How the member stood at the meetings of this month, for their own record. */
export async function ownMeetings(office: Office, read: Tx, me: Member): Promise<Record<SignInStatus, number>> {
  const month = todayOf(office).slice(0, 7);
  const counts: Record<SignInStatus, number> = { present: 0, late: 0, excused: 0, absent: 0 };
  for (const { status } of await signInsOf(read, me.id, `${month}-01`, `${month}-31`)) counts[status] += 1;
  return counts;
}

/** How the member of each of these days stood at its meetings. */
export async function signInsOn(_office: Office, read: Tx, days: readonly PersonDay[]): Promise<SignedMeeting[][]> {
  const signed = await signInsAt(read, days);
  return days.map(one => {
    const mine = signed.filter(({ memberId, meeting }) => memberId === one.memberId && meeting.date === one.date);
    return mine.map(({ meeting, status, at }) => ({ kind: meeting.kind, status, at: at?.toISOString() ?? null }));
  });
}
