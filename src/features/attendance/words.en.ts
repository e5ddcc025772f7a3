/** English: clocking in and out. */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { house } from '../../locales/house.en.ts';
import { quoted } from '../../locales/quoted.ts';
import { LEADERS } from '../../member/rules.ts';
import type { AttendanceRefusals, PunchStatus, Slot } from './rules.ts';
import type { words as chinese, proposals as chineseProposals } from './words.zh-CN.ts';

const slots: Record<Slot, string> = {
  'morning-in': 'Morning in',
  'noon-out': 'Morning out',
  'noon-in': 'Afternoon in',
  'evening-out': 'Afternoon out',
};

const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`;

function against({ status, minutes: off }: PunchStatus): string {
  return status === 'on-time' ? 'on time' : `${status} by ${minutes(off)}`;
}

export const commands = {
  checkin: {
    summary: 'Clock in and out, see today’s attendance',
    called: ['checkin', 'check in', 'clock in', 'clock out', 'punch', 'attendance'],
    usages: [
      { line: '/checkin', does: 'clock in or out now and see your four punches of today' },
      { line: '/checkin status', does: 'only look, without clocking' },
      { line: '/checkin today', does: 'who is missing or late in the department today (leaders)', who: LEADERS },
      { line: '/checkin ⟦@presales⟧', does: 'one person’s today (leaders)', who: LEADERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<AttendanceRefusals> = {
  'attendance.dayOff': ({ date, holiday, provisional, next, time }) =>
    `${date} is not a working day${holiday === null ? '' : ` (${holiday.en})`}: no punch is needed and none was recorded. The next one: ${next} by ${time}.${provisional ? ` (${house.provisional})` : ''}`,
  'attendance.tooEarly': ({ date, opens, time }) =>
    `It is too early, so nothing was recorded. The next punch: morning in on ${date}, from ${opens} on, on time by ${time}.`,
  'attendance.notExpected': ({ id, self }) =>
    self
      ? 'You do not clock in. Type `/checkin today` to see the department’s day.'
      : `<@${id}> does not clock in, so there is nothing to show. Type \`/checkin today\` for the whole department.`,
  'attendance.badLine': ({ text }) =>
    `I did not understand “${quoted(text)}”. Type \`/checkin\` to clock in or out, \`/checkin status\` to look⟦[; leaders also have \`/checkin today\` and \`/checkin ⟦@read⟧\`]⟧.`,
};

const slotName = (slot: string) => slots[slot as Slot] ?? slot;
/** A pair for each punch: which, and by how many minutes. */
const withMinutes = (parts: readonly string[]) =>
  parts.flatMap((slot, at) => (at % 2 === 0 ? [`${slotName(slot)} by ${minutes(Number(parts[at + 1]))}`] : []));

export const proposals: typeof chineseProposals = {
  punchLate: (...parts) => `Late punch: ${house.joinNames(withMinutes(parts))}.`,
  punchEarly: (...parts) => `Early punch: ${house.joinNames(withMinutes(parts))}.`,
  punchMissing: (...missing) =>
    missing.length === Object.keys(slots).length
      ? 'No punch all day, and no approved leave.'
      : `Missing punch: ${house.joinNames(missing.map(slotName))}.`,
};

export const duties: Record<string, DutyWords> = {
  'attendance.card.am': { missed: 'attendance card of the morning', ahead: 'Check-in card, morning' },
  'attendance.card.pm': { missed: 'attendance card of the afternoon', ahead: 'Check-in card, afternoon' },
  'attendance.remind.morning-in': { missed: 'reminder to punch, morning in' },
  'attendance.remind.noon-out': { missed: 'reminder to punch, morning out' },
  'attendance.remind.noon-in': { missed: 'reminder to punch, afternoon in' },
  'attendance.remind.evening-out': { missed: 'reminder to punch, afternoon out' },
  'attendance.close.morning-in': { missed: 'entry of missing punches, morning in' },
  'attendance.close.noon-out': { missed: 'entry of missing punches, morning out' },
  'attendance.close.noon-in': { missed: 'entry of missing punches, afternoon in' },
  'attendance.close.evening-out': { missed: 'entry of missing punches, afternoon out' },
};

export const words: typeof chinese = {
  slots,
  against,
  button: 'Punch',
  by: time => `by ${time}`,
  from: time => `from ${time}`,
  counted: (title, count, names) => `${title} (${count}): ${names}`,
  states: {
    missing: 'missing',
    excused: 'excused',
    excusedPunched: time => `excused (punched at ${time})`,
    upcoming: 'not due yet',
    'not-required': 'not needed',
  },
  recorded: (slot, time, status) => `Recorded: ${slots[slot]} at ${time}, ${against(status)}.`,
  kept: (slot, time, arrival) =>
    `${slots[slot]} is already recorded at ${time}; the ${arrival ? 'earliest' : 'latest'} counts, so nothing changed.`,
  replaced: (slot, time, before, arrival, status) =>
    `${slots[slot]} is now ${time} instead of ${before}, as the ${arrival ? 'earliest' : 'latest'} counts: ${against(status)}.`,
  otherDay: day =>
    `This button is of ${day ?? 'an earlier day'}, so nothing was recorded. For today please press the one below.`,
  excusedAnyway: 'You are excused that day, so this was not needed; it is kept on record.',
  afterList: 'The leaders have read already that it was missing, so please have a word with your leader.',
  myDay: day => `My punches · ${day}`,
  dayOf: (who, day) => `Punches of ${who} · ${day}`,
  next: (slot, hour) => `Next: ${slots[slot]}, ${hour}.`,
  knownPunch: (slot, time, status) => `${slot} ${time} (${status})`,
  knownPunches: list => `Punches: ${list}.`,
  allDone: 'No more punches today.',
  departmentDay: day => `Attendance of the department · ${day}`,
  punched: (count, of) => `${count} of ${of} punched`,
  awaited: count => `${count} to come`,
  nobodyAsked: 'nobody has to punch',
  missing: 'Missing',
  missingAllDay: 'no punch all day',
  late: 'Late',
  early: 'Early',
  excused: 'Excused',
  minutes,
  cardTitle: { am: 'Morning punches', pm: 'Afternoon punches' },
  card: (from, to) => `In by ${from}, out from ${to}: press the button once for each. Only you see the answer.`,
  reminder: (slot, hour, day, closes) =>
    `${day}: you have not punched for ${slots[slot]} (${hour}) yet; it counts as missing from ${closes} on.`,
  missedOne: (slot, hour) => `${slots[slot]} (${hour})`,
  missed: (day, count, which) => `${day}: ${count} missing ${count === 1 ? 'punch' : 'punches'}: ${which}.`,
  missedOpen: 'If you are still working, just punch when you leave.',
  missedMakeUp:
    'If you forgot, please tell your leader. A punch cannot be added later; missing one is no penalty by itself.',
  own: {
    today: 'My punches today',
    month: 'Punches this month',
    onTime: count => `${count} on time`,
    late: (count, sum) => `${count} late (${minutes(sum)} in all)`,
    early: (count, sum) => `${count} early (${minutes(sum)} in all)`,
    missing: count => `${count} missing`,
    excused: count => `${count} excused`,
  },
};
