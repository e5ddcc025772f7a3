/** Approvals that wait: reminded on the next working day, passed on to the next authority on the one after. */
import type { Deadline } from '../src/scheduler/schedule.ts';
import { nextTimer, runTimers } from '../src/workflows/decision.ts';

export const approvalDeadlines: readonly Deadline[] = [{ name: 'approval.timers', nextAt: nextTimer, run: runTimers }];
