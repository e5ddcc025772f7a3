/** Somebody's own record: read from what the other nouns keep, never about anybody else. */
import { addDays, type CivilDate, todayOf } from '../domain/civil.ts';
import type { SignInStatus } from '../domain/meeting.ts';
import { type Member, takesPart } from '../domain/member.ts';
import type { OwnRecord, OwnRequest } from '../domain/notice/me.ts';
import { isRefusal } from '../domain/refusal.ts';
import { noticesIn } from '../domain/violationCount.ts';
import { maySee } from '../domain/violationSight.ts';
import { pendingApprovals } from '../store/approval.ts';
import type { Tx } from '../store/database.ts';
import { halfDaysIn, leavesOf } from '../store/leave.ts';
import { signInsOf } from '../store/meeting.ts';
import { casesAbout } from '../store/violation.ts';
import { directoryIn } from './approval.ts';
import { matterFacts, mayDecideRow } from './approvalCard.ts';
import { attendanceOfMonth, attendanceToday } from './attendance.ts';
import type { Office } from './ports.ts';
import { recordOf } from './violationEffect.ts';

/** Papers of an emergency leave may be asked for long after it. */
const DAYS_BACK = 366;
const MOST_REQUESTS = 10;

/** All that `/me` and the Home tab show. */
export async function ownRecord(office: Office, me: Member): Promise<OwnRecord> {
  const { read } = office.database;
  const today = todayOf(office);
  const month = today.slice(0, 7);
  const year = today.slice(0, 4);
  return {
    memberId: me.id,
    today,
    posts: me.posts,
    leaderId: me.leaderId,
    leave: await ownLeave(read, me, today),
    attendance: takesPart(me) ? await ownAttendance(office, read, me, month) : null,
    meetings: await ownMeetings(read, me, month),
    ...(await ownCases(office, read, me, Number(year))),
    noticeThreshold: office.settings.noticeThreshold,
    ...(await matters(office, read, me)),
  };
}

async function ownLeave(read: Tx, me: Member, today: CivilDate): Promise<OwnRecord['leave']> {
  const rows = await leavesOf(read, me.id, addDays(today, -DAYS_BACK));
  const approved = rows.filter(({ state }) => state === 'approved');
  return {
    halfDaysThisYear: await halfDaysIn(read, me.id, today.slice(0, 4), 0),
    coming: approved.filter(({ span }) => span.to >= today),
    pending: rows.filter(({ state }) => state === 'pending').length,
    papers: approved.filter(({ papers, span }) => papers === 'overdue' || (papers === 'due' && span.to < today)),
  };
}

async function ownAttendance(office: Office, read: Tx, me: Member, month: string): Promise<OwnRecord['attendance']> {
  const day = await attendanceToday(office, me, me);
  return { today: isRefusal(day) ? null : day, month: await attendanceOfMonth(office, read, me.id, month) };
}

async function ownMeetings(read: Tx, me: Member, month: string): Promise<Record<SignInStatus, number>> {
  const counts: Record<SignInStatus, number> = { present: 0, late: 0, excused: 0, absent: 0 };
  for (const { status } of await signInsOf(read, me.id, `${month}-01`, `${month}-31`)) counts[status] += 1;
  return counts;
}

async function ownCases(office: Office, read: Tx, me: Member, year: number) {
  const rows = await casesAbout(read, me.id);
  const records = rows.map(row => recordOf(row, office.settings.zone));
  const directory = { members: new Map([[me.id, me]]) };
  const cases = rows.toReversed().filter(row => maySee({ ...row, status: row.state }, me, directory));
  return { cases, noticesThisYear: noticesIn(records, me.id, year).length };
}

/** What the member waits for, with who may decide it, and how much waits for the member. */
async function matters(
  office: Office,
  read: Tx,
  me: Member,
): Promise<Pick<OwnRecord, 'requests' | 'requestsLeft' | 'waiting'>> {
  const directory = await directoryIn(office, read);
  const requests: OwnRequest[] = [];
  let [waiting, left] = [0, 0];
  for (const row of await pendingApprovals(read)) {
    if (!isRefusal(await mayDecideRow(read, row, me, directory))) waiting += 1;
    if (row.requesterId !== me.id) continue;
    left += 1;
    if (requests.length === MOST_REQUESTS) continue;
    const deciders: string[] = [];
    for (const member of directory.members.values()) {
      if (!isRefusal(await mayDecideRow(read, row, member, directory))) deciders.push(member.id);
    }
    const matter = await matterFacts(office, read, row);
    requests.push({ matter, requestedAt: row.requestedAt.toISOString(), deciders });
  }
  return { requests, requestsLeft: left - requests.length, waiting };
}
