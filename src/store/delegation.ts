/** Authority lent for a span of days. */
import type { Delegation } from '../domain/approval.ts';
import type { CivilDate } from '../domain/civil.ts';
import type { Tx } from './database.ts';

export async function createDelegation(tx: Tx, delegation: Delegation, now: Date): Promise<number> {
  return (await tx.delegation.create({ data: { ...delegation, at: now } })).id;
}

/** Ends all that a member lent and had not taken back; how many that were. */
export async function endDelegationsOf(tx: Tx, principalId: string, now: Date): Promise<number> {
  const { count } = await tx.delegation.updateMany({ where: { principalId, endedAt: null }, data: { endedAt: now } });
  return count;
}

/** Authority lent on that day. */
export async function delegationsOn(tx: Tx, date: CivilDate): Promise<Delegation[]> {
  const rows = await tx.delegation.findMany({ where: { endedAt: null, from: { lte: date }, to: { gte: date } } });
  return rows.map(({ principalId, delegateId, from, to }) => ({ principalId, delegateId, from, to }));
}
