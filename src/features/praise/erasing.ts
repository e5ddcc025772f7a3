/** Erases what was written in praises that are long over, or of somebody who left: reasons, recommendations, decisions. */
import type { Erasing } from '../../office/kept.ts';
import type { MatterKind } from '../../office/matter.ts';
import type { Tx } from '../../store/tx.ts';
import { eraseReasonsAbout, reasonedAbout, unsettledAbout } from '../approval/asked.ts';
import { praiseOver } from './rules.ts';
import { erasePraiseWords, heldEarlierPraises, praiseIdsOf } from './store.ts';

const KINDS: readonly MatterKind[] = ['praise'];

export const praiseErasing: Erasing = {
  counted: ['praises', 'approvals'],
  async over(tx, limit) {
    const praises = await heldEarlierPraises(tx, limit.instant, await reasonedAbout(tx, KINDS));
    const ids = praises.map(({ id }) => id);
    const unsettled = await unsettledAbout(tx, KINDS, ids, limit.instant);
    const over = praises.filter(row => praiseOver(row, !unsettled.has(row.id), limit));
    return erase(
      tx,
      over.map(({ id }) => id),
    );
  },
  of: async (tx, memberId) => erase(tx, await praiseIdsOf(tx, memberId)),
};

async function erase(tx: Tx, ids: readonly number[]) {
  return { praises: await erasePraiseWords(tx, ids), approvals: await eraseReasonsAbout(tx, KINDS, ids) };
}
