/** What the clock, or a deed, may propose as a case: each noun adds its kinds, named as their sentences are. */
import type { ProposalWords } from '../locales/sentences.ts';

export type ProposalKind = keyof ProposalWords;

/** Under which article and tier of it. */
export interface Proposable {
  article: string;
  tier: string;
}
