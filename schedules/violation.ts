/** Hearings end, and decisions become final, by the clock. */

import { endInTime, nextEnd } from '../src/features/violation/hearing.ts';
import type { Deadline } from '../src/scheduler/schedule.ts';

export const violationDeadlines: readonly Deadline[] = [{ name: 'violation.terms', nextAt: nextEnd, run: endInTime }];
