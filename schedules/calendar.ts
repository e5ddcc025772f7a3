/** Duties of calendar. */
import type { Duty } from '../src/scheduler/schedule.ts';

export const calendarDuties: readonly Duty[] = [];
