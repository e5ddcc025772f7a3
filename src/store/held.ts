/** Messages kept until somebody's quiet hours are over. */
import { type HeldMessage, Prisma } from './generated/client.ts';
import type { Message } from './outbox.ts';
import { instant, type Question } from './question.ts';
import type { Tx } from './tx.ts';

/** Keeps a message until that instant of the department's clock; one of the same key is kept once. */
export async function hold(tx: Tx, message: Message, until: Date): Promise<void> {
  const ref = message.ref as Prisma.InputJsonObject;
  await tx.heldMessage.createMany({ data: { ...message, ref, until }, skipDuplicates: true });
}

/** What is to be said by then, the earliest first. */
export async function heldUntil(tx: Tx, now: Date): Promise<HeldMessage[]> {
  return tx.heldMessage.findMany({ where: { until: { lte: now } }, orderBy: [{ until: 'asc' }, { key: 'asc' }] });
}

/** When the next message kept is to be said; null when none is. */
export const nextHeld: Question<Date | null> = instant(Prisma.sql`SELECT min(until) FROM held_message`);

/** Takes a message that was kept; false when somebody else did. */
export async function takeHeld(tx: Tx, key: string): Promise<boolean> {
  return (await tx.heldMessage.deleteMany({ where: { key } })).count === 1;
}
