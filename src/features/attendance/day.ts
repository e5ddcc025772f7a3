/** How somebody's day of attendance stands (3.1), how everybody stands at one of its punches, and a month in figures. */

import { type CivilDate, civilOf, daysBetween } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import type { Half } from '../calendar/span.ts';
import {
  type AttendanceSetting,
  halfOf,
  isArrival,
  isOwed,
  keep,
  type PunchStatus,
  type PunchWindows,
  SLOTS,
  type Slot,
  statusAt,
  windowCloses,
} from './rules.ts';

/** One's own day is one's own to see; anybody else's, and that of the whole department (null), is for leaders. */
export function maySeeDay(me: Member, whose: string | null): true | Refusal {
  return whose === me.id || holds(me, LEADERS) ? true : refuse('member.notAllowed', { needs: LEADERS });
}

/** Where a slot of a day stands. */
export type SlotState =
  | { state: 'done'; at: Date; status: PunchStatus['status']; minutes: number }
  | { state: 'missing' } // its window has closed without a punch
  | { state: 'excused'; at: Date | null } // leave or a trip covers that half; `at` of a punch made all the same
  | { state: 'upcoming' } // may still come
  | { state: 'not-required' }; // not a working day, or before the person belonged to the department

export type DayState = Record<Slot, SlotState>;

export interface DaySetting extends AttendanceSetting {
  windows?: PunchWindows;
  /** When the person came to the department: arrivals due before, and windows that had closed by then, ask nothing of them. */
  since?: Date | null;
}

/** How the four slots of somebody's day stand now. `coverage` are the halves leave or trips excuse. */
export function dayState(
  punches: Iterable<{ slot: Slot; at: Date }>,
  coverage: ReadonlySet<Half>,
  date: CivilDate,
  now: Date,
  { calendar, hours, zone, windows, since }: DaySetting,
): DayState {
  const kept = new Map<Slot, { slot: Slot; at: Date }>();
  for (const punch of punches) {
    const other = kept.get(punch.slot);
    kept.set(punch.slot, other ? keep(other, punch) : punch);
  }
  const stateOf = (slot: Slot): SlotState => {
    if (!calendar.isWorkday(date)) return { state: 'not-required' };
    const punch = kept.get(slot);
    const owed = isOwed(slot, date, since, { hours, zone, windows });
    if (coverage.has(halfOf(slot))) return { state: 'excused', at: punch?.at ?? null };
    if (punch) {
      const wall = civilOf(punch.at, zone);
      const minute = daysBetween(date, wall.date) * 1440 + wall.minutes;
      return { state: 'done', at: punch.at, ...statusAt(minute, slot, hours, owed) };
    }
    if (!owed) return { state: 'not-required' };
    return { state: now < windowCloses(slot, date, hours, zone, windows) ? 'upcoming' : 'missing' };
  };
  return Object.fromEntries(SLOTS.map(slot => [slot, stateOf(slot)])) as DayState;
}

/**
 * Whether somebody is reminded of a punch before it counts as missing: it may still come, and they punched before on
 * that day or are to come in for the first time. Whoever is not there at all is reminded once and not four times.
 */
export function isReminded(slot: Slot, day: DayState): boolean {
  if (day[slot].state !== 'upcoming') return false;
  const earlier = SLOTS.slice(0, SLOTS.indexOf(slot));
  if (earlier.some(other => day[other].state === 'done')) return true;
  return isArrival(slot) && earlier.every(other => day[other].state !== 'missing');
}

/** Everybody at one slot of a day, by member id, in the order given. */
export interface SlotRoll {
  onTime: string[];
  late: { id: string; minutes: number }[];
  early: { id: string; minutes: number }[];
  missing: string[];
  excused: string[];
  /** May still come. */
  awaited: string[];
}

/** The roll of a slot; whoever nothing is asked of there is left out. */
export function rollOf(slot: Slot, days: Iterable<readonly [id: string, day: DayState]>): SlotRoll {
  const roll: SlotRoll = { onTime: [], late: [], early: [], missing: [], excused: [], awaited: [] };
  for (const [id, day] of days) {
    const state = day[slot];
    if (state.state === 'missing' || state.state === 'excused') roll[state.state].push(id);
    else if (state.state === 'upcoming') roll.awaited.push(id);
    else if (state.state === 'done') {
      if (state.status === 'on-time') roll.onTime.push(id);
      else roll[state.status].push({ id, minutes: state.minutes });
    }
  }
  return roll;
}

/** Attendance of a span of days in figures: punches, not days. Minutes are sums. */
export interface AttendanceSummary {
  onTime: number;
  late: { times: number; minutes: number };
  early: { times: number; minutes: number };
  missing: number;
  excused: number;
}

/** Counts the punches of the days. */
export function summaryOf(days: Iterable<DayState>): AttendanceSummary {
  const sum = { onTime: 0, late: { times: 0, minutes: 0 }, early: { times: 0, minutes: 0 }, missing: 0, excused: 0 };
  for (const day of days) {
    for (const slot of SLOTS) {
      const state = day[slot];
      if (state.state === 'missing' || state.state === 'excused') sum[state.state] += 1;
      if (state.state !== 'done') continue;
      if (state.status === 'on-time') sum.onTime += 1;
      else {
        sum[state.status].times += 1;
        sum[state.status].minutes += state.minutes;
      }
    }
  }
  return sum;
}
