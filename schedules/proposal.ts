/** What waits to be decided comes before those in charge, once each working day. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { sendLists } from '../src/features/proposal/listing.ts';
import { type Due, occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty, Look } from '../src/scheduler/schedule.ts';

export const proposalDuties: readonly Duty[] = [
  {
    name: 'proposal.list',
    // What was not read waits for the next list, so nobody need hear that one was missed.
    graceMinutes: null,
    between: workdays,
    run: (office, tx, due) => sendLists(office, tx, due.date),
  },
];

async function workdays(look: Look, after: Date, until: Date): Promise<Due[]> {
  const calendar = await look.ask(departmentCalendar);
  const { proposalsTime: time, zone } = look.settings;
  return occurrencesBetween({ time, on: date => calendar.isWorkday(date) }, after, until, zone);
}
