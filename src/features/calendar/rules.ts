/** The working calendar: which days the department works, with public holidays, make-up workdays and its own exceptions. */
import chineseDays from 'chinese-days';
import { addDays, type CivilDate, weekdayOf } from '../../kernel/civil.ts';
import type { Locale } from '../../kernel/locale.ts';

export type DayKind =
  | 'workday' // Monday to Friday, nothing special
  | 'weekend' // Saturday or Sunday, nothing special
  | 'holiday' // off for a public holiday, days swapped for it included
  | 'makeup' // a Saturday or Sunday worked in return for a holiday (调休上班)
  | 'override'; // decided by the department, whatever the public calendar says

export interface CalendarDay {
  working: boolean;
  kind: DayKind;
  /** The holiday this day belongs to (a make-up day: the one it pays for), or the department's note. */
  name?: Readonly<Record<Locale, string>>;
  /** The State Council has not published this day yet: it is our best guess and may change. */
  provisional: boolean;
}

export interface Override {
  working: boolean;
  note?: string;
}

export interface Calendar {
  day(date: CivilDate): CalendarDay;
  isWorkday(date: CivilDate): boolean;
  isProvisional(date: CivilDate): boolean;
  /** Working days d with from <= d < to; 0 when `to` is not after `from`. */
  workdaysBetween(from: CivilDate, to: CivilDate): number;
  /** The first working day strictly after the date. */
  nextWorkday(date: CivilDate): CivilDate;
  /** The date itself when it is a working day, else the next one. */
  workdayOnOrAfter(date: CivilDate): CivilDate;
  /** The last working day strictly before the date. */
  previousWorkday(date: CivilDate): CivilDate;
}

const FIRST_PUBLISHED = 2004;

/** The last year whose public holidays are known, as far as the installed holiday package goes. */
export const publishedThrough: number = lastPublishedYear();

/** The calendar of a department: the public one, with the days the department decided itself on top. */
export function calendarWith(own: { overrides: ReadonlyMap<CivilDate, Override> }): Calendar {
  const day = (date: CivilDate): CalendarDay => {
    const override = own.overrides.get(date);
    return override ? overrideDay(override) : publicDay(date);
  };
  const isWorkday = (date: CivilDate) => day(date).working;
  const workdayOnOrAfter = (date: CivilDate): CivilDate => {
    let found = date;
    while (!isWorkday(found)) found = addDays(found, 1);
    return found;
  };
  return {
    day,
    isWorkday,
    isProvisional: date => day(date).provisional,
    workdaysBetween(from, to) {
      let count = 0;
      for (let date = from; date < to; date = addDays(date, 1)) if (isWorkday(date)) count++;
      return count;
    },
    workdayOnOrAfter,
    nextWorkday: date => workdayOnOrAfter(addDays(date, 1)),
    previousWorkday(date) {
      let found = addDays(date, -1);
      while (!isWorkday(found)) found = addDays(found, -1);
      return found;
    },
  };
}

/**
 * The year leaders should be told about because its holidays are not known: this year when it is not published,
 * from 1 November on also the next one. Undefined when all is well.
 */
export function calendarNotice(today: CivilDate): number | undefined {
  const year = Number(today.slice(0, 4));
  if (!isPublished(year)) return year;
  return today.slice(5) >= '11-01' && !isPublished(year + 1) ? year + 1 : undefined;
}

function overrideDay({ working, note }: Override): CalendarDay {
  return { working, kind: 'override', ...(note ? { name: { 'zh-CN': note, en: note } } : {}), provisional: false };
}

function publicDay(date: CivilDate): CalendarDay {
  const year = Number(date.slice(0, 4));
  const special = specialDays(year).get(date);
  if (special) return special;
  const working = weekdayOf(date) <= 5;
  return { working, kind: working ? 'workday' : 'weekend', provisional: isProvisionalDate(year, date) };
}

/** The paper for the next year may still change the last days of December: 29 December 2007 and 2018 became workdays. */
function isProvisionalDate(year: number, date: CivilDate): boolean {
  if (!isPublished(year)) return true;
  return date.slice(5) >= '12-29' && !isPublished(year + 1);
}

const specialDaysOfYear = new Map<number, ReadonlyMap<CivilDate, CalendarDay>>();

function specialDays(year: number): ReadonlyMap<CivilDate, CalendarDay> {
  let days = specialDaysOfYear.get(year);
  if (!days) {
    days = isPublished(year) ? publishedDays(year) : statutoryDays(year);
    specialDaysOfYear.set(year, days);
  }
  return days;
}

function publishedDays(year: number): ReadonlyMap<CivilDate, CalendarDay> {
  const days = new Map<CivilDate, CalendarDay>();
  for (const date of datesOf(year)) {
    const { work, name } = detailOf(date);
    const [en, zh] = name.split(',');
    if (!en || !zh) continue;
    const kind = work ? 'makeup' : 'holiday';
    days.set(date, {
      working: work,
      kind,
      name: { 'zh-CN': zh, en },
      provisional: isProvisionalDate(year, date),
    });
  }
  return days;
}

/** What a year without a paper is taken to have: the 13 days the law itself gives since 2025, nothing swapped. */
export function statutoryDays(year: number): ReadonlyMap<CivilDate, CalendarDay> {
  const lunar = lunarFestivals(year);
  const springFestival = { 'zh-CN': '春节', en: 'Spring Festival' };
  const given: [CivilDate | undefined, Readonly<Record<Locale, string>>][] = [
    [`${year}-01-01`, { 'zh-CN': '元旦', en: "New Year's Day" }],
    ...[-1, 0, 1, 2].map((after): [CivilDate | undefined, typeof springFestival] => [
      lunar.spring && addDays(lunar.spring, after),
      springFestival,
    ]),
    [qingmingOf(year), { 'zh-CN': '清明', en: 'Tomb-sweeping Day' }],
    ...[1, 2].map((day): [CivilDate, Readonly<Record<Locale, string>>] => [
      `${year}-05-0${day}`,
      { 'zh-CN': '劳动节', en: 'Labour Day' },
    ]),
    [lunar.dragonBoat, { 'zh-CN': '端午', en: 'Dragon Boat Festival' }],
    [lunar.midAutumn, { 'zh-CN': '中秋', en: 'Mid-autumn Festival' }],
    ...[1, 2, 3].map((day): [CivilDate, Readonly<Record<Locale, string>>] => [
      `${year}-10-0${day}`,
      { 'zh-CN': '国庆节', en: 'National Day' },
    ]),
  ];
  const days = new Map<CivilDate, CalendarDay>();
  for (const [date, name] of given) {
    if (date) days.set(date, { working: false, kind: 'holiday', name, provisional: true });
  }
  return days;
}

/** Lunar 1/1, 5/5 and 8/15 of the year (leap months do not count). */
function lunarFestivals(year: number): { spring?: CivilDate; dragonBoat?: CivilDate; midAutumn?: CivilDate } {
  const found: { spring?: CivilDate; dragonBoat?: CivilDate; midAutumn?: CivilDate } = {};
  for (const date of datesOf(year)) {
    // The package counts lunar days in UTC, so midnight UTC is the same day whatever the zone of this process.
    const { lunarMon, lunarDay, isLeap, lunarYear } = chineseDays.getLunarDate(new Date(`${date}T00:00:00Z`));
    if (isLeap || lunarYear !== year) continue;
    if (lunarMon === 1 && lunarDay === 1) found.spring = date;
    if (lunarMon === 5 && lunarDay === 5) found.dragonBoat = date;
    if (lunarMon === 8 && lunarDay === 15) found.midAutumn = date;
  }
  return found;
}

/**
 * Qingming, by the usual day formula for solar terms of this century. The package uses the same one, but gives the day
 * before in processes running west of Greenwich.
 */
function qingmingOf(year: number): CivilDate {
  const inCentury = year % 100;
  return `${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`;
}

function lastPublishedYear(): number {
  let year = FIRST_PUBLISHED;
  while (hasNationalDay(year + 1)) year++;
  return year;
}

function isPublished(year: number): boolean {
  return year >= FIRST_PUBLISHED && year <= publishedThrough;
}

/** A year the package knows calls its 1 October a holiday; for any other it silently answers with the weekday. */
function hasNationalDay(year: number): boolean {
  return detailOf(`${year}-10-01`).name.includes(',');
}

/**
 * The package keeps its table under the local dates of midnight UTC, and reads a string the same way: so a string finds
 * the right row in every zone this process may run in, and a Date does not. Its answer about plain weekdays is not
 * used, for west of Greenwich that one is a day off.
 */
function detailOf(date: CivilDate): { work: boolean; name: string } {
  return chineseDays.getDayDetail(date);
}

function* datesOf(year: number): Generator<CivilDate> {
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) yield date;
}
