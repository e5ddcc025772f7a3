/** What the messages around a violation case show. */
import type { CivilDate } from '../civil.ts';
import type { Fen } from '../money.ts';
import type { Consequence } from '../regulation.ts';

export interface CaseFacts {
  id: number;
  accusedId: string;
  /** Member id, or 'clock' for a proposal of the bot. */
  filerId: string;
  article: string;
  tier: string;
  date: CivilDate;
  facts: string;
  amount: Fen | null;
  /** A notice of criticism goes with it. */
  notice: boolean;
  consequence: Consequence | null;
  state: string;
  /** Amounts already standing or pending for the same person and day (8.1 counts them together), fen. */
  sameIncident: number;
  /** Approval by a manager or supervisor is only the recommendation; the president decides. */
  goesOn: boolean;
  recommendedBy: string | null;
  recommendation: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  statement: string | null;
  /** Upheld cases (1.32) and notices of criticism this year (8.3) of the person so far. */
  upheldBefore: number;
  noticesThisYear: number;
}

export type ViolationNotices = {};
