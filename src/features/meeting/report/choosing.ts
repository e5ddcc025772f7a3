/** Which meeting a report is for: the one whose sheet is out, or the next one, from the evening before. */
import { addDays, type CivilDate, type CivilTime, instantOf, todayOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Member, takesPart } from '../../../member/rules.ts';
import type { Office } from '../../../office/office.ts';
import type { Tx } from '../../../store/tx.ts';
import { calendarIn } from '../../calendar/workflow.ts';
import { closesAt, collectsReports, meetingsOn } from '../rules.ts';
import { closedTo } from '../sheet.ts';
import { type MeetingRow, meetingById, meetingOn, openMeetings, signInOf } from '../store.ts';
import { type Reportable, reportsOpen, type Which } from './rules.ts';

/** The meeting to report at; or why there is none. */
export async function reportable(office: Office, tx: Tx, me: Member, which: Which): Promise<Reportable | Refusal> {
  if (!takesPart(me)) return refuse('meeting.notTakingPart', {});
  if (which !== null) {
    const row = typeof which === 'number' ? await meetingById(tx, which) : await meetingOn(tx, 'morning', which);
    if (row !== null && row.state !== 'planned') return withSheet(office, tx, me, row);
    return ahead(office, tx, row?.date ?? (typeof which === 'number' ? '' : which));
  }
  const open = await openMeetings(tx, office.clock.now());
  const collecting = open.find(({ kind }) => collectsReports(kind));
  if (collecting !== undefined) return withSheet(office, tx, me, collecting);
  const found = await ahead(office, tx, null);
  return isRefusal(found) && open.length > 0 ? refuse('report.notMorning', {}) : found;
}

/** The same for a meeting whose sheet was posted. */
export async function withSheet(office: Office, tx: Tx, me: Member, row: MeetingRow): Promise<Reportable | Refusal> {
  if (!collectsReports(row.kind)) return refuse('report.notMorning', {});
  if (row.state === 'open' && office.clock.now() < row.closesAt) return { ...row, ahead: false };
  return closedTo(office, tx, row, (await signInOf(tx, row.id, me.id))?.status ?? null);
}

/** The next meeting whose reports are written before its sheet is out, and from when on; null when none is in sight. */
export async function nextReported(
  { settings, clock }: Office,
  tx: Tx,
): Promise<(Reportable & { from: { date: CivilDate; time: CivilTime }; begun: boolean }) | null> {
  const { zone, graceMinutes } = settings;
  const now = clock.now();
  const today = todayOf({ settings, clock }, now);
  const calendar = await calendarIn(tx);
  for (let date = today; date < addDays(today, DAYS_AHEAD); date = addDays(date, 1)) {
    const planned = meetingsOn(date, calendar, settings, { moves: [], monthly: [] });
    const meeting = planned.find(({ kind }) => collectsReports(kind));
    if (meeting === undefined) continue;
    const { kind, time } = meeting;
    const startsAt = instantOf(date, time, zone);
    const row = startsAt > now ? await meetingOn(tx, kind, date) : null;
    if (startsAt <= now || (row !== null && row.state !== 'planned')) continue;
    const from = reportsOpen(date, calendar, settings);
    const begun = now >= instantOf(from.date, from.time, zone);
    const closes = closesAt(startsAt, graceMinutes);
    return { id: row?.id ?? null, kind, date, startsAt, closesAt: closes, ahead: true, from, begun };
  }
  return null;
}

/** Further than the longest holidays. */
const DAYS_AHEAD = 40;

async function ahead(office: Office, tx: Tx, date: CivilDate | null): Promise<Reportable | Refusal> {
  const next = await nextReported(office, tx);
  if (next?.begun && (date === null || date === next.date)) return next;
  return refuse('report.noneOpen', { next: next === null ? null : { date: next.date, from: next.from } });
}
