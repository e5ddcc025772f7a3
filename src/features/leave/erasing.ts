/** Erases the reasons of leave and trips that are long over, or of somebody who left, with what was said in deciding. */
import type { Erasing } from '../../office/kept.ts';
import type { MatterKind } from '../../office/matter.ts';
import type { Tx } from '../../store/tx.ts';
import { eraseReasonsAbout, reasonedAbout, unsettledAbout } from '../approval/asked.ts';
import { leaveOver } from './over.ts';
import { eraseLeaveWords, heldEndedLeaves, leaveIdsOf } from './store.ts';

const KINDS: readonly MatterKind[] = ['leave', 'cancellation'];

export const leaveErasing: Erasing = {
  counted: ['leaves', 'approvals'],
  async over(tx, limit) {
    const leaves = await heldEndedLeaves(tx, limit.date, await reasonedAbout(tx, KINDS));
    const ids = leaves.map(({ id }) => id);
    const unsettled = await unsettledAbout(tx, KINDS, ids, limit.instant);
    const over = leaves.filter(leave => leaveOver(leave, !unsettled.has(leave.id), limit));
    return erase(
      tx,
      over.map(({ id }) => id),
    );
  },
  of: async (tx, memberId) => erase(tx, await leaveIdsOf(tx, memberId)),
};

async function erase(tx: Tx, ids: readonly number[]) {
  return { leaves: await eraseLeaveWords(tx, ids), approvals: await eraseReasonsAbout(tx, KINDS, ids) };
}
