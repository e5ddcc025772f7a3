/** What nobody decided while it could be decided ends: whoever asked is told, and all who could have decided. */

import { lockMember } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import { eligible } from './rules.ts';
import { expiredApprovals, setApprovalState } from './store.ts';
import { directoryIn, matterOf, redrawCards } from './workflow.ts';

/** Stands for the bot where an approval names who ended it. */
const CLOCK = 'clock';

/** Ends all whose hour has come; one message to each approver about all of it. */
export async function expireOverdue(office: Office, now: Date): Promise<void> {
  await office.database.transaction(async tx => {
    const rows = await expiredApprovals(tx, now);
    if (rows.length === 0) return;
    // As whoever decides or withdraws: the member first.
    for (const memberId of new Set(rows.map(({ concernsId }) => concernsId))) await lockMember(tx, memberId);
    const directory = await directoryIn(office, tx);
    const told = new Map<string, number[]>();
    for (const row of rows) {
      const at = row.expiresAt ?? now;
      if (!(await setApprovalState(tx, row.id, { state: 'expired', decidedBy: CLOCK, decidedAt: at }))) continue;
      await office.declared.matters[row.kind].expired?.(office, tx, row.subjectId);
      await redrawCards(office, tx, row.id);
      const [before, after] = [{ state: 'pending' }, { state: 'expired' }];
      const deed = 'approval.expired';
      await record(tx, { at: now, actor: CLOCK, deed, noun: 'approval', nounId: row.id, before, after });
      const ref = { approvalId: row.id };
      const key = `approval.decided:${row.id}`;
      await say(office, tx, { key, recipient: row.requesterId, message: 'approval.decided', ref });
      for (const { member } of eligible(matterOf(office, row), directory)) {
        told.set(member.id, [...(told.get(member.id) ?? []), row.id]);
      }
    }
    for (const [recipient, approvalIds] of told) {
      const key = `approval.expired:${recipient}:${approvalIds.join(',')}`;
      await say(office, tx, { key, recipient, message: 'approval.expired', ref: { approvalIds } });
    }
  });
}
