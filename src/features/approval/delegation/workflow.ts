/** Lending one's authority for some days; whoever lends it stays accountable. */

import { addDays, type CivilDate, todayOf } from '../../../kernel/civil.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { holds, type Member, standingOf } from '../../../member/rules.ts';
import { lockMember } from '../../../member/store.ts';
import type { Office, Sure } from '../../../office/office.ts';
import { say } from '../../../office/say.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { decidersIn } from '../rules.ts';
import { refreshCardsOf } from '../workflow.ts';
import { createDelegation, type DelegationRow, endDelegation, loansBy } from './store.ts';

/** The longest span authority is lent for, in days. */
const MOST_DAYS = 92;

/**
 * Lends the member's authority from one day to another, both included, and tells the delegate; from today on what waits
 * is put before them too. A new loan takes the place of the one before, which is returned.
 */
export async function delegate(
  office: Office,
  me: Member,
  to: Member,
  from: CivilDate,
  until: CivilDate,
  sure: Sure = null,
): Promise<{ instead: DelegationRow | null } | Refusal> {
  const now = office.clock.now();
  const today = todayOf(office, now);
  const latest = addDays(today, MOST_DAYS);
  const standing = standingOf(to);
  if (to.id === me.id) return refuse('delegation.self', {});
  if (standing !== true)
    return standing.code === 'member.noPost' ? refuse('member.notInDepartment', { id: to.id }) : standing;
  const needs = decidersIn(office.settings.authority);
  if (!holds(me, needs)) return refuse('delegation.nothingToLend', { needs });
  if (from < today || until < from || until > latest) return refuse('delegation.badSpan', { from, to: until, latest });
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    const before = await loansBy(tx, me.id, today);
    if (sure === 'look') return { instead: before.at(-1) ?? null };
    const mine = (await sure?.(tx)) ?? true;
    if (mine !== true) return mine;
    for (const loan of before) await takeBack(office, tx, me, loan, loan.delegateId !== to.id);
    const id = await createDelegation(tx, { principalId: me.id, delegateId: to.id, from, to: until }, now);
    const after = { delegateId: to.id, from, to: until };
    await record(tx, { at: now, actor: me.id, deed: 'delegation.made', noun: 'delegation', nounId: id, after });
    const ref = { delegationId: id };
    await say(office, tx, { key: `approval.lent:${id}`, recipient: to.id, message: 'approval.lent', ref });
    if (from <= today) await refreshCardsOf(office, tx, to.id);
    return { instead: before.at(-1) ?? null };
  });
  office.wake();
  return result;
}

/** Takes the authority back at once; the delegate is told, and what they have not decided is no longer theirs. */
export async function endLoan(office: Office, me: Member): Promise<DelegationRow | Refusal> {
  const today = todayOf(office);
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    const loans = await loansBy(tx, me.id, today);
    for (const loan of loans) await takeBack(office, tx, me, loan, true);
    return loans.at(-1) ?? refuse('delegation.none', {});
  });
  office.wake();
  return result;
}

/** To whom the member lends their authority now or soon; null when to nobody. */
export async function loanOf(office: Office, me: Member): Promise<DelegationRow | null> {
  const today = todayOf(office);
  return (await loansBy(office.database.read, me.id, today)).at(-1) ?? null;
}

async function takeBack(office: Office, tx: Tx, me: Member, loan: DelegationRow, tell: boolean): Promise<void> {
  const { id, delegateId } = loan;
  const now = office.clock.now();
  await endDelegation(tx, id, now);
  await record(tx, { at: now, actor: me.id, deed: 'delegation.ended', noun: 'delegation', nounId: id });
  const key = `approval.loanEnded:${id}`;
  if (tell)
    await say(office, tx, { key, recipient: delegateId, message: 'approval.loanEnded', ref: { delegationId: id } });
  await refreshCardsOf(office, tx, delegateId);
}
