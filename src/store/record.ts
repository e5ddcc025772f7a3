/** The append-only record of every change: who, what, when, before, after. Free texts (reasons, facts) stay out of it. */
import { toBeLinked } from './chain.ts';
import { Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

export interface Entry {
  at: Date;
  /** Member id, or 'clock'. */
  actor: string;
  /** What was done, such as `leave.requested`. */
  deed: string;
  noun: string;
  nounId: string | number;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** Adds one entry, in the transaction of the change itself; one about a decision or money is linked into the chain at its end. */
export async function record(tx: Tx, entry: Entry): Promise<void> {
  const links = toBeLinked(tx, entry);
  const row = await tx.record.create({
    data: { ...entry, nounId: String(entry.nounId), before: json(entry.before), after: json(entry.after) },
  });
  links?.push(row);
}

/**
 * The insert of an entry as a part of a larger statement, for deeds so frequent that one more would be felt. It adds one
 * for each row of `from`, whose columns `at`, `before` and `after` may name. This is the only SQL about a table that is not
 * its own that another feature's store may use. Only for what its feature declares `unchained`: the chain needs the row
 * itself, and would find such an entry added beside it.
 */
export function entryInsert(
  entry: Pick<Entry, 'actor' | 'deed' | 'noun'> & Record<'at' | 'before' | 'after', Prisma.Sql> & { nounId: string },
  from: Prisma.Sql,
): Prisma.Sql {
  const { at, actor, deed, noun, nounId, before, after } = entry;
  return Prisma.sql`
    INSERT INTO record (at, actor, deed, noun, "nounId", before, after)
    SELECT ${at}, ${actor}, ${deed}, ${noun}, ${nounId}, ${before}, ${after} FROM ${from}`;
}

/** The last entry about such a noun; null when there is none. */
export async function lastEntry(tx: Tx, noun: string): Promise<{ at: Date; after: unknown } | null> {
  return tx.record.findFirst({ where: { noun }, orderBy: { seq: 'desc' }, select: { at: true, after: true } });
}

function json(value: Record<string, unknown> | null | undefined): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
