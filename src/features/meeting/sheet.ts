/** The sign-in sheet as people read it: one card in the channel, from the reminder until it tells the result. */

import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { MeetingSheet } from './messages.ts';
import { reportsOf } from './report/store.ts';
import { rollOf } from './roll.ts';
import { collectsReports, type MeetingKind, type SignInStatus, seating } from './rules.ts';
import { type MeetingRow, meetingOn, openMeetings, type SignInRow, sheetOf } from './store.ts';

/** The card of a meeting's sheet. */
export function sheetCard(meetingId: number): string {
  return `meeting:${meetingId}`;
}

/**
 * The sheet as it stands, in as many queries however many people sign; while it is open, with whoever is excused so far.
 * Null when there is no such meeting or it is only planned.
 */
export async function readSheet(office: Office, tx: Tx, meetingId: number): Promise<MeetingSheet | null> {
  const found = await sheetOf(tx, meetingId);
  if (found === null || found.meeting.state === 'planned') return null;
  const { meeting, signIns } = found;
  const collects = collectsReports(meeting.kind);
  const written = new Set(collects ? (await reportsOf(tx, meetingId)).map(({ memberId }) => memberId) : []);
  const members = await allMembers(tx);
  const roll = meeting.state === 'open' ? await rollOf(office, tx, found, members.values()) : null;
  const excused = (roll?.excused ?? []).map(
    (memberId): SignInRow => ({ meetingId, memberId, status: 'excused', at: null }),
  );
  const lines = [...signIns, ...excused].map(({ memberId, status, at, later }) => ({
    memberId,
    name: members.get(memberId)?.name ?? memberId,
    status,
    at: at?.toISOString() ?? null,
    ...(later ? { later: true as const } : {}),
    reported: written.has(memberId),
  }));
  const bySeats = seating(members.values());
  const unsigned = lines.filter(({ at }) => at === null).sort((a, b) => bySeats(a.memberId, b.memberId));
  return {
    id: meeting.id,
    kind: meeting.kind,
    date: meeting.date,
    startsAt: meeting.startsAt.toISOString(),
    closesAt: meeting.closesAt.toISOString(),
    state: meeting.state === 'open' ? 'open' : 'closed',
    begun: office.clock.now() >= meeting.startsAt,
    late: meeting.late,
    lines: [...lines.filter(({ at }) => at !== null), ...unsigned],
    awaited: roll?.absent.length ?? 0,
    reports: collects ? written.size : null,
  };
}

/** Why nothing can be entered at that meeting any more, with the one that is open instead. */
export async function closedTo(
  office: Office,
  tx: Tx,
  { id, kind, date, closesAt }: MeetingRow,
  status: SignInStatus | null,
): Promise<Refusal> {
  const other = (await openMeetings(tx, office.clock.now())).find(meeting => meeting.id !== id);
  const open = other === undefined ? null : { id: other.id, kind: other.kind, date: other.date };
  return refuse('meeting.closed', { kind, date, at: civilOf(closesAt, office.settings.zone).time, status, open });
}

export const sheetComposers: Composers<'meeting.sheet'> = {
  'meeting.sheet': (tx, { meetingId }, office) => readSheet(office, tx, meetingId),
};

/** What older programs said before and after the sheet is the sheet; a reminder before it is out has nothing to show yet. */
export const formerMeetings = {
  async reminder(tx: Tx, { kind, date }: { kind: MeetingKind; date: CivilDate }, office: Office) {
    const row = await meetingOn(tx, kind, date);
    return row === null ? null : readSheet(office, tx, row.id);
  },
  digest: (tx: Tx, { meetingId }: { meetingId: number }, office: Office) => readSheet(office, tx, meetingId),
};
