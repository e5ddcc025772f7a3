/** When leaders read the summaries of a day, and what belongs to which. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Due } from '../../kernel/occurrence.ts';
import { type AttendanceSetting, closingsBetween, SLOTS, windowCloses } from '../attendance/rules.ts';
import type { MissedMeeting } from '../meeting/messages.ts';

/** The instants with after < at <= until of the morning summary: on working days, as the window of the first punch closes. */
export function morningsBetween(after: Date, until: Date, setting: AttendanceSetting): Due[] {
  return closingsBetween(SLOTS[0], after, until, setting);
}

/** Whether the morning summary tells of the meeting, as it had closed by then; otherwise the evening does. */
export function isOfMorning(
  { closesAt }: MissedMeeting,
  date: CivilDate,
  { calendar, hours, zone }: AttendanceSetting,
): boolean {
  return calendar.isWorkday(date) && new Date(closesAt) <= windowCloses(SLOTS[0], date, hours, zone);
}
