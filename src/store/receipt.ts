/** Deliveries from Slack already taken, so that a redelivery does nothing twice and gets the same answer. */

import { Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

export type Claim =
  | { taken: 'new' }
  /** `answer` is what was answered then, null for nothing; while it is still being worked on there is none yet. */
  | { taken: 'before'; done: boolean; answer: unknown };

/** Longer than any handler runs: a claim older than this belongs to a process that died. */
const abandonedAfterMs = 60_000;

/** Claims a delivery by its key, so that of all who receive it one works on it. */
export async function claimDelivery(tx: Tx, key: string, now: Date): Promise<Claim> {
  const { count } = await tx.receipt.createMany({ data: { key, state: 'working', at: now }, skipDuplicates: true });
  if (count === 1) return { taken: 'new' };
  const abandoned = await tx.receipt.updateMany({
    where: { key, state: 'working', at: { lt: new Date(now.getTime() - abandonedAfterMs) } },
    data: { at: now },
  });
  if (abandoned.count === 1) return { taken: 'new' };
  const receipt = await tx.receipt.findUnique({ where: { key } });
  return { taken: 'before', done: receipt?.state === 'done', answer: receipt?.answer ?? null };
}

/** Keeps the answer given to a delivery. */
export async function settleDelivery(tx: Tx, key: string, answer: unknown): Promise<void> {
  const kept = answer === undefined || answer === null ? Prisma.DbNull : (answer as Prisma.InputJsonValue);
  await tx.receipt.updateMany({ where: { key }, data: { state: 'done', answer: kept } });
}

/** Gives a claim back after a fault, so that the same delivery may be tried again. */
export async function releaseDelivery(tx: Tx, key: string): Promise<void> {
  await tx.receipt.deleteMany({ where: { key, state: 'working' } });
}

/** Forgets deliveries taken before that instant; Slack sends nothing again after so long. Answers hold people's words. */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<void> {
  await tx.receipt.deleteMany({ where: { at: { lt: before } } });
}

/** No delivery has this key: theirs are lists in JSON, or a hash. */
const PROBE = 'readiness';

/** Writes what a delivery writes first, for whoever asks whether one could be taken; rejects when it could not. */
export async function tryWriting(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO receipt (key, state, at) VALUES (${PROBE}, 'done', ${now}) ON CONFLICT (key) DO UPDATE SET at = ${now}`;
}
