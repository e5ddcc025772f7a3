/** What people wrote is erased in the night after the time it is kept is over. */

import { eraseOverdue } from '../src/features/retention/workflow.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

const TIME = '03:00';

export const retentionDuties: readonly Duty[] = [
  {
    name: 'retention.erase',
    graceMinutes: null,
    async between({ settings }, after, until) {
      const on = () => settings.retentionMonths > 0;
      return occurrencesBetween({ time: TIME, on }, after, until, settings.zone);
    },
    run: (office, tx, due) => eraseOverdue(office, tx, due.date),
  },
];
