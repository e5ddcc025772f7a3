/** Notes to the next shift (1.18): what was left comes before people in the morning; open ones are spoken of in the evening. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { offerLeft, remindOfOpen, tellLeaders } from '../src/features/handover/reminding.ts';
import { REMINDS_BEFORE, TELLS_AGAIN_AFTER } from '../src/features/handover/rules.ts';
import { minutesOf, timeOf } from '../src/kernel/civil.ts';
import { occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Settings } from '../src/kernel/settings.ts';
import type { Duty } from '../src/scheduler/schedule.ts';

export const handoverDuties: readonly Duty[] = [
  {
    ...daily('handover.offer', ({ hours }) => hours.morning[0]),
    graceMinutes: null,
    run: (office, tx) => offerLeft(office, tx),
  },
  {
    ...daily('handover.remind', settings => evening(settings, -REMINDS_BEFORE)),
    graceMinutes: null,
    async run(office, tx, due) {
      // After work it is too late for the day, and nothing to tell the leaders of: they hear of what is open.
      const until = due.at.getTime() + REMINDS_BEFORE * 60_000;
      if (office.clock.now().getTime() < until) await remindOfOpen(office, tx);
    },
  },
  tells('handover.tell', 0),
  tells('handover.tellAgain', TELLS_AGAIN_AFTER),
];

function tells(name: string, minutes: number): Duty {
  return {
    ...daily(name, settings => evening(settings, minutes)),
    graceMinutes: null,
    run: (office, tx, due) => tellLeaders(office, tx, name, due.date),
  };
}

/** So many minutes after the end of working hours, on the same day. */
function evening({ hours }: Settings, minutes: number): string {
  return timeOf(Math.min(1439, Math.max(0, minutesOf(hours.afternoon[1]) + minutes)));
}

/** On every working day. */
function daily(name: string, timeIn: (settings: Settings) => string): Pick<Duty, 'name' | 'between'> {
  return {
    name,
    async between(look, after, until) {
      const calendar = await look.ask(departmentCalendar);
      const rule = { time: timeIn(look.settings), on: (date: string) => calendar.isWorkday(date) };
      return occurrencesBetween(rule, after, until, look.settings.zone);
    },
  };
}
