/** Days as people type them, in both languages: the one reading all commands share. */
import { addDays, type CivilDate, civilDate, daysBetween, weekdayOf } from './civil.ts';
import { halfWidth } from './halfWidth.ts';
import { dateAt, dayOfMonthAt, type Side, type TypedDay } from './typedDate.ts';
import { dayWordAt } from './typedDayWord.ts';

export type { Side, TypedDay } from './typedDate.ts';

/** One day or several in a row, both included. */
export interface TypedDays {
  length: number;
  from: CivilDate;
  to: CivilDate;
}

/** What was typed as days and cannot be used: it is no day, or the days do not follow each other. */
export type WrongDays = { wrong: string } | { apart: string };

/**
 * The day the text begins with: 2026-12-01, 2026/12/1, 2026.12.1, 20261201, 2026年12月1日, dec 1 2026; 12-01, 12/1, 12.1,
 * 12月1日, 十二月一号, dec 1, 1 december (the nearest such day: 01-05 said on 12-20 is next January, 11-26 said on 11-30 is
 * four days ago); 去年12月31日; 上个月31号, last month 31st; 31号, the 31st, and holidays of one fixed day (ahead: the next
 * one, today included; past: today or the last one); 三天前, 2 days ago, and ahead 三天后, in 2 days; today, tomorrow,
 * yesterday, the day after tomorrow, the day before yesterday, 今天 to 大后天 and 大前天, 明儿 and 昨儿; 昨 of 昨晚 and 明 of
 * 明早, the time of the day being left to whoever reads on; a day of the week (ahead: the next one, never today; past:
 * today or the last one); this friday, 本周五 (of this week, from Monday on); next monday, 下周一 (of the next week);
 * 上周五 (of the last week), last friday (the last one before today).
 * The day of the week may stand behind a date, as in 2026-12-01(周二); a wrong one in brackets makes it none.
 * Undefined when the text begins with none. In full width too.
 */
export function dayAt(text: string, today: CivilDate, side: Side): TypedDay | undefined {
  const said = halfWidth(text).toLowerCase();
  const day = dayWordAt(said, today, side) ?? weekdayAt(said, today, side) ?? dateAt(said, today, side);
  return day?.form === 'figures' && day.date !== null ? withWeekday(said, day, day.date) : day;
}

/** The day the whole text means; undefined for anything else, and for days that do not exist. */
export function parseDay(text: string, today: CivilDate, side: Side): CivilDate | undefined {
  const said = text.trim();
  const day = dayAt(said, today, side);
  return day?.length === said.length ? (day.date ?? undefined) : undefined;
}

/** The first day a sentence speaks of, such as "I'd like leave tomorrow" or 「我明天想请假」; undefined when none. */
export function dayWithin(text: string, today: CivilDate, side: Side): CivilDate | undefined {
  const said = halfWidth(text);
  for (let at = 0; at < said.length; at += 1) {
    // A Latin word, or a figure, is read where it begins.
    if (/^[\p{Script=Latin}\p{N}]/u.test(said.slice(at)) && /[\p{Script=Latin}\p{N}./-]$/u.test(said.slice(0, at)))
      continue;
    const day = dayAt(said.slice(at), today, side);
    if (day?.date && day.form !== 'short' && !(day.form === 'loose' && /第$/u.test(said.slice(0, at)))) return day.date;
  }
  return undefined;
}

/**
 * The day after a first one: as `dayAt`, but a bare "8" or "9日" belongs to the month of the first day (the next month
 * when it is earlier), and a day of the week is never before the first day.
 */
export function lastDayAt(text: string, first: CivilDate, today: CivilDate, side: Side): TypedDay | undefined {
  const day = dayAt(text, today, side);
  if (day?.form === 'weekday' && day.date !== null && day.date < first) return dayAt(text, first, 'ahead');
  const bare = dayOfMonthAt(halfWidth(text));
  // "9日" is said of the month of the first day.
  if (day !== undefined && (day.form !== 'loose' || bare === undefined)) return day;
  if (bare === undefined) return undefined;
  const [year, month] = first.split('-').map(Number) as [number, number];
  const { date: wanted, length } = bare;
  const sooner = wanted < Number(first.slice(8));
  const date =
    sooner && month === 12 ? civilDate(year + 1, 1, wanted) : civilDate(year, month + (sooner ? 1 : 0), wanted);
  return { length, date: date ?? null, form: 'figures' };
}

/** What stands before the first day: "from 12-07 to 12-09", "on friday", 从12月7日到9日. */
export const FROM = /^\s*(?:(?:(?:starting )?from|starting(?: on)?|on)(?![\p{L}\p{N}])|从|自)\s*/iu;
/** What leads from the first of several days to the last. */
export const UNTIL = /^\s*(?:(?:to|until|till|through)(?![\p{L}\p{N}])|到|至|[~\-–—])\s*/iu;
/** What stands between days told one by one. */
export const AND = /^\s*(?:and(?![\p{L}\p{N}])|[,、;和及与&+])\s*/iu;

/** The days the text begins with: one, a first and a last ("12-07 to 12-09", "12/7-8"), or several in a row ("周一、周二"). */
export function daysAt(text: string, today: CivilDate, side: Side): TypedDays | WrongDays | undefined {
  const line = halfWidth(text);
  const before = FROM.exec(line)?.[0].length ?? 0;
  const first = dayAt(line.slice(before), today, side);
  if (first === undefined) return undefined;
  const length = before + first.length;
  if (first.date === null) return { wrong: text.slice(before, length) };
  const days = { length, from: first.date, to: first.date };
  for (let many = 1; ; many += 1) {
    const rest = line.slice(days.length);
    const until = many === 1 ? UNTIL.exec(rest) : null;
    const and = AND.exec(rest);
    const link = until ?? and ?? /^\s+/u.exec(rest);
    const after = rest.slice(link?.[0].length);
    const next = until || and ? lastDayAt(after, days.to, today, side) : dayAt(after, today, side);
    if (!link || !next) return days;
    const told = text.slice(days.length + link[0].length).slice(0, next.length);
    if (next.date === null) return { wrong: told };
    // Two days in figures side by side are the first and the last; any other list must leave no day out.
    const fromTo = until !== null || (many === 1 && and === null && next.form === 'figures');
    if (!fromTo && !follows(days.to, next.date))
      return { apart: text.slice(0, days.length + link[0].length + next.length) };
    days.length += link[0].length + next.length;
    days.to = next.date;
    if (until !== null) return days;
  }
}

/** Whether the second day is the next one, or the Monday after a Friday. */
export function follows(first: CivilDate, second: CivilDate): boolean {
  const apart = daysBetween(first, second);
  return apart === 1 || (apart === 3 && weekdayOf(first) === 5);
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ENGLISH =
  /^(?:(this|next|last)\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?![\p{L}\p{N}'’])/u;
const CHINESE = /^(上{1,2}|下{1,2}|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])/u;

function weekdayAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  const english = ENGLISH.exec(said);
  const chinese = CHINESE.exec(said);
  const [whole = '', which, name = ''] = english ?? chinese ?? [];
  if (whole === '') return undefined;
  const index = english
    ? WEEKDAYS.findIndex(full => full.startsWith(name))
    : '一二三四五六日'.indexOf(name === '天' ? '日' : name);
  // Days from today to that day of this week, which begins on Monday.
  const ahead = index + 1 - weekdayOf(today);
  const form = which === undefined && name.length > 1 && name.length < 6 ? 'short' : 'weekday';
  return { length: whole.length, date: addDays(today, ahead + 7 * weeksAway(which, ahead, side)), form };
}

function weeksAway(which: string | undefined, ahead: number, side: Side): number {
  switch (which) {
    case undefined:
      return side === 'ahead' ? (ahead <= 0 ? 1 : 0) : ahead > 0 ? -1 : 0;
    case 'next':
      return 1;
    case 'last':
      return ahead >= 0 ? -1 : 0;
    case 'this':
    case '本':
    case '这':
      return 0;
    default:
      return which.startsWith('下') ? which.length : -which.length;
  }
}

function withWeekday(said: string, day: TypedDay, date: CivilDate): TypedDay {
  const rest = said.slice(day.length);
  const open = /^ ?(\(?)/u.exec(rest)?.[0] ?? '';
  const told = weekdayAt(rest.slice(open.length), date, 'past');
  const bracket = open.endsWith('(');
  if (told === undefined || bracket !== rest.startsWith(')', open.length + told.length)) return day;
  if (told.date !== date && !bracket) return day;
  return {
    ...day,
    length: day.length + open.length + told.length + (bracket ? 1 : 0),
    date: told.date === date ? date : null,
  };
}
