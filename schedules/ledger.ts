/** On the first working day of a month whoever signs first reads the month before. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { askToSign, monthBeforeDay } from '../src/features/ledger/workflow.ts';
import { addDays, type CivilDate } from '../src/kernel/civil.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

export const ledgerDuties: readonly Duty[] = [
  {
    name: 'ledger.ask',
    // A month waits for its signature however late somebody is asked for it.
    graceMinutes: null,
    async between(look, after, until) {
      const calendar = await look.ask(departmentCalendar);
      const { ledgerTime: time, zone } = look.settings;
      const on = (date: CivilDate) => calendar.isWorkday(date) && isFirst(date, day => calendar.isWorkday(day));
      return occurrencesBetween({ time, on }, after, until, zone);
    },
    run: (office, tx, due) => askToSign(office, tx, monthBeforeDay(due.date)),
  },
];

function isFirst(date: CivilDate, isWorkday: (day: CivilDate) => boolean): boolean {
  for (let day = `${date.slice(0, 7)}-01`; day < date; day = addDays(day, 1)) if (isWorkday(day)) return false;
  return true;
}
