/** Amounts of the regulation as a reader reads them, and the house's own sentences where amounts are points. */
import type { FineWord } from '../kernel/fineWord.ts';
import type { Locale } from '../kernel/locale.ts';
import { type AmountUnit, type Fen, fen, formatFen } from '../kernel/money.ts';
import type { Reader } from './reader.ts';

/** "50元", "¥50"; "20 分", "20 points". */
export function amountText(amount: Fen, { locale, unit }: Pick<Reader, 'locale' | 'unit'>): string {
  return formatFen(amount, locale, unit);
}

/** The limit of 8.1; null where there is none, or several. */
export function limitText({ levels, ...reader }: Pick<Reader, 'levels' | 'locale' | 'unit'>): string | null {
  const [first] = levels;
  return levels.length === 2 && typeof first?.upTo === 'number' ? amountText(fen(first.upTo), reader) : null;
}

/** What a department calls its amounts. */
export interface AmountNaming {
  unit: AmountUnit;
  fineWord: FineWord;
}

/**
 * The words as the department says them: where amounts are points, no yuan and no fines; else with its own word for a
 * fine. What is handed to a sentence stays as it is, as people may have typed it.
 */
export function inUnit<Words>(words: Words, locale: Locale, { unit, fineWord }: AmountNaming): Words {
  if (unit === 'yuan' && fineWord === 'fine') return words;
  const changes = [
    ...(unit === 'points' ? POINTS[locale] : []),
    ...changesOf(unit === 'points' ? 'points' : fineWord)[locale],
  ];
  const inText = (text: string) => changes.reduce((said, [from, to]) => said.replace(from, to), text);
  function said(value: unknown): unknown {
    if (typeof value === 'string') return inText(value);
    if (typeof value === 'function')
      return (...parts: unknown[]) => kept(said((value as (...parts: unknown[]) => unknown)(...parts.map(marked))));
    return eachOf(value, said);
  }
  return said(words) as Words;
}

/** Within what was handed over this sign stands in every word that would be changed, until the sentence is made. */
const SIGN = '⸽';
const WORDS = /(?=元|¥|罚款)|(?<=\b[yf])(?=uan\b|ines?\b)/giu;

const marked = (part: unknown): unknown =>
  typeof part === 'string' ? part.replace(WORDS, SIGN) : eachOf(part, marked);
const kept = (part: unknown): unknown => (typeof part === 'string' ? part.replaceAll(SIGN, '') : eachOf(part, kept));

/** What is said in place of money. */
const POINTS: Changes = {
  'zh-CN': [
    // Examples with a fraction, which a point has not.
    [/(?<=(?:50|80)) 或 (?:50\.5|12\.50)/gu, ''],
    [/(\d+(?:,\d{3})*)(?:\.\d+)? ?元/gu, '$1 分'],
    [/写元数/gu, '写分数'],
    [/(?<![⸽公单])元(?!素)/gu, '分'],
  ],
  en: [
    [/(?<=(?:50|80)) or (?:50\.5|12\.50)/gu, ''],
    [/(?<!⸽)¥(\d+(?:,\d{3})*)(?:\.\d+)?/gu, '$1 points'],
    [/\byuan\b/gu, 'points'],
  ],
};

type Changes = Record<Locale, readonly (readonly [RegExp, string])[]>;

/** What a fine is called where it is called otherwise: without one, one, one in English and several. */
const FINES: Record<FineWord | 'points', readonly [none: string, zh: string, one: string, several: string]> = {
  fine: ['不罚款', '罚款', 'fine', 'fines'],
  'negative-incentive': ['不计负激励', '负激励', 'negative incentive', 'negative incentives'],
  'performance-deduction': ['不计绩效扣减', '绩效扣减', 'performance deduction', 'performance deductions'],
  points: ['不扣分', '扣分', 'penalty', 'penalties'],
};

function changesOf(word: FineWord | 'points'): Changes {
  const [none, chinese, one, several] = FINES[word];
  const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  return {
    'zh-CN': [
      [/不罚款/gu, none],
      [/(?<!⸽)罚款/gu, chinese],
    ],
    en: [
      [/\bfines\b/gu, several],
      [/\bFines\b/gu, capital(several)],
      [/\bfine\b/gu, one],
      [/\bFine\b/gu, capital(one)],
    ],
  };
}

/** The same list or plain object of other parts; anything else (a date, a number) as it is. */
function eachOf(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
