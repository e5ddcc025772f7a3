/** Erases why an amendment was not signed, once that is long over or its proposer has left; why it was asked for stays with the rule. */
import type { Erasing } from '../../../office/kept.ts';
import type { Tx } from '../../../store/tx.ts';
import { eraseReasonsAbout } from '../../approval/asked.ts';
import { endedAmendments } from './store.ts';

export const amendmentErasing: Erasing = {
  counted: ['approvals'],
  over: async (tx, { instant }) => erase(tx, await endedAmendments(tx, { before: instant })),
  of: async (tx, memberId) => erase(tx, await endedAmendments(tx, { proposerId: memberId })),
};

async function erase(tx: Tx, ids: readonly number[]) {
  return { approvals: await eraseReasonsAbout(tx, ['amendment'], ids) };
}
