/** What the clock, or a deed, may propose as a case: each noun adds its kinds, named as their sentences are. */
import type { CivilDate } from '../kernel/civil.ts';
import type { Reader } from '../locales/reader.ts';
import type { ProposalWords } from '../locales/sentences.ts';

export type ProposalKind = keyof ProposalWords;

/** Short lines in the reader's language. */
export type Telling = (reader: Reader) => string[];

/** A proposal that waits, as the noun that made it reads it. */
export interface Proposed {
  id: number;
  /** Whom it is about. */
  memberId: string;
  date: CivilDate;
  /** What its sentence needs, in order. */
  parts: readonly string[];
}
