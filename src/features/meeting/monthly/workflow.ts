/** The monthly meeting (2.4): department leaders are asked until they set it, everybody is told, overdue is told to the leaders. */
import { type CivilDate, type CivilTime, civilOf, instantOf, todayOf } from '../../../kernel/civil.ts';
import type { LookSpan } from '../../../kernel/look.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { DEPARTMENT_LEADERS, type Member, standingOf } from '../../../member/rules.ts';
import { allMembers, departmentSince } from '../../../member/store.ts';
import type { Composers, Office } from '../../../office/office.ts';
import { redraw, say } from '../../../office/say.ts';
import { cardsLike } from '../../../store/outbox.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { calendarIn } from '../../calendar/workflow.ts';
import type { MonthlyFacts } from '../messages.ts';
import { type MeetingRow, meetingById, meetingsStarting } from '../store.ts';
import {
  isUnset,
  judgeMonthly,
  type Month,
  maySetMonthly,
  monthAfter,
  monthlyState,
  monthOf,
  owesMonthly,
  proposedTime,
  tenthOf,
} from './rules.ts';
import { createMonthly, monthlyOf, moveMonthly } from './store.ts';

export interface MonthlySetResult {
  monthly: MonthlyFacts;
  /** The time it was moved from. */
  from: Date | null;
  /** The day it is set to is a day off. */
  dayOff: boolean;
}

/** Sets or moves the monthly meeting of the date's month; the department is told. */
export async function setMonthly(
  office: Office,
  me: Member,
  wanted: { date: CivilDate; time: CivilTime },
): Promise<MonthlySetResult | Refusal> {
  if (!maySetMonthly(me)) return refuse('member.notAllowed', { needs: DEPARTMENT_LEADERS });
  const result = await office.database.transaction(tx => setIn(office, tx, me, wanted));
  office.wake();
  return result;
}

/**
 * The monthly meeting a department leader is about to set, and for when: that of the month, which nobody may have set
 * yet; without one this month's, or the next one's when this month's is held.
 */
export async function monthlyToSet(
  office: Office,
  me: Member,
  month: Month | null,
): Promise<{ facts: MonthlyFacts; proposed: { date: CivilDate; time: CivilTime } } | Refusal> {
  if (!maySetMonthly(me)) return refuse('member.notAllowed', { needs: DEPARTMENT_LEADERS });
  const present = monthOf(todayOf(office));
  if (month !== null && month < present) return refuse('meeting.monthOver', { month });
  return office.database.transaction(async tx => {
    const facts = await factsToSet(office, tx, month, present);
    if (isRefusal(facts)) return facts;
    const { set } = facts;
    if (set === null) {
      const nextWorkday = (await calendarIn(tx)).nextWorkday(todayOf(office));
      return { facts, proposed: proposedTime(facts, nextWorkday) };
    }
    const { time } = civilOf(new Date(set.startsAt), office.settings.zone);
    return { facts, proposed: { date: set.date, time } };
  });
}

async function factsToSet(
  office: Office,
  tx: Tx,
  month: Month | null,
  present: Month,
): Promise<MonthlyFacts | Refusal> {
  const facts = await monthlyFacts(office, tx, month ?? present);
  if (month === null) return facts.state === 'held' ? monthlyFacts(office, tx, monthAfter(present)) : facts;
  return facts.set === null ? facts : asItStands(office, month, await monthlyOf(tx, month));
}

/** Asks every department leader to set the month's meeting, unless it is set for a day still to come. */
export async function askForMonthly(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const month = monthOf(date);
  if (isSettled(await monthlyFacts(office, tx, month))) return;
  const leaders = [...(await allMembers(tx)).values()].filter(
    member => standingOf(member) === true && maySetMonthly(member),
  );
  for (const { id } of leaders) {
    const card = `${askCards(month)}${date}:${id}`;
    await say(office, tx, { key: card, card, recipient: id, message: 'meeting.monthlyAsk', ref: { month } });
  }
}

/** 2.4: on the 11th a meeting that was not held is overdue, and the leaders are told; not in another month any more. */
export async function tellOverdue(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const month = monthOf(date);
  const facts = await monthlyFacts(office, tx, month);
  if (facts.state !== 'overdue' || monthOf(todayOf(office)) !== month) return;
  await say(office, tx, {
    key: `meeting.monthlyOverdue:${month}`,
    recipient: '#leaders',
    message: 'meeting.monthlyOverdue',
    ref: { month },
  });
}

/** The monthly meetings set for a time in the span, and as long after it as one is reminded of a meeting before it. */
export function monthlyAround({ database, settings, span }: Office & { span: LookSpan }): Promise<MeetingRow[]> {
  const until = new Date(span.until.getTime() + settings.reminderMinutes * 60_000);
  return meetingsStarting(database.read, 'monthly', span.after, until);
}

/** How the monthly meeting of the month stands now. */
export async function monthlyFacts(office: Office, tx: Tx, month: Month): Promise<MonthlyFacts> {
  const today = todayOf(office);
  const row = await monthlyOf(tx, month);
  const set = row === null ? undefined : { date: row.date, held: isHeld(row, office.clock.now()) };
  const begun = await departmentSince(tx);
  const owed = owesMonthly(month, begun === null ? null : todayOf(office, begun));
  const state = monthlyState(month, today, set, owed);
  const stands = row !== null && !isUnset(state, today, set);
  return {
    month,
    latest: tenthOf(month),
    state,
    owed,
    set: stands ? { startsAt: row.startsAt.toISOString(), date: row.date, by: row.setBy } : null,
  };
}

/** Nobody has to be asked: it is held, or set for a day still to come, or its month has not begun, or it is not owed. */
function isSettled({ state, set }: MonthlyFacts): boolean {
  return set !== null || state === 'upcoming' || state === 'unowed';
}

export const monthlyComposers: Composers<'meeting.monthlyAsk' | 'meeting.monthlySet' | 'meeting.monthlyOverdue'> = {
  'meeting.monthlyAsk': (tx, { month }, office) => monthlyFacts(office, tx, month),
  async 'meeting.monthlySet'(tx, { meetingId, startsAt, from, by }, office) {
    const row = await meetingById(tx, meetingId);
    if (row?.startsAt.toISOString() !== startsAt) return null; // moved again: that message tells
    return { monthly: await monthlyFacts(office, tx, monthOf(row.date)), by, from: from === '' ? null : from };
  },
  async 'meeting.monthlyOverdue'(tx, { month }, office) {
    const facts = await monthlyFacts(office, tx, month);
    return facts.state === 'held' ? null : facts;
  },
};

async function setIn(
  office: Office,
  tx: Tx,
  me: Member,
  { date, time }: { date: CivilDate; time: CivilTime },
): Promise<MonthlySetResult | Refusal> {
  const { zone } = office.settings;
  const now = office.clock.now();
  const month = monthOf(date);
  const before = await monthlyOf(tx, month);
  const held = before !== null && isHeld(before, now);
  const judged = judgeMonthly({ date, time }, now, zone, before === null ? undefined : { date: before.date, held });
  if (isRefusal(judged)) return judged;
  const startsAt = instantOf(date, time, zone);
  const to = { date, startsAt, setBy: me.id };
  const same = before?.startsAt.getTime() === startsAt.getTime();
  const written = !same && (before === null ? await createMonthly(tx, to) : await moveMonthly(tx, before, to));
  const row = await monthlyOf(tx, month);
  if (!written || row === null) return asItStands(office, month, row);
  await record(tx, {
    at: now,
    actor: me.id,
    deed: before === null ? 'meeting.set' : 'meeting.moved',
    noun: 'meeting',
    nounId: row.id,
    before: before === null ? null : { startsAt: before.startsAt.toISOString() },
    after: { startsAt: startsAt.toISOString() },
  });
  const from = before === null ? '' : before.startsAt.toISOString();
  await say(office, tx, {
    key: `meeting.monthlySet:${row.id}:${startsAt.toISOString()}:${now.toISOString()}`,
    recipient: '#department',
    message: 'meeting.monthlySet',
    ref: { meetingId: row.id, startsAt: startsAt.toISOString(), from, by: me.id },
  });
  for (const card of await cardsLike(tx, askCards(month))) await redraw(office, tx, card);
  const calendar = await calendarIn(tx);
  return {
    monthly: await monthlyFacts(office, tx, month),
    from: before?.startsAt ?? null,
    dayOff: !calendar.isWorkday(date),
  };
}

/** Somebody else was faster, or it stands at that time already. */
function asItStands(office: Office, month: Month, row: MeetingRow | null): Refusal {
  if (row === null) return refuse('meeting.gone', {});
  if (isHeld(row, office.clock.now())) return refuse('meeting.alreadyHeld', { month, date: row.date });
  const { date, time } = civilOf(row.startsAt, office.settings.zone);
  if (row.state !== 'planned') return refuse('meeting.sheetIsOut', { month, time });
  return refuse('meeting.alreadySet', { month, date, time, by: row.setBy ?? '' });
}

/** Its sheet is out some minutes before it begins. */
function isHeld({ state, startsAt }: MeetingRow, now: Date): boolean {
  return state !== 'planned' && startsAt <= now;
}

function askCards(month: Month): string {
  return `meeting.monthly:${month}:`;
}
