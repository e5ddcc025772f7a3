/** Which time something is, as people say it: "2nd time in 12 months", “12个月内第2次”. */
import type { Locale } from '../kernel/locale.ts';

/** '1st', '2nd', '11th'. */
export function ordinal(nth: number): string {
  return `${nth}${ENDINGS[RULES.select(nth)]}`;
}

const RULES = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;

/** '12 months'. */
export function monthsText(months: number): string {
  return months === 1 ? '1 month' : `${months} months`;
}

/** Counted within so many months, or ever. */
export const timeIn: Record<Locale, (nth: number, months: number | null) => string> = {
  'zh-CN': (nth, months) => `${months === null ? '' : `${months}个月内`}第${nth}次`,
  en: (nth, months) => `${ordinal(nth)} time${months === null ? '' : ` in ${monthsText(months)}`}`,
};
