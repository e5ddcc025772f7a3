/** The record: the head of its chain is posted to the leaders every evening. */

import { postHead } from '../src/features/record/workflow.ts';
import { type Due, occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Office } from '../src/office/office.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

/** After the last list of the day. */
const TIME = '20:00';

export const recordDuties: readonly Duty[] = [
  {
    name: 'record.head',
    graceMinutes: null,
    between: async (office, after, until) => evenings(office, after, until),
    async run(office, tx, due) {
      // After an outage of days the last evening speaks for all of them.
      if (evenings(office, due.at, office.clock.now()).length === 0) await postHead(office, tx, due.date);
    },
  },
];

function evenings({ settings }: Office, after: Date, until: Date): Due[] {
  return occurrencesBetween({ time: TIME, on: () => true }, after, until, settings.zone);
}
