/** Authority lent for a span of days. */

import type { CivilDate } from '../../../kernel/civil.ts';
import type { Tx } from '../../../store/tx.ts';
import type { Delegation } from '../rules.ts';

export type DelegationRow = Delegation & { id: number; endedAt: Date | null };

export async function createDelegation(tx: Tx, delegation: Delegation, now: Date): Promise<number> {
  return (await tx.delegation.create({ data: { ...delegation, at: now } })).id;
}

/** One loan, also when it is over; null when there is none. */
export async function delegationById(tx: Tx, id: number): Promise<DelegationRow | null> {
  return tx.delegation.findUnique({ where: { id }, select });
}

/** What a member lent and has not taken back, up to that day or later. */
export async function loansBy(tx: Tx, principalId: string, today: CivilDate): Promise<DelegationRow[]> {
  return tx.delegation.findMany({ where: { principalId, endedAt: null, to: { gte: today } }, select });
}

/** Ends a loan. */
export async function endDelegation(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.delegation.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}

/** Authority lent on that day. */
export async function delegationsOn(tx: Tx, date: CivilDate): Promise<Delegation[]> {
  return tx.delegation.findMany({ where: { endedAt: null, from: { lte: date }, to: { gte: date } }, select });
}

/** Whoever comes into borrowed authority with the day, or had it until the day before. */
export async function loansTurningOn(tx: Tx, date: CivilDate, dayBefore: CivilDate): Promise<string[]> {
  const rows = await tx.delegation.findMany({
    where: { endedAt: null, OR: [{ from: date }, { to: dayBefore }] },
    select: { delegateId: true },
  });
  return rows.map(({ delegateId }) => delegateId);
}

const select = { id: true, principalId: true, delegateId: true, from: true, to: true, endedAt: true } as const;
