/** Duties of meeting. */
import type { Duty } from '../src/scheduler/schedule.ts';

export const meetingDuties: readonly Duty[] = [];
