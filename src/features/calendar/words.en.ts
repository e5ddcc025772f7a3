/** English: the working calendar. */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { CALENDAR_KEEPERS, type CalendarDecisionRefusals } from './decision.ts';
import type { CalendarLineRefusals } from './line.ts';
import type { words as chinese } from './words.zh-CN.ts';

const decide = '`/calendar ⟦day 0⟧ off stocktaking`';
const span = (from: string, to: string) => (from === to ? from : `${from} to ${to}`);
const are = (from: string, to: string) => (from === to ? 'is' : 'are');
const days = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const commands = {
  calendar: {
    summary: 'Working calendar: which days are worked, which are off',
    called: ['calendar', 'holidays'],
    usages: [
      { line: '/calendar', does: 'two weeks from today' },
      { line: '/calendar ⟦month⟧', does: 'one month, or one day' },
      {
        line: '/calendar ⟦day 0⟧ off stocktaking',
        does: 'make a day off, and say why (president, manager, deputy)',
        who: CALENDAR_KEEPERS,
      },
      { line: '/calendar ⟦rest⟧ work big sale', does: 'make it a working day', who: CALENDAR_KEEPERS },
      {
        line: '/calendar ⟦day 10⟧ ⟦day 11⟧ off company outing',
        does: 'several days at once, both included',
        who: CALENDAR_KEEPERS,
      },
      {
        line: '/calendar ⟦decided⟧ clear',
        does: 'take the decision back; the public calendar counts again',
        who: CALENDAR_KEEPERS,
      },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<CalendarLineRefusals & CalendarDecisionRefusals> = {
  'calendar.noSuchDate': ({ text }) =>
    `“${quoted(text)}” is not a day I can use. Write ⟦day 0⟧, tomorrow or friday; a month is ⟦month⟧, for example \`/calendar ⟦month⟧\`.`,
  'calendar.apart': ({ text }) =>
    `“${quoted(text)}” leaves days out. For all days from the first to the last write \`to\` between them; for single days send one line each.`,
  'calendar.dayMissing': () => `Name the day first, for example ${decide}.`,
  'calendar.badWord': ({ text }) =>
    `I did not understand “${quoted(text)}”. After the day write off, work or clear, for example ${decide}.`,
  'calendar.backwards': ({ from, to }) =>
    `The last day (${to}) is before the first (${from}); write the earlier one first.`,
  'calendar.tooManyDays': ({ days: count, most }) =>
    `At most ${most} days at once; these are ${count}. Please do it in several steps.`,
  'calendar.noteTooLong': ({ length, most }) =>
    `The note has at most ${most} characters; this has ${length}. Please shorten it.`,
  'calendar.tooLongAgo': ({ date, oldest }) =>
    `${date} is too long ago to change; the oldest day that can be is ${oldest}.`,
  'calendar.tooFarAhead': ({ date, latest }) =>
    `${date} is too far ahead; the latest day that can be decided now is ${latest}.`,
  'calendar.already': ({ from, to, working }) =>
    `${span(from, to)} ${are(from, to)} ${working ? 'worked' : 'off'} already, so nothing changed. To look: \`/calendar ${from}\``,
  'calendar.nothingToClear': ({ from, to }) =>
    `The department decided nothing about ${span(from, to)}, so there is nothing to take back. To look: \`/calendar ${from}\``,
};

export const duties: Record<string, DutyWords> = {
  'calendar.unpublished': { missed: 'notice that the holidays are not published' },
};

export const words: typeof chinese = {
  title: text => `Working calendar · ${text}`,
  counts: (workdays, off) => `${days(workdays, 'working day')}, ${days(off, 'day')} off`,
  span: (from, to) => `${from} – ${to}`,
  working: { true: 'working', false: 'off' },
  why: {
    weekend: 'weekend',
    holiday: name => name,
    makeup: name => `in return for ${name}`,
    override: 'decided by the department',
    overrideFor: note => `decided by the department: ${note}`,
  },
  because: (what, why) => `${what} (${why})`,
  provisional: 'provisional',
  provisionalHint:
    'Provisional: the public holidays of that year (or of the next) are not known, so the day may change.',
  keeperHint:
    'The president, the manager and the deputy change days: `/calendar ⟦day 0⟧ off stocktaking`⟦[; back again: `/calendar ⟦decided⟧ clear`]⟧',
  willTell: 'Everybody in the department channel is told.',
  decided: 'Done; the department has been told in its channel.',
  changed: by => `:calendar: ${by} changed the working calendar`,
  backToPublic: 'by the public calendar',
  unpublishedTitle: year => `The public holidays of ${year} are not known yet`,
  unpublished: year =>
    `Until they are, ${year} follows a provisional calendar. Monday to Friday are working days, weekends are off and nothing is swapped. The statutory holidays are off:`,
  unpublishedMarked:
    'Answers that touch these days (length of leave, earliest possible day, meetings) say that they are provisional.',
  unpublishedEnter: year =>
    `Once they are published, update the program, or enter them with \`/calendar\`: \`/calendar ${year}-02-05 ${year}-02-11 off Spring Festival\`, \`/calendar ${year}-02-20 work in return\`.`,
};
