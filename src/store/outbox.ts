/** What must be said in Slack: rows written with the change that causes them, claimed and settled by the sender. */
import { randomUUID } from 'node:crypto';
import type { Tx } from './database.ts';
import type { Card, Outbox, Prisma } from './generated/client.ts';

export type OutboxRow = Outbox;

export interface Message {
  /** Says it once: a second row of the same key is not written. */
  key: string;
  recipient: string;
  notice: string;
  ref: Record<string, unknown>;
  /** Name under which the message can be updated later. */
  card?: string;
}

/** Writes a message to be posted; true when it was not written before. `now` is the sender's clock, not the department's. */
export async function enqueue(tx: Tx, message: Message, now: Date): Promise<boolean> {
  const { count } = await tx.outbox.createMany({
    data: {
      ...message,
      ref: message.ref as Prisma.InputJsonObject,
      uuid: randomUUID(),
      act: 'post',
      runAt: now,
      at: now,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/**
 * Asks for a card to be drawn anew. What it shows is read when it is sent, so any number of changes before that cost
 * one update. The row still waiting is locked until this change commits, or the sender could read the card just before.
 */
export async function refresh(tx: Tx, card: string, now: Date): Promise<void> {
  const waiting = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM outbox WHERE card = ${card} AND state = 'pending' ORDER BY id FOR UPDATE`;
  if (waiting.length > 0) return;
  const post = await tx.outbox.findFirst({ where: { card, act: 'post', state: { in: ['sending', 'sent'] } } });
  if (post === null) return;
  const { recipient, notice, ref } = post;
  const uuid = randomUUID();
  await tx.outbox.create({
    data: {
      key: `update:${uuid}`,
      uuid,
      recipient,
      act: 'update',
      card,
      notice,
      ref: ref as Prisma.InputJsonValue,
      runAt: now,
      at: now,
    },
  });
}

/**
 * Claims the oldest row that may go out now, keeping the order per recipient; null when there is none. A row whose
 * claim ran out is claimed anew and in doubt: whoever had it may have sent it and died before saying so. `resting` are recipients that were written to a moment ago.
 */
export async function claimNext(
  tx: Tx,
  owner: string,
  now: Date,
  leaseMs: number,
  resting: string[],
): Promise<Outbox | null> {
  const rows = await tx.$queryRaw<Outbox[]>`
    UPDATE outbox SET state = 'sending', doubt = doubt OR state = 'sending', owner = ${owner}, attempt = attempt + 1,
      "leaseUntil" = ${new Date(now.getTime() + leaseMs)}
    WHERE id = (
      SELECT o.id FROM outbox o
      WHERE ((o.state = 'pending' AND o."runAt" <= ${now}) OR (o.state = 'sending' AND o."leaseUntil" < ${now}))
        AND NOT (o.recipient = ANY(${resting}))
        AND NOT EXISTS (
          SELECT 1 FROM outbox earlier
          WHERE earlier.recipient = o.recipient AND earlier.id < o.id AND earlier.state IN ('pending', 'sending'))
      ORDER BY o.id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
  return rows[0] ?? null;
}

/** Ends all claims at that instant: for whoever knows that the processes that made them are gone. */
export async function endClaims(tx: Tx, at: Date): Promise<void> {
  await tx.outbox.updateMany({ where: { state: 'sending', leaseUntil: { gt: at } }, data: { leaseUntil: at } });
}

/** When the next row may go out, of the first of each recipient; null when nothing waits. */
export async function nextRunAt(tx: Tx): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(at) AS at FROM (
      SELECT DISTINCT ON (recipient) CASE WHEN state = 'pending' THEN "runAt" ELSE "leaseUntil" END AS at
      FROM outbox WHERE state IN ('pending', 'sending') ORDER BY recipient, id) heads`;
  return row?.at ?? null;
}

export type Settlement =
  | { state: 'sent'; channel: string; ts: string }
  /** `doubt`: perhaps sent already. */
  | { state: 'pending'; runAt: Date; error: string; doubt: boolean }
  | { state: 'dead' | 'dropped'; error: string | null };

/** Ends a claim. False when the lease was lost meanwhile: somebody else owns the row, and nothing is written. */
export async function settle(tx: Tx, row: Outbox, settlement: Settlement, now: Date): Promise<boolean> {
  const { state } = settlement;
  const { count } = await tx.outbox.updateMany({
    where: { id: row.id, owner: row.owner, attempt: row.attempt, state: 'sending' },
    data: {
      state,
      owner: null,
      leaseUntil: null,
      ...(settlement.state === 'sent' ? { ts: settlement.ts, sentAt: now, error: null } : { error: settlement.error }),
      ...(settlement.state === 'pending' ? { runAt: settlement.runAt, doubt: settlement.doubt } : {}),
    },
  });
  if (count === 0) return false;
  if (settlement.state === 'sent' && row.card !== null && row.act === 'post') {
    const place = {
      channel: settlement.channel,
      ts: settlement.ts,
      notice: row.notice,
      ref: row.ref as Prisma.InputJsonValue,
    };
    await tx.card.upsert({ where: { key: row.card }, create: { key: row.card, ...place }, update: place });
  }
  return true;
}

/** Where a card stands in Slack; null while it was never posted. */
export async function cardOf(tx: Tx, key: string): Promise<Card | null> {
  return tx.card.findUnique({ where: { key } });
}

/** The cards whose names begin so. */
export async function cardsLike(tx: Tx, prefix: string): Promise<string[]> {
  const rows = await tx.outbox.findMany({
    where: { card: { startsWith: prefix }, act: 'post' },
    select: { card: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(row => row.card ?? []);
}
