/** Money of the regulation: whole fen, read from what people type and shown as yuan; or points, where it counts those. */
import { halfWidth } from './halfWidth.ts';
import type { Locale } from './locale.ts';
import { numeralIn } from './typedNumeral.ts';

/** An amount in fen (1 yuan = 100 fen): a whole number, never negative. Made by `fen`, `yuan` or `parseYuan` only. */
export type Fen = number & { readonly unit: 'fen' };

/** What a regulation's amounts are in. A point is held as a yuan is, as 100 of the smallest part, and is never divided. */
export type AmountUnit = 'yuan' | 'points';

export const AMOUNT_UNITS = ['yuan', 'points'] as const satisfies readonly AmountUnit[];

/** Why a typed amount was not understood. */
export type MoneyFault =
  | 'empty' // nothing but spaces or a currency sign
  | 'negative' // a minus sign in front
  | 'zero' // nothing to pay is not an amount
  | 'separator' // "1,000" means a thousand to one reader and one to another
  | 'decimals' // finer than a fen
  | 'tooLarge' // above MAX_YUAN
  | 'notANumber'; // anything else, digits of other scripts and "1e3" included

/** The largest amount anyone can type, in yuan. */
export const MAX_YUAN = 1_000_000;

/** The number as fen. Throws a RangeError when it is not a whole, non-negative, safe integer: that is a programming fault. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount as Fen;
}

/** Yuan, with at most two decimals, as fen. Throws a RangeError for anything finer, negative or not finite. */
export function yuan(amount: number): Fen {
  const whole = Math.round(amount * 100);
  if (whole / 100 !== amount) throw new RangeError(`not an amount in yuan: ${amount}`);
  return fen(whole);
}

/** The total of the amounts; no amounts make 0 fen. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** The amount taken `count` times; `count` is a whole number, 0 or more. */
export function timesFen(amount: Fen, count: number): Fen {
  return fen(amount * count);
}

/**
 * Reads an amount in yuan as a person types it: "50", "50元", "50块", "¥50.50", "50 yuan", full-width digits and Chinese
 * numerals too ("三百", "一百五", "1千").
 * Never guesses: a grouped "1,000" is refused rather than read as a thousand. Where amounts are points, "20", "20分" and
 * "20 points" are read, and neither money nor a part of a point is.
 */
export function parseAmount(text: string, unit: AmountUnit): { fen: Fen } | { fault: MoneyFault } {
  const said = halfWidth(text).trim();
  const bare =
    unit === 'points'
      ? said.replace(/\s*(?:分|points?)$/iu, '')
      : said.replace(/^(?:[\u00a5\uffe5]|rmb|cny)\s*/iu, '').replace(/\s*(?:元整?|圆|块钱?|yuan|rmb|cny)$/iu, '');
  if (bare === '') return { fault: 'empty' };
  if (/^[-\u2212\u2013]\s*[\u00a5\uffe5]?\s*[0-9]/u.test(bare)) return { fault: 'negative' };
  if (/^[0-9]+(?:[,\u3001'][0-9]+)+(?:\.[0-9]*)?$/u.test(bare)) return { fault: 'separator' };
  const match = /^([0-9]+)(?:\.([0-9]+))?$/u.exec(String(numeralIn(bare) ?? bare));
  if (!match) return { fault: 'notANumber' };
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > (unit === 'points' ? 0 : 2)) return { fault: 'decimals' };
  // Compared as a number only after its length is known to be harmless.
  if (whole.replace(/^0+/u, '').length > 7) return { fault: 'tooLarge' };
  const amount = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (amount > MAX_YUAN * 100) return { fault: 'tooLarge' };
  if (amount === 0) return { fault: 'zero' };
  return { fen: fen(amount) };
}

/** An amount in yuan, read as `parseAmount` does. */
export function parseYuan(text: string): { fen: Fen } | { fault: MoneyFault } {
  return parseAmount(text, 'yuan');
}

/** The amount for a reader: "50元", "1,250.50元"; "¥50", "¥1,250.50"; "20 分", "20 points". Fen are shown only when there are some. */
export function formatFen(amount: Fen, locale: Locale, unit: AmountUnit = 'yuan'): string {
  const [whole, fraction] = [Math.floor(amount / 100), amount % 100];
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const figure = fraction === 0 ? grouped : `${grouped}.${String(fraction).padStart(2, '0')}`;
  if (unit === 'points')
    return locale === 'zh-CN' ? `${figure} 分` : `${figure} ${figure === '1' ? 'point' : 'points'}`;
  return locale === 'zh-CN' ? `${figure}元` : `¥${figure}`;
}
