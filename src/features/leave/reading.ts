/** What is read of leave and trips: the facts people see, the list, a member's own, and what a leave excuses. */
import { addDays, type CivilDate, todayOf } from '../../kernel/civil.ts';
import type { Member } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import { byHandle } from '../../member/workflow.ts';
import type { Composers, Office, PersonDay } from '../../office/office.ts';
import type { Proposed } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { waitingAbout } from '../approval/asked.ts';
import { afterPart, coverage, type Half, halfDaysOf, type Span, splitAt } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import type { LeaveFacts, ListedLeave, OwnLeaves, YearTaken } from './messages.ts';
import { approvedIn, excusesOn, type LeaveRow, lastLeaveOf, leaveById, leavesById, leavesOf } from './store.ts';
import { takenIn } from './taken.ts';

/** For those who ask who is excused. */
export { excusesBetween, excusesOn } from './store.ts';

/** The member's leaves and trips: pending, coming and those of the last 60 days. */
export async function listLeaves(office: Office, me: Member): Promise<ListedLeave[]> {
  const since = addDays(todayOf(office), -60);
  return office.database.transaction(async tx => {
    const rows = await leavesOf(tx, me.id, since);
    const listed: ListedLeave[] = [];
    for (const row of rows) {
      const [waiting] = row.state === 'approved' ? await waitingAbout(tx, 'cancellation', row.id) : [];
      const backAsked = waiting === undefined ? null : await wouldBeBack(office, tx, row.span, waiting);
      listed.push({ ...(await leaveFacts(tx, row, office)), backAsked });
    }
    return listed;
  });
}

/** The leave or trip the member of that handle asked for last; null when there was none, or nobody has it. */
export async function lastLeave(office: Office, handle: string): Promise<LeaveRow | null> {
  const member = await byHandle(office, handle);
  return member === null ? null : lastLeaveOf(office.database.read, member.id);
}

/** What of that day members are excused from by leave or a trip, by their handles. */
export async function excusedSpans({ database: { read } }: Office, date: CivilDate): Promise<Map<string, Span[]>> {
  const excuses = await excusesOn(read, date);
  const members = excuses.length === 0 ? [] : [...(await allMembers(read)).values()];
  const spansOf = (id: string) => excuses.filter(({ memberId }) => memberId === id).map(({ span }) => span);
  return new Map(members.map(({ id, handle }) => [handle, spansOf(id)]));
}

/** Papers of an emergency leave may be asked for long after it. */
const DAYS_BACK = 366;

/** A member's leave and trips for their own record. */
export async function ownLeaves(office: Office, read: Tx, me: Member): Promise<OwnLeaves> {
  const today = todayOf(office);
  const rows = await leavesOf(read, me.id, addDays(today, -DAYS_BACK));
  const approved = rows.filter(({ state }) => state === 'approved');
  return {
    taken: await yearTaken(office, read, me.id, today.slice(0, 4), 0),
    coming: approved.filter(({ span }) => span.to >= today),
    pending: rows.filter(({ state }) => state === 'pending').length,
    papers: approved.filter(({ papers, span }) => papers === 'overdue' || (papers === 'due' && span.to < today)),
  };
}

/** The halves of each of these days for which its member is excused by leave or a trip. */
export async function awayOn(_office: Office, read: Tx, days: readonly PersonDay[]): Promise<Half[][]> {
  const excuses = new Map<CivilDate, Awaited<ReturnType<typeof excusesOn>>>();
  for (const date of new Set(days.map(one => one.date))) excuses.set(date, await excusesOn(read, date));
  return days.map(({ memberId, date }) => {
    const mine = (excuses.get(date) ?? []).filter(row => row.memberId === memberId);
    return [
      ...coverage(
        mine.map(({ span }) => span),
        date,
      ),
    ];
  });
}

/** Of what was proposed for missing papers (3.2.4) that of which they are missing still. */
export async function papersMissing(_office: Office, tx: Tx, waiting: readonly Proposed[]) {
  const rows = await leavesById(
    tx,
    waiting.map(({ parts }) => Number(parts[0])),
  );
  const missing = new Set(rows.filter(({ papers }) => papers === 'overdue').map(({ id }) => id));
  return new Map(waiting.filter(({ parts }) => missing.has(Number(parts[0]))).map(({ id, parts }) => [id, parts]));
}

/** A leave of that number as people read it. Throws when there is none. */
export async function leaveFactsOf(office: Office, tx: Tx, id: number): Promise<LeaveFacts> {
  const row = await leaveById(tx, id);
  if (row === null) throw new Error(`there is no leave ${id}`);
  return leaveFacts(tx, row, office);
}

/** A leave as people read it. */
export async function leaveFacts(tx: Tx, row: LeaveRow, office: Office): Promise<LeaveFacts> {
  const { requestedAt, planned, ...facts } = row;
  const taken: YearTaken[] = [];
  const [first, last] = [Number(row.span.from.slice(0, 4)), Number(row.span.to.slice(0, 4))];
  for (let year = first; year <= last; year += 1) {
    taken.push(await yearTaken(office, tx, row.memberId, String(year), row.id));
  }
  const rest = planned === null ? null : afterPart(row.span, { ...row.span, ...planned });
  return { ...facts, taken, givenBack: rest === null ? null : await backOf(tx, rest) };
}

/** A leave asked to be given back as people read it: with what would be, while nobody has decided. */
export async function cancellationFactsOf(office: Office, tx: Tx, id: number): Promise<LeaveFacts> {
  const facts = await leaveFactsOf(office, tx, id);
  const [waiting] = await waitingAbout(tx, 'cancellation', id);
  return waiting === undefined ? facts : { ...facts, givenBack: await wouldBeBack(office, tx, facts.span, waiting) };
}

/** What would be given back of a leave, by when that was asked; null when nothing is left. */
export async function wouldBeBack(
  office: Office,
  tx: Tx,
  span: Span,
  { requestedAt }: { requestedAt: Date },
): Promise<LeaveFacts['givenBack']> {
  const { hours, zone } = office.settings;
  const { rest } = splitAt(span, requestedAt, await calendarIn(tx), hours, zone);
  return rest === null ? null : backOf(tx, rest);
}

async function backOf(tx: Tx, span: Span): Promise<NonNullable<LeaveFacts['givenBack']>> {
  return { span, halfDays: halfDaysOf(span, await calendarIn(tx)) };
}

/** What a member has of leave in a year, apart from one of them. */
async function yearTaken(office: Office, tx: Tx, memberId: string, year: string, except: number): Promise<YearTaken> {
  const leaves = (await approvedIn(tx, memberId, `${year}-01-01`, `${year}-12-31`)).filter(({ id }) => id !== except);
  const kinds = takenIn(year, leaves, await calendarIn(tx));
  return { year, current: year === todayOf(office).slice(0, 4), kinds };
}

export const leaveComposers: Composers<'leave.papers' | 'leave.givenBack'> = {
  'leave.papers': factsOf,
  'leave.givenBack': factsOf,
};

async function factsOf(tx: Tx, { leaveId }: { leaveId: number }, office: Office): Promise<LeaveFacts | null> {
  const row = await leaveById(tx, leaveId);
  return row === null ? null : leaveFacts(tx, row, office);
}
