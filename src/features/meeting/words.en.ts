/** English: meetings, sign-in, reports. */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { DEPARTMENT_LEADERS } from '../../member/rules.ts';
import { postNames } from '../../member/words.en.ts';
import type { MeetingLineRefusals } from './line.ts';
import type { Month, MonthlyRefusals } from './monthly/rules.ts';
import type { ReportField, ReportRefusals } from './report/rules.ts';
import type { MeetingKind, MeetingRefusals, SignInStatus } from './rules.ts';
import type { words as chinese, proposals as chineseProposals } from './words.zh-CN.ts';

const kinds: Record<MeetingKind, string> = {
  morning: 'Morning meeting',
  weekly: 'Weekly meeting',
  wrapup: 'Weekly wrap-up',
  monthly: 'Monthly meeting',
};

const statuses: Record<SignInStatus, string> = {
  present: 'on time',
  late: 'late',
  excused: 'on leave or a trip',
  absent: 'absent',
};

const fields: Record<ReportField, string> = { yesterday: 'Yesterday', today: 'Today', blockers: 'Blockers' };

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthName = (month: Month) => `${months[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
const the = (kind: MeetingKind) => `the ${kinds[kind].toLowerCase()}`;

const example = {
  report: '`/meeting report shipped 120 orders | count shelf three | none`',
  monthly: '`/meeting monthly ⟦monthly⟧ 14:00`',
  sheet: '`/meeting sheet ⟦sheet⟧ morning`',
};

export const commands = {
  meeting: {
    summary: 'Meetings: plan, sign-in, morning report, monthly date, sheets',
    called: ['meeting', 'meetings'],
    lines: ['sign in', 'signin'],
    about: ['report', 'stand-up'],
    usages: [
      { line: '/meeting', does: 'meetings of today and the next seven days, and my sign-in' },
      { line: '/meeting signin', does: 'sign in at the meeting that is open' },
      { line: '/meeting report', does: 'open the report form of the morning meeting, from the evening before on' },
      {
        line: '/meeting report shipped 120 orders | count shelf three | none',
        does: 'the report in one line: yesterday | today | blockers',
      },
      {
        line: '/meeting monthly ⟦monthly⟧ 14:00',
        does: 'set or move the monthly meeting (manager, deputy)',
        who: DEPARTMENT_LEADERS,
      },
      { line: '/meeting sheet ⟦sheet⟧ morning', does: 'a sign-in sheet; without a date the last one' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<MeetingRefusals & MeetingLineRefusals & MonthlyRefusals & ReportRefusals> = {
  'meeting.noneOpen': ({ next }) =>
    next === null
      ? 'No meeting is open for sign-in, and none is planned in the next seven days. `/meeting` shows the plan.'
      : `No meeting is open for sign-in. The next one is ${the(next.kind)} on ${next.date} at ${next.time}; sign in once its sheet is out.`,
  'meeting.notOpenYet': ({ kind, date, time }) =>
    `${kinds[kind]} begins on ${date} at ${time}; please sign in once its sheet is out.`,
  'meeting.closed': ({ kind, date, at, status, open }) =>
    `The sheet of ${the(kind)} on ${date} closed at ${at}${status === null ? '' : `; you are on it as ${statuses[status]}`}.${open === null ? ' A closed sheet cannot be changed; if it is wrong, tell your leader.' : ''}`,
  'meeting.alreadySignedIn': ({ kind, status, at }) =>
    `You signed in at ${the(kind)} at ${at} already (${statuses[status]}); once is enough.`,
  'meeting.notTakingPart': () =>
    'The president is on no sign-in sheet and has no report to write. `/meeting sheet` shows the sheets.',
  'meeting.gone': () => 'That meeting is not there any more. `/meeting` shows the plan.',
  'meeting.noSheet': ({ date, kind }) =>
    `There is no sheet of ${kind === null ? 'a meeting' : `a ${kinds[kind].toLowerCase()}`}${date === null ? '' : ` on ${date}`}. A sheet is posted shortly before its meeting⟦[, for example ${example.sheet}]⟧.`,
  'meeting.inPast': ({ date, time }) =>
    `${date} ${time} is past. Please name a time still to come⟦[, for example ${example.monthly}]⟧.`,
  'meeting.afterTenth': ({ date, latest }) =>
    `${date} is too late: the monthly meeting is held on or before the 10th (2.4). The last possible day is ${latest}.`,
  'meeting.tooFarAhead': ({ date, latest }) =>
    `${date} is too far ahead: only this month’s and next month’s meeting can be set now. The last possible day is ${latest}.`,
  'meeting.alreadyHeld': ({ month, date }) =>
    `The monthly meeting of ${monthName(month)} was held on ${date}; there is nothing left to set.`,
  'meeting.sheetIsOut': ({ month, time }) =>
    `The monthly meeting of ${monthName(month)} begins at ${time} and its sheet is out, so its time can no longer change.`,
  'meeting.alreadySet': ({ month, date, time, by }) =>
    `<@${by}> set the monthly meeting of ${monthName(month)} for ${date} at ${time} already. To move it, name another time⟦[, for example ${example.monthly}]⟧.`,
  'meeting.monthOver': ({ month }) =>
    `${monthName(month)} is over, so its meeting can no longer be set. \`/meeting\` shows how things stand.`,
  'report.noneOpen': ({ next }) =>
    next === null
      ? 'No morning meeting is near; `/meeting` shows the plan.'
      : `No report can be written now: those for the morning meeting on ${next.date} from ${next.from.date} ${next.from.time} on.`,
  'report.notMorning': () => 'Only the morning meeting collects reports (2.2); this one needs none.',
  'report.empty': ({ field }) =>
    `“${fields[field]}” is empty. Yesterday and today are both needed, for example ${example.report}.`,
  'report.tooLong': ({ field, length, most }) =>
    `“${fields[field]}” takes at most ${most} characters; this has ${length}. Please shorten it.`,
  'meeting.badLine': ({ text }) =>
    `I did not understand “${quoted(text)}”. You can type \`/meeting\`, \`/meeting signin\` or \`/meeting report\`⟦[, also ${example.sheet}]⟧⟦[, also ${example.monthly}]⟧.`,
  'meeting.badReport': () =>
    `A report in one line has yesterday, today and blockers with | between them, for example ${example.report}; \`/meeting report\` alone opens the form.`,
  'meeting.amOrPm': ({ text, date, time }) =>
    `“${quoted(text)}”: in the morning or in the afternoon? Write \`/meeting monthly ${date} ${time} pm\` or \`${time} am\`.`,
  'meeting.badMonthly': ({ text }) =>
    `${quoted(text) === '' ? 'The time is missing' : `I did not understand “${quoted(text)}”`}. Write a date and a time on the 24-hour clock⟦[, for example ${example.monthly}]⟧.`,
  'meeting.badSheet': ({ text }) =>
    `I did not understand “${quoted(text)}”. Write a date and one of morning, weekly, wrapup or monthly⟦[, for example ${example.sheet}]⟧. \`/meeting\` shows the meetings.`,
};

const people = (count: number) => `*${count}* ${count === 1 ? 'person' : 'people'}`;

const called = (kind: string) => (kinds[kind as MeetingKind] ?? kind).toLowerCase();

export const proposals: typeof chineseProposals = {
  meetingLate: (kind, minutes) =>
    `Late for the ${called(kind)} by ${minutes} ${minutes === '1' ? 'minute' : 'minutes'}.`,
  meetingAbsent: kind => `Absent from the ${called(kind)} without approved leave.`,
};

export const duties: Record<string, DutyWords> = {
  'meeting.reminder.morning': { missed: 'reminder of the morning meeting', ahead: 'Reminder of the morning meeting' },
  'meeting.reminder.weekly': { missed: 'reminder of the weekly meeting', ahead: 'Reminder of the weekly meeting' },
  'meeting.reminder.wrapup': { missed: 'reminder of the weekly wrap-up', ahead: 'Reminder of the weekly wrap-up' },
  'meeting.reminder.monthly': { missed: 'reminder of the monthly meeting', ahead: 'Reminder of the monthly meeting' },
  'meeting.open.morning': { missed: 'sign-in sheet of the morning meeting', ahead: 'Morning meeting' },
  'meeting.open.weekly': { missed: 'sign-in sheet of the weekly meeting', ahead: 'Weekly meeting' },
  'meeting.open.wrapup': { missed: 'sign-in sheet of the weekly wrap-up', ahead: 'Weekly wrap-up' },
  'meeting.open.monthly': { missed: 'sign-in sheet of the monthly meeting', ahead: 'Monthly meeting' },
  'meeting.monthly.ask': { missed: 'asking the manager for the monthly meeting' },
  'meeting.monthly.overdue': { missed: 'notice that the monthly meeting is overdue' },
};

export const words: typeof chinese = {
  kinds,
  statuses,
  fields,
  posts: postNames,
  monthName,
  prepare: {
    morning: 'Please have ready: what you did yesterday, what you plan today, what is in the way (2.2).',
    weekly: 'Please have ready: a look back at last week and the plan for this week (2.1).',
    wrapup: 'Please have ready: how far each item of this week’s plan has come (2.3).',
    monthly: 'Please have ready: a look back at last month and its main problems (2.4).',
  },
  sheetTitle: (kind, when) => `${kind}: sign-in · ${when}`,
  openUntil: (onTime, until) => `On time until ${onTime}, late after that. The sheet closes at ${until}.`,
  openedLate: until => `This sheet was posted late: everybody who signs before it closes at ${until} is on time.`,
  signedCount: (signed, awaited) => `${people(signed)} signed in, *${awaited}* to come`,
  reportCount: count => `${people(count)} reported`,
  nobodyYet: 'Nobody has signed in yet.',
  signIn: 'Sign in',
  report: 'Report',
  closedAt: hour => `The sheet closed at ${hour}`,
  numbers: (all, counts) =>
    `${people(all)} expected: *${counts.present}* on time, *${counts.late}* late, *${counts.excused}* on leave or a trip, *${counts.absent}* absent`,
  silent: 'On time, no report',
  inReports: count => `${count} who reported: see the reports below`,
  reportsTitle: (day, page, pages) => `Morning reports · ${day}${pages > 1 ? ` (${page}/${pages})` : ''}`,
  signedIn: {
    present: (kind, hour) => `:white_check_mark: Signed in: ${kind}, ${hour}, on time.`,
    late: (kind, hour) => `:white_check_mark: Signed in: ${kind}, ${hour}, entered as late.`,
  },
  punchedToo: (slot, how) => `Punched as well: ${slot}, ${how}.`,
  signedToo: (kind, status) => `Signed in as well: ${kind}, ${status}.`,
  reportTitle: 'Morning report',
  questions: {
    yesterday: 'What did you do yesterday?',
    today: 'What do you plan today?',
    blockers: 'What is in the way?',
  },
  reportHint: until =>
    `You can open and change it until ${until}; then all reports are posted in the department’s channel for everybody.`,
  reported: until => `:white_check_mark: Your report is saved; you can change it until ${until}.`,
  openInstead: (kind, day) => `Open now: the ${kind.toLowerCase()} on ${day}.`,
  signLater: hour => `Please sign in at the meeting all the same, from ${hour} on.`,
  reportNow: 'the report can be written',
  excusedNotSigned: 'You are excused, so it did not sign you in; if you come all the same, press “Sign in”.',
  planTitle: 'Meetings',
  planNone: 'There is no meeting today or in the next seven days.',
  states: {
    planned: 'not begun',
    open: until => `open for sign-in until ${until}`,
    closed: 'closed',
    missed: 'no sheet was posted',
  },
  mine: status => `me: ${status}`,
  notSigned: 'not signed in',
  onSheet: (status, hour) => (hour === null ? status : `${status} (${hour})`),
  later: ' (approved later)',
  knownSignIn: (kind, status) => `Sign-in, ${kind}: ${status}.`,
  notOnSheet: 'You are not on this sheet.',
  you: state => `You: ${state}`,
  monthly: {
    open: (month, latest) =>
      `The monthly meeting of ${month} has no date yet; it is held on or before ${latest} (2.4).`,
    overdue: month =>
      `The monthly meeting of ${month} is overdue: it was not held by the 10th (2.4) and has no new date.`,
    set: (month, when, who) => `The monthly meeting of ${month} is on ${when} (set by ${who}).`,
    setOverdue: (month, when, who) =>
      `The monthly meeting of ${month} is overdue (2.4) and now on ${when} (set by ${who}).`,
    held: (month, day) => `The monthly meeting of ${month} was held on ${day}.`,
    heldOverdue: (month, day) => `The monthly meeting of ${month} was held on ${day}, overdue (2.4).`,
    unowed: month => `No monthly meeting is owed for ${month}: it fell due before the department began here (2.4).`,
    upcoming: month => `The monthly meeting of ${month} is set from the 1st on.`,
  },
  ask: (month, latest) =>
    `Please set the date and time of the monthly meeting of ${month}; it is held on or before ${latest} (2.4).`,
  askOverdue: month =>
    `The monthly meeting of ${month} is overdue (2.4). Please set a date and time within this month soon.`,
  askAgain: 'You will be asked again every working day until it is set.',
  setMonthly: 'Set date and time',
  monthlyForm: 'Monthly meeting',
  date: 'Date',
  time: 'Time',
  inTime: latest => `On or before ${latest} (2.4). The whole department is told.`,
  tooLateAnyway: 'It is overdue already: please choose a day of this month. The whole department is told.',
  withinMonth: 'Please choose a day of this month. The whole department is told.',
  monthlySet: (month, when, who) => `:calendar: The monthly meeting of ${month} is on ${when} (set by ${who}).`,
  monthlyMoved: (month, from, when, who) =>
    `:calendar: The monthly meeting of ${month} is moved from ${from} to ${when} (by ${who}).`,
  monthlyDone: text => `:white_check_mark: ${text} The whole department is told.`,
  dayOff: 'Please note that this is not a working day.',
  monthlyOverdue: 'The manager and the deputy have been asked to set a time.',
  own: {
    title: 'Meetings this month',
    times: (what, count) => `${count} ${what}`,
  },
};

/** So many of what is erased. */
export const erased = {
  reports: (count: number) => `${count} ${count === 1 ? 'report' : 'reports'}`,
};
