/** Changes of the regulation that somebody has not confirmed having read are reminded of in the morning (9.1). */
import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { remindUnread } from '../src/features/rulebook/amendment/reminding.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

export const rulebookDuties: readonly Duty[] = [
  {
    name: 'rulebook.unread',
    graceMinutes: null,
    async between(look, after, until) {
      const calendar = await look.ask(departmentCalendar);
      const rule = { time: look.settings.hours.morning[0], on: (date: string) => calendar.isWorkday(date) };
      return occurrencesBetween(rule, after, until, look.settings.zone);
    },
    async run(office, tx, due) {
      // Later in the day it is still of use. On a later day there is a reminder of its own, or none is due any more.
      if (todayOf(office) === due.date) await remindUnread(office, tx, due.date);
    },
  },
];
