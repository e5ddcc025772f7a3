/** The ledger of the clock's duties: a row per duty and business date is the claim to run it. */
import type { Tx } from './tx.ts';

export type OccurrenceState = 'done' | 'late' | 'skipped';

export interface Occurrence {
  duty: string;
  date: string;
  dueAt: Date;
}

/** Claims an occurrence in the transaction that does its work; false when somebody has it already. */
export async function claimOccurrence(
  tx: Tx,
  occurrence: Occurrence,
  state: OccurrenceState,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.occurrence.createMany({
    data: { ...occurrence, state, ranAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Whether somebody has an occurrence already. */
export async function isClaimed(tx: Tx, duty: string, date: string): Promise<boolean> {
  return (await tx.occurrence.count({ where: { duty, date } })) > 0;
}

/**
 * The instant up to which a duty's occurrences are on the ledger. A duty seen for the first time begins now: nothing
 * due before it was served, or before it was declared, was ever missed.
 */
export async function servedUntil(tx: Tx, duty: string, now: Date): Promise<Date> {
  const begun = { duty, date: 'begun', dueAt: now, ranAt: now, state: 'done' };
  const last = async () => tx.occurrence.findFirst({ where: { duty }, orderBy: { dueAt: 'desc' } });
  const known = await last();
  if (known !== null) return known.dueAt;
  await tx.occurrence.createMany({ data: begun, skipDuplicates: true });
  return (await last())?.dueAt ?? now;
}

/** What was recorded as skipped in that time, in the order it had been due. */
export async function skippedBetween(tx: Tx, from: Date, until: Date): Promise<Occurrence[]> {
  const where = { state: 'skipped' satisfies OccurrenceState, ranAt: { gte: from, lt: until } };
  return tx.occurrence.findMany({ where, orderBy: [{ dueAt: 'asc' }, { duty: 'asc' }] });
}
