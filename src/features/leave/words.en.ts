/** English: leave and business trips. */

import type { CommandWords, DutyWords, MatterWords, RefusalWords } from '../../locales/command.ts';
import { house } from '../../locales/house.en.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Half, Span } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveLineRefusals } from './line.ts';
import type { LeaveRefusals, LeaveState } from './rules.ts';
import type { words as chinese, proposals as chineseProposals } from './words.zh-CN.ts';

const kinds: Record<LeaveKind, string> = {
  annual: 'Annual leave',
  personal: 'Personal leave',
  sick: 'Sick leave',
  marriage: 'Marriage leave',
  maternity: 'Maternity leave',
  paternity: 'Paternity leave',
  bereavement: 'Bereavement leave',
  compensatory: 'Compensatory leave',
  other: 'Other leave',
  trip: 'Business trip',
};

const states: Record<LeaveState, string> = {
  pending: 'waiting for approval',
  approved: 'approved',
  rejected: 'not approved',
  withdrawn: 'withdrawn',
  expired: 'expired undecided',
  cancelled: 'cancelled',
};

const halves: Record<Half, string> = { am: 'morning', pm: 'afternoon' };
const at = ({ from, fromHalf, to, toHalf }: Span) =>
  from === to && fromHalf === toHalf ? `${from} ${halves[fromHalf]}` : from === to ? from : `${from} to ${to}`;
const days = (halfDays: number) => `${halfDays / 2} ${halfDays === 2 ? 'day' : 'days'}`;
const workdays = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;
const nobodyYet = 'Nobody may decide it yet; it will go to whoever is appointed';
const oneOf = (people: string[]) => (people.length === 1 ? `${people[0]}` : `Any one of ${people.join(', ')}`);
const example = {
  '/leave': '/leave ⟦day 0⟧ ⟦day 1⟧ annual family',
  '/trip': '/trip ⟦day 7⟧ ⟦day 8⟧ customer visit',
};
const halfExample = {
  '/leave': '/leave ⟦day 3⟧ am sick',
  '/trip': '/trip ⟦day 7⟧ am customer visit',
};

export const commands = {
  leave: {
    summary: 'Leave: ask, list, cancel',
    called: ['leave', 'time off', 'day off', 'vacation'],
    about: ['sick', 'ill', 'days off'],
    usages: [
      { line: '/leave', does: 'open the form' },
      {
        line: '/leave ⟦day 0⟧ ⟦day 1⟧ annual family',
        does: 'ask in one line: first day, last day, kind, reason',
      },
      {
        line: '/leave ⟦day 3⟧ am sick',
        does: 'sick leave for a morning; the day may also be tomorrow, friday or 12/7-8',
      },
      {
        line: '/leave ⟦day 5⟧ pm sick emergency fever',
        does: 'an emergency: asked before it begins, papers on the first working day after it',
      },
      { line: '/leave list', does: 'my leave and trips' },
      { line: '/leave cancel ⟦leave⟧', does: 'withdraw or cancel a request by its number' },
    ],
  },
  trip: {
    summary: 'Business trip: ask, list, cancel; 3 working days ahead',
    called: ['trip', 'business trip'],
    usages: [
      { line: '/trip', does: 'open the form' },
      { line: '/trip ⟦day 7⟧ ⟦day 8⟧ customer visit', does: 'ask in one line: first day, last day, purpose' },
      { line: '/trip list', does: 'my leave and trips' },
      { line: '/trip cancel ⟦leave⟧', does: 'withdraw or cancel a request by its number' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<LeaveRefusals & LeaveLineRefusals> = {
  'leave.lineWithoutDate': ({ command, text }) =>
    `I found no date${quoted(text) === '' ? '' : ` in “${quoted(text)}”`}. Begin with the date, for example \`${example[command]}\`, or type \`${command}\` alone for the form.`,
  'leave.noSuchDate': ({ command, text }) =>
    `“${quoted(text)}” is not a day I can use. Write ⟦day 0⟧, tomorrow or next monday, for example \`${example[command]}\`.`,
  'leave.whichDays': ({ command, text }) =>
    `“${quoted(text)}” does not follow the day before it. For all days from the first to the last write \`to\` between them, for example \`${example[command]}\`; for single days send one line each.`,
  'leave.firstDayMissing': ({ command, text }) =>
    `“${quoted(text)}” says where it ends, but not where it begins. Write the first day before it, for example \`${example[command]}\`.`,
  'leave.lastDayMissing': ({ command }) =>
    `It says where it begins, but not where it ends. Write the first and the last day, or how many, for example \`${example[command]}\`.`,
  'leave.whichHalf': ({ command, text, date }) =>
    `“${quoted(text)}” of ${date}: the morning or the afternoon? Write \`am\` or \`pm\` behind the day, for example \`${halfExample[command]}\`.`,
  'leave.hours': ({ command, text }) =>
    `“${quoted(text)}” cannot be counted: half a day is the least. Write \`am\` or \`pm\` behind the day, for example \`${halfExample[command]}\`.`,
  'leave.notUsed': ({ command, text }) =>
    `I do not know what “${quoted(text)}” at the end stands for. Put days, halves and lengths before the reason, for example \`${example[command]}\`.`,
  'leave.kindBehind': ({ command, text, kind }) =>
    `I did not understand “${quoted(text)}” before “${quoted(kind)}”. Write the reason last, for example \`${example[command]}\`.`,
  'leave.daysDiffer': ({ span, halfDays, said }) =>
    `${at(span)} holds ${days(halfDays)} of work, and you wrote ${days(said)}. Write one of the two: the last day or the length.`,
  'leave.listOwnOnly': ({ command }) =>
    `\`${command} list\` shows your own leave and trips only; nothing more is typed after it.`,
  'leave.lineWithoutKind': ({ command }) =>
    `The kind of leave is missing. There are annual, personal, sick, marriage, maternity, paternity, bereavement, compensatory and other, for example \`${example[command]}\`.`,
  'leave.lineWithoutId': ({ command, text }) =>
    `${quoted(text) === '' ? 'Name the number to cancel' : `“${quoted(text)}” is not the number of a leave`}⟦[, for example \`${command} cancel ⟦leave⟧\`]⟧; \`${command} list\` shows the numbers.`,
  'leave.endBeforeStart': ({ span }) =>
    `The end (${span.to} ${halves[span.toHalf]}) comes before the start (${span.from} ${halves[span.fromHalf]}). Choose an end on ${span.from} or later.`,
  'leave.inPast': ({ from, today }) => `${from} has passed. The first possible day is today, ${today}.`,
  'leave.alreadyBegun': ({ from, beganAt }) =>
    `Emergency leave must be asked for before it begins as well, and ${from} ${beganAt} has passed. Ask from the next half day on and call your manager.`,
  'leave.tooLong': ({ days: length, most }) =>
    `One request covers at most ${most} days; this one has ${length}. Shorten it or split it.`,
  'leave.tooFarAhead': ({ from, latest }) =>
    `${from} is too far ahead. Today the latest possible first day is ${latest}.`,
  'leave.noWorkday': ({ span }) => `${at(span)} contains no working day, so no leave is needed.`,
  'leave.overlap': ({ id, kind, span, state }) =>
    `This overlaps with your number ${id}, ${kinds[kind].toLowerCase()} (${at(span)}, ${states[state]}). Choose other days, or \`/leave cancel ${id}\` first.`,
  'leave.tooLate': ({ kind, halfDays, joined, required, given, earliest, emergencyPossible }) =>
    `${joined.length === 0 ? `${kinds[kind]} of ${days(halfDays)}` : `With number ${joined.join(', ')}, and no working day between, this is one leave of ${days(halfDays)}. It`} must be asked for at least ${workdays(required)} before it begins; from now there ${given === 1 ? 'is only 1' : `are ${given === 0 ? 'none' : `only ${given}`}`}. The earliest possible first day is ${earliest}.${emergencyPossible ? ' If it is a sudden illness or event, mark it as an emergency, for example `/leave ⟦soon⟧ sick emergency fever`.' : ''}`,
  'leave.noEmergency': ({ kind }) =>
    `Only sick and personal leave can be an emergency, ${kinds[kind].toLowerCase()} cannot. Drop the emergency, or choose sick or personal leave.`,
  'leave.reasonMissing': ({ kind }) =>
    `Please give a reason for the ${kinds[kind].toLowerCase()}, for example \`${kind === 'trip' ? example['/trip'] : example['/leave']}\`.`,
  'leave.reasonTooLong': ({ length, most }) =>
    `A reason has at most ${most} characters; this one has ${length}. Please shorten it.`,
  'leave.notFound': ({ id }) => `You have no leave or trip number ${id}. \`/leave list\` shows the numbers.`,
  'leave.stateForbids': ({ state }) => `This one is ${states[state]} already, so that is no longer possible.`,
  'leave.cancellationPending': ({ id }) => `Cancelling number ${id} is waiting for approval already.`,
  'leave.noPapersDue': ({ papers }) =>
    papers === 'handed-in' ? 'The papers are handed in already.' : 'No papers are needed for this one.',
  'leave.nothingLeft': ({ span }) =>
    `The last half day of ${at(span)} has begun and counts as taken, so there is nothing left to give back.`,
  'leave.over': ({ span }) => `${at(span)} is over and cannot be cancelled.`,
};

export const matters = {
  leave: { kind: 'leave or trip' },
  cancellation: { kind: 'cancelling leave' },
} satisfies Record<string, MatterWords>;

export const proposals: typeof chineseProposals = {
  papersOverdue: leave =>
    `The papers of the emergency leave number ${leave} were not in by the end of the first working day after it (3.2.4). It counts as absence from post.`,
};

export const duties: Record<string, DutyWords> = {
  'leave.papers.ask': { missed: 'reminder of papers for emergency leave' },
  'leave.papers.close': { missed: 'deadline of papers for emergency leave' },
};

export const words: typeof chinese = {
  titles: {
    leave: 'leave request',
    trip: 'business trip request',
    cancellation: 'request to cancel leave',
    tripCancellation: 'request to cancel a business trip',
  },
  approve: 'Approve',
  reject: 'Reject',
  verdicts: {
    approved: { deed: 'Approved', done: 'Approved; they have been told.' },
    rejected: { deed: 'Rejected', done: 'Rejected; they have been told.' },
  },
  kinds,
  states,
  papers: { none: 'no papers needed', due: 'papers due', 'handed-in': 'papers handed in', overdue: 'papers overdue' },
  leaveTitle: 'Leave',
  tripTitle: 'Business trip',
  kind: 'Kind',
  from: 'First day',
  fromHalf: 'From the',
  to: 'Last day',
  toHint: 'Leave it empty for one day or half a day.',
  toHalf: 'Until the',
  reasonLabel: 'Reason',
  tripReasonLabel: 'Where to and what for',
  reasonHint: 'Only those who decide can read it.',
  emergency: 'Emergency (sudden illness or event)',
  emergencyHint: 'No notice needed; papers on the first working day after',
  emergencyLabel: 'Emergency leave',
  leaveRule:
    'Three days or fewer: 1 working day ahead. More than three: 5 working days ahead (3.2.2, 3.2.3). Emergencies: ask before they begin, hand in papers after (3.2.4).',
  tripRule: 'A trip is asked for 3 working days before (3.2.1).',
  preview: (length, approvers) =>
    `:spiral_calendar_pad: *${length}* in all. ${approvers.length === 0 ? nobodyYet : `${oneOf(approvers)} decides`}.`,
  requested: (id, line, approvers) =>
    `:white_check_mark: Request number ${id} is sent: ${line}.\n${approvers.length === 0 ? nobodyYet : `${oneOf(approvers)} decides`}, and you will get a direct message.`,
  provisional:
    ':calendar: Not all public holidays of that time are published yet, so the days are counted on a provisional calendar.',
  papersWillBeDue: 'Once approved, the papers are due on the first working day after it; I will remind you.',
  reason: 'Reason: ',
  noReason: '(none given)',
  emergencyToConfirm: ':exclamation: Asked for as an emergency; approving confirms that it is one (3.2.4)',
  thisYear: total => `Leave approved this year: ${total}`,
  inYear: (year, total) => `Leave approved in ${year}: ${total}`,
  ofKind: (kind, total) => `${kind.toLowerCase()} ${total}`,
  undone: line => `what has begun stays taken, the rest are working days again; ${line}`,
  rest: (span, length) => `giving back ${span} · ${length}`,
  listTitle: 'My leave and trips',
  listEmpty: 'You have had no leave or trip lately. Type `/leave` to ask for one.',
  listHint: 'To withdraw or cancel one, give its number⟦[, for example `/leave cancel ⟦leave⟧`]⟧.',
  back: {
    withdraw: line => `Withdrawn: ${line}.`,
    cancel: line => `Cancelled: ${line}. Whoever approved it has been told.`,
    cancelToOthers: (line, names) =>
      `Cancelled: ${line}. Whoever approved it has left, so ${house.joinNames(names)} ${names.length === 1 ? 'has' : 'have'} been told.`,
    cancelUntold: line => `Cancelled: ${line}. Whoever approved it has left, and nobody holds that authority now.`,
    ask: line =>
      `What has begun stays taken, the rest is given back: ${line}. That needs approval; the request is sent, and you will get a direct message.`,
  },
  papersAsked: {
    due: line =>
      `Your emergency leave (${line}) is over. Please hand in the papers today and press the button. Without them the absence is proposed as a case when work ends (3.2.4).`,
    overdue: line =>
      `The papers for your emergency leave (${line}) did not come in time, so the absence may count as absence from post (3.2.4). Please still hand them in and press the button.`,
  },
  papersSettled: {
    'handed-in': line => `The papers for your emergency leave (${line}) are handed in.`,
    none: line => `Your emergency leave (${line}) is cancelled; no papers are needed any more.`,
  },
  papersButton: 'Papers handed in',
  papersThanks: 'Noted that the papers are handed in. Thank you.',
  away: half => `On leave or a trip that day${half === null ? '' : ` (${half})`}.`,
  backAsked: days => `giving back ${days} waits for approval`,
  givenBack: (who, line) => `${who} cancelled approved leave: ${line}.`,
  recounted: {
    decided: who => `${who} changed the working calendar`,
    published: 'The public holidays have been published',
    mine: (why, line, before) => `:calendar: ${why}. Your leave is counted again: ${line} (it was ${before}).`,
    theirs: (why, who, line, before) =>
      `:calendar: ${why}. The leave of ${who} that you approved is counted again: ${line} (it was ${before}).`,
    closed: (why, line, before) =>
      `:calendar: ${why}. No working day is left in your request, so no leave is needed and it is closed: ${line} (it was ${before}).`,
  },
  own: {
    title: 'Leave and trips',
    pending: count => `${count} waiting for approval`,
    papers: line => `:warning: Papers still to be handed in: ${line}. Then press the button in our direct messages.`,
  },
};

/** So many of what is erased. */
export const erased = {
  leaves: (count: number) => `${count} ${count === 1 ? 'reason for leave' : 'reasons for leave'}`,
};
