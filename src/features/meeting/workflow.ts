/** A meeting's day (2.1 to 2.4): its sheet is posted as the reminder, is under way from the hour on, and closes with the result. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { isGivenUp } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { MeetingMessages, MissedMeeting } from './messages.ts';
import { monthlyComposers } from './monthly/workflow.ts';
import { proposeMissed } from './proposing.ts';
import { reportComposers, reportPages } from './report/workflow.ts';
import { missedOf, rollOf } from './roll.ts';
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

/** Reminds people of a meeting: its sheet is posted, to be signed from then on. From the hour on `openSheet` does it. */
export async function remind(office: Office, tx: Tx, meeting: DueMeeting): Promise<void> {
  if (office.clock.now() < meeting.startsAt) await postSheet(office, tx, meeting, false);
}

/** At the hour: the sheet shows that the meeting has begun, or is posted now if nobody was reminded. Nothing when a monthly one was moved. */
export async function openSheet(
  office: Office,
  tx: Tx,
  meeting: DueMeeting,
  { late }: { late: boolean },
): Promise<void> {
  if (await postSheet(office, tx, meeting, late)) return;
  const row = await meetingOn(tx, meeting.kind, meeting.date);
  if (row?.state === 'open') await redraw(office, tx, sheetCard(row.id));
}

/** False when the meeting has its sheet already, or is not planned for that time any more. */
async function postSheet(office: Office, tx: Tx, meeting: DueMeeting, late: boolean): Promise<boolean> {
  const now = office.clock.now();
  const { graceMinutes } = office.settings;
  const closes = late ? closesAt(meeting.startsAt, graceMinutes, now) : closesAt(meeting.startsAt, graceMinutes);
  const open = meeting.kind === 'monthly' ? openPlanned : openRegular;
  const before = await meetingOn(tx, meeting.kind, meeting.date);
  const row = await open(tx, meeting, { openedAt: now, closesAt: closes, late });
  if (row === null) return false;
  await record(tx, {
    at: now,
    actor: 'clock',
    deed: 'meeting.opened',
    noun: 'meeting',
    nounId: row.id,
    before: before === null ? null : { state: before.state },
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
  return true;
}

/** When the next open sheet closes; null when none is open. */
export const nextSheetClosing = nextClosing;

/** Closes every sheet whose time is up, each once, and tells the result. */
export async function closeSheets(office: Office, now: Date): Promise<void> {
  const due = await sheetsDue(office.database.read, now);
  for (const row of due) await office.database.transaction(tx => closeSheet(office, tx, row, now));
  if (due.length > 0) office.wake();
}

/** Whether the meeting of that hour has begun, with its sheet. */
export async function wasOpened({ database, settings, clock }: Office, startsAt: Date): Promise<boolean> {
  if (clock.now() < startsAt) return false;
  const { date } = civilOf(startsAt, settings.zone);
  const meetings = await meetingsBetween(database.read, date, date);
  return meetings.some(one => one.state !== 'planned' && one.startsAt.getTime() === startsAt.getTime());
}

/** The day's closed meetings at which somebody was late or absent (1.8), with their names in the order of seats. */
export async function missedMeetings(tx: Tx, date: CivilDate): Promise<MissedMeeting[]> {
  const members = await allMembers(tx);
  const bySeats = seating(members.values());
  const missed: MissedMeeting[] = [];
  for (const { id, kind, startsAt, closesAt, state } of await meetingsBetween(tx, date, date)) {
    if (state !== 'closed') continue;
    const lines = [...((await sheetOf(tx, id))?.signIns ?? [])].sort((a, b) => bySeats(a.memberId, b.memberId));
    const of = (wanted: string) =>
      lines.filter(({ status }) => status === wanted).map(({ memberId }) => members.get(memberId)?.name ?? memberId);
    const [late, absent] = [of('late'), of('absent')];
    if (late.length + absent.length === 0) continue;
    missed.push({ kind, startsAt: startsAt.toISOString(), closesAt: closesAt.toISOString(), late, absent });
  }
  return missed;
}

/** The day of a meeting; null when there is none of that number. */
export async function dayOfMeeting(tx: Tx, meetingId: number): Promise<CivilDate | null> {
  return (await meetingById(tx, meetingId))?.date ?? null;
}

export const meetingComposers: Composers<keyof MeetingMessages> = {
  ...sheetComposers,
  ...reportComposers,
  ...monthlyComposers,
};

async function closeSheet(office: Office, tx: Tx, row: MeetingRow, now: Date): Promise<void> {
  if (!(await closeMeeting(tx, row.id, now))) return;
  const sheet = await sheetOf(tx, row.id);
  if (sheet === null) return;
  const members = await allMembers(tx);
  const awaited = await rollOf(office, tx, sheet, members.values());
  const roll = { ...awaited, absent: await missedOf(tx, row, awaited.absent) };
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
  await proposeMissed(office, tx, row);
  const card = sheetCard(row.id);
  // Where the sheet never arrived, the result comes as a message of its own.
  if (await isGivenUp(tx, card)) {
    const ref = { meetingId: row.id };
    await say(office, tx, { key: `${card}:result`, card, recipient: '#department', message: 'meeting.sheet', ref });
  } else await redraw(office, tx, card);
  if (!collectsReports(row.kind)) return;
  const pages = await reportPages(tx, row.id, members);
  for (const page of pages.keys()) {
    await say(office, tx, {
      key: `meeting.reports:${row.id}:${page}`,
      recipient: '#department',
      message: 'meeting.reports',
      ref: { meetingId: row.id, page },
    });
  }
}
