/** The one line after /ledger: a month, or nothing. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Month, monthAfter } from './rules.ts';

/** Spellings of the present month and of the one before. */
const NAMED: Readonly<Record<string, number>> = {
  '': 0,
  'this month': 0,
  本月: 0,
  这个月: 0,
  'last month': -1,
  上月: -1,
  上个月: -1,
};

/** Reads `[YYYY-MM]`, also 2026/12, 2026.12, 2026年12月, 本月, 上月; `now` is the present month in the department's zone. */
export function parseLedgerLine(text: string, now: Month): Month | Refusal {
  const typed = halfWidth(text).trim().replace(/\s+/gu, ' ').toLowerCase();
  if (Object.hasOwn(NAMED, typed)) return monthAfter(now, NAMED[typed]);
  const found = /^(\d{4})\s?(?:[-/.]|年)\s?(\d{1,2})\s?月?$/u.exec(typed);
  const [year, number] = [Number(found?.[1]), Number(found?.[2])];
  if (!(year >= 2000 && year <= 2100 && number >= 1 && number <= 12))
    return refuse('ledger.badMonth', { text, example: now });
  const month = `${year}-${String(number).padStart(2, '0')}`;
  return month > now ? refuse('ledger.monthInFuture', { month, now }) : month;
}
