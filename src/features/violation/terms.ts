/** What a decision sets, where it is not what was asked for: another amount where it is open, with or without a notice. */

import type { Fen } from '../../kernel/money.ts';
import type { Terms as Entered } from '../../kernel/otherwise.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tier } from '../rulebook/article.ts';
import { isOnRecord } from '../rulebook/rules.ts';
import { largestFine } from './price.ts';

/** What a case comes to. */
export interface CaseTerms {
  /** Null: no fine. */
  amount: Fen | null;
  notice: boolean;
}

/** The ways to decide but for and against. */
export type Otherwise = 'terms' | 'excuse';

/** Whether whoever decides may name an amount: where whoever filed might. */
export function isOpenTo(tier: Tier): boolean {
  return tier.amount === 'open' || isOnRecord(tier);
}

/** The terms a decider sets in place of those asked for; the article's fixed amount stays. */
export function decidedTerms(
  asked: CaseTerms,
  wanted: CaseTerms,
  article: string,
  tier: Tier,
  limit: Fen,
): CaseTerms | Refusal {
  const { amount, notice } = wanted;
  if (amount === asked.amount && notice === asked.notice) return refuse('violation.unchanged', {});
  if (amount !== asked.amount && !isOpenTo(tier)) return refuse('violation.noFine', { article });
  if (amount !== null && tier.compensates !== true && amount > largestFine(limit)) {
    return refuse('violation.amountTooLarge', { amount, most: largestFine(limit) });
  }
  return { amount, notice };
}

/** What an appeal leaves of a decision: less money, no notice, or both; a fixed amount too may be lowered. */
export function reducedTerms(decided: CaseTerms, wanted: CaseTerms): CaseTerms | Refusal {
  const [before, after] = [decided.amount ?? 0, wanted.amount ?? 0];
  const more = after > before || (wanted.notice && !decided.notice);
  const same = wanted.amount === decided.amount && wanted.notice === decided.notice;
  if (more || same) return refuse('violation.notLess', { amount: decided.amount });
  return { amount: wanted.amount, notice: wanted.notice };
}

/** As the form to decide otherwise hands them on, and as they are read at the decision. */
export function enterTerms({ amount, notice }: CaseTerms): Entered {
  return { how: 'terms' satisfies Otherwise, amount, notice };
}

/** The same read back; null where it was decided for or against as asked. */
export function termsIn(entered: Entered | null): CaseTerms | 'excuse' | null {
  if (entered === null) return null;
  if (entered.how === 'excuse') return 'excuse';
  return { amount: entered.amount as Fen | null, notice: entered.notice === true };
}
