/** Clocking in and out (3.1): a punch, a day as it stands, and a month in figures. */

import { addDays, type CivilDate, instantOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, takesPart } from '../../member/rules.ts';
import type { Office, PersonDay } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarWith } from '../calendar/rules.ts';
import { recheckNow } from '../proposal/workflow.ts';
import { type AttendanceSummary, dayState, maySeeDay, summaryOf } from './day.ts';
import { type AttendanceFacts, factsOf, onDay } from './facts.ts';
import type { DayFacts, KnownPunch, OtherDay, OwnPunches, Punched } from './messages.ts';
import { slotHour } from './roll.ts';
import {
  dayOff,
  isArrival,
  isMorningArrival,
  type PlacedPunch,
  punchAt,
  SLOTS,
  type Slot,
  windowCloses,
} from './rules.ts';
import { keepPunch, punchesOn } from './store.ts';

/** For those who ask who was ever there. */
export { everPunched } from './store.ts';

/**
 * Clocks the member in or out now, by the command or by a button, which is of a day: on a later one it records nothing.
 * Shortly after midnight the day may still be yesterday (`punchAt`).
 *
 * Not a transaction but two statements, so that a whole department can press at once: one reads what decides, one keeps the punch and its entry in the record; what counts is settled by the row itself.
 */
export async function punch(
  office: Office,
  me: Member,
  button?: { of: CivilDate | null },
): Promise<Punched | OtherDay | Refusal> {
  if (!takesPart(me)) return refuse('attendance.notExpected', { id: me.id, self: true });
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const today = todayOf(office, now);
  const facts = await factsOf(office.database.read, me.id, addDays(today, -1), today);
  const setting = { calendar: calendarWith(facts), hours, zone, since: facts.since };
  const placed = punchAt(now, date => onDay(facts, date), setting);
  if (isRefusal(placed)) return placed;

  const { date, slot, excused } = placed;
  if (button !== undefined && (button.of === null || button.of < date)) {
    return { outcome: 'other-day', of: button.of, day: dayFacts(office, me.id, facts, date, now) };
  }
  const { at, before } = await keepPunch(office.database.read, me.id, placed, isArrival(slot));
  const closes = windowCloses(slot, date, hours, zone);
  // What was proposed as the day ended may be no longer so.
  if (now >= windowCloses('evening-out', date, hours, zone)) await recheckNow(office, me.id);
  const outcome = before === null ? 'recorded' : before.getTime() === at.getTime() ? 'kept' : 'replaced';
  const asked = !excused && (facts.since === null || facts.since < closes);
  const known = { ...facts, punches: [...facts.punches, { date, slot, at }] };
  return {
    punch: placed,
    outcome,
    at,
    before,
    afterList: asked && outcome === 'recorded' && now >= listedFrom(office, date, slot),
    day: dayFacts(office, me.id, known, date, now),
  };
}

/**
 * The punch for coming in in the morning, for a deed that is this punch as well; kept with it by `keepArrival`. Null where a
 * punch now would be another (a day off, leave, later in the day), or where one counts already.
 */
export async function arrivalNow(office: Office, me: Member): Promise<PlacedPunch | null> {
  if (!takesPart(me)) return null;
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const today = todayOf(office, now);
  const facts = await factsOf(office.database.read, me.id, addDays(today, -1), today);
  const placed = punchAt(now, date => onDay(facts, date), {
    calendar: calendarWith(facts),
    hours,
    zone,
    since: facts.since,
  });
  if (isRefusal(placed) || !isMorningArrival(placed)) return null;
  const kept = onDay(facts, placed.date).punches.some(({ slot }) => slot === placed.slot);
  return kept ? null : placed;
}

/** Keeps that punch in the transaction of the deed it is one with; false when another counts already. */
export async function keepArrival(tx: Tx, me: Member, arrival: PlacedPunch): Promise<boolean> {
  const { before } = await keepPunch(tx, me.id, arrival, true);
  return before === null;
}

/** When leaders read who is missing at the punch: of the morning's arrival as its window closes, of the others in the evening. */
function listedFrom({ settings }: Office, date: CivilDate, slot: Slot): Date {
  const { hours, zone, eveningSummaryTime } = settings;
  return slot === SLOTS[0] ? windowCloses(slot, date, hours, zone) : instantOf(date, eveningSummaryTime, zone);
}

/** How a member's day stands, for who may see it; changes nothing. */
export async function attendanceToday(office: Office, me: Member, member: Member): Promise<DayFacts | Refusal> {
  const may = maySeeDay(me, member.id);
  if (isRefusal(may)) return may;
  if (!takesPart(member)) return refuse('attendance.notExpected', { id: member.id, self: member.id === me.id });
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const today = todayOf(office, now);
  const facts = await factsOf(office.database.read, member.id, today, today);
  const calendar = calendarWith(facts);
  if (!calendar.isWorkday(today)) return dayOff(today, { calendar, hours, zone });
  return dayFacts(office, member.id, facts, today, now);
}

/** A member's attendance in figures, from the first of that month ('YYYY-MM') to its end or the present. */
export async function attendanceOfMonth(
  office: Office,
  tx: Tx,
  memberId: string,
  month: string,
): Promise<AttendanceSummary> {
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const today = todayOf(office, now);
  const facts = await factsOf(tx, memberId, `${month}-01`, `${month}-31`);
  const setting = { calendar: calendarWith(facts), hours, zone, since: facts.since };
  const days = [];
  for (let date = `${month}-01`; date.startsWith(month) && date <= today; date = addDays(date, 1)) {
    const { punches, coverage } = onDay(facts, date);
    days.push(dayState(punches, coverage, date, now, setting));
  }
  return summaryOf(days);
}

function dayFacts(office: Office, memberId: string, facts: AttendanceFacts, date: CivilDate, now: Date): DayFacts {
  const { hours, zone } = office.settings;
  const setting = { calendar: calendarWith(facts), hours, zone, since: facts.since };
  const { punches, coverage } = onDay(facts, date);
  const day = dayState(punches, coverage, date, now, setting);
  return { memberId, date, slots: SLOTS.map(slot => ({ ...slotHour(slot, hours), state: day[slot] })) };
}

/** A member's punches for their own record; null for whoever does not clock in. */
export async function ownPunches(office: Office, read: Tx, me: Member): Promise<OwnPunches | null> {
  if (!takesPart(me)) return null;
  const month = todayOf(office).slice(0, 7);
  const day = await attendanceToday(office, me, me);
  return { today: isRefusal(day) ? null : day, month: await attendanceOfMonth(office, read, me.id, month) };
}

/** The punches of each of these days, its member's own, in order. */
export async function punchesOf(_office: Office, read: Tx, days: readonly PersonDay[]): Promise<KnownPunch[][]> {
  const punches = new Map<CivilDate, Awaited<ReturnType<typeof punchesOn>>>();
  for (const date of new Set(days.map(one => one.date))) punches.set(date, await punchesOn(read, date));
  return days.map(({ memberId, date }) => {
    const mine = (punches.get(date) ?? []).filter(row => row.memberId === memberId);
    return mine.map(({ slot, at, status, minutes }) => ({ slot, at: at.toISOString(), status, minutes }));
  });
}
