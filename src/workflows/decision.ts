/** Deciding: once, by somebody allowed at that moment, whatever the matter; and what approvers see of it. */
import { type Directory, eligible, mayDecide } from '../domain/approval.ts';
import { civilOf } from '../domain/civil.ts';
import type { Member } from '../domain/member.ts';
import type { ApprovalCard, ApprovalNotices, ApprovalReminder, MatterFacts } from '../domain/notice/approval.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import {
  type ApprovalRow,
  approvalById,
  approvalByToken,
  dueApprovals,
  nextApprovalTimer,
  pendingApprovals,
  setApprovalState,
  takeEscalation,
  takeReminder,
} from '../store/approval.ts';
import type { Tx } from '../store/database.ts';
import { leaveById } from '../store/leave.ts';
import { memberOf } from '../store/member.ts';
import { record } from '../store/record.ts';
import { decisionOf, directoryIn, matterOf, redrawCards, sendCards } from './approval.ts';
import { leaveDecided, leaveFacts } from './leave.ts';
import { say } from './outbox.ts';
import type { Composers, Office } from './ports.ts';
import { caseDecided, caseFacts, mayDecideThisCase } from './violation.ts';

export type Verdict = 'approved' | 'rejected';

/**
 * Takes a decision. Authority, state and whose matter it is are read now, in the transaction that decides; the first
 * decision counts and every later one gets the present state.
 */
export async function decide(
  office: Office,
  token: string,
  actorId: string,
  verdict: Verdict,
  reason: string | null,
): Promise<ApprovalCard | Refusal> {
  const now = office.clock.now();
  const result = await office.database
    .transaction(async tx => {
      const may = await standingOn(office, tx, token, actorId);
      if (isRefusal(may)) return may;
      const { row, actor, onBehalfOf } = may;
      if (verdict === 'rejected' && (reason ?? '').trim() === '') return refuse('approval.reasonMissing', {});
      const won = await setApprovalState(tx, row.id, {
        state: verdict,
        decidedBy: actorId,
        onBehalfOf,
        decidedAt: now,
        reason,
      });
      if (!won) return alreadyDecided(office, await approvalById(tx, row.id));
      const outcome =
        row.kind === 'leave' || row.kind === 'cancellation'
          ? await leaveDecided(office, tx, row, actorId, verdict)
          : await caseDecided(office, tx, row, actor, onBehalfOf, verdict, reason);
      if (isRefusal(outcome)) throw new Refused(outcome);
      await redrawCards(office, tx, row.id);
      if (row.kind === 'leave' || row.kind === 'cancellation') {
        const key = `approval.decided:${row.id}`;
        await say(office, tx, {
          key,
          recipient: row.requesterId,
          notice: 'approval.decided',
          ref: { approvalId: row.id },
        });
      }
      const after = { state: verdict, onBehalfOf };
      await record(tx, {
        at: now,
        actor: actorId,
        deed: `approval.${verdict}`,
        noun: 'approval',
        nounId: row.id,
        before: { state: 'pending' },
        after,
      });
      const decided = await approvalById(tx, row.id);
      return decided === null ? refuse('approval.gone', {}) : cardOf(tx, office, decided);
    })
    .catch((fault: unknown) => {
      if (fault instanceof Refused) return fault.refusal;
      throw fault;
    });
  office.wake();
  return result;
}

/** Whether the person could decide it at this moment: asked before a form for the reason is opened. */
export function mayDecideNow(office: Office, token: string, actorId: string): Promise<true | Refusal> {
  return office.database.transaction(async tx => {
    const may = await standingOn(office, tx, token, actorId);
    return isRefusal(may) ? may : true;
  });
}

/** What waits for a member's decision, the oldest first. */
export async function waitingFor(office: Office, me: Member): Promise<ApprovalCard[]> {
  return office.database.transaction(async tx => {
    const cards: ApprovalCard[] = [];
    const directory = await directoryIn(office, tx);
    for (const row of await pendingApprovals(tx)) {
      const may = await mayDecideRow(tx, row, me, directory);
      if (!isRefusal(may)) cards.push(await cardOf(tx, office, row, may.onBehalfOf));
    }
    return cards;
  });
}

/** When the next approval must be reminded of or passed on. */
export function nextTimer(office: Office): Promise<Date | null> {
  return nextApprovalTimer(office.database.read);
}

/** Reminds approvers of what waits since a working day, one message each; passes on what nobody decided since two. */
export async function runTimers(office: Office, now: Date): Promise<void> {
  await office.database.transaction(async tx => {
    const directory = await directoryIn(office, tx);
    const reminded = new Map<string, number[]>();
    for (const row of await dueApprovals(tx, now)) {
      const { remindAt, escalateAt } = row;
      const remind = remindAt !== null && remindAt <= now && (await takeReminder(tx, row.id, remindAt, now));
      if (escalateAt !== null && escalateAt <= now && (await takeEscalation(tx, row.id, escalateAt))) {
        await sendCards(office, tx, { ...row, escalated: true }, directory);
        await redrawCards(office, tx, row.id);
        await record(tx, { at: now, actor: 'clock', deed: 'approval.escalated', noun: 'approval', nounId: row.id });
      } else if (remind) {
        for (const { member } of eligible(matterOf(row), directory)) {
          reminded.set(member.id, [...(reminded.get(member.id) ?? []), row.id]);
        }
      }
    }
    const today = civilOf(now, office.settings.zone).date;
    for (const [memberId, approvalIds] of reminded) {
      const key = `approval.reminder:${today}:${memberId}:${approvalIds.join(',')}`;
      await say(office, tx, {
        key,
        recipient: memberId,
        notice: 'approval.reminder',
        ref: { approvalIds, readerId: memberId },
      });
    }
  });
  office.wake();
}

export const approvalComposers: Composers<ApprovalNotices> = {
  async 'approval.card'(tx, ref, office) {
    const row = await approvalById(tx, Number(ref.approvalId));
    const reader = await memberOf(tx, String(ref.readerId));
    if (row === null || reader === null) return null;
    const may = row.state === 'pending' ? await mayDecideRow(tx, row, reader, await directoryIn(office, tx)) : null;
    return cardOf(tx, office, row, may !== null && !isRefusal(may) ? may.onBehalfOf : null);
  },
  async 'approval.decided'(tx, ref, office) {
    const row = await approvalById(tx, Number(ref.approvalId));
    const decision = row === null ? null : decisionOf(row);
    return row === null || decision === null ? null : { matter: await matterFacts(tx, row, office), decision };
  },
  async 'approval.reminder'(tx, ref, office) {
    const waiting: ApprovalReminder['waiting'] = [];
    for (const id of Array.isArray(ref.approvalIds) ? ref.approvalIds : []) {
      const row = await approvalById(tx, Number(id));
      if (row === null || row.state !== 'pending') continue;
      const { requesterId, concernsId, kind, requestedAt } = row;
      waiting.push({ requesterId, concernsId, kind, requestedOn: civilOf(requestedAt, office.settings.zone).date });
    }
    return waiting.length === 0 ? null : { waiting };
  },
};

/** Carries a refusal out of a transaction that has written already, so that it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

interface Standing {
  row: ApprovalRow;
  actor: Member;
  onBehalfOf: string | null;
}

async function standingOn(office: Office, tx: Tx, token: string, actorId: string): Promise<Standing | Refusal> {
  const row = await approvalByToken(tx, token);
  const actor = await memberOf(tx, actorId);
  if (row === null || actor === null) return refuse('approval.gone', {});
  const may = await mayDecideRow(tx, row, actor, await directoryIn(office, tx));
  // Who may not decide is told so first: the decision is not theirs to know.
  if (isRefusal(may)) return may;
  if (row.state !== 'pending') return alreadyDecided(office, row);
  return { row, actor, onBehalfOf: may.onBehalfOf };
}

function mayDecideRow(
  tx: Tx,
  row: ApprovalRow,
  actor: Member,
  directory: Directory,
): Promise<{ onBehalfOf: string | null } | Refusal> {
  if (row.kind === 'case' || row.kind === 'appeal') return mayDecideThisCase(tx, row, actor, directory);
  return Promise.resolve(mayDecide(matterOf(row), actor, directory));
}

function alreadyDecided(office: Office, row: ApprovalRow | null): Refusal {
  if (row === null || row.state === 'pending') return refuse('approval.gone', {});
  const { date, time } = civilOf(row.decidedAt ?? row.requestedAt, office.settings.zone);
  return refuse('approval.decided', { state: row.state, by: row.decidedBy, at: `${date} ${time}` });
}

async function cardOf(
  tx: Tx,
  office: Office,
  row: ApprovalRow,
  onBehalfOf: string | null = null,
): Promise<ApprovalCard> {
  const { token, step, requesterId, concernsId, requestedAt, escalated } = row;
  return {
    token,
    authority: step,
    requesterId,
    concernsId,
    requestedAt: requestedAt.toISOString(),
    onBehalfOf,
    escalated,
    matter: await matterFacts(tx, row, office),
    decision: decisionOf(row),
  };
}

async function matterFacts(tx: Tx, row: ApprovalRow, office: Office): Promise<MatterFacts> {
  if (row.kind === 'leave' || row.kind === 'cancellation') {
    const leave = await leaveById(tx, row.subjectId);
    if (leave === null) throw new Error(`approval ${row.id} is about leave ${row.subjectId}, which is not there`);
    return { kind: row.kind, leave: await leaveFacts(tx, leave, office) };
  }
  const facts = await caseFacts(tx, row.subjectId, office);
  return row.kind === 'case' ? { kind: 'case', case: facts } : { kind: 'appeal', case: facts };
}
