/** Leave and trips: asked for, decided, given back, and the papers of an emergency (3.2). */

import { addDays, type CivilDate, isCivilDate } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import { happen } from '../../office/happen.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { cardOf } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { type Directory, eligible } from '../approval/rules.ts';
import { directoryIn, openApproval, withdrawApprovals } from '../approval/workflow.ts';
import { calendarIn, departmentCalendar, holdCalendar } from '../calendar/workflow.ts';
import { type Found, propose, recheck } from '../proposal/workflow.ts';
import { earliestStart } from './ahead.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveFacts } from './messages.ts';
import { cancellationFactsOf, leaveFacts } from './reading.ts';
import {
  EXCUSING,
  judge,
  type LeaveJudgement,
  type LeaveRequest,
  lastingLeave,
  papersDueOn,
  transition,
  wayBack,
} from './rules.ts';
import { createLeave, type LeaveRow, leaveById, leavesOf, moveLeave, papersCard, papersDueBy } from './store.ts';

/** Days before a leave in which others may end that are one with it, and those before them. */
const EARLIER_DAYS = 366;

/** In half days. */
const WHOLE_DAY = 2;

/** A request as it stands: allowed, and who would decide it; or why not. */
export interface Preview {
  judgement: LeaveJudgement;
  approvers: Member[];
}

/** What would become of a request still being filled in, were it sent now; changes nothing. */
export function previewLeave(office: Office, me: Member, request: LeaveRequest): Promise<Preview | Refusal> {
  return office.database.transaction(tx => previewIn(office, tx, me, request, true));
}

/** The first day for which a whole day of that kind can still be asked for. */
export async function earliestLeave(office: Office, kind: LeaveKind): Promise<CivilDate> {
  const { hours, zone } = office.settings;
  return earliestStart(kind, WHOLE_DAY, office.clock.now(), await departmentCalendar(office), hours, zone);
}

/** A request typed with a number of half days, with the days they come to by the department's calendar. */
export async function leaveOfLength(
  office: Office,
  request: LeaveRequest,
  halfDays: number,
): Promise<LeaveRequest | Refusal> {
  return lastingLeave(request, halfDays, await departmentCalendar(office));
}

/** Asks for a leave or trip: stores it and puts it before everybody who may decide it. */
export async function requestLeave(
  office: Office,
  me: Member,
  request: LeaveRequest,
): Promise<{ leave: LeaveFacts; approvers: Member[] } | Refusal> {
  const now = office.clock.now();
  const result = await office.database.transaction(async tx => {
    await holdCalendar(tx); // a decision about days counts again what is there, so it waits for this one
    await lockMember(tx, me.id); // two requests at once must see each other, or they overlap
    const preview = await previewIn(office, tx, me, request);
    if (isRefusal(preview)) return preview;
    const { halfDays, provisional } = preview.judgement;
    const leave = await createLeave(tx, { ...request, memberId: me.id, halfDays, provisional }, now);
    const { kind, span, emergency } = request;
    const after = { kind, ...span, halfDays, emergency, state: 'pending' };
    await record(tx, { at: now, actor: me.id, deed: 'leave.requested', noun: 'leave', nounId: leave.id, after });
    await openApproval(office, tx, {
      kind: 'leave',
      subjectId: leave.id,
      authority: 'leave',
      requesterId: me.id,
      concernsId: me.id,
    });
    return { leave: await leaveFacts(tx, leave, office), approvers: preview.approvers };
  });
  office.wake();
  return result;
}

/** Who was told of a leave cancelled: whoever approved it, or, once they left, all who could approve it now. */
export type Told = { approver: boolean; ids: string[] };

/** Gives a leave back: at once while pending or before it begins, by approval once it has begun. */
export async function giveBackLeave(
  office: Office,
  me: Member,
  id: number,
): Promise<{ leave: LeaveFacts; way: 'withdraw' | 'cancel' | 'ask'; told: Told } | Refusal> {
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id); // a decision taken meanwhile ends first, or waits
    const row = await ownLeave(tx, me, id);
    if (isRefusal(row)) return row;
    const way = wayBack(row, now, { calendar: await calendarIn(tx), hours, zone });
    if (isRefusal(way)) return way;
    if (way === 'ask') {
      const asked = (await askedAbout(tx, 'cancellation', id)).some(({ state }) => state === 'pending');
      if (asked) return refuse('leave.cancellationPending', { id });
      await openApproval(office, tx, {
        kind: 'cancellation',
        subjectId: id,
        authority: 'leave',
        requesterId: me.id,
        concernsId: me.id,
      });
      return { leave: await cancellationFactsOf(office, tx, id), way, told: NOBODY };
    }
    const moved = await advance(office, tx, row, way, me.id);
    if (isRefusal(moved)) return moved;
    if (way === 'cancel') return { leave: moved, way, told: await tellApprovers(office, tx, row) };
    await withdrawApprovals(office, tx, 'leave', id, me.id);
    return { leave: moved, way, told: NOBODY };
  });
  office.wake();
  return result;
}

/** 3.2.4: the member says the papers of an emergency leave are handed in. */
export async function handInPapers(office: Office, me: Member, id: number): Promise<LeaveFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    const row = await ownLeave(tx, me, id);
    if (isRefusal(row)) return row;
    const moved = await advance(office, tx, row, 'handInPapers', me.id);
    if (!isRefusal(moved)) await recheck(office, tx, me.id);
    return moved;
  });
  office.wake();
  return result;
}

/** Ends a request nobody decided, of somebody who left. */
export async function closeLeave(office: Office, tx: Tx, id: number): Promise<void> {
  const row = await leaveById(tx, id);
  if (row !== null) await advance(office, tx, row, 'withdraw', 'clock');
}

/** Asks for papers due that day, once each (3.2.4). */
export async function askForPapers(office: Office, tx: Tx, date: string): Promise<void> {
  for (const { id, memberId } of await papersDueBy(tx, date)) {
    const card = papersCard(id);
    await say(office, tx, { key: card, card, recipient: memberId, message: 'leave.papers', ref: { leaveId: id } });
  }
}

/**
 * Ends the day on which papers were due: those still missing are overdue and the absence is proposed. Whoever
 * was not asked that morning, as the leave was approved late or the bot was down, is asked on the next working day first.
 */
export async function closePapers(office: Office, tx: Tx, date: string): Promise<void> {
  const found: Found[] = [];
  for (const row of await papersDueBy(tx, date)) {
    if ((await cardOf(tx, papersCard(row.id))) === null) continue;
    const moved = await advance(office, tx, row, 'missPapers', 'clock');
    if (isRefusal(moved)) continue;
    found.push({ memberId: row.memberId, date: row.span.from, parts: [row.id], source: `papers:${row.id}` });
  }
  await propose(office, tx, 'papersOverdue', found);
}

async function previewIn(
  office: Office,
  tx: Tx,
  me: Member,
  request: LeaveRequest,
  unfinished = false,
): Promise<Preview | Refusal> {
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const { from } = request.span;
  // Earlier ones too: those that end right before it are one with it.
  const others = await leavesOf(tx, me.id, isCivilDate(from) ? addDays(from, -EARLIER_DAYS) : from);
  const setting = { requestedAt: now, calendar: await calendarIn(tx), hours, zone };
  const judgement = judge(request, others, setting, unfinished);
  if (isRefusal(judgement)) return judgement;
  return { judgement, approvers: ableToApprove(me.id, await directoryIn(office, tx)) };
}

/** Whoever may approve a member's leave today; the next authority where nobody of the first may. */
function ableToApprove(memberId: string, directory: Directory): Member[] {
  const matter = { accuses: false, authority: 'leave', requesterId: memberId, concernsId: memberId } as const;
  const asked = { ...matter, state: 'pending', escalated: false } as const;
  const able = eligible(asked, directory);
  return (able.length > 0 ? able : eligible({ ...asked, escalated: true }, directory)).map(({ member }) => member);
}

async function ownLeave(tx: Tx, me: Member, id: number): Promise<LeaveRow | Refusal> {
  const row = await leaveById(tx, id);
  return row !== null && row.memberId === me.id ? row : refuse('leave.notFound', { id });
}

/** One guarded step of a leave, with its entry in the record and the message asking for its papers drawn anew. */
export async function advance(
  office: Office,
  tx: Tx,
  row: LeaveRow,
  deed: Parameters<typeof transition>[1],
  actor: string,
): Promise<LeaveFacts | Refusal> {
  const next = transition(row, deed);
  if (isRefusal(next)) return next;
  const dueOn = next.papers === 'due' ? papersDueOn(row.span, await calendarIn(tx)) : row.papersDueOn;
  const now = office.clock.now();
  if (!(await moveLeave(tx, row, { ...next, papersDueOn: dueOn }, now))) {
    const present = (await leaveById(tx, row.id)) ?? row;
    const refusal = transition(present, deed);
    return isRefusal(refusal) ? refusal : refuse('leave.stateForbids', { deed, state: present.state });
  }
  if (next.papers !== row.papers) await redraw(office, tx, papersCard(row.id));
  const before = { state: row.state, papers: row.papers };
  await record(tx, {
    at: now,
    actor,
    deed: `leave.${deed}`,
    noun: 'leave',
    nounId: row.id,
    before,
    after: { ...next },
  });
  if (EXCUSING.includes(next.state) !== EXCUSING.includes(row.state)) await changed(office, tx, row);
  return leaveFacts(tx, { ...row, ...next, papersDueOn: dueOn }, office);
}

/** Lets others follow that what excuses the member changed. */
export function changed(office: Office, tx: Tx, { memberId, span }: LeaveRow): Promise<void> {
  return happen(office, tx, 'leave.changed', { memberId, from: span.from, to: span.to });
}

const NOBODY: Told = { approver: false, ids: [] };

async function tellApprovers(office: Office, tx: Tx, { id: leaveId, memberId }: LeaveRow): Promise<Told> {
  const asked = await askedAbout(tx, 'leave', leaveId);
  const approver = asked.find(({ state }) => state === 'approved')?.decidedBy ?? null;
  const directory = await directoryIn(office, tx);
  const member = directory.members.get(approver ?? '');
  const there = member !== undefined && standingOf(member) === true;
  const ids = there ? [member.id] : ableToApprove(memberId, directory).map(one => one.id);
  for (const recipient of ids) {
    const key = `leave.givenBack:${leaveId}:${recipient}`;
    await say(office, tx, { key, recipient, message: 'leave.givenBack', ref: { leaveId } });
  }
  return { approver: there, ids };
}
