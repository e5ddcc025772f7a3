/** The one line after /ledger: a month, or nothing. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { parseMonth } from '../../kernel/typedMonth.ts';
import { type Month, monthAfter } from './rules.ts';

/** What is done by a button below a month, and how people call it. */
const DEEDS: readonly (readonly ['sign' | 'export', RegExp])[] = [
  ['sign', /^(?:sign(?: off)?|签字|签署|签名|确认|签)(?![a-z])/iu],
  ['export', /^(?:export|download|xlsx|excel|导出|下载|报表|表格)(?![a-z])/iu],
];

/**
 * Reads a month as `parseMonth` does, 12月 being the last December; nothing is the present one, `now`. What is done by a
 * button is answered with where that stands, for the month typed with it or else the last one.
 */
export function parseLedgerLine(text: string, now: Month): Month | Refusal {
  const typed = halfWidth(text).trim();
  if (typed === '') return now;
  const deed = DEEDS.find(([, words]) => words.test(typed));
  if (deed !== undefined) {
    const [what, words] = deed;
    return refuse('ledger.byButton', {
      deed: what,
      month: parseMonth(typed.replace(words, ''), now, 'past') ?? monthAfter(now, -1),
    });
  }
  const month = parseMonth(typed, now, 'past');
  if (month === undefined) return refuse('ledger.badMonth', { text, example: now });
  return month > now ? refuse('ledger.monthInFuture', { month, now }) : month;
}
