/** Leaders read a summary in the morning of each working day, and one with the head of the record every evening. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { morningsBetween } from '../src/features/summary/rules.ts';
import { tellEvening, tellMorning } from '../src/features/summary/workflow.ts';
import { type Due, occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Office } from '../src/office/office.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

/** After an outage of days the last morning is enough. */
const MORNING_GRACE = 24 * 60;

export const summaryDuties: readonly Duty[] = [
  {
    name: 'summary.morning',
    graceMinutes: MORNING_GRACE,
    async between(look, after, until) {
      const { hours, zone } = look.settings;
      return morningsBetween(after, until, { calendar: await look.ask(departmentCalendar), hours, zone });
    },
    run: (office, tx, due, { late }) => tellMorning(office, tx, due.date, late),
  },
  {
    name: 'summary.evening',
    graceMinutes: null,
    between: async (office, after, until) => evenings(office, after, until),
    async run(office, tx, due, { late }) {
      // After an outage of days the last evening speaks for all of them.
      if (evenings(office, due.at, office.clock.now()).length === 0) await tellEvening(office, tx, due.date, late);
    },
  },
];

function evenings({ settings }: Office, after: Date, until: Date): Due[] {
  return occurrencesBetween({ time: settings.eveningSummaryTime, on: () => true }, after, until, settings.zone);
}
