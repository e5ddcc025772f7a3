/** Civil dates and times: what a calendar on the wall and a clock beside it say in a named time zone. */

/** A day, 'YYYY-MM-DD', from 1970 to 2100. Two of them compare correctly with `<`. */
export type CivilDate = string;

/** A minute of a day, 'HH:mm', 00:00 to 23:59. Two of them compare correctly with `<`. */
export type CivilTime = string;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CivilMoment {
  date: CivilDate;
  time: CivilTime;
  /** Whole minutes since local midnight by the clock on the wall; the seconds are dropped. */
  minutes: number;
  weekday: Weekday;
}

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** What the wall shows in the zone at that instant. Throws a RangeError for an unknown zone or an invalid Date. */
export function civilOf(instant: Date, zone: string): CivilMoment {
  const wall = wallOf(instant.getTime(), zone);
  const date = wall.slice(0, 10);
  const time = wall.slice(11, 16);
  return { date, time, minutes: minutesOf(time), weekday: weekdayOf(date) };
}

/** The day it is in a place that has a clock and a zone; `at` is asked about another instant than its present one. */
export function todayOf(place: { clock: { now(): Date }; settings: { zone: string } }, at?: Date): CivilDate {
  return civilOf(at ?? place.clock.now(), place.settings.zone).date;
}

/**
 * The instant at which the wall shows that date and time. A time skipped when clocks go forward becomes the first
 * valid instant after it; a time that happens twice when they go back means the first one.
 */
export function instantOf(date: CivilDate, time: CivilTime, zone: string): Date {
  const wall = dayNumber(date) * DAY_MS + minutesOf(time) * 60_000;
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  const fits = (before === after ? [wall - before] : [wall - before, wall - after]).filter(
    ms => ms + offsetAt(ms, zone) === wall,
  );
  if (fits.length > 0) return new Date(Math.min(...fits));
  return new Date(changeBetween(wall - after, wall - before, zone));
}

/** True for a day that exists in the Gregorian calendar between 1970 and 2100, written 'YYYY-MM-DD'. */
export function isCivilDate(text: string): text is CivilDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** True for 'HH:mm' between 00:00 and 23:59. */
export function isCivilTime(text: string): text is CivilTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** True for the name of a time zone, such as 'Asia/Shanghai'. */
export function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The day so many days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day so many months before; a month too short for it gives its last: a month before 31 March is the end of February. */
export function monthsBefore(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) - months;
  for (let wanted = day; wanted > 0; wanted -= 1) {
    const found = civilDate(Math.floor(index / 12), (index % 12) + 1, wanted);
    if (found !== undefined) return found;
  }
  throw new Error(`there is no day ${months} months before ${date}`);
}

/** Days from the first date to the second: 1 for tomorrow, negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week of a date. */
export function weekdayOf(date: CivilDate): Weekday {
  // 1 January 1970 was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Minutes since midnight of 'HH:mm'. */
export function minutesOf(time: CivilTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 'HH:mm' of minutes since midnight, 0 to 1439. */
export function timeOf(minutes: number): CivilTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The date of a year, a month (1-12) and a day, or undefined where there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function dayNumber(date: CivilDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

function dateOfDayNumber(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

// Building a formatter costs about seventy times as much as using one, so each zone keeps its own.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** 'YYYY-MM-DD HH:mm:ss' in the zone. The Swedish locale writes dates and times exactly so. */
function wallOf(ms: number, zone: string): string {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  return formatter.format(ms);
}

/** Milliseconds the wall is ahead of UTC at that instant. */
function offsetAt(ms: number, zone: string): number {
  const wall = wallOf(ms, zone);
  const shown = dayNumber(wall.slice(0, 10)) * DAY_MS + minutesOf(wall.slice(11, 16)) * 60_000;
  return shown + Number(wall.slice(17, 19)) * 1000 - Math.floor(ms / 1000) * 1000;
}

/** The first millisecond in (low, high] at which the zone's offset is no longer that of `low`. */
function changeBetween(low: number, high: number, zone: string): number {
  const start = offsetAt(low, zone);
  let same = low;
  let changed = high;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(middle, zone) === start) same = middle;
    else changed = middle;
  }
  return changed;
}
