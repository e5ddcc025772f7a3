/** Duties of leave. */
import type { Duty } from '../src/scheduler/schedule.ts';

export const leaveDuties: readonly Duty[] = [];
