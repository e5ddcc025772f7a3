/** The ledger of the clock's duties: a row per duty and business date is the claim to run it. */
import type { Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

export type OccurrenceState = 'done' | 'late' | 'skipped';

export interface Occurrence {
  duty: string;
  date: string;
  dueAt: Date;
}

const BEGUN = 'begun';

/**
 * Rows written further ahead of the present than this were written by a clock that was wrong, and count for nothing.
 * Longer than lateness usually is: a clock set back by less brings nothing twice.
 */
const WRONG_AHEAD_MS = 86_400_000;

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
  if (count === 1) return true;
  const { duty, date, dueAt } = occurrence;
  const wrongly = { duty, date, ranAt: { gt: rightUntil(now) } };
  return (await tx.occurrence.updateMany({ where: wrongly, data: { dueAt, state, ranAt: now } })).count === 1;
}

/** Whether somebody has an occurrence already. */
export async function isClaimed(tx: Tx, duty: string, date: string, now: Date): Promise<boolean> {
  return (await tx.occurrence.count({ where: { duty, date, ranAt: { lte: rightUntil(now) } } })) > 0;
}

/**
 * The instants up to which the duties' occurrences are on the ledger, in one statement however long the ledger is. A
 * duty seen for the first time begins now: nothing due before it was served, or before it was declared, was ever missed.
 */
export async function servedUntil(tx: Tx, duties: readonly string[], now: Date): Promise<Map<string, Date>> {
  const rows = await onLedger(tx, duties, now);
  const fresh = rows.filter(({ served }) => served === null).map(({ duty }) => duty);
  if (fresh.length > 0) await begin(tx, fresh, now);
  return new Map(rows.map(({ duty, served }) => [duty, served ?? now]));
}

/** The same of one duty for whoever only looks: null where it has not begun, and nothing begins. */
export async function servedBefore(tx: Tx, duty: string, now: Date): Promise<Date | null> {
  const [row] = await onLedger(tx, [duty], now);
  return row?.served ?? null;
}

function onLedger(tx: Tx, duties: readonly string[], now: Date): Promise<{ duty: string; served: Date | null }[]> {
  return tx.$queryRaw`
    SELECT wanted.duty, (
      SELECT "dueAt" FROM occurrence
      WHERE duty = wanted.duty AND "dueAt" <= ${now} AND "ranAt" <= ${rightUntil(now)}
      ORDER BY "dueAt" DESC LIMIT 1) AS served
    FROM unnest(${duties}::text[]) AS wanted(duty)`;
}

/** Where the clock was set back over the beginning, the ledger begins anew. */
async function begin(tx: Tx, duties: readonly string[], now: Date): Promise<void> {
  const begun = { dueAt: now, ranAt: now, state: 'done' satisfies OccurrenceState };
  const data = duties.map((duty): Prisma.OccurrenceCreateManyInput => ({ duty, date: BEGUN, ...begun }));
  await tx.occurrence.createMany({ data, skipDuplicates: true });
  const ahead = { duty: { in: [...duties] }, date: BEGUN, dueAt: { gt: now } };
  await tx.occurrence.updateMany({ where: ahead, data: begun });
}

/** What was recorded as skipped in that time, in the order it had been due. */
export async function skippedBetween(tx: Tx, from: Date, until: Date): Promise<Occurrence[]> {
  const where = { state: 'skipped' satisfies OccurrenceState, ranAt: { gte: from, lt: until } };
  return tx.occurrence.findMany({ where, orderBy: [{ dueAt: 'asc' }, { duty: 'asc' }] });
}

/** When the ledger was last written, by whatever clock; null while nothing stands on it. */
export async function lastServed(tx: Tx): Promise<Date | null> {
  return (await tx.occurrence.aggregate({ _max: { ranAt: true } }))._max.ranAt;
}

function rightUntil(now: Date): Date {
  return new Date(now.getTime() + WRONG_AHEAD_MS);
}
