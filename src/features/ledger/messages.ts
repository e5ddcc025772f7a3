/** What the ledger shows. */
import { z } from 'zod';
import type { MessagesOf } from '../../office/message.ts';
import { type Month, type PersonMonth, STEPS } from './rules.ts';
import type { MonthState } from './states.ts';

/** Who did something with a month, and when (instant in ISO form). */
export interface Signed {
  by: string;
  at: string;
}

/** A month of everybody, for those who sign it. */
export interface LedgerFacts {
  month: Month;
  state: MonthState;
  people: readonly PersonMonth[];
  /** Two lists share it only where they are the same. */
  mark: string;
  checked: Signed | null;
  signed: Signed | null;
  exported: Signed | null;
  /** What the reader may do with it now. */
  may: 'sign' | 'export' | null;
  terms: LedgerTerms;
}

/** What the department set. */
export interface LedgerTerms {
  /** Fen; null for none. */
  cap: number | null;
}

/** A month of one's own. */
export interface OwnMonth {
  month: Month;
  state: MonthState;
  /** Null where there is nothing in it. */
  mine: PersonMonth | null;
  terms: LedgerTerms;
}

export interface LedgerMessages {
  /** To whoever signs next, and to the manager once it can be exported; drawn anew as it goes on. */
  'ledger.month': LedgerFacts;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const ledgerRefs = {
  'ledger.month': z.object({ month: z.string(), step: z.enum(STEPS) }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof ledgerRefs, LedgerMessages> {}
}
