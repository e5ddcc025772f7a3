/** Somebody left: what they asked for is closed, and what nobody below can decide any more goes to the next authority. */

import type { Member } from '../../member/rules.ts';
import type { Office } from '../../office/office.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { pendingApprovals, setApprovalState } from './store.ts';
import { passOnOrphans, redrawCards } from './workflow.ts';

/** Stands for the bot where an approval names who ended it. */
export const CLOCK = 'clock';

/** A request of somebody deactivated, in their own matter, waits for nobody: its cards say why it was closed. */
export async function settleLeaving(office: Office, tx: Tx, { member }: { member: Member }): Promise<void> {
  const at = office.clock.now();
  for (const row of member.deactivated ? await pendingApprovals(tx) : []) {
    if (row.requesterId !== member.id || row.concernsId !== member.id) continue;
    if (!(await setApprovalState(tx, row.id, { state: 'withdrawn', decidedBy: CLOCK, decidedAt: at }))) continue;
    await office.declared.matters[row.kind].closed?.(office, tx, row.subjectId);
    await redrawCards(office, tx, row.id);
    const after = { state: 'withdrawn', left: member.id };
    await record(tx, { at, actor: CLOCK, deed: 'approval.closed', noun: 'approval', nounId: row.id, after });
  }
  await passOnOrphans(office, tx);
}
