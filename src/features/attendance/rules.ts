/** Clocking in and out (3.1): four punches a working day, which of them a punch is, and whether it is on time. */

import { addDays, type CivilDate, type CivilTime, civilOf, instantOf, minutesOf, timeOf } from '../../kernel/civil.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Due } from '../../kernel/occurrence.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Calendar } from '../calendar/rules.ts';
import type { Half, Hours } from '../calendar/span.ts';

/** One of the four punches, in the order of the day. */
export type Slot = (typeof SLOTS)[number];

export const SLOTS = [
  'morning-in', // by the beginning of the morning
  'noon-out', // from the end of the morning
  'noon-in', // by the beginning of the afternoon
  'evening-out', // from the end of the afternoon
] as const;

/** A punch against its hour. Minutes are whole and 0 when on time. */
export interface PunchStatus {
  status: 'on-time' | 'late' | 'early';
  minutes: number;
}

export interface Punch extends PunchStatus {
  slot: Slot;
  at: Date;
}

export interface AttendanceRefusals {
  /** Nobody clocks in on that day; the next punch is on `next` by `time`. */
  'attendance.dayOff': {
    date: CivilDate;
    holiday: Readonly<Record<Locale, string>> | null;
    provisional: boolean;
    next: CivilDate;
    time: CivilTime;
  };
  /** The night before a working day: its first punch is possible from `opens` on. */
  'attendance.tooEarly': { date: CivilDate; opens: CivilTime; time: CivilTime };
  /** The president and whoever is not in the department do not clock in. */
  'attendance.notExpected': { id: string; self: boolean };
  /** What was typed after the command is none of its forms. */
  'attendance.badLine': { text: string };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends AttendanceRefusals {}
}

/** How long after its hour a punch is waited for before it counts as missing, in minutes. */
export interface PunchWindows {
  in: number;
  out: number;
}

const DEFAULT_WINDOWS: PunchWindows = { in: 60, out: 60 };

/** The day's first punch is possible so many minutes before the morning begins. */
const OPENS_BEFORE = 180;

/** Whoever has not arrived in a half is taken to arrive, not to leave, until so many minutes before its end. */
const ARRIVES_UNTIL = 60;

/** The card with the button is posted so many minutes before people are to be in. */
const CARD_BEFORE = 15;

/** The hours and days attendance is judged by. */
export interface AttendanceSetting {
  calendar: Calendar;
  hours: Hours;
  zone: string;
}

/** A punch with its place, as it is to be kept. */
export interface PlacedPunch extends Punch {
  date: CivilDate;
  /** Leave or a trip covers the whole day: kept, but nobody asked for it. */
  excused: boolean;
}

/** When the card with the button is posted before somebody is to come in: a quarter of an hour earlier. */
export function cardTime(arrival: Slot, hours: Hours): CivilTime {
  return timeOf(Math.max(0, hourOf(arrival, hours) - CARD_BEFORE));
}

/** Minutes since midnight of the slot's hour. */
export function hourOf(slot: Slot, hours: Hours): number {
  const [half, end] = PLACE[slot];
  return minutesOf(hours[half === 'am' ? 'morning' : 'afternoon'][end]);
}

/** The half of the day the slot belongs to: leave in it excuses the slot. */
export function halfOf(slot: Slot): Half {
  return PLACE[slot][0];
}

/** Whether the slot is for coming in: its earliest punch counts; of a departure the latest. */
export function isArrival(slot: Slot): boolean {
  return PLACE[slot][1] === 0;
}

/** Whether it is the punch for coming in in the morning, and somebody asked for it. */
export function isMorningArrival({ slot, excused }: PlacedPunch): boolean {
  return slot === SLOTS[0] && !excused;
}

/**
 * The slot a punch at that minute of the day belongs to: the nearest hour wins. The borders are the midpoints between
 * neighbouring hours; a midpoint itself belongs to the later slot. With the usual hours: morning-in before 10:00,
 * noon-out before 12:45, noon-in before 15:30, evening-out from then on. Given fewer slots, the nearest of those.
 */
export function slotAt(minute: number, hours: Hours, slots: readonly Slot[] = SLOTS): Slot {
  return slots.reduce((best, slot) => (minute < (hourOf(best, hours) + hourOf(slot, hours)) / 2 ? best : slot));
}

/**
 * On time, late or early. The minute named by the hours is still on time: by 08:00 means until 08:00:59.999, and from
 * 17:30 means from 17:30:00.000. Late from 08:01 by 1 minute; early until 17:29 by 1 minute. Nobody is late for an arrival
 * they did not owe.
 */
export function statusAt(minute: number, slot: Slot, hours: Hours, owed = true): PunchStatus {
  const hour = hourOf(slot, hours);
  if (isArrival(slot) && !owed) return { status: 'on-time', minutes: 0 };
  const off = isArrival(slot) ? minute - hour : hour - minute;
  if (off <= 0) return { status: 'on-time', minutes: 0 };
  return { status: isArrival(slot) ? 'late' : 'early', minutes: off };
}

/**
 * Whether a slot of that day asks anything of somebody who came to the department then (null: long ago): who came after the
 * hour cannot have arrived by it; who came before the window of a departure closed can still leave.
 */
export function isOwed(
  slot: Slot,
  date: CivilDate,
  since: Date | null | undefined,
  { hours, zone, windows }: Pick<AttendanceSetting, 'hours' | 'zone'> & { windows?: PunchWindows | undefined },
): boolean {
  if (!since) return true;
  const until = isArrival(slot)
    ? minuteOf(date, hourOf(slot, hours) + 1, zone)
    : windowCloses(slot, date, hours, zone, windows);
  return since < until;
}

/**
 * The punch somebody makes at that instant.
 * - Slots that leave excuses are passed over, so whoever has the morning off may come early for the afternoon. When leave
 *   covers the whole day the punch is kept in its usual slot and marked, for it happened.
 * - Whoever has not arrived in that half yet is taken to arrive, late, until an hour before its end: at 10:30 without a
 *   punch in the morning it is a late arrival and no early departure.
 * - Shortly after midnight, nearer to yesterday's evening than to this morning (until 00:45 with the usual hours), it is
 *   still yesterday's evening-out when yesterday was worked.
 * `dayOf` answers what is known of a day. Refused on a day off and in the night.
 */
export function punchAt(
  at: Date,
  dayOf: (date: CivilDate) => { coverage: ReadonlySet<Half>; punches: readonly { slot: Slot }[] },
  setting: AttendanceSetting & { since?: Date | null },
): PlacedPunch | Refusal {
  const { calendar, hours, zone, since } = setting;
  const wall = civilOf(at, zone);
  const yesterday = addDays(wall.date, -1);
  const morning = hourOf('morning-in', hours);
  const night = (hourOf('evening-out', hours) - 1440 + morning) / 2;
  const still = wall.minutes < night && calendar.isWorkday(yesterday) && !dayOf(yesterday).coverage.has('pm');
  const date = still ? yesterday : wall.date;
  const minute = still ? wall.minutes + 1440 : wall.minutes;

  if (!calendar.isWorkday(date)) return dayOff(date, setting);
  const opens = Math.max(0, morning - OPENS_BEFORE);
  if (minute < opens) return refuse('attendance.tooEarly', { date, opens: timeOf(opens), time: timeOf(morning) });
  const { coverage, punches } = dayOf(date);
  const required = SLOTS.filter(slot => !coverage.has(halfOf(slot)));
  const excused = required.length === 0;
  const open = excused ? SLOTS : required;
  const nearest = slotAt(minute, hours, open);
  const arrival = SLOTS[SLOTS.indexOf(nearest) - 1];
  const arrives =
    !isArrival(nearest) &&
    arrival !== undefined &&
    hourOf(nearest, hours) - minute > ARRIVES_UNTIL &&
    !punches.some(punch => punch.slot === arrival);
  const slot = arrives ? arrival : nearest;
  return { date, slot, at, ...statusAt(minute, slot, hours, isOwed(slot, date, since, setting)), excused };
}

/** Why nobody clocks in on that day, and when they do next. */
export function dayOff(date: CivilDate, { calendar, hours }: AttendanceSetting): Refusal<'attendance.dayOff'> {
  const { kind, name, provisional } = calendar.day(date);
  const holiday = kind === 'holiday' ? (name ?? null) : null;
  const next = calendar.nextWorkday(date);
  return refuse('attendance.dayOff', { date, holiday, provisional, next, time: hours.morning[0] });
}

/** Which of two punches of the same slot counts: the earliest in, the latest out; of two equal ones the kept. */
export function keep<P extends { slot: Slot; at: Date }>(kept: P, next: P): P {
  const better = isArrival(kept.slot) ? next.at < kept.at : next.at > kept.at;
  return better ? next : kept;
}

/**
 * The instant from which a slot without a punch is missing: so many minutes after its hour, but no later than the
 * border to the next slot (midnight after the last), because a punch after that belongs elsewhere.
 */
export function windowCloses(slot: Slot, date: CivilDate, hours: Hours, zone: string, windows = DEFAULT_WINDOWS): Date {
  const minute = hourOf(slot, hours) + (isArrival(slot) ? windows.in : windows.out);
  const next = SLOTS[SLOTS.indexOf(slot) + 1];
  const border = next ? (hourOf(slot, hours) + hourOf(next, hours)) / 2 : 1440;
  return minuteOf(date, Math.min(minute, border), zone);
}

/** The instants with after < at <= until at which the slot's window closes, one for each working day, in order. */
export function closingsBetween(slot: Slot, after: Date, until: Date, setting: AttendanceSetting): Due[] {
  const { calendar, hours, zone } = setting;
  const dues: Due[] = [];
  const last = civilOf(until, zone).date;
  // A window of the evening may close at midnight, which is the day after.
  for (let date = addDays(civilOf(after, zone).date, -1); date <= last; date = addDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue;
    const at = windowCloses(slot, date, hours, zone);
    if (at > after && at <= until) dues.push({ date, at });
  }
  return dues;
}

const PLACE: Readonly<Record<Slot, readonly [Half, 0 | 1]>> = {
  'morning-in': ['am', 0],
  'noon-out': ['am', 1],
  'noon-in': ['pm', 0],
  'evening-out': ['pm', 1],
};

/** The instant of that minute of the date, 24:00 included. */
function minuteOf(date: CivilDate, minute: number, zone: string): Date {
  const whole = Math.ceil(minute);
  return whole >= 1440 ? instantOf(addDays(date, 1), '00:00', zone) : instantOf(date, timeOf(whole), zone);
}
