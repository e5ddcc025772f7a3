/** Reports of the morning meeting (2.2): written and changed from the evening before until its sheet closes, told then. */
import { civilOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { firstPost, type Member } from '../../../member/rules.ts';
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
import { remindsAt, seating } from '../rules.ts';
import { sheetCard } from '../sheet.ts';
import { heldMeeting, type MeetingRow, planRegular, sheetOf, signInOf } from '../store.ts';
import { reportable, withSheet } from './choosing.ts';
import { judgeReport, pagesOf, type Report, type Reportable, tidied, type Which } from './rules.ts';
import { type ReportRow, reportOf, reportsOf, saveReport } from './store.ts';

/** The morning meeting to report at, with what I wrote there so far; or why there is none. */
export async function reportDraft(
  office: Office,
  me: Member,
  which: Which,
): Promise<{ meeting: Reportable; draft: Report | null } | Refusal> {
  return office.database.transaction(async tx => {
    const meeting = await reportable(office, tx, me, which);
    if (isRefusal(meeting)) return meeting;
    return { meeting, draft: meeting.id === null ? null : await reportOf(tx, meeting.id, me.id) };
  });
}

/**
 * Writes my report, in place of an earlier one, until the sheet closes; who hands one in while it is open is there, and
 * signed in. Written before the sheet is out it is kept for the meeting and signs nobody in.
 */
export async function report(office: Office, me: Member, which: Which, written: Report): Promise<Reported | Refusal> {
  const said = tidied(written);
  const fit = judgeReport(said);
  const arrival = await arrivalToday(office, me);
  const result = await office.database.transaction(async tx => {
    const found = await reportable(office, tx, me, which);
    if (isRefusal(found)) return found;
    if (fit !== true) return fit;
    const meeting = await heldMeeting(tx, found.id ?? (await planRegular(tx, found)));
    if (meeting === null) return refuse('meeting.gone', {});
    const ahead = meeting.state === 'planned';
    // It may have been opened or closed since it was found.
    const still = ahead ? found : await withSheet(office, tx, me, meeting);
    if (isRefusal(still)) return still;
    const now = office.clock.now();
    const before = await reportOf(tx, meeting.id, me.id);
    await saveReport(tx, { ...said, meetingId: meeting.id, memberId: me.id }, now);
    const deed = before === null ? 'meeting.reported' : 'meeting.reportChanged';
    await record(tx, { at: now, actor: me.id, deed, noun: 'meeting', nounId: meeting.id });
    const excused = await isAway(office, tx, me, meeting);
    const signed = excused || ahead ? null : await enter(office, tx, me, meeting, arrival);
    if (before === null && signed === null && !ahead) await redraw(office, tx, sheetCard(meeting.id));
    const signFrom = ahead && !excused ? remindsAt(meeting.startsAt, office.settings) : null;
    return { ...still, signed, excused, signFrom };
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
