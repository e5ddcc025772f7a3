/** Erases what was written in cases that are long over, or about somebody who left: facts, answers, evidence, decisions, appeals. */
import type { Erasing } from '../../office/kept.ts';
import type { MatterKind } from '../../office/matter.ts';
import type { Tx } from '../../store/tx.ts';
import { eraseReasonsAbout, reasonedAbout, unsettledAbout } from '../approval/asked.ts';
import { caseOver } from './rules.ts';
import { caseIdsOf, eraseCaseWords, heldEarlierCases, lastAnswers } from './store.ts';

const KINDS: readonly MatterKind[] = ['case', 'appeal'];

export const caseErasing: Erasing = {
  counted: ['cases', 'answers', 'evidence', 'approvals'],
  async over(tx, limit) {
    const cases = await heldEarlierCases(tx, limit.instant, await reasonedAbout(tx, KINDS));
    const ids = cases.map(({ id }) => id);
    const [answered, unsettled] = [await lastAnswers(tx, ids), await unsettledAbout(tx, KINDS, ids, limit.instant)];
    const over = cases.filter(row => {
      const answeredAt = answered.get(row.id) ?? null;
      return caseOver({ ...row, answeredAt }, !unsettled.has(row.id), limit);
    });
    return erase(
      tx,
      over.map(({ id }) => id),
    );
  },
  of: async (tx, memberId) => erase(tx, await caseIdsOf(tx, memberId)),
};

async function erase(tx: Tx, ids: readonly number[]) {
  return { ...(await eraseCaseWords(tx, ids)), approvals: await eraseReasonsAbout(tx, KINDS, ids) };
}
