/** Approvals that wait: reminded of, passed on, and shown to whoever comes into borrowed authority with the day. */

import { addDays, type CivilDate } from '../../kernel/civil.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { loansTurningOn } from './delegation/store.ts';
import { expireOverdue } from './expiring.ts';
import { eligible, nextReminder } from './rules.ts';
import { dueApprovals, nextApprovalTimer, takeEscalation, takeReminder } from './store.ts';
import { directoryIn, matterOf, redrawCards, refreshCardsOf, sendCards, termOf, timersFrom } from './workflow.ts';

/** When the next approval must be reminded of, passed on or ended. */
export const nextTimer = nextApprovalTimer;

/** Reminds approvers of what waits since a working day, one message each; passes on what nobody decided since two; ends what is past its hour. */
export async function runTimers(office: Office, now: Date): Promise<void> {
  await expireOverdue(office, now);
  await office.database.transaction(async tx => {
    const directory = await directoryIn(office, tx);
    const reminded = new Map<string, number[]>();
    for (const row of await dueApprovals(tx, now)) {
      const { remindAt, escalateAt } = row;
      const own = await timersFrom(office, tx, row.requestedAt);
      const next = nextReminder(own, await termOf(office, tx, row), now);
      const remind = remindAt !== null && remindAt <= now && (await takeReminder(tx, row.id, remindAt, now, next));
      if (escalateAt !== null && escalateAt <= now && (await takeEscalation(tx, row.id, escalateAt))) {
        await sendCards(office, tx, { ...row, escalated: true }, directory);
        await redrawCards(office, tx, row.id);
        await record(tx, { at: now, actor: 'clock', deed: 'approval.escalated', noun: 'approval', nounId: row.id });
      } else if (remind) {
        for (const { member } of eligible(matterOf(office, row), directory)) {
          reminded.set(member.id, [...(reminded.get(member.id) ?? []), row.id]);
        }
      }
    }
    for (const [memberId, approvalIds] of reminded) {
      const key = `approval.reminder:${now.toISOString()}:${memberId}:${approvalIds.join(',')}`;
      await say(office, tx, { key, recipient: memberId, message: 'approval.reminder', ref: { approvalIds } });
    }
  });
  office.wake();
}

/** With the day authority lent from that day on arrives, and authority lent until the day before is gone. */
export async function turnLoans(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const delegates = await loansTurningOn(tx, date, addDays(date, -1));
  for (const delegateId of new Set(delegates)) await refreshCardsOf(office, tx, delegateId);
}
