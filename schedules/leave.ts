/** Papers of emergency leave (3.2.4): asked for in the morning of the day they are due, overdue at its end. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { askForPapers, closePapers } from '../src/features/leave/workflow.ts';
import { type Due, occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty, Look } from '../src/scheduler/schedule.ts';

export const leaveDuties: readonly Duty[] = [
  {
    name: 'leave.papers.ask',
    graceMinutes: null,
    between: (look, after, until) => workdaysAt(look, look.settings.papersTime, after, until),
    run: (office, tx, due) => askForPapers(office, tx, due.date),
  },
  {
    name: 'leave.papers.close',
    graceMinutes: null,
    between: (look, after, until) => workdaysAt(look, look.settings.hours.afternoon[1], after, until),
    run: (office, tx, due) => closePapers(office, tx, due.date),
  },
];

async function workdaysAt(look: Look, time: string, after: Date, until: Date): Promise<Due[]> {
  const calendar = await look.ask(departmentCalendar);
  return occurrencesBetween({ time, on: date => calendar.isWorkday(date) }, after, until, look.settings.zone);
}
