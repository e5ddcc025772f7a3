/** A proposal of the bot that somebody in charge makes a case of. */
import type { Fen } from '../../kernel/money.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { type CasePreview, type Entered, previewIn } from './filing.ts';
import type { CaseFacts } from './messages.ts';
import { openCase } from './opening.ts';
import { factsKey } from './rules.ts';
import { factsOf } from './workflow.ts';

/** What was proposed. */
export interface ProposedCase extends Omit<Entered, 'amount' | 'count' | 'notice'> {
  /** Of an open amount what whoever files says, null for none; left out where the article names it. */
  amount?: Fen | null;
  kind: string;
  parts: readonly string[];
  /** From which proposal: filed once. */
  source: string;
}

export interface FiledCase {
  filed: CaseFacts;
  preview: CasePreview;
}

/**
 * Files what was proposed as a case of whoever files it, in the transaction that ends the proposal, with the accused
 * locked. What is kept as its facts is the kind and its parts; they are worded where they are read.
 */
export async function fileProposed(
  office: Office,
  tx: Tx,
  me: Member,
  { kind, parts, source, ...entered }: ProposedCase,
): Promise<FiledCase | Refusal> {
  const preview = await previewIn(office, tx, me, entered);
  if (isRefusal(preview)) return preview;
  const { proposal, route } = preview;
  const row = await openCase(office, tx, { proposal, facts: factsKey(kind, parts), count: 1, source, route });
  return { filed: await factsOf(tx, row, office), preview };
}
