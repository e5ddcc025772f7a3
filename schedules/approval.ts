/** Approvals that wait are reminded of and passed on; lent authority comes and goes with the day. */

import { nextTimer, runTimers, turnLoans } from '../src/features/approval/timer.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Deadline, Duty } from '../src/scheduler/schedule.ts';

export const approvalDuties: readonly Duty[] = [
  {
    name: 'approval.loans',
    graceMinutes: null,
    async between({ settings }, after, until) {
      return occurrencesBetween({ time: settings.hours.morning[0], on: () => true }, after, until, settings.zone);
    },
    run: (office, tx, due) => turnLoans(office, tx, due.date),
  },
];

export const approvalDeadlines: readonly Deadline[] = [{ name: 'approval.timers', nextAt: nextTimer, run: runTimers }];
