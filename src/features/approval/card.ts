/** What people read of approvals: the card, what waits for somebody, the answer to the requester, reminders, loans. */

import { civilOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { holds, type Member } from '../../member/rules.ts';
import { memberOf } from '../../member/store.ts';
import type { Matter } from '../../office/matter.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { delegationById } from './delegation/store.ts';
import type {
  ApprovalCard,
  ApprovalMessages,
  ApprovalReminder,
  ApprovalsExpired,
  OwnApprovals,
  OwnRequest,
} from './messages.ts';
import { type Authority, type Directory, mayDecide, nextAuthority, postsOf } from './rules.ts';
import { type ApprovalRow, approvalById, approvalByToken, pendingApprovals } from './store.ts';
import { decisionOf, directoryAround, directoryIn, matterOf } from './workflow.ts';

/** What waits for a member's decision, the oldest first. */
export async function waitingFor(office: Office, me: Member): Promise<ApprovalCard[]> {
  return office.database.transaction(async tx => {
    const cards: ApprovalCard[] = [];
    const directory = await directoryIn(office, tx);
    for (const row of await pendingApprovals(tx)) {
      const may = mayDecideRow(office, row, me, directory);
      if (!isRefusal(may)) cards.push(await cardOf(office, tx, row, may));
    }
    return cards;
  });
}

/** The rows of a list shown before, in their order, decided or not: those the member may decide, or decided. */
export async function listedFor(office: Office, me: Member, tokens: readonly string[]): Promise<ApprovalCard[]> {
  return office.database.transaction(async tx => {
    const cards: ApprovalCard[] = [];
    const directory = await directoryIn(office, tx);
    for (const token of tokens) {
      const row = await approvalByToken(tx, token);
      if (row === null) continue;
      const may = mayDecideRow(office, row, me, directory);
      if (isRefusal(may) && row.decidedBy !== me.id) continue;
      cards.push(await cardOf(office, tx, row, row.state !== 'pending' || isRefusal(may) ? null : may));
    }
    return cards;
  });
}

/** Whether the person may decide the row now, in whose place, and by which authority. */
export function mayDecideRow(
  office: Office,
  row: ApprovalRow,
  actor: Member,
  directory: Directory,
): { onBehalfOf: string | null; authority: Authority } | Refusal {
  const may = mayDecide(matterOf(office, row), actor, directory);
  if (isRefusal(may)) return may;
  // Passed on, what would have been a recommendation may be the decision.
  const inPlaceOf = may.onBehalfOf === null ? actor : directory.members.get(may.onBehalfOf);
  const decides = row.escalated && inPlaceOf !== undefined && !holds(inPlaceOf, postsOf(row.step, directory.levels));
  const next = decides ? nextAuthority(matterOf(office, row), directory) : null;
  return { ...may, authority: next ?? row.step };
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
    matter: await factsOf(office, tx, row),
    decision: await decisionOf(tx, row),
  };
}

const MOST_REQUESTS = 10;

/** What the member asked for and nobody decided yet, with who may decide it, and how much waits for the member. */
export async function ownApprovals(office: Office, read: Tx, me: Member): Promise<OwnApprovals> {
  const directory = await directoryIn(office, read);
  const requests: OwnRequest[] = [];
  let [waiting, left] = [0, 0];
  for (const row of await pendingApprovals(read)) {
    if (!isRefusal(mayDecideRow(office, row, me, directory))) waiting += 1;
    if (row.requesterId !== me.id) continue;
    left += 1;
    if (requests.length === MOST_REQUESTS) continue;
    const deciders = [...directory.members.values()]
      .filter(member => !isRefusal(mayDecideRow(office, row, member, directory)))
      .map(({ id }) => id);
    const matter = await factsOf(office, read, row);
    const { concernsId, requestedAt } = row;
    requests.push({ matter, concernsId, requestedAt: requestedAt.toISOString(), deciders });
  }
  return { requests, requestsLeft: left - requests.length, waiting };
}

export const approvalComposers: Composers<keyof ApprovalMessages> = {
  async 'approval.card'(tx, { approvalId, readerId }, office) {
    const row = await approvalById(tx, approvalId);
    const reader = await memberOf(tx, readerId);
    if (row === null || reader === null) return null;
    const pending = row.state === 'pending';
    const may = pending
      ? mayDecideRow(office, row, reader, await directoryAround(office, tx, readerId, row.concernsId))
      : null;
    return cardOf(office, tx, row, isRefusal(may) ? null : may);
  },
  async 'approval.decided'(tx, { approvalId }, office) {
    const row = await approvalById(tx, approvalId);
    const decision = row === null ? null : await decisionOf(tx, row);
    return row === null || decision === null ? null : { matter: await factsOf(office, tx, row), decision };
  },
  async 'approval.reminder'(tx, { approvalIds }, office) {
    const waiting: ApprovalReminder['waiting'] = [];
    let passedOn = false;
    for (const id of approvalIds) {
      const row = await approvalById(tx, id);
      if (row === null || row.state !== 'pending') continue;
      const { concernsId, kind, requestedAt, remindAt, escalateAt, expiresAt } = row;
      const expires = remindAt === null && expiresAt !== null ? expiresAt.toISOString() : null;
      waiting.push({ concernsId, kind, requestedOn: civilOf(requestedAt, office.settings.zone).date, expires });
      passedOn ||= escalateAt !== null && (expiresAt === null || escalateAt < expiresAt);
    }
    return waiting.length === 0 ? null : { waiting, passedOn };
  },
  async 'approval.expired'(tx, { approvalIds }, office) {
    const matters: ApprovalsExpired['matters'] = [];
    for (const id of approvalIds) {
      const row = await approvalById(tx, id);
      if (row !== null) matters.push({ concernsId: row.concernsId, matter: await factsOf(office, tx, row) });
    }
    return { matters };
  },
  async 'approval.takenBack'(tx, { approvalId }, office) {
    const row = await approvalById(tx, approvalId);
    if (row === null || row.decidedBy === null) return null;
    const { concernsId, decidedBy: by, reason } = row;
    return { matter: await factsOf(office, tx, row), concernsId, by, reason: reason ?? '' };
  },
  async 'approval.lent'(tx, { delegationId }) {
    const loan = await delegationById(tx, delegationId);
    return loan === null || loan.endedAt !== null ? null : loan;
  },
  'approval.loanEnded': (tx, { delegationId }) => delegationById(tx, delegationId),
};

/** What a row is about, as its noun tells it. */
export async function factsOf(
  office: Office,
  tx: Tx,
  { kind, subjectId }: Pick<ApprovalRow, 'kind' | 'subjectId'>,
): Promise<Matter> {
  return { kind, facts: await office.declared.matters[kind].facts(office, tx, subjectId) } as Matter;
}
