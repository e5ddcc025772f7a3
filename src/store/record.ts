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

function json(value: Record<string, unknown> | null | undefined): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
