/** The monthly meeting as people read it: how it stands, the question to the leaders, the form, the announcement. */
import type { KnownBlock, ModalView } from '@slack/types';
import { civilOf } from '../../../kernel/civil.ts';
import { day, hour, person, type Reader } from '../../../locales/reader.ts';
import { actions, button, context, plain, section } from '../../../slack/button.ts';
import type { Drawings } from '../../../slack/drawing.ts';
import type { MonthlyFacts } from '../messages.ts';
import { isPastTenth, tenthOf } from './rules.ts';

export const SET_MONTHLY = 'meeting.setMonthly';

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const MONTHLY_FIELDS = { date: 'meeting.monthlyDate', time: 'meeting.monthlyTime' } as const;

export const monthlyDrawings: Drawings<'meeting.monthlyAsk' | 'meeting.monthlySet' | 'meeting.monthlyOverdue'> = {
  'meeting.monthlyAsk'(facts, reader) {
    const { meeting: words } = reader.t;
    if (facts.set !== null) {
      const text = monthlyText(facts, reader);
      return { text, blocks: [section(`:white_check_mark: ${text}`)] };
    }
    const month = words.monthName(facts.month);
    const text = facts.state === 'overdue' ? words.askOverdue(month) : words.ask(month, day(facts.latest, reader));
    return {
      text,
      blocks: [section(`:calendar: ${text}`), setButton(facts, reader), context(words.askAgain)],
    };
  },
  'meeting.monthlySet'({ monthly, by, from }, reader) {
    const { meeting: words } = reader.t;
    const month = words.monthName(monthly.month);
    const when = monthly.set === null ? '' : whenOf(monthly.set.startsAt, monthly.set.date, reader);
    const text =
      from === null
        ? words.monthlySet(month, when, person(by))
        : words.monthlyMoved(month, whenOf(from, civilOf(new Date(from), reader.zone).date, reader), when, person(by));
    return { text: `${text}\n${words.prepare.monthly}`, blocks: [section(text), context(words.prepare.monthly)] };
  },
  'meeting.monthlyOverdue'(facts, reader) {
    const text = `:warning: ${monthlyText(facts, reader)}`;
    if (facts.set !== null) return { text };
    const { monthlyOverdue } = reader.t.meeting;
    return { text: `${text}\n${monthlyOverdue}`, blocks: [section(text), context(monthlyOverdue)] };
  },
};

/** One sentence: set, held, open or overdue. */
export function monthlyText({ month, latest, state, owed, set }: MonthlyFacts, reader: Reader): string {
  const { monthly: words, monthName } = reader.t.meeting;
  const name = monthName(month);
  if (set === null) {
    if (state === 'upcoming') return words.upcoming(name);
    if (state === 'unowed') return words.unowed(name);
    return state === 'overdue' ? words.overdue(name) : words.open(name, day(latest, reader));
  }
  const overdue = owed && set.date > tenthOf(month);
  if (state === 'held') return (overdue ? words.heldOverdue : words.held)(name, day(set.date, reader));
  const who = set.by === null ? '–' : person(set.by);
  return (overdue ? words.setOverdue : words.set)(name, whenOf(set.startsAt, set.date, reader), who);
}

/** The button that opens the form; its value is the month. */
export function setButton({ month }: MonthlyFacts, { t }: Reader): KnownBlock {
  return actions('meeting.monthlyDeed', button(SET_MONTHLY, t.meeting.setMonthly, month, { style: 'primary' }));
}

export function monthlyForm(facts: MonthlyFacts, initial: { date: string; time: string }, reader: Reader): ModalView {
  const { meeting: words, common } = reader.t;
  const { date, time } = MONTHLY_FIELDS;
  const late = facts.state === 'overdue' ? words.tooLateAnyway : words.withinMonth;
  return {
    type: 'modal',
    callback_id: 'meeting.monthlyForm',
    title: plain(words.monthlyForm, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      section(monthlyText(facts, reader)),
      {
        type: 'input',
        block_id: date,
        label: plain(words.date),
        hint: plain(isPastTenth(facts.state) ? late : words.inTime(day(facts.latest, reader))),
        element: { type: 'datepicker', action_id: date, initial_date: initial.date },
      },
      {
        type: 'input',
        block_id: time,
        label: plain(words.time),
        element: { type: 'timepicker', action_id: time, initial_time: initial.time },
      },
    ],
  };
}

/** The answer to whoever set it. */
export function monthlyDoneText(facts: MonthlyFacts, dayOff: boolean, reader: Reader): string {
  const { meeting: words } = reader.t;
  const text = words.monthlyDone(monthlyText(facts, reader));
  return dayOff ? `${text}\n${words.dayOff}` : text;
}

/** The same in place of the form. */
export function monthlyDone(facts: MonthlyFacts, dayOff: boolean, reader: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'meeting.monthlyDone',
    title: plain(reader.t.meeting.monthlyForm, 24),
    close: plain(reader.t.common.close, 24),
    blocks: [section(monthlyDoneText(facts, dayOff, reader))],
  };
}

function whenOf(startsAt: string, date: string, reader: Reader): string {
  return `${day(date, reader)} ${hour(startsAt, reader)}`;
}
