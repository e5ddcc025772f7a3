/** The sign-in sheet as people read it: the card in the channel, and the digest once it is closed. */

import { civilOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { MeetingSheet } from './messages.ts';
import { reportsOf } from './report/store.ts';
import { rollOf } from './roll.ts';
import { collectsReports, type SignInStatus, seating } from './rules.ts';
import { type MeetingRow, openMeetings, type SignInRow, sheetOf } from './store.ts';

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
  const { meeting, signIns, reports } = found;
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
    late: meeting.late,
    lines: [...lines.filter(({ at }) => at !== null), ...unsigned],
    awaited: roll?.absent.length ?? 0,
    reports: collectsReports(meeting.kind) ? reports : null,
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

export const sheetComposers: Composers<'meeting.sheet' | 'meeting.digest'> = {
  'meeting.sheet': (tx, { meetingId }, office) => readSheet(office, tx, meetingId),
  async 'meeting.digest'(tx, { meetingId, late }, office) {
    const sheet = await readSheet(office, tx, meetingId);
    if (sheet === null) return null;
    if (!collectsReports(sheet.kind)) return { sheet, late, silent: null };
    const written = new Set((await reportsOf(tx, sheet.id)).map(({ memberId }) => memberId));
    const there = sheet.lines.filter(({ status }) => status === 'present' || status === 'late');
    return { sheet, late, silent: there.map(({ memberId }) => memberId).filter(id => !written.has(id)) };
  },
};
