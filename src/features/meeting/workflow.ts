/** A meeting's day (2.1 to 2.4): people are reminded, the sheet opens, it closes, and the result is told. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import type { Member } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { MeetingMessages, MeetingMissed } from './messages.ts';
import { monthlyComposers } from './monthly/workflow.ts';
import { reportComposers, reportPages } from './report/workflow.ts';
import { rollOf } from './roll.ts';
import { closesAt, collectsReports, type MeetingKind, seating } from './rules.ts';
import { sheetCard, sheetComposers } from './sheet.ts';
import {
  closeMeeting,
  fillSheet,
  type MeetingRow,
  meetingById,
  meetingOn,
  meetingsBetween,
  nextClosing,
  openPlanned,
  openRegular,
  sheetOf,
  sheetsDue,
} from './store.ts';

/** A meeting of the plan at its instant. */
export interface DueMeeting {
  kind: MeetingKind;
  date: CivilDate;
  startsAt: Date;
}

/** Tells the department that a meeting begins soon. */
export async function remind(office: Office, tx: Tx, meeting: DueMeeting, { late }: { late: boolean }): Promise<void> {
  const { kind, date } = meeting;
  const startsAt = meeting.startsAt.toISOString();
  await say(office, tx, {
    key: `meeting.reminder:${kind}:${startsAt}`,
    recipient: '#department',
    message: 'meeting.reminder',
    ref: { kind, date, startsAt, late },
  });
}

/** Opens the sheet of a meeting and posts it; nothing when it is open already, or the monthly one was moved. */
export async function openSheet(
  office: Office,
  tx: Tx,
  meeting: DueMeeting,
  { late }: { late: boolean },
): Promise<void> {
  const now = office.clock.now();
  const { graceMinutes } = office.settings;
  const closes = late ? closesAt(meeting.startsAt, graceMinutes, now) : closesAt(meeting.startsAt, graceMinutes);
  const open = meeting.kind === 'monthly' ? openPlanned : openRegular;
  const row = await open(tx, meeting, { openedAt: now, closesAt: closes, late });
  if (row === null) return;
  await record(tx, {
    at: now,
    actor: 'clock',
    deed: 'meeting.opened',
    noun: 'meeting',
    nounId: row.id,
    before: meeting.kind === 'monthly' ? { state: 'planned' } : null,
    after: { kind: row.kind, date: row.date, state: 'open', late },
  });
  const card = sheetCard(row.id);
  await say(office, tx, {
    key: card,
    card,
    recipient: '#department',
    message: 'meeting.sheet',
    ref: { meetingId: row.id },
  });
}

/** When the next open sheet closes; null when none is open. */
export function nextSheetClosing(office: Office): Promise<Date | null> {
  return nextClosing(office.database.read);
}

/** Closes every sheet whose time is up, each once, and tells the result. */
export async function closeSheets(office: Office, now: Date): Promise<void> {
  const due = await sheetsDue(office.database.read, now);
  for (const row of due) await office.database.transaction(tx => closeSheet(office, tx, row, now));
  if (due.length > 0) office.wake();
}

/** Whether the sheet of the meeting that begins then was opened. */
export async function wasOpened({ database, settings }: Office, startsAt: Date): Promise<boolean> {
  const { date } = civilOf(startsAt, settings.zone);
  const meetings = await meetingsBetween(database.read, date, date);
  return meetings.some(one => one.state !== 'planned' && one.startsAt.getTime() === startsAt.getTime());
}

/** Who was late at a closed meeting or did not come (1.8), in the order of their seats. */
export async function missedIn(tx: Tx, meetingId: number): Promise<{ memberId: string; status: 'late' | 'absent' }[]> {
  const sheet = await sheetOf(tx, meetingId);
  if (sheet === null || sheet.meeting.state !== 'closed') return [];
  const bySeats = seating((await allMembers(tx)).values());
  return sheet.signIns
    .flatMap(({ memberId, status }) => (status === 'late' || status === 'absent' ? [{ memberId, status }] : []))
    .sort((a, b) => bySeats(a.memberId, b.memberId));
}

export const meetingComposers: Composers<keyof MeetingMessages> = {
  async 'meeting.reminder'(tx, { kind, date, startsAt, late }, office) {
    if (office.clock.now() >= new Date(startsAt)) return null;
    if (kind === 'monthly') {
      const planned = await meetingOn(tx, kind, date);
      if (planned?.startsAt.toISOString() !== startsAt) return null;
    }
    return { kind, date, startsAt, late };
  },
  async 'meeting.missed'(tx, { meetingId }): Promise<MeetingMissed | null> {
    const row = await meetingById(tx, meetingId);
    if (row === null) return null;
    const missed = await missedIn(tx, row.id);
    const of = (wanted: string) => missed.filter(({ status }) => status === wanted).map(({ memberId }) => memberId);
    return {
      kind: row.kind,
      date: row.date,
      startsAt: row.startsAt.toISOString(),
      late: of('late'),
      absent: of('absent'),
    };
  },
  ...sheetComposers,
  ...reportComposers,
  ...monthlyComposers,
};

type Members = ReadonlyMap<string, Member>;

/** A digest later than this after the close is labelled late. */
const lateAfterMs = 60_000;

async function closeSheet(office: Office, tx: Tx, row: MeetingRow, now: Date): Promise<void> {
  if (!(await closeMeeting(tx, row.id, now))) return;
  const sheet = await sheetOf(tx, row.id);
  if (sheet === null) return;
  const members = await allMembers(tx);
  const roll = await rollOf(office, tx, sheet, members.values());
  const entered = (['excused', 'absent'] as const).flatMap(status =>
    roll[status].map(memberId => ({ meetingId: row.id, memberId, status, at: null })),
  );
  await fillSheet(tx, entered);
  const counts = Object.fromEntries(Object.entries(roll).map(([status, ids]) => [status, ids.length]));
  await record(tx, {
    at: now,
    actor: 'clock',
    deed: 'meeting.closed',
    noun: 'meeting',
    nounId: row.id,
    before: { state: 'open' },
    after: { state: 'closed', ...counts },
  });
  await tellResult(office, tx, row, now, members);
  if (roll.late.length + roll.absent.length === 0) return;
  await say(office, tx, {
    key: `meeting.missed:${row.id}`,
    recipient: '#leaders',
    message: 'meeting.missed',
    ref: { meetingId: row.id },
  });
}

async function tellResult(office: Office, tx: Tx, row: MeetingRow, now: Date, members: Members): Promise<void> {
  const meetingId = row.id;
  await redraw(office, tx, sheetCard(meetingId));
  const late = now.getTime() - row.closesAt.getTime() > lateAfterMs;
  await say(office, tx, {
    key: `meeting.digest:${meetingId}`,
    recipient: '#department',
    message: 'meeting.digest',
    ref: { meetingId, late },
  });
  if (!collectsReports(row.kind)) return;
  const pages = await reportPages(tx, meetingId, members);
  for (const page of pages.keys()) {
    await say(office, tx, {
      key: `meeting.reports:${meetingId}:${page}`,
      recipient: '#department',
      message: 'meeting.reports',
      ref: { meetingId, page },
    });
  }
}
