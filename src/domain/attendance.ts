/** Clocking in and out (3.1): four punches a working day, whether each is on time, and how a day stands. */
import type { Calendar } from './calendar.ts';
import {
  addDays,
  type CivilDate,
  type CivilTime,
  civilOf,
  daysBetween,
  instantOf,
  minutesOf,
  timeOf,
} from './civil.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Half, Hours } from './span.ts';

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
  /** Nobody clocks in on that day. */
  'attendance.dayOff': { date: CivilDate };
  /** Leave or a trip covers the day. */
  'attendance.excused': { date: CivilDate };
  /** The punch there already counts: the earliest arrival, the latest departure. */
  'attendance.alreadyPunched': { slot: Slot; at: CivilTime };
}

/** How long after its hour a punch is waited for before it counts as missing, in minutes. */
export interface PunchWindows {
  in: number;
  out: number;
}

export const DEFAULT_WINDOWS: PunchWindows = { in: 60, out: 120 };

/** Where a slot of a day stands. */
export type SlotState =
  | { state: 'done'; at: Date; status: PunchStatus['status']; minutes: number }
  | { state: 'missing' } // its window has closed without a punch
  | { state: 'excused' } // leave or a trip covers that half
  | { state: 'upcoming' } // may still come
  | { state: 'not-required' }; // not a working day

export type DayState = Record<Slot, SlotState>;

/** The day read as sentences would: what it lacks, for lists at its end. */
export interface DayFaults {
  missing: Slot[];
  late: { slot: Slot; minutes: number }[];
  early: { slot: Slot; minutes: number }[];
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
 * 17:30 means from 17:30:00.000. Late from 08:01 by 1 minute; early until 17:29 by 1 minute.
 */
export function statusAt(minute: number, slot: Slot, hours: Hours): PunchStatus {
  const hour = hourOf(slot, hours);
  const off = isIn(slot) ? minute - hour : hour - minute;
  if (off <= 0) return { status: 'on-time', minutes: 0 };
  return { status: isIn(slot) ? 'late' : 'early', minutes: off };
}

/**
 * The punch somebody makes at that instant. Slots that leave excuses are passed over, so whoever has the morning off
 * may come early for the afternoon. Shortly after midnight, nearer to yesterday's evening than to this morning (until
 * 00:45 with the usual hours), it is still yesterday's evening-out when yesterday was worked.
 * `dayOf` answers what is known of a day. Refused on a day off, when leave covers the day, and when an earlier arrival
 * is already kept.
 */
export function punchAt(
  at: Date,
  dayOf: (date: CivilDate) => { coverage: ReadonlySet<Half>; punches: readonly { slot: Slot; at: Date }[] },
  setting: { calendar: Calendar; hours: Hours; zone: string },
): (Punch & { date: CivilDate }) | Refusal {
  const { calendar, hours, zone } = setting;
  const wall = civilOf(at, zone);
  const yesterday = addDays(wall.date, -1);
  const night = (hourOf('evening-out', hours) - 1440 + hourOf('morning-in', hours)) / 2;
  const still = wall.minutes < night && calendar.isWorkday(yesterday) && !dayOf(yesterday).coverage.has('pm');
  const date = still ? yesterday : wall.date;
  const minute = still ? wall.minutes + 1440 : wall.minutes;

  if (!calendar.isWorkday(date)) return refuse('attendance.dayOff', { date });
  const { coverage, punches } = dayOf(date);
  const required = SLOTS.filter(slot => !coverage.has(halfOf(slot)));
  if (required.length === 0) return refuse('attendance.excused', { date });
  const slot = slotAt(minute, hours, required);
  const kept = punches.find(punch => punch.slot === slot);
  if (kept && keep(kept, { slot, at }) === kept) {
    return refuse('attendance.alreadyPunched', { slot, at: civilOf(kept.at, zone).time });
  }
  return { date, slot, at, ...statusAt(minute, slot, hours) };
}

/** Which of two punches of the same slot counts: the earliest in, the latest out; of two equal ones the kept. */
export function keep<P extends { slot: Slot; at: Date }>(kept: P, next: P): P {
  const better = isIn(kept.slot) ? next.at < kept.at : next.at > kept.at;
  return better ? next : kept;
}

/**
 * The instant from which a slot without a punch is missing: so many minutes after its hour, but no later than the
 * border to the next slot (midnight after the last), because a punch after that belongs elsewhere.
 */
export function windowCloses(slot: Slot, date: CivilDate, hours: Hours, zone: string, windows = DEFAULT_WINDOWS): Date {
  const minute = hourOf(slot, hours) + (isIn(slot) ? windows.in : windows.out);
  const next = SLOTS[SLOTS.indexOf(slot) + 1];
  const border = next ? (hourOf(slot, hours) + hourOf(next, hours)) / 2 : 1440;
  return minuteOf(date, Math.min(minute, border), zone);
}

/** How the four slots of somebody's day stand now. `coverage` are the halves leave or trips excuse. */
export function dayState(
  punches: Iterable<{ slot: Slot; at: Date }>,
  coverage: ReadonlySet<Half>,
  date: CivilDate,
  now: Date,
  setting: { calendar: Calendar; hours: Hours; zone: string; windows?: PunchWindows },
): DayState {
  const { calendar, hours, zone, windows } = setting;
  const kept = new Map<Slot, { slot: Slot; at: Date }>();
  for (const punch of punches) {
    const other = kept.get(punch.slot);
    kept.set(punch.slot, other ? keep(other, punch) : punch);
  }
  const stateOf = (slot: Slot): SlotState => {
    if (!calendar.isWorkday(date)) return { state: 'not-required' };
    if (coverage.has(halfOf(slot))) return { state: 'excused' };
    const punch = kept.get(slot);
    if (punch) {
      const wall = civilOf(punch.at, zone);
      const minute = daysBetween(date, wall.date) * 1440 + wall.minutes;
      return { state: 'done', at: punch.at, ...statusAt(minute, slot, hours) };
    }
    return { state: now < windowCloses(slot, date, hours, zone, windows) ? 'upcoming' : 'missing' };
  };
  return Object.fromEntries(SLOTS.map(slot => [slot, stateOf(slot)])) as DayState;
}

/** What a day lacks. */
export function faultsOf(day: DayState): DayFaults {
  const faults: DayFaults = { missing: [], late: [], early: [] };
  for (const slot of SLOTS) {
    const state = day[slot];
    if (state.state === 'missing') faults.missing.push(slot);
    else if (state.state === 'done' && state.status !== 'on-time')
      faults[state.status].push({ slot, minutes: state.minutes });
  }
  return faults;
}

const PLACE: Readonly<Record<Slot, readonly [Half, 0 | 1]>> = {
  'morning-in': ['am', 0],
  'noon-out': ['am', 1],
  'noon-in': ['pm', 0],
  'evening-out': ['pm', 1],
};

function isIn(slot: Slot): boolean {
  return PLACE[slot][1] === 0;
}

/** The instant of that minute of the date, 24:00 included. */
function minuteOf(date: CivilDate, minute: number, zone: string): Date {
  const whole = Math.ceil(minute);
  return whole >= 1440 ? instantOf(addDays(date, 1), '00:00', zone) : instantOf(date, timeOf(whole), zone);
}
