/** Attendance (3.1): a card with the button before each half of a working day, a list after each punch's window. */

import { closeWindow, postCard } from '../src/features/attendance/roll.ts';
import { cardTime, closingsBetween, SLOTS, type Slot } from '../src/features/attendance/rules.ts';
import type { Half } from '../src/features/calendar/span.ts';
import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

/** A card that comes up to an hour late still serves the later of its two punches. */
const CARD_GRACE = 60;

/** After an outage of days the last list of each punch is enough; four for every day missed would bury it. */
const CLOSE_GRACE = 24 * 60;

export const attendanceDuties: readonly Duty[] = [card('am', 'morning-in'), card('pm', 'noon-in'), ...SLOTS.map(close)];

function card(half: Half, arrival: Slot): Duty {
  return {
    name: `attendance.card.${half}`,
    graceMinutes: CARD_GRACE,
    async between(look, after, until) {
      const { hours, zone } = look.settings;
      const calendar = await look.ask(departmentCalendar);
      return occurrencesBetween(
        { time: cardTime(arrival, hours), on: date => calendar.isWorkday(date) },
        after,
        until,
        zone,
      );
    },
    run: (office, tx, due, { late }) => postCard(office, tx, due.date, half, late),
  };
}

function close(slot: Slot): Duty {
  return {
    name: `attendance.close.${slot}`,
    graceMinutes: CLOSE_GRACE,
    async between(look, after, until) {
      const { hours, zone } = look.settings;
      return closingsBetween(slot, after, until, { calendar: await look.ask(departmentCalendar), hours, zone });
    },
    run: (office, tx, due, { late }) => closeWindow(office, tx, due, slot, late),
  };
}
