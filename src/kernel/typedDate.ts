/** Dates as people write them, in figures, in Chinese numerals and with names of months; `typedDay.ts` reads with them. */
import { type CivilDate, civilDate, daysBetween } from './civil.ts';
import { numeralIn } from './typedNumeral.ts';

/** Where a bare day of the week lies, or of the month: what is asked for is `ahead`, what happened is `past`. */
export type Side = 'ahead' | 'past';

export interface TypedDay {
  /** Characters of the text it takes. */
  length: number;
  /** Null where the text can only be meant as a day and there is none such. */
  date: CivilDate | null;
  /**
   * Written in figures, as a word, as a day of the week; `loose` where it may belong to a word right behind it ("3号仓库",
   * "双十一订单"); `short` where it is cut short ("sat") and may be another word.
   */
  form: 'figures' | 'word' | 'weekday' | 'loose' | 'short';
}

/** A day or a month: figures, or Chinese numerals. */
const FIGURE = '([0-9]{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '([0-9]{4}|[零〇一二三四五六七八九]{4}|[0-9]{2})';
/** Without 日 or 号 behind it a figure may count something, and a numeral begin a word ("十二月一直"). */
const OF_MONTH =
  '(?: ?[日号]|(?<=[0-9])(?![0-9]| ?(?:[个位名次件条款天单家周万点多]|小时))|(?<=[一二三四五六七八九十])(?=$|[\\s\\p{P}]|上午|下午|早|晚|中午|凌晨))';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** The name of a month, whole or cut short; a pattern's source with one group. */
export const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ENGLISH_YEAR = '(?:,? (20[0-4][0-9]|last year|this year|next year)(?![\\p{L}\\p{N}:.-]))?';

const FULL = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u,
  new RegExp(`^${YEAR}() ?年 ?${FIGURE} ?月份? ?${FIGURE}${OF_MONTH}`, 'u'),
  /^((?:19|20)\d{2})()(\d{2})(\d{2})(?!\d)/u,
];
const SHORT = [
  /^()(\d{1,2})[-/.](\d{1,2})(?!\d|:|[-/.]\d{3})/u,
  new RegExp(`^(?:(前年|去年|今年|明年)的? ?)?${FIGURE} ?月份? ?${FIGURE}${OF_MONTH}`, 'u'),
  /^(前年|去年|今年|明年) ?(\d{1,2})[-/.](\d{1,2})(?!\d|:|[-/.]\d)/u,
];
const MONTH_FIRST = new RegExp(
  `^${MONTH_NAME}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}:])${ENGLISH_YEAR}`,
  'u',
);
const DAY_FIRST = new RegExp(
  `^(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?![\\p{L}\\p{N}])${ENGLISH_YEAR}`,
  'u',
);
/** Of the month before, this one or the next. */
const OF_A_MONTH = [
  new RegExp(`^(上{1,2}|下{1,2}|本|这|当)个?月份?的? ?${FIGURE}${OF_MONTH}`, 'u'),
  /^(last|this|next) month(?:,? on)? (?:the )?(\d{1,2})(?:(?:st|nd|rd|th)(?![\p{L}\p{N}])|(?![\p{L}\p{N}:.-]| [a-z]+s(?![a-z])))/u,
];
const MONTH_BEHIND = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(last|this|next) month(?![\p{L}\p{N}'’])/u;
/** A bare day of a month; 三日 may be three days. */
const BARE = /^(?:([0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?号|([0-9]{1,2}) ?日(?![内间后前]))(?!码)/u;
const BARE_ENGLISH = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)(?=$|[,.;])/u;

/** Figures that can only be meant as a day. */
const LIKE_A_DAY = /^\d+(?:[-/]\d+){1,2}(?!\d)|^\d+\.\d+\.\d+(?!\d)|^\d{1,2}\.\d{1,2}(?!\d)/u;

/** The date the text begins with; it is in half width and lower case. */
export function dateAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  const day = (length: number, date: CivilDate | undefined): TypedDay => ({
    length,
    date: date ?? null,
    form: 'figures',
  });
  const thisYear = Number(today.slice(0, 4));
  for (const pattern of FULL) {
    const [whole, year = '', , month = '', date = ''] = pattern.exec(said) ?? [];
    if (whole === undefined) continue;
    const full = figureOf(year);
    return day(whole.length, civilDate(full < 100 ? 2000 + full : full, figureOf(month), figureOf(date)));
  }
  const [monthFirst, dayFirst] = [MONTH_FIRST.exec(said), DAY_FIRST.exec(said)];
  const named = monthFirst ? [monthFirst[1], monthFirst[2]] : dayFirst ? [dayFirst[2], dayFirst[1]] : undefined;
  if (named) {
    const [whole = '', , , year] = monthFirst ?? dayFirst ?? [];
    return day(whole.length, ofYear(yearOf(year, thisYear), monthNamed(named[0] ?? ''), Number(named[1]), today));
  }
  for (const pattern of SHORT) {
    const [whole, year, month = '', date = ''] = pattern.exec(said) ?? [];
    if (whole !== undefined)
      return day(whole.length, ofYear(yearOf(year, thisYear), figureOf(month), figureOf(date), today));
  }
  for (const pattern of OF_A_MONTH) {
    const [whole, which = '', date = ''] = pattern.exec(said) ?? [];
    if (whole !== undefined) return day(whole.length, ofMonthAway(monthsAway(which), figureOf(date), today));
  }
  const [behind, date = '', which = ''] = MONTH_BEHIND.exec(said) ?? [];
  if (behind !== undefined) return day(behind.length, ofMonthAway(monthsAway(which), Number(date), today));
  const like = LIKE_A_DAY.exec(said);
  return like ? day(like[0].length, undefined) : bareAt(said, today, side);
}

/** "31号", "the 31st": the next such day, today included, or where it lies behind the last one. */
function bareAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  const found = BARE.exec(said) ?? BARE_ENGLISH.exec(said);
  const date = figureOf(found?.[1] ?? found?.[2] ?? '');
  if (!found || date < 1 || date > 31) return undefined;
  const [step, first] =
    side === 'past' ? [-1, date > Number(today.slice(8)) ? -1 : 0] : [1, date < Number(today.slice(8)) ? 1 : 0];
  // Of three months in a row one has a 31st.
  for (let away = first; Math.abs(away) < 4; away += step) {
    const day = ofMonthAway(away, date, today);
    if (day !== undefined) return { length: found[0].length, date: day, form: 'loose' };
  }
  return undefined;
}

/** A figure behind a first day, "9", "9日", "九号": the day of the month, and how much of the text says so. */
export function dayOfMonthAt(said: string): { date: number; length: number } | undefined {
  const found =
    /^([0-9]{1,2}) ?[日号]?(?![\p{L}\p{N}:./-])/u.exec(said) ??
    /^([0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]/u.exec(said);
  return found ? { date: figureOf(found[1] ?? ''), length: found[0].length } : undefined;
}

/** The month a name means, 1 to 12. */
export function monthNamed(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

/** Figures or Chinese numerals; not a number for anything else. */
export function figureOf(text: string): number {
  return /^[0-9]+$/u.test(text) ? Number(text) : (numeralIn(text) ?? Number.NaN);
}

/** The day of that month nearest to today, of last year, this year or the next. */
export function nearest(month: number, date: number, today: CivilDate): CivilDate | undefined {
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1, year - 1].flatMap(each => civilDate(each, month, date) ?? []);
  return days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

function ofYear(year: number | undefined, month: number, date: number, today: CivilDate): CivilDate | undefined {
  return year === undefined ? nearest(month, date, today) : civilDate(year, month, date);
}

const YEARS_AWAY: Readonly<Record<string, number>> = {
  ...{ 前年: -2, 去年: -1, 今年: 0, 明年: 1 },
  ...{ 'last year': -1, 'this year': 0, 'next year': 1 },
};

/** The year a word or figures mean; undefined where none was said. */
export function yearOf(said: string | undefined, thisYear: number): number | undefined {
  if (said === undefined || said === '') return undefined;
  const away = YEARS_AWAY[said];
  return away === undefined ? Number(said) : thisYear + away;
}

function monthsAway(which: string): number {
  if (which === 'last' || which.startsWith('上')) return -Math.max(1, which === 'last' ? 1 : which.length);
  if (which === 'next' || which.startsWith('下')) return which === 'next' ? 1 : which.length;
  return 0;
}

function ofMonthAway(away: number, date: number, today: CivilDate): CivilDate | undefined {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + away;
  return civilDate(Math.floor(index / 12), (index % 12) + 1, date);
}
