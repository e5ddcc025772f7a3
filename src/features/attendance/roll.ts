/** Who is there and who is not (3.1): the department's day, the leaders' lists, and the word to those who missed a punch. */

import { type CivilDate, civilOf, timeOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { type Member, takesPart } from '../../member/rules.ts';
import { allMembers, membersSince } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { coverage, type Half, type Hours } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { excusesOn } from '../leave/reading.ts';
import { type DayState, dayState, maySeeDay, rollOf } from './day.ts';
import type { AttendanceMessages, ClosedRoll, DepartmentDay, SlotHour } from './messages.ts';
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
    const days = await everybody(office, tx, date, now);
    const slots = SLOTS.map(slot => ({ ...slotHour(slot, office.settings.hours), roll: rollOf(slot, days) }));
    return { date, slots };
  });
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

/** The window of a punch has closed: the leaders get the list, and whoever is on it is told. */
export async function closeWindow(
  office: Office,
  tx: Tx,
  due: { date: CivilDate; at: Date },
  slot: Slot,
  late: boolean,
): Promise<void> {
  const now = office.clock.now();
  const { date } = due;
  const ref = { date, slot, late };
  await say(office, tx, {
    key: `attendance.roll:${date}:${slot}`,
    recipient: '#leaders',
    message: 'attendance.roll',
    ref,
  });
  const { missing } = rollOf(slot, await everybody(office, tx, date, now));
  const entry = { actor: 'clock', deed: 'attendance.closed', noun: 'attendance', nounId: `${date}:${slot}` };
  await record(tx, { at: now, ...entry, after: { missing } });
  // Told a day later, after an outage, it would only puzzle people; the leaders' list says that it is late.
  if (todayOf(office, now) > civilOf(due.at, office.settings.zone).date) return;
  for (const memberId of missing) {
    await say(office, tx, {
      key: `attendance.missed:${date}:${slot}:${memberId}`,
      recipient: memberId,
      message: 'attendance.missed',
      ref: { date, slot, memberId },
    });
  }
}

export const attendanceComposers: Composers<keyof AttendanceMessages> = {
  async 'attendance.card'(tx, { date, half, late }, office) {
    if (!(await calendarIn(tx)).isWorkday(date)) return null;
    const [from, to] = office.settings.hours[half === 'am' ? 'morning' : 'afternoon'];
    return { date, half, from, to, late };
  },
  'attendance.roll': (tx, ref, office) => closedRoll(tx, ref, office),
  async 'attendance.missed'(tx, { memberId, ...of }, office) {
    const closed = await closedRoll(tx, { ...of, late: false }, office);
    if (closed === null || !closed.roll.missing.includes(memberId)) return null;
    const { slot, time, date, closes } = closed;
    // At noon the next punch begins as the window closes; all others stay open for a while.
    return { slot, time, date, closes, open: slot !== 'noon-out' };
  },
};

/** The list as it stands now: whoever punched meanwhile is late on it, whoever was given leave is excused. */
async function closedRoll(
  tx: Tx,
  { date, slot, late }: { date: CivilDate; slot: Slot; late: boolean },
  office: Office,
): Promise<ClosedRoll | null> {
  const { hours, zone } = office.settings;
  if (!(await calendarIn(tx)).isWorkday(date)) return null;
  const days = await everybody(office, tx, date, office.clock.now());
  const closes = civilOf(windowCloses(slot, date, hours, zone), zone).time;
  return { ...slotHour(slot, hours), date, closes, roll: rollOf(slot, days), late };
}

/** The day of everybody who takes part, by member id. */
async function everybody(office: Office, tx: Tx, date: CivilDate, now: Date): Promise<[string, DayState][]> {
  const { hours, zone } = office.settings;
  const calendar = await calendarIn(tx);
  const members = [...(await allMembers(tx)).values()].filter(takesPart);
  const punches = byMember(await punchesOn(tx, date));
  const leaves = byMember(await excusesOn(tx, date));
  const sinces = await membersSince(tx);
  return members.map(({ id }) => {
    const covered = coverage(
      (leaves.get(id) ?? []).map(({ span }) => span),
      date,
    );
    const setting = { calendar, hours, zone, since: sinces.get(id) ?? null };
    return [id, dayState(punches.get(id) ?? [], covered, date, now, setting)];
  });
}

function byMember<Row extends { memberId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.memberId, [...(found.get(row.memberId) ?? []), row]);
  return found;
}
