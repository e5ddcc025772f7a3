/** Deciding proposals: filed as cases, excused, or dropped; each once, by somebody in charge. */
import type { Fen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { lockMembers } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryIn } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { findArticle, inForceOn, tierOf } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import type { FiledCase } from '../violation/filing.ts';
import { fileProposed } from '../violation/proposing.ts';
import { endOf, overSince } from './listing.ts';
import { type Decision, mayDecideAbout, reasonIn } from './rules.ts';
import { heldProposals, type ProposalRow, proposalsById } from './store.ts';
import { end, settleGone } from './workflow.ts';

/** What became of them. */
export interface Decided {
  /** Those that ended so now. */
  done: number[];
  /** Of those filed, what they were filed as. */
  filed: FiledCase[];
  /** The others, each with why not. */
  refused: { id: number; refusal: Refusal }[];
}

/**
 * Decides these in one transaction; what cannot be decided (any more) is answered with why, and keeps the others from
 * nothing. Whoever comes second is told who was first.
 */
export async function decideProposals(
  office: Office,
  me: Member,
  ids: readonly number[],
  decision: Decision,
): Promise<Decided | Refusal> {
  const reason = decision.verdict === 'excuse' ? reasonIn(decision.reason) : '';
  if (isRefusal(reason)) return reason;
  const decided = await office.database.transaction(async tx => {
    const result: Decided = { done: [], filed: [], refused: [] };
    const mine = await heldFor(office, tx, me, ids, result);
    if (decision.verdict === 'file') await fileAll(office, tx, me, mine, decision.amount, result);
    else {
      const { verdict } = decision;
      for (const decidedFor of new Set(mine.map(({ onBehalfOf }) => onBehalfOf))) {
        const same = mine.filter(({ onBehalfOf }) => onBehalfOf === decidedFor).map(({ row }) => row.id);
        const by = { decidedBy: me.id, decidedFor, ...(verdict === 'excuse' ? { reason } : {}) };
        result.done.push(...(await end(office, tx, same, verdict, by)).map(({ id }) => id));
      }
    }
    return result;
  });
  office.wake();
  return decided;
}

/** The same for one; the refusal where it could not be. */
export async function decideProposal(
  office: Office,
  me: Member,
  id: number,
  decision: Decision,
): Promise<FiledCase | null | Refusal> {
  const decided = await decideProposals(office, me, [id], decision);
  if (isRefusal(decided)) return decided;
  return decided.refused[0]?.refusal ?? decided.filed[0] ?? null;
}

interface Mine {
  row: ProposalRow;
  onBehalfOf: string | null;
}

/** Those of them that wait, are still so and are the member's to decide, kept for this transaction; the others are refused. */
async function heldFor(
  office: Office,
  tx: Tx,
  me: Member,
  ids: readonly number[],
  { refused }: Decided,
): Promise<Mine[]> {
  const seen = await proposalsById(tx, ids);
  // Cases of one incident filed at once must see each other, or together they pass the limit of 8.1.
  await lockMembers(tx, [...new Set(seen.map(({ memberId }) => memberId))]);
  const rows = await heldProposals(tx, ids);
  const directory = await directoryIn(office, tx);
  const waiting = new Map<number, Mine>();
  for (const id of ids) {
    const row = rows.find(one => one.id === id);
    const may = row === undefined ? refuse('proposal.notFound', {}) : mayDecideAbout(row.memberId, me, directory);
    const ended = row === undefined ? null : endOf(row);
    if (isRefusal(may)) refused.push({ id, refusal: may });
    else if (ended !== null) refused.push({ id, refusal: overSince(office, ended) });
    else if (row !== undefined) waiting.set(id, { row, ...may });
  }
  const mine = [...waiting.values()];
  const still = await settleGone(
    office,
    tx,
    mine.map(({ row }) => row),
    directory.members,
  );
  const at = office.clock.now().toISOString();
  return mine.flatMap(({ row: { id }, onBehalfOf }) => {
    const row = still.find(one => one.id === id);
    if (row !== undefined) return { row, onBehalfOf };
    refused.push({ id, refusal: overSince(office, { state: 'gone', by: null, at, caseId: null }) });
    return [];
  });
}

async function fileAll(
  office: Office,
  tx: Tx,
  me: Member,
  mine: readonly Mine[],
  amount: Fen | null,
  result: Decided,
): Promise<void> {
  const book = mine.length === 0 ? [] : await rulebookIn(tx);
  for (const { row, onBehalfOf } of mine) {
    const { id, memberId: accusedId, date, article, tier, kind, parts } = row;
    const said = isOpen(row, book) ? { amount } : {};
    const wanted = { accusedId, date, article, tier, kind, parts, source: `proposal:${id}`, ...said };
    const filed = await fileProposed(office, tx, me, wanted);
    if (isRefusal(filed)) {
      result.refused.push({ id, refusal: filed });
      continue;
    }
    await end(office, tx, [id], 'file', { decidedBy: me.id, decidedFor: onBehalfOf, caseId: filed.filed.id });
    result.done.push(id);
    result.filed.push(filed);
  }
}

/** Whether whoever files says the amount. */
function isOpen({ article: number, tier, date }: ProposalRow, book: readonly Article[]): boolean {
  const article = findArticle(number, inForceOn(book, date));
  return article !== undefined && tierOf(article, tier)?.amount === 'open';
}
