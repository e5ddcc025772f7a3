/** Duties of meetings (2.1 to 2.4): the sheet as a reminder before, at the hour, and the leader's monthly obligation. */

import { departmentCalendar } from '../src/features/calendar/workflow.ts';
import { isFirstOverdue } from '../src/features/meeting/monthly/rules.ts';
import { askForMonthly, monthlyAround, tellOverdue } from '../src/features/meeting/monthly/workflow.ts';
import { MEETING_KINDS, type MeetingKind, meetingsOn, type RegularKind } from '../src/features/meeting/rules.ts';
import { closeSheets, nextSheetClosing, openSheet, remind } from '../src/features/meeting/workflow.ts';
import { type Due, occurrencesBetween } from '../src/kernel/occurrence.ts';
import type { Office } from '../src/office/office.ts';
import type { Deadline, Duty, Look } from '../src/scheduler/schedule.ts';

/** Minutes after the hour within which a sheet is still worth opening. */
const openingGrace: Record<MeetingKind, number> = { morning: 30, weekly: 60, wrapup: 120, monthly: 1440 };

const day = 1440;

const reminders = MEETING_KINDS.map(
  (kind): Duty => ({
    name: `meeting.reminder.${kind}`,
    // Of use until the meeting begins.
    graceMinutes: settings => settings.reminderMinutes,
    async between(look, after, until) {
      const begins = await beginnings(look, kind, reminded(look, after, 1), reminded(look, until, 1));
      return begins.map(({ date, at }) => ({ date, at: reminded(look, at, -1) }));
    },
    run: (office, tx, { date, at }) => remind(office, tx, { kind, date, startsAt: reminded(office, at, 1) }),
  }),
);

const openings = MEETING_KINDS.map(
  (kind): Duty => ({
    name: `meeting.open.${kind}`,
    graceMinutes: openingGrace[kind],
    between: (look, after, until) => beginnings(look, kind, after, until),
    run: (office, tx, { date, at }, circumstances) =>
      openSheet(office, tx, { kind, date, startsAt: at }, circumstances),
  }),
);

const monthly: Duty[] = [
  {
    name: 'meeting.monthly.ask',
    // The next working day asks again.
    graceMinutes: day,
    async between(look, after, until) {
      const { monthlyAskTime: time, zone } = look.settings;
      const calendar = await look.ask(departmentCalendar);
      return occurrencesBetween({ time, on: date => calendar.isWorkday(date) }, after, until, zone);
    },
    run: (office, tx, { date }) => askForMonthly(office, tx, date),
  },
  {
    name: 'meeting.monthly.overdue',
    // Worth telling until the month ends.
    graceMinutes: 21 * day,
    async between(office, after, until) {
      const { monthlyAskTime: time, zone } = office.settings;
      return occurrencesBetween({ time, on: isFirstOverdue }, after, until, zone);
    },
    run: (office, tx, { date }) => tellOverdue(office, tx, date),
  },
];

export const meetingDuties: readonly Duty[] = [...reminders, ...openings, ...monthly];

export const meetingDeadlines: readonly Deadline[] = [
  { name: 'meeting.close', nextAt: nextSheetClosing, run: closeSheets },
];

/** When meetings of the kind begin. */
async function beginnings(look: Look, kind: MeetingKind, after: Date, until: Date): Promise<Due[]> {
  if (kind === 'monthly') {
    const set = await look.ask(monthlyAround);
    return set
      .filter(({ startsAt }) => startsAt > after && startsAt <= until)
      .map(({ date, startsAt }) => ({ date, at: startsAt }));
  }
  return regularBeginnings(look, kind, after, until);
}

async function regularBeginnings(look: Look, kind: RegularKind, after: Date, until: Date): Promise<Due[]> {
  const { settings } = look;
  const calendar = await look.ask(departmentCalendar);
  const on = (date: string) =>
    meetingsOn(date, calendar, settings, { moves: [], monthly: [] }).some(meeting => meeting.kind === kind);
  return occurrencesBetween({ time: settings.meetingTimes[kind], on }, after, until, settings.zone);
}

/** The instant so many times the reminder's minutes later. */
function reminded(office: Office, at: Date, times: 1 | -1): Date {
  return new Date(at.getTime() + times * office.settings.reminderMinutes * 60_000);
}
