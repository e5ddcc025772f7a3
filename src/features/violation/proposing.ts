/** A proposal of the bot that somebody in charge makes a case of. */
import type { Fen } from '../../kernel/money.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { FiledCase } from './filing.ts';
import type { Entered } from './incident.ts';
import { openCase } from './opening.ts';
import { factsKey } from './rules.ts';
import { previewsIn } from './weighing.ts';
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
  const previews = await previewsIn(office, tx, me, [entered]);
  if (isRefusal(previews)) return previews;
  const [preview] = previews;
  if (preview === undefined) throw new Error('a case that was entered was not weighed');
  const { proposal, route } = preview;
  const row = await openCase(office, tx, { proposal, facts: factsKey(kind, parts), count: 1, source, route });
  return { filed: await factsOf(tx, row, office), preview };
}
