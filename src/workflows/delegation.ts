/** Lending one's authority for some days; whoever lends it stays accountable. */
import { AUTHORITIES } from '../domain/approval.ts';
import { addDays, type CivilDate, civilOf } from '../domain/civil.ts';
import { holds, type Member, standingOf } from '../domain/member.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { createDelegation, endDelegationsOf } from '../store/delegation.ts';
import { lockMember } from '../store/member.ts';
import { record } from '../store/record.ts';
import type { Office } from './ports.ts';

/** The longest span authority is lent for, in days. */
const MOST_DAYS = 92;

/** Lends the member's authority from one day to another, both included; a new loan takes the place of the one before. */
export async function delegate(
  office: Office,
  me: Member,
  to: Member,
  from: CivilDate,
  until: CivilDate,
): Promise<true | Refusal> {
  const now = office.clock.now();
  const today = civilOf(now, office.settings.zone).date;
  const latest = addDays(today, MOST_DAYS);
  const standing = standingOf(to);
  if (to.id === me.id) return refuse('delegation.self', {});
  if (standing !== true)
    return standing.code === 'member.noPost' ? refuse('member.notInDepartment', { id: to.id }) : standing;
  if (!holds(me, Object.values(AUTHORITIES).flat())) return refuse('delegation.nothingToLend', {});
  if (from < today || until < from || until > latest) return refuse('delegation.badSpan', { from, to: until, latest });
  await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    await endDelegationsOf(tx, me.id, now);
    const id = await createDelegation(tx, { principalId: me.id, delegateId: to.id, from, to: until }, now);
    const after = { delegateId: to.id, from, to: until };
    await record(tx, { at: now, actor: me.id, deed: 'delegation.made', noun: 'delegation', nounId: id, after });
  });
  return true;
}

/** Takes the authority back at once. */
export async function endDelegation(office: Office, me: Member): Promise<true | Refusal> {
  const now = office.clock.now();
  return office.database.transaction(async tx => {
    const ended = await endDelegationsOf(tx, me.id, now);
    if (ended === 0) return refuse('delegation.none', {});
    await record(tx, { at: now, actor: me.id, deed: 'delegation.ended', noun: 'delegation', nounId: me.id });
    return true as const;
  });
}
