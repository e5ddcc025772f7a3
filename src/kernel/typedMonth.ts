/** Months as people type them, in both languages. */
import { halfWidth } from './halfWidth.ts';
import { figureOf, MONTH_NAME, monthNamed, type Side, yearOf } from './typedDate.ts';

/** Spellings of the present month and those around it. */
const AWAY: Readonly<Record<string, number>> = {
  ...{ 'this month': 0, 本月: 0, 这个月: 0, 这月: 0, 当月: 0 },
  ...{ 'last month': -1, 上月: -1, 上个月: -1, 上上月: -2, 上上个月: -2 },
  ...{ 'next month': 1, 下月: 1, 下个月: 1 },
};

const FIGURE = '([0-9]{1,2}|[一二三四五六七八九十]{1,3})';
const ENGLISH_YEAR = '([0-9]{4}|last year|this year|next year)';

/**
 * The month the whole text means, as YYYY-MM: 2026-12, 2026/12, 12/2026, 202612, 2026年12月, 去年12月, dec 2026; 12月, 十二月, 12,
 * december, dec (past: this one or the last such month; ahead: this one or the next); 本月, 上个月, last month. `now` is the
 * present month. Undefined for anything else.
 */
export function parseMonth(text: string, now: string, side: Side): string | undefined {
  const typed = halfWidth(text).trim().replace(/\s+/gu, ' ').toLowerCase();
  const [thisYear, present] = now.split('-').map(Number) as [number, number];
  if (Object.hasOwn(AWAY, typed)) {
    const index = thisYear * 12 + present - 1 + (AWAY[typed] ?? 0);
    return monthOf(Math.floor(index / 12), (index % 12) + 1);
  }
  const [year, month] = partsOf(typed, thisYear);
  if (month === undefined) return undefined;
  if (year !== undefined) return monthOf(year, month);
  if (side === 'past') return monthOf(month > present ? thisYear - 1 : thisYear, month);
  return monthOf(month < present ? thisYear + 1 : thisYear, month);
}

const YEAR_FIRST = [
  /^(\d{4}) ?[-/.] ?(\d{1,2})$/u,
  /^(20\d{2})(\d{2})$/u,
  new RegExp(`^([0-9]{4}|[〇零一二三四五六七八九]{4}|前年|去年|今年|明年) ?年?的? ?${FIGURE} ?月?份?$`, 'u'),
];
const MONTH_FIRST = /^(\d{1,2}) ?[-/.] ?(\d{4})$/u;
const ALONE = new RegExp(`^${FIGURE}(?: ?月份?)?$`, 'u');
const NAMED = new RegExp(`^(?:(last|this|next) )?${MONTH_NAME}\\.?(?:,? ${ENGLISH_YEAR})?$`, 'u');
const NAMED_BEHIND = new RegExp(`^([0-9]{4}),? ${MONTH_NAME}$`, 'u');

function partsOf(typed: string, thisYear: number): [year: number | undefined, month: number | undefined] {
  for (const pattern of YEAR_FIRST) {
    const found = pattern.exec(typed);
    if (found) return [yearSaid(found[1] ?? '', thisYear), figureOf(found[2] ?? '')];
  }
  const turned = MONTH_FIRST.exec(typed);
  if (turned) return [Number(turned[2]), Number(turned[1])];
  const named = NAMED.exec(typed);
  // "next december" may be this one or the one after it.
  if (named)
    return named[1] === 'next' ? [undefined, undefined] : [yearOf(named[3], thisYear), monthNamed(named[2] ?? '')];
  const behind = NAMED_BEHIND.exec(typed);
  if (behind) return [Number(behind[1]), monthNamed(behind[2] ?? '')];
  const alone = ALONE.exec(typed);
  return [undefined, alone ? figureOf(alone[1] ?? '') : undefined];
}

function yearSaid(said: string, thisYear: number): number {
  return /年$/u.test(said) ? (yearOf(said, thisYear) ?? Number.NaN) : figureOf(said);
}

function monthOf(year: number, month: number): string | undefined {
  if (!(year >= 2000 && year <= 2100 && month >= 1 && month <= 12)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
}
