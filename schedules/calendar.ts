/** The calendar: leaders are told once when the public holidays of the next year are not published by November. */

import { tellUnpublished, unpublishedYears } from '../src/features/calendar/workflow.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

const UNPUBLISHED = 'calendar.unpublished';
const TIME = '09:00';

export const calendarDuties: readonly Duty[] = [
  {
    name: UNPUBLISHED,
    graceMinutes: null,
    between: (office, after, until) => unpublishedYears(office, UNPUBLISHED, TIME, after, until),
    run: (office, tx, due) => tellUnpublished(office, tx, due.date),
  },
];
