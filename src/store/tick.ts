/** The ledger of the clock's duties: a row per duty and business date is the claim to run it. */
import type { Tx } from './database.ts';

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

/** The instant up to which a duty's occurrences are on the ledger; null when none is. */
export async function lastDueAt(tx: Tx, duty: string): Promise<Date | null> {
  const row = await tx.occurrence.findFirst({ where: { duty }, orderBy: { dueAt: 'desc' }, select: { dueAt: true } });
  return row?.dueAt ?? null;
}

/** When the department began to be served: nothing due before it was ever missed. Written at the first call. */
export async function beginning(tx: Tx, now: Date): Promise<Date> {
  const key = { duty: 'beginning', date: 'once' };
  await tx.occurrence.createMany({ data: { ...key, dueAt: now, ranAt: now, state: 'done' }, skipDuplicates: true });
  const row = await tx.occurrence.findUniqueOrThrow({ where: { duty_date: key } });
  return row.dueAt;
}
