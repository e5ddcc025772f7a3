/** Deciding: once, by somebody allowed at that moment, whatever the matter. */
import { civilOf } from '../domain/civil.ts';
import type { Member } from '../domain/member.ts';
import type { ApprovalCard } from '../domain/notice/approval.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type ApprovalRow, approvalById, approvalByToken, setApprovalState } from '../store/approval.ts';
import { lockMember, memberOf } from '../store/member.ts';
import { record } from '../store/record.ts';
import type { Tx } from '../store/tx.ts';
import { directoryIn, redrawCards } from './approval.ts';
import { cardOf, mayDecideRow } from './approvalCard.ts';
import { leaveDecided } from './leave.ts';
import { say } from './outbox.ts';
import type { Office } from './ports.ts';
import { caseDecided } from './violation.ts';

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
  const result = await office.database
    .transaction(async tx => {
      const may = await standingOn(office, tx, token, actorId);
      if (isRefusal(may)) return may;
      if (verdict === 'rejected' && (reason ?? '').trim() === '') return refuse('approval.reasonMissing', {});
      return conclude(office, tx, may, verdict, reason);
    })
    .catch((fault: unknown) => {
      if (fault instanceof Refused) return fault.refusal;
      throw fault;
    });
  office.wake();
  return result;
}

/** Whether the person could decide it at this moment: asked before a form for the reason is opened. */
export function mayDecideNow(office: Office, token: string, actorId: string): Promise<ApprovalCard | Refusal> {
  return office.database.transaction(async tx => {
    const may = await standingOn(office, tx, token, actorId);
    return isRefusal(may) ? may : cardOf(office, tx, may.row, may);
  });
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
  // Who may not decide is told so first: the decision is not theirs to know. That they tried stays on record.
  if (isRefusal(may)) {
    const [at, after] = [office.clock.now(), { code: may.code }];
    await record(tx, { at, actor: actorId, deed: 'approval.denied', noun: 'approval', nounId: row.id, after });
    return may;
  }
  if (row.state !== 'pending') return alreadyDecided(office, row);
  return { row, actor, onBehalfOf: may.onBehalfOf };
}

/** Throws `Refused` when what the decision is about refuses it, so that nothing of the decision stays. */
async function conclude(
  office: Office,
  tx: Tx,
  { row, actor, onBehalfOf }: Standing,
  verdict: Verdict,
  reason: string | null,
): Promise<ApprovalCard | Refusal> {
  // Whoever withdraws holds the member first as well; in another order the two could wait for each other for ever.
  await lockMember(tx, row.concernsId);
  const at = office.clock.now();
  const end = { state: verdict, decidedBy: actor.id, onBehalfOf, decidedAt: at, reason };
  if (!(await setApprovalState(tx, row.id, end))) return alreadyDecided(office, await approvalById(tx, row.id));
  const aboutLeave = row.kind === 'leave' || row.kind === 'cancellation';
  const outcome = aboutLeave
    ? await leaveDecided(office, tx, row, actor.id, verdict)
    : await caseDecided(office, tx, row, actor, onBehalfOf, verdict, reason);
  if (isRefusal(outcome)) throw new Refused(outcome);
  await redrawCards(office, tx, row.id);
  if (aboutLeave) {
    const key = `approval.decided:${row.id}`;
    await say(office, tx, {
      key,
      recipient: row.requesterId,
      notice: 'approval.decided',
      ref: { approvalId: row.id },
    });
  }
  const [before, after] = [{ state: 'pending' }, { state: verdict, onBehalfOf }];
  const deed = `approval.${verdict}`;
  await record(tx, { at, actor: actor.id, deed, noun: 'approval', nounId: row.id, before, after });
  return cardOf(office, tx, { ...row, ...end }, null);
}

function alreadyDecided(office: Office, row: ApprovalRow | null): Refusal {
  if (row === null || row.state === 'pending') return refuse('approval.gone', {});
  const { date, time } = civilOf(row.decidedAt ?? row.requestedAt, office.settings.zone);
  return refuse('approval.decided', { kind: row.kind, state: row.state, by: row.decidedBy, at: `${date} ${time}` });
}

/** Carries a refusal out of a transaction that has written already, so that it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
