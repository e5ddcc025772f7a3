/** Who is there and who is not (3.1): the department's day, and the word to those who have not punched. */

import { type CivilDate, civilOf, timeOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { type Member, takesPart } from '../../member/rules.ts';
import { allMembers, memberOf, membersSince } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarWith } from '../calendar/rules.ts';
import { coverage, type Half, type Hours } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { excusesOn } from '../leave/reading.ts';
import { type DayState, dayState, isReminded, maySeeDay, rollOf } from './day.ts';
import { factsOf, onDay } from './facts.ts';
import type { AttendanceMessages, DepartmentDay, NamedRoll, PunchExceptions, SlotHour } from './messages.ts';
import { dayOff, hourOf, SLOTS, type Slot, windowCloses } from './rules.ts';
import { punchesOn } from './store.ts';

/** A punch with its hour. */
export function slotHour(slot: Slot, hours: Hours): SlotHour {
  return { slot, time: timeOf(hourOf(slot, hours)) };
}

/** How everybody stands today, for leaders. */
export async function departmentDay(office: Office, me: Member): Promise<DepartmentDay | Refusal> {
  const may = maySeeDay(me, null);
  if (isRefusal(may)) return may;
  const now = office.clock.now();
  const date = todayOf(office, now);
  return office.database.transaction(async tx => {
    const calendar = await calendarIn(tx);
    if (!calendar.isWorkday(date)) return dayOff(date, { calendar, ...office.settings });
    const everyone = await everybody(office, tx, date, now);
    return { date, slots: SLOTS.map(slot => namedRoll(slot, everyone, office.settings.hours)) };
  });
}

/** Everybody at one punch of a working day, as it stands now; null on a day off. */
export async function rollAt(office: Office, tx: Tx, date: CivilDate, slot: Slot): Promise<NamedRoll | null> {
  if (!(await calendarIn(tx)).isWorkday(date)) return null;
  return namedRoll(slot, await everybody(office, tx, date, office.clock.now()), office.settings.hours);
}

/** What of a day's punches was not as it should be, as it stands now; null on a day off. */
export async function exceptionsOn(office: Office, tx: Tx, date: CivilDate): Promise<PunchExceptions | null> {
  if (!(await calendarIn(tx)).isWorkday(date)) return null;
  const exceptions: PunchExceptions = { people: [], excused: [] };
  for (const [{ name }, day] of await everybody(office, tx, date, office.clock.now())) {
    const punches = SLOTS.flatMap(slot => {
      const state = day[slot];
      if (state.state === 'missing') return { slot, state: state.state, minutes: 0 };
      if (state.state !== 'done' || state.status === 'on-time') return [];
      return { slot, state: state.status, minutes: state.minutes };
    });
    if (punches.length > 0) exceptions.people.push({ name, punches });
    if (SLOTS.some(slot => day[slot].state === 'excused')) exceptions.excused.push(name);
  }
  return exceptions;
}

/** Posts the card with the button, one for each half of a working day. */
export async function postCard(office: Office, tx: Tx, date: CivilDate, half: Half, late: boolean): Promise<void> {
  const ref = { date, half, late };
  await say(office, tx, {
    key: `attendance.card:${date}:${half}`,
    recipient: '#department',
    message: 'attendance.card',
    ref,
  });
}

/** The window of a punch closes soon: whoever is there and has not punched gets the button once more. */
export async function remindToPunch(office: Office, tx: Tx, date: CivilDate, slot: Slot): Promise<void> {
  for (const [{ id: memberId }, day] of await everybody(office, tx, date, office.clock.now())) {
    if (!isReminded(slot, day)) continue;
    await say(office, tx, {
      key: `attendance.reminder:${date}:${slot}:${memberId}`,
      recipient: memberId,
      message: 'attendance.reminder',
      ref: { date, slot, memberId },
    });
  }
}

/** The window of a punch has closed: who is missing goes on the record. With the day's last one they are told, once for the day. */
export async function closeWindow(
  office: Office,
  tx: Tx,
  due: { date: CivilDate; at: Date },
  slot: Slot,
): Promise<void> {
  const now = office.clock.now();
  const { date } = due;
  const everyone = await everybody(office, tx, date, now);
  const { missing } = rollOf(slot, byId(everyone));
  const entry = { actor: 'clock', deed: 'attendance.closed', noun: 'attendance', nounId: `${date}:${slot}` };
  await record(tx, { at: now, ...entry, after: { missing } });
  // Told a day later, after an outage, it would only puzzle people.
  if (slot !== SLOTS.at(-1) || todayOf(office, now) > civilOf(due.at, office.settings.zone).date) return;
  for (const [{ id: memberId }, day] of everyone) {
    if (missedIn(day).length === 0) continue;
    await say(office, tx, {
      key: `attendance.missed:${date}:${memberId}`,
      recipient: memberId,
      message: 'attendance.missed',
      ref: { date, memberId },
    });
  }
}

export const attendanceComposers: Composers<keyof AttendanceMessages> = {
  async 'attendance.card'(tx, { date, half, late }, office) {
    if (!(await calendarIn(tx)).isWorkday(date)) return null;
    const [from, to] = office.settings.hours[half === 'am' ? 'morning' : 'afternoon'];
    return { date, half, from, to, late };
  },
  async 'attendance.reminder'(tx, { date, slot, memberId }, office) {
    const { hours, zone } = office.settings;
    const day = await dayOf(office, tx, date, memberId);
    if (day === null || !isReminded(slot, day)) return null;
    return { ...slotHour(slot, hours), date, closes: civilOf(windowCloses(slot, date, hours, zone), zone).time };
  },
  async 'attendance.missed'(tx, { date, memberId }, office) {
    const day = await dayOf(office, tx, date, memberId);
    const missed = day === null ? [] : missedIn(day);
    if (missed.length === 0) return null;
    const open = missed.at(-1) === SLOTS.at(-1) && todayOf(office) === date;
    return { date, slots: missed.map(slot => slotHour(slot, office.settings.hours)), open };
  },
};

function missedIn(day: DayState): Slot[] {
  return SLOTS.filter(slot => day[slot].state === 'missing');
}

function namedRoll(slot: Slot, everyone: readonly [Member, DayState][], hours: Hours): NamedRoll {
  const names = Object.fromEntries(everyone.map(([{ id, name }]) => [id, name]));
  return { ...slotHour(slot, hours), roll: rollOf(slot, byId(everyone)), names };
}

function byId(everyone: readonly [Member, DayState][]): [string, DayState][] {
  return everyone.map(([{ id }, day]) => [id, day]);
}

/** The day of one member as it stands now; null when they take no part any more. */
async function dayOf(office: Office, tx: Tx, date: CivilDate, memberId: string): Promise<DayState | null> {
  const member = await memberOf(tx, memberId);
  if (member === null || !takesPart(member)) return null;
  const { hours, zone } = office.settings;
  const facts = await factsOf(tx, memberId, date, date);
  const { punches, coverage } = onDay(facts, date);
  return dayState(punches, coverage, date, office.clock.now(), {
    calendar: calendarWith(facts),
    hours,
    zone,
    since: facts.since,
  });
}

/** The day of everybody who takes part. */
export async function everybody(office: Office, tx: Tx, date: CivilDate, now: Date): Promise<[Member, DayState][]> {
  const { hours, zone } = office.settings;
  const calendar = await calendarIn(tx);
  const members = [...(await allMembers(tx)).values()].filter(takesPart);
  const punches = byMember(await punchesOn(tx, date));
  const leaves = byMember(await excusesOn(tx, date));
  const sinces = await membersSince(tx);
  return members.map(member => {
    const { id } = member;
    const covered = coverage(
      (leaves.get(id) ?? []).map(({ span }) => span),
      date,
    );
    const setting = { calendar, hours, zone, since: sinces.get(id) ?? null };
    return [member, dayState(punches.get(id) ?? [], covered, date, now, setting)];
  });
}

function byMember<Row extends { memberId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.memberId, [...(found.get(row.memberId) ?? []), row]);
  return found;
}
