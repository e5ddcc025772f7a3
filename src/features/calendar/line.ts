/** Reads what is typed after `/calendar`: a look at some days, or a decision about them. */
import { addDays, type CivilDate, civilDate, daysBetween } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { daysAt } from '../../kernel/typedDay.ts';
import { parseMonth } from '../../kernel/typedMonth.ts';

/** Refusals of the line and of a decision about days. */
export interface CalendarLineRefusals {
  /** The text is not a day, or not one that exists. */
  'calendar.noSuchDate': { text: string };
  /** Days told one by one that do not follow each other. */
  'calendar.apart': { text: string };
  /** A decision, and no day before it. */
  'calendar.dayMissing': Record<never, never>;
  /** After the day stands something that is no decision. */
  'calendar.badWord': { text: string };
  'calendar.backwards': { from: CivilDate; to: CivilDate };
  'calendar.tooManyDays': { days: number; most: number };
  'calendar.noteTooLong': { length: number; most: number };
  'calendar.tooLongAgo': { date: CivilDate; oldest: CivilDate };
  'calendar.tooFarAhead': { date: CivilDate; latest: CivilDate };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends CalendarLineRefusals {}
}

/** Both days included. */
export interface Days {
  from: CivilDate;
  to: CivilDate;
}

/** `working` null: the department's own decision is taken back. */
export interface CalendarDecision extends Days {
  working: boolean | null;
  note: string;
}

export type CalendarLine = ({ what: 'look' } & Days) | ({ what: 'decide' } & CalendarDecision);

/** What `/calendar` alone shows, today included. */
const DAYS_SHOWN = 14;
/** A decision may be entered this many days afterwards, while the month's attendance is still being settled. */
const MOST_DAYS_BACK = 31;
const MOST_DAYS_AT_ONCE = 31;
const MOST_NOTE = 100;

const DECISIONS: ReadonlyMap<string, boolean | null> = new Map(
  Object.entries({
    off: false,
    rest: false,
    休: false,
    休息: false,
    放假: false,
    work: true,
    on: true,
    班: true,
    上班: true,
    工作: true,
    clear: null,
    清除: null,
    取消: null,
    恢复: null,
  }),
);

/** What the line asks for, judged by the length and the reach of a decision but not by what the calendar says. */
export function parseCalendarLine(text: string, today: CivilDate): CalendarLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  const [first = ''] = /^\S*/u.exec(line) ?? [];
  if (first === '') return { what: 'look', from: today, to: addDays(today, DAYS_SHOWN - 1) };
  const month = monthIn(line, today);
  if (month !== undefined) return { what: 'look', ...month };
  if (DECISIONS.has(first.toLowerCase())) return refuse('calendar.dayMissing', {});
  const said = daysAt(line, today, 'ahead');
  if (said === undefined) return refuse('calendar.noSuchDate', { text: first });
  if ('wrong' in said) return refuse('calendar.noSuchDate', { text: said.wrong });
  if ('apart' in said) return refuse('calendar.apart', { text: said.apart });
  const days = { from: said.from, to: said.to };
  if (days.to < days.from) return refuse('calendar.backwards', days);
  const count = daysBetween(days.from, days.to) + 1;
  if (count > MOST_DAYS_AT_ONCE) return refuse('calendar.tooManyDays', { days: count, most: MOST_DAYS_AT_ONCE });
  // 休息，盘点: a sign may stand between the word and the note.
  const [, word, rest = ''] = /^[\s,，、:：]*([^\s,，、:：]+)[\s,，、:：]*(.*)$/su.exec(typed.slice(said.length)) ?? [];
  const note = rest.split(/\s+/u).filter(each => each !== '');
  if (word === undefined) return { what: 'look', ...days };
  const working = DECISIONS.get(halfWidth(word).toLowerCase());
  return working === undefined
    ? refuse('calendar.badWord', { text: word })
    : decision({ ...days, working, note: working === null ? '' : note.join(' ') }, today);
}

function decision(wanted: CalendarDecision, today: CivilDate): CalendarLine | Refusal {
  const oldest = addDays(today, -MOST_DAYS_BACK);
  const latest = `${Number(today.slice(0, 4)) + 2}-12-31`;
  if (wanted.from < oldest) return refuse('calendar.tooLongAgo', { date: wanted.from, oldest });
  if (wanted.to > latest) return refuse('calendar.tooFarAhead', { date: wanted.to, latest });
  const { length } = [...wanted.note];
  if (length > MOST_NOTE) return refuse('calendar.noteTooLong', { length, most: MOST_NOTE });
  return { what: 'decide', ...wanted };
}

/** A month: 2027-02, 2月 (this one or the next such one), december. */
function monthIn(text: string, today: CivilDate): Days | undefined {
  // "12" alone is no month here, where days are typed.
  const month = /^\d{1,2}$/u.test(text) ? undefined : parseMonth(text, today.slice(0, 7), 'ahead');
  if (month === undefined) return undefined;
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? civilDate(year + 1, 1, 1) : civilDate(year, number + 1, 1);
  return { from: `${month}-01`, to: next === undefined ? `${month}-31` : addDays(next, -1) };
}
