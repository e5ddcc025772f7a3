/** What stands between an article and the facts in a line of a case: a date, an amount, a count. */
import type { CivilDate } from '../../kernel/civil.ts';
import { type AmountUnit, type Fen, parseAmount } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayAt } from '../../kernel/typedDay.ts';
import { moneyAt, moneyBehind, type PerhapsMoney, perhapsMoneyAt } from '../../kernel/typedMoney.ts';
import { NUMERAL, numeralIn } from '../../kernel/typedNumeral.ts';
import { mayBeHours, type When } from '../../kernel/typedWhen.ts';
import type { Article, Tier } from '../rulebook/article.ts';

/** A day, what can only be meant as one and is none, or what may be one. */
export type SaidDay = When | { wrong: string };

/** A day that stands before the facts. "9-10" may be hours, "12.5" money, "sat" a verb. */
export function dateAt(rest: string, today: CivilDate): { date: SaidDay; length: number } | undefined {
  const day = dayAt(rest, today, 'past');
  if (day === undefined) return undefined;
  const { date, length, form } = day;
  const text = rest.slice(0, length);
  const glued = /^[\p{L}\p{N}%]/u.test(rest.slice(length));
  const said = (meant: SaidDay) => ({ date: meant, length });
  if (form !== 'figures') {
    // "昨天上午闲聊" stays whole in the facts, and so does the night: see `whenAround`.
    if (date === null || glued || /^last night$/iu.test(text)) return undefined;
    return said(/^sat|^sun$/iu.test(text) && form === 'short' ? { unclear: text, date } : date);
  }
  if (/^\d+\.\d+$/u.test(text)) {
    if (date === null || glued) return undefined;
    return said(date > today ? { unclear: text, date } : date);
  }
  if (mayBeHours(text)) return date === null ? undefined : said({ unclear: text, date });
  if (/^\d\/\d of /iu.test(rest)) return undefined;
  return said(date ?? { wrong: text });
}

/** A figure with its currency; or a bare one where the article knows a fine and nothing is counted. */
export function amountAt(rest: string, article: Article): string {
  const { text, named, counts } = moneyAt(rest, FINED[article.unit ?? 'yuan'], article.unit ?? 'yuan');
  if (named) return text;
  const isPriced = article.tiers.some(({ amount, ladder }) => amount !== null || ladder !== undefined);
  return counts === 'no' && isPriced ? text : '';
}

/** What may stand before a figure. */
const FINED = { yuan: '罚款?|扣款?|负激励|绩效扣减', points: '罚款?|扣分?' };

/** Fen, or null for a zero where the amount is open. */
export function amountIn(word: string, tier: Tier, unit: AmountUnit): Fen | null | Refusal {
  const read = parseAmount(word.replace(new RegExp(`^(?:${FINED[unit]})`, 'u'), ''), unit);
  if ('fen' in read) return read.fen;
  if (read.fault === 'zero' && tier.amount === 'open') return null;
  return refuse('violation.badAmount', { text: word, fault: read.fault });
}

/**
 * An amount in the facts, said of nothing else: `sure` where they end with it behind a word of money (，罚100元), otherwise
 * what they begin or end with and may be one. `named`: only with a currency, as the article may do without an amount.
 */
export function amountAround(
  facts: string,
  unit: AmountUnit,
  named: boolean,
): (PerhapsMoney & { sure: boolean }) | undefined {
  const behind = moneyBehind(facts, FINED[unit], unit);
  if (behind?.sure) return behind;
  const first = perhapsMoneyAt(facts, FINED[unit], unit) ?? bareAt(facts, unit);
  if (first !== undefined) return { ...first, sure: false };
  return behind === undefined || (named && !behind.named) ? undefined : behind;
}

/** A bare figure of which nothing says what it is, where the article takes none by itself: "100 派活". */
function bareAt(facts: string, unit: AmountUnit): PerhapsMoney | undefined {
  const { text, counts } = moneyAt(facts, FINED[unit], unit);
  const read = parseAmount(text, unit);
  return counts === 'no' && 'fen' in read && read.fen >= 1_000 ? { text, figure: String(read.fen / 100) } : undefined;
}

export function isCounted(article: Article): boolean {
  return article.tiers.some(tier => tier.per === 'item' || tier.per === 'response');
}

const MANY = `([0-9]{1,6}|${NUMERAL})`;
const SPOKEN = ['once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times', 'eight times'];
const ENDS = '(?=\\s|$|[,、;](?!\\p{Nd}))';
const TIMES = new RegExp(`^[x×*] ?${MANY}${ENDS}`, 'iu');
const ITEMS = new RegExp(`^${MANY}(?:[x×]| ?(?:次|个|件|款| times))${ENDS}`, 'iu');
const IN_WORDS = new RegExp(`^(?:${SPOKEN.join('|')})${ENDS}`, 'iu');

/** The number, 0 where something is counted by what is no number of things ("x-1", "x1.5"). */
export function countAt(rest: string): { count: number; length: number } | undefined {
  const found = TIMES.exec(rest) ?? ITEMS.exec(rest);
  const count = found ? manyIn(found[1] ?? '') : undefined;
  if (found && count !== undefined) return { count, length: found[0].length };
  const spoken = IN_WORDS.exec(rest)?.[0];
  if (spoken !== undefined) return { count: SPOKEN.indexOf(spoken.toLowerCase()) + 1, length: spoken.length };
  const wrong = /^[x×*](?:[-\u2212]*\p{Nd}|[零〇一二两三四五六七八九十百千几])\S*/iu.exec(rest);
  return wrong ? { count: 0, length: wrong[0].length } : undefined;
}

const COUNTS_FIRST = new RegExp(`^${MANY} ?(?:次|个|件|款)`, 'u');
const COUNTS_LAST = new RegExp(
  `(?:(?<=[\\s,、;])[x×*] ?${MANY}|(?<![第0-9零〇一二两三四五六七八九十百千])${MANY} ?(?:次|个|件|款| times)|(?<=\\s)(${SPOKEN.join('|')}))[。.!！]?$`,
  'iu',
);

/** More than one that the facts begin or end with and may be the count: "3次回复慢", "slow 3 times". */
export function countAround(facts: string): { text: string; count: number } | undefined {
  const first = COUNTS_FIRST.exec(facts);
  const last = COUNTS_LAST.exec(facts);
  for (const found of [first, last]) {
    const [text, one, two, words] = found ?? [];
    if (text === undefined) continue;
    const count = words === undefined ? manyIn(one ?? two ?? '') : SPOKEN.indexOf(words.toLowerCase()) + 1;
    if (count !== undefined && count > 1) return { text: text.replace(/[。.!！]$/u, ''), count };
  }
  return undefined;
}

function manyIn(text: string): number | undefined {
  return /^[0-9]+$/u.test(text) ? Number(text) : numeralIn(text);
}
