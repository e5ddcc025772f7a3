/** Short ways to write down what an article costs, so that a section reads like the regulation. */
import type { Locale } from '../../../kernel/locale.ts';
import { yuan } from '../../../kernel/money.ts';
import type { Consequence, Tier } from '../article.ts';

/** What may be said about a tier beyond its price. */
export type TierDetails = Partial<Omit<Tier, 'amount'>>;

/** A fixed fine in yuan, per occurrence unless the details say otherwise. */
export function fined(amount: number, details: TierDetails = {}): Tier {
  return { key: 'plain', amount: yuan(amount), per: 'occurrence', notice: false, label: ORDINARY, ...details };
}

/** No amount is named: whoever files the case proposes one (8.1), or none. */
export function open(details: TierDetails = {}): Tier {
  return { key: 'plain', amount: 'open', notice: false, label: ORDINARY, ...details };
}

/** The article knows no fine: a case is put on record and counts (1.32). */
export function recorded(details: TierDetails = {}): Tier {
  return { key: 'plain', amount: null, notice: false, label: ORDINARY, ...details };
}

/** A consequence beyond money, which only the president decides (8.4). */
export function consequential(consequence: Consequence, details: TierDetails = {}): Tier {
  return { key: 'plain', amount: null, notice: false, consequence, label: ORDINARY, ...details };
}

/** A tier's name in both languages. */
export function named(chinese: string, english: string): Record<Locale, string> {
  return { 'zh-CN': chinese, en: english };
}

const ORDINARY = named('一般情形', 'ordinary case');
