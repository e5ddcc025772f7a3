/** Reports of the morning meeting (2.2): written and changed while its sheet is open, told when it closes. */
import { civilOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { firstPost, type Member, takesPart } from '../../../member/rules.ts';
import { allMembers } from '../../../member/store.ts';
import type { Composers, Office } from '../../../office/office.ts';
import { redraw } from '../../../office/say.ts';
import { ask } from '../../../store/question.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { coverage, halfAt } from '../../calendar/span.ts';
import { excusesBetween } from '../../leave/reading.ts';
import { arrivalToday, enter } from '../entering.ts';
import type { Reported } from '../messages.ts';
import { collectsReports, seating } from '../rules.ts';
import { closedTo, sheetCard } from '../sheet.ts';
import { heldMeeting, type MeetingRow, meetingById, openMeetings, sheetOf, signInOf } from '../store.ts';
import { judgeReport, pagesOf, type Report, tidied } from './rules.ts';
import { type ReportRow, reportOf, reportsOf, saveReport } from './store.ts';

/** The morning meeting to report at now, with what I wrote there so far; or why there is none. */
export async function reportDraft(
  office: Office,
  me: Member,
  meetingId: number | null,
): Promise<{ meeting: MeetingRow; draft: Report | null } | Refusal> {
  return office.database.transaction(async tx => {
    const meeting = await reportable(office, tx, me, await wanted(office, tx, meetingId));
    return isRefusal(meeting) ? meeting : { meeting, draft: await reportOf(tx, meeting.id, me.id) };
  });
}

/** Writes my report, in place of an earlier one, while the sheet is open; who hands one in is there, and signed in. */
export async function report(
  office: Office,
  me: Member,
  meetingId: number | null,
  written: Report,
): Promise<Reported | Refusal> {
  const said = tidied(written);
  const fit = judgeReport(said);
  const arrival = await arrivalToday(office, me);
  const result = await office.database.transaction(async tx => {
    const found = await wanted(office, tx, meetingId);
    const meeting = await reportable(office, tx, me, found === null ? null : await heldMeeting(tx, found.id));
    if (isRefusal(meeting)) return meeting;
    if (fit !== true) return fit;
    const now = office.clock.now();
    const before = await reportOf(tx, meeting.id, me.id);
    await saveReport(tx, { ...said, meetingId: meeting.id, memberId: me.id }, now);
    const deed = before === null ? 'meeting.reported' : 'meeting.reportChanged';
    await record(tx, { at: now, actor: me.id, deed, noun: 'meeting', nounId: meeting.id });
    const excused = await isAway(office, tx, me, meeting);
    const signed = excused ? null : await enter(office, tx, me, meeting, arrival);
    if (before === null && signed === null) await redraw(office, tx, sheetCard(meeting.id));
    return { closesAt: meeting.closesAt, signed, excused };
  });
  office.wake();
  return result;
}

/** The reports of a closed meeting, page by page as the digest shows them: in the order of seats. */
export async function reportPages(
  tx: Tx,
  meetingId: number,
  members: ReadonlyMap<string, Member>,
): Promise<ReportRow[][]> {
  const bySeats = seating(members.values());
  const rows = await reportsOf(tx, meetingId);
  return pagesOf(
    rows.sort((a, b) => bySeats(a.memberId, b.memberId)),
    PAGE_ROOM,
  );
}

/** Slack refuses messages of more than about 12,000 characters; a single report of the greatest length fits too. */
const PAGE_ROOM = 9_000;

export const reportComposers: Composers<'meeting.reports'> = {
  async 'meeting.reports'(tx, { meetingId, page }) {
    const sheet = await sheetOf(tx, meetingId);
    if (sheet === null) return null;
    const { meeting, signIns } = sheet;
    const members = await allMembers(tx);
    const pages = await reportPages(tx, meeting.id, members);
    const rows = pages[page];
    if (rows === undefined) return null;
    const reports = rows.map(({ memberId, yesterday, today, blockers }) => {
      const member = members.get(memberId);
      const post = member === undefined ? null : (firstPost(member) ?? null);
      const status = signIns.find(line => line.memberId === memberId)?.status ?? null;
      return { name: member?.name ?? memberId, post, status, yesterday, today, blockers };
    });
    return { date: meeting.date, page: page + 1, pages: pages.length, reports };
  },
};

/** On leave or a trip when the meeting begins, and not there all the same. */
async function isAway({ settings }: Office, tx: Tx, me: Member, meeting: MeetingRow): Promise<boolean> {
  const { date, startsAt } = meeting;
  const { spans } = await ask(tx, { spans: excusesBetween(me.id, date, date) });
  const half = halfAt(civilOf(startsAt, settings.zone).time, settings.hours);
  return coverage(spans, date).has(half) && (await signInOf(tx, meeting.id, me.id)) === null;
}

async function wanted(office: Office, tx: Tx, meetingId: number | null): Promise<MeetingRow | null> {
  if (meetingId !== null) return meetingById(tx, meetingId);
  const open = await openMeetings(tx, office.clock.now());
  return open.find(({ kind }) => collectsReports(kind)) ?? open[0] ?? null;
}

async function reportable(
  office: Office,
  tx: Tx,
  me: Member,
  meeting: MeetingRow | null,
): Promise<MeetingRow | Refusal> {
  if (!takesPart(me)) return refuse('meeting.notTakingPart', {});
  if (meeting === null) return refuse('report.noneOpen', {});
  if (!collectsReports(meeting.kind)) return refuse('report.notMorning', {});
  if (meeting.state === 'open' && office.clock.now() < meeting.closesAt) return meeting;
  return closedTo(office, tx, meeting, (await signInOf(tx, meeting.id, me.id))?.status ?? null);
}
