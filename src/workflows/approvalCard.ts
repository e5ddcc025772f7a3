/** What people read of approvals: the card, what waits for somebody, the answer to the requester, reminders, loans. */
import { AUTHORITIES, type Authority, type Directory, mayDecide } from '../domain/approval.ts';
import { civilOf } from '../domain/civil.ts';
import { holds, type Member } from '../domain/member.ts';
import type { ApprovalCard, ApprovalNotices, ApprovalReminder, MatterFacts } from '../domain/notice/approval.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { type ApprovalRow, approvalById, pendingApprovals } from '../store/approval.ts';
import { delegationById } from '../store/delegation.ts';
import { leaveById } from '../store/leave.ts';
import { memberOf } from '../store/member.ts';
import type { Tx } from '../store/tx.ts';
import { decisionOf, directoryIn, matterOf } from './approval.ts';
import { leaveFacts } from './leave.ts';
import type { Composers, Office } from './ports.ts';
import { caseFacts, mayDecideThisCase } from './violation.ts';

/** What waits for a member's decision, the oldest first. */
export async function waitingFor(office: Office, me: Member): Promise<ApprovalCard[]> {
  return office.database.transaction(async tx => {
    const cards: ApprovalCard[] = [];
    const directory = await directoryIn(office, tx);
    for (const row of await pendingApprovals(tx)) {
      const may = await mayDecideRow(tx, row, me, directory);
      if (!isRefusal(may)) cards.push(await cardOf(office, tx, row, may));
    }
    return cards;
  });
}

/** Whether the person may decide the row now, and in whose place. */
export async function mayDecideRow(
  tx: Tx,
  row: ApprovalRow,
  actor: Member,
  directory: Directory,
): Promise<{ onBehalfOf: string | null; authority: Authority } | Refusal> {
  const may =
    row.kind === 'case' || row.kind === 'appeal'
      ? await mayDecideThisCase(tx, row, actor, directory)
      : mayDecide(matterOf(row), actor, directory);
  if (isRefusal(may)) return may;
  // Passed on to the president, what would have been a recommendation is the decision.
  const inPlaceOf = may.onBehalfOf === null ? actor : directory.members.get(may.onBehalfOf);
  const decides = row.escalated && inPlaceOf !== undefined && !holds(inPlaceOf, AUTHORITIES[row.step]);
  return { ...may, authority: decides ? 'president' : row.step };
}

/** A row as its card shows it to somebody who may decide it, or to anybody once it is decided. */
export async function cardOf(
  office: Office,
  tx: Tx,
  row: ApprovalRow,
  may: { onBehalfOf: string | null; authority?: Authority } | null,
): Promise<ApprovalCard> {
  const { token, step, requesterId, concernsId, requestedAt, escalated } = row;
  return {
    token,
    authority: may?.authority ?? step,
    requesterId,
    concernsId,
    requestedAt: requestedAt.toISOString(),
    mine: may !== null,
    onBehalfOf: may?.onBehalfOf ?? null,
    escalated,
    matter: await matterFacts(office, tx, row),
    decision: decisionOf(row),
  };
}

export const approvalComposers: Composers<ApprovalNotices> = {
  async 'approval.card'(tx, ref, office) {
    const row = await approvalById(tx, Number(ref.approvalId));
    const reader = await memberOf(tx, String(ref.readerId));
    if (row === null || reader === null) return null;
    const may = row.state === 'pending' ? await mayDecideRow(tx, row, reader, await directoryIn(office, tx)) : null;
    return cardOf(office, tx, row, isRefusal(may) ? null : may);
  },
  async 'approval.decided'(tx, ref, office) {
    const row = await approvalById(tx, Number(ref.approvalId));
    const decision = row === null ? null : decisionOf(row);
    return row === null || decision === null ? null : { matter: await matterFacts(office, tx, row), decision };
  },
  async 'approval.reminder'(tx, ref, office) {
    const waiting: ApprovalReminder['waiting'] = [];
    let passedOn = false;
    for (const id of Array.isArray(ref.approvalIds) ? ref.approvalIds : []) {
      const row = await approvalById(tx, Number(id));
      if (row === null || row.state !== 'pending') continue;
      const { concernsId, kind, requestedAt, escalateAt } = row;
      waiting.push({ concernsId, kind, requestedOn: civilOf(requestedAt, office.settings.zone).date });
      passedOn ||= escalateAt !== null;
    }
    return waiting.length === 0 ? null : { waiting, passedOn };
  },
  async 'approval.lent'(tx, ref) {
    const loan = await delegationById(tx, Number(ref.delegationId));
    return loan === null || loan.endedAt !== null ? null : loan;
  },
  'approval.loanEnded': (tx, ref) => delegationById(tx, Number(ref.delegationId)),
};

/** What a row is about, as its approver and its requester read it. Throws when that is not there. */
export async function matterFacts(office: Office, tx: Tx, row: ApprovalRow): Promise<MatterFacts> {
  if (row.kind === 'leave' || row.kind === 'cancellation') {
    const leave = await leaveById(tx, row.subjectId);
    if (leave === null) throw new Error(`approval ${row.id} is about leave ${row.subjectId}, which is not there`);
    return { kind: row.kind, leave: await leaveFacts(tx, leave, office) };
  }
  const facts = await caseFacts(tx, row.subjectId, office);
  return row.kind === 'case' ? { kind: 'case', case: facts } : { kind: 'appeal', case: facts };
}
