/** Deciding: once, by somebody allowed at that moment, whatever the matter. */

import { civilOf } from '../../kernel/civil.ts';
import type { Terms } from '../../kernel/otherwise.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember, memberOf } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { cardOf, mayDecideRow } from './card.ts';
import type { ApprovalCard } from './messages.ts';
import type { Authority } from './rules.ts';
import { type ApprovalRow, approvalById, approvalByToken, setApprovalState } from './store.ts';
import { directoryAround, redrawCards } from './workflow.ts';

export type Verdict = 'approved' | 'rejected';

/**
 * Takes a decision. Authority, state and whose matter it is are read now, in the transaction that decides; the first
 * decision counts and every later one gets the present state.
 */
export function decide(
  office: Office,
  token: string,
  actorId: string,
  verdict: Verdict,
  reason: string | null,
  terms: Terms | null = null,
): Promise<ApprovalCard | Refusal> {
  return deciding(office, async tx => {
    const may = await standingOn(office, tx, token, actorId);
    if (isRefusal(may)) return may;
    if (verdict === 'rejected' && (reason ?? '').trim() === '') {
      const { accuses } = office.declared.matters[may.row.kind];
      return refuse('approval.reasonMissing', { accuses });
    }
    return conclude(office, tx, may, verdict, reason, terms);
  });
}

/**
 * Approves at once, as `decide` does; with nothing decided the posts of the next authority where approving only recommends
 * it to them (8.1, 8.4), who read what the approver has to say.
 */
export function approveAtOnce(
  office: Office,
  token: string,
  actorId: string,
): Promise<ApprovalCard | { wordsFor: readonly Post[] } | Refusal> {
  return deciding(office, async tx => {
    const may = await standingOn(office, tx, token, actorId);
    if (isRefusal(may)) return may;
    const { row, actor, authority } = may;
    const { recommends } = office.declared.matters[row.kind];
    const wordsFor = (await recommends?.(office, tx, { ...row, step: authority }, actor)) ?? null;
    return wordsFor === null ? conclude(office, tx, may, 'approved', null) : { wordsFor };
  });
}

async function deciding<T>(office: Office, work: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
  const result = await office.database.transaction(work).catch((fault: unknown) => {
    if (fault instanceof Refused) return fault.refusal;
    throw fault;
  });
  office.wake();
  return result;
}

/** The card, when the person could decide it at this moment: asked before a form for the reason is opened. */
export function cardToDecide(office: Office, token: string, actorId: string): Promise<ApprovalCard | Refusal> {
  return office.database.transaction(async tx => {
    const may = await standingOn(office, tx, token, actorId);
    return isRefusal(may) ? may : cardOf(office, tx, may.row, may);
  });
}

interface Standing {
  row: ApprovalRow;
  actor: Member;
  onBehalfOf: string | null;
  authority: Authority;
}

async function standingOn(office: Office, tx: Tx, token: string, actorId: string): Promise<Standing | Refusal> {
  const row = await approvalByToken(tx, token);
  const actor = await memberOf(tx, actorId);
  if (row === null || row.state === 'takenBack' || actor === null) return refuse('approval.gone', {});
  const may = mayDecideRow(office, row, actor, await directoryAround(office, tx, actorId, row.concernsId));
  // Who may not decide is told so first: the decision is not theirs to know. That they tried stays on record.
  if (isRefusal(may)) {
    const [at, after] = [office.clock.now(), { code: may.code }];
    await record(tx, { at, actor: actorId, deed: 'approval.denied', noun: 'approval', nounId: row.id, after });
    return may;
  }
  if (row.state !== 'pending') return alreadyDecided(office, row);
  // The clock may be a moment behind, or the bot was down.
  if (row.expiresAt !== null && row.expiresAt <= office.clock.now()) return expiredOn(office, row.expiresAt);
  return { row, actor, ...may };
}

/** Throws `Refused` when what the decision is about refuses it, so that nothing of the decision stays. */
async function conclude(
  office: Office,
  tx: Tx,
  { row, actor, onBehalfOf }: Standing,
  verdict: Verdict,
  reason: string | null,
  terms: Terms | null = null,
): Promise<ApprovalCard | Refusal> {
  // Whoever withdraws holds the member first as well; in another order the two could wait for each other for ever.
  await lockMember(tx, row.concernsId);
  const at = office.clock.now();
  const end = { state: verdict, decidedBy: actor.id, onBehalfOf, decidedAt: at, reason, terms };
  if (!(await setApprovalState(tx, row.id, end))) return alreadyDecided(office, await approvalById(tx, row.id));
  const matter = office.declared.matters[row.kind];
  const outcome = await matter.decided(office, tx, { asked: row, actor, onBehalfOf, verdict, reason, terms });
  if (isRefusal(outcome)) throw new Refused(outcome);
  await redrawCards(office, tx, row.id);
  if (matter.tellsRequester) {
    const key = `approval.decided:${row.id}`;
    await say(office, tx, {
      key,
      recipient: row.requesterId,
      message: 'approval.decided',
      ref: { approvalId: row.id },
    });
  }
  const [before, after] = [{ state: 'pending' }, { state: verdict, onBehalfOf, terms }];
  const deed = `approval.${verdict}`;
  await record(tx, { at, actor: actor.id, deed, noun: 'approval', nounId: row.id, before, after });
  return cardOf(office, tx, { ...row, ...end }, null);
}

function alreadyDecided(office: Office, row: ApprovalRow | null): Refusal {
  if (row === null || row.state === 'pending' || row.state === 'takenBack') return refuse('approval.gone', {});
  if (row.state === 'expired') return expiredOn(office, row.expiresAt ?? row.requestedAt);
  const at = momentIn(office, row.decidedAt ?? row.requestedAt);
  const { accuses } = office.declared.matters[row.kind];
  return refuse('approval.decided', { accuses, state: row.state, by: row.decidedBy, at });
}

function expiredOn(office: Office, at: Date): Refusal {
  return refuse('approval.expired', { at: momentIn(office, at) });
}

function momentIn({ settings }: Office, instant: Date): string {
  const { date, time } = civilOf(instant, settings.zone);
  return `${date} ${time}`;
}

/** Carries a refusal out of a transaction that has written already, so that it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
