/** Attendance (3.1): a card with the button before each half of a working day, a reminder before each punch's window closes, and its close. */

import { proposePunches } from '../src/features/attendance/proposing.ts';
import { closeWindow, postCard, remindToPunch } from '../src/features/attendance/roll.ts';
import { cardTime, closingsBetween, SLOTS, type Slot } from '../src/features/attendance/rules.ts';
import type { Half } from '../src/features/calendar/span.ts';
import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Office } from '../src/office/office.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

/** A card that comes up to an hour late still serves the later of its two punches. */
const CARD_GRACE = 60;

/** After an outage of days the last close of each punch is enough. */
const CLOSE_GRACE = 24 * 60;

export const attendanceDuties: readonly Duty[] = [
  card('am', 'morning-in'),
  card('pm', 'noon-in'),
  ...SLOTS.map(remind),
  ...SLOTS.map(close),
];

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

function remind(slot: Slot): Duty {
  const before = ({ settings }: Office) => settings.punchReminderMinutes * 60_000;
  return {
    name: `attendance.remind.${slot}`,
    // Once the window has closed nobody is reminded, and leaders need not hear that nobody was.
    graceMinutes: null,
    async between(look, after, until) {
      const { hours, zone } = look.settings;
      const calendar = await look.ask(departmentCalendar);
      const later = (at: Date) => new Date(at.getTime() + before(look));
      const closings = closingsBetween(slot, later(after), later(until), { calendar, hours, zone });
      return closings.map(({ date, at }) => ({ date, at: new Date(at.getTime() - before(look)) }));
    },
    run: (office, tx, due) => remindToPunch(office, tx, due.date, slot),
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
    async run(office, tx, due) {
      await closeWindow(office, tx, due, slot);
      if (slot === SLOTS.at(-1)) await proposePunches(office, tx, due.date);
    },
  };
}
