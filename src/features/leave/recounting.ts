/** Leave is counted again when the days it lies in change: by a decision of the department, or as a year is published. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import { lockMember } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { redrawCards, retimeAbout, withdrawApprovals } from '../approval/workflow.ts';
import type { Calendar } from '../calendar/rules.ts';
import { calendarIn, holdCalendar } from '../calendar/workflow.ts';
import type { LeaveMessages } from './messages.ts';
import { leaveFacts } from './reading.ts';
import { counted, papersDueOn, transition } from './rules.ts';
import { type LeaveRow, leaveById, papersCard, provisionalLeaves, setCount, touchedBy } from './store.ts';

/** Counts again what these days touch, somebody having decided about them; in the transaction of the decision. */
export async function recountAround(
  office: Office,
  tx: Tx,
  { dates, by }: { dates: readonly CivilDate[]; by: string },
): Promise<void> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return;
  await recount(office, tx, await touchedBy(tx, first, last), by);
}

/** Counts again what was counted on a provisional calendar: at start, as the program may know more of it by now. */
export async function recountProvisional(office: Office): Promise<void> {
  await office.database.transaction(async tx => {
    await holdCalendar(tx);
    await recount(office, tx, await provisionalLeaves(tx), null);
  });
  office.wake();
}

async function recount(office: Office, tx: Tx, rows: readonly LeaveRow[], by: string | null): Promise<void> {
  const calendar = await calendarIn(tx);
  // In one order of members for all who hold several of them.
  const ids = [...rows].sort((a, b) => (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : a.id - b.id));
  for (const { id, memberId } of ids) {
    await lockMember(tx, memberId);
    const row = await leaveById(tx, id);
    if (row !== null) await recountOne(office, tx, row, by, calendar);
  }
}

async function recountOne(office: Office, tx: Tx, row: LeaveRow, by: string | null, calendar: Calendar): Promise<void> {
  if (row.state !== 'pending' && row.state !== 'approved') return;
  const now = office.clock.now();
  const { halfDays, provisional } = counted(row.span, civilOf(row.requestedAt, office.settings.zone).date, calendar);
  const dueOn = row.papers === 'due' ? papersDueOn(row.span, calendar) : row.papersDueOn;
  const closes = row.state === 'pending' && halfDays === 0;
  const next = closes ? transition(row, 'withdraw') : row;
  const to = { state: 'state' in next ? next.state : row.state, halfDays, provisional, papersDueOn: dueOn };
  if (row.state === 'pending' && !closes) await retimeAbout(office, tx, 'leave', row.id);
  if (!closes && halfDays === row.halfDays && provisional === row.provisional && dueOn === row.papersDueOn) return;
  if (!(await setCount(tx, row, to, now))) return;
  const was = { state: row.state, halfDays: row.halfDays, provisional: row.provisional, papersDueOn: row.papersDueOn };
  const deed = 'leave.recounted';
  await record(tx, { at: now, actor: by ?? 'clock', deed, noun: 'leave', nounId: row.id, before: was, after: to });
  if (closes) await withdrawApprovals(office, tx, 'leave', row.id, by);
  await redraw(office, tx, papersCard(row.id));
  const asked = [...(await askedAbout(tx, 'leave', row.id)), ...(await askedAbout(tx, 'cancellation', row.id))];
  for (const { id } of asked) await redrawCards(office, tx, id);
  if (halfDays === row.halfDays) return;
  const approver = asked.find(({ kind, state }) => kind === 'leave' && state === 'approved')?.decidedBy ?? null;
  const occasion = `${row.halfDays}-${halfDays}:${office.wallClock.now().toISOString()}`;
  for (const reader of new Set([row.memberId, ...(approver === null ? [] : [approver])])) {
    await say(office, tx, {
      key: `leave.recounted:${row.id}:${occasion}:${reader}`,
      recipient: reader,
      message: 'leave.recounted',
      ref: { leaveId: row.id, before: row.halfDays, by, readerId: reader },
    });
  }
}

export const recountComposers: Composers<'leave.recounted'> = {
  async 'leave.recounted'(
    tx,
    { leaveId, before, by, readerId },
    office,
  ): Promise<LeaveMessages['leave.recounted'] | null> {
    const row = await leaveById(tx, leaveId);
    // Back at what it was, there is nothing to tell.
    if (row === null || row.halfDays === before) return null;
    return { leave: await leaveFacts(tx, row, office), before, by, own: row.memberId === readerId };
  },
};
