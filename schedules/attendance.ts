/** Duties of attendance. */
import type { Duty } from '../src/scheduler/schedule.ts';

export const attendanceDuties: readonly Duty[] = [];
