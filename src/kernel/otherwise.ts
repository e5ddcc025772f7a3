/** How a matter is decided where neither for nor against will do: what is asked for in a form, and what it comes to. */

import type { Refusal } from './refusal.ts';

/** What such a decision sets; each noun knows its own. */
export type Terms = Readonly<Record<string, string | number | boolean | null>>;

export interface OtherDecision {
  verdict: 'approved' | 'rejected';
  terms: Terms;
  reason: string;
}

/** What is asked for: one of several, a text, or yes. The id finds the fault's field. */
export type Field = { id: string; label: string } & (
  | { kind: 'choice'; options: readonly { value: string; text: string }[] }
  | { kind: 'text'; hint: string; max: number; initial?: string; optional?: true; multiline?: true }
  | { kind: 'check'; option: string; on: boolean }
);

/** What was entered, by the id of each field: the value chosen, the text, 'yes' or ''. */
export type FieldValues = (id: string) => string;

/** A decision, or what is wrong in which field. */
export type Read = OtherDecision | { refusal: Refusal; at: string };
