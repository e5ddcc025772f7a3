/** What must be said in Slack: rows written with the change that causes them, claimed and settled by the sender. */
import { randomUUID } from 'node:crypto';
import { type Card, type Outbox, Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

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
  const ref = message.ref as Prisma.InputJsonObject;
  const data = { ...message, ref, uuid: randomUUID(), act: 'post', runAt: now, at: now };
  const { count } = await tx.outbox.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/**
 * Asks for a card to be drawn anew. What it shows is read when it is sent, so any number of changes before that cost
 * one update. The row still waiting is locked until this change commits, or the sender could read the card just before.
 */
export async function refresh(tx: Tx, card: string, now: Date): Promise<void> {
  for (;;) {
    const waiting = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM outbox WHERE card = ${card} AND state = 'pending' ORDER BY id FOR UPDATE`;
    if (waiting.length > 0) return;
    const latest = await tx.outbox.findFirst({ where: { card, state: { not: 'pending' } }, orderBy: { id: 'desc' } });
    const post = await tx.outbox.findFirst({ where: { card, act: 'post', state: { in: ['sending', 'sent'] } } });
    if (post === null) return;
    const { recipient, notice } = post;
    const ref = post.ref as Prisma.InputJsonValue;
    // Of changes at the same moment one writes the row and the others wait for its commit, then find it above.
    const key = `update:${card}:${latest?.id}`;
    const row = { key, uuid: randomUUID(), recipient, act: 'update', card, notice, ref, runAt: now, at: now };
    const { count } = await tx.outbox.createMany({ data: row, skipDuplicates: true });
    if (count === 1) return;
  }
}

/** A row taken to be sent. */
export interface Claimed extends Outbox {
  /** Whether something waited behind it, to the same recipient, when it was claimed. */
  more: boolean;
}

/**
 * Claims the oldest rows that may go out now, at most one to each recipient, so that their order is kept. A row whose
 * claim ran out is claimed anew and in doubt: whoever had it may have sent it and died before saying so.
 */
export async function claimNext(
  tx: Tx,
  owner: string,
  now: Date,
  { leaseMs, restMs, resting, most }: Claiming,
): Promise<Claimed[]> {
  const rows = await tx.$queryRaw<Claimed[]>`
    UPDATE outbox SET state = 'sending', doubt = doubt OR state = 'sending', owner = ${owner}, attempt = attempt + 1,
      "leaseUntil" = ${new Date(now.getTime() + leaseMs)}
    WHERE id = ANY(ARRAY(
      SELECT o.id FROM outbox o
      WHERE ((o.state = 'pending' AND o."runAt" <= ${now}) OR (o.state = 'sending' AND o."leaseUntil" < ${now}))
        AND NOT (o.recipient = ANY(${resting}))
        AND NOT ${rests('o', now, restMs)}
        AND NOT ${isBehind('o', now, restMs)}
      ORDER BY o.id LIMIT ${most} FOR UPDATE SKIP LOCKED))
    RETURNING *, EXISTS (
      SELECT 1 FROM outbox later
      WHERE later.recipient = outbox.recipient AND later.id > outbox.id AND later.state = 'pending') AS more`;
  return rows.sort((a, b) => a.id - b.id);
}

export interface Claiming {
  leaseMs: number;
  /** How long a card is left as it is after an update of it. */
  restMs: number;
  /** Recipients that were written to a moment ago. */
  resting: string[];
  /** How many at once. */
  most: number;
}

/** Whether the row of that name is an update of a card updated a moment ago. */
function rests(row: 'o' | 'earlier', now: Date, restMs: number): Prisma.Sql {
  const it = Prisma.raw(row);
  return Prisma.sql`(${it}.act = 'update' AND ${it}.state = 'pending' AND EXISTS (
    SELECT 1 FROM outbox drawn WHERE drawn.card = ${it}.card AND drawn.act = 'update' AND drawn.state = 'sent'
      AND drawn."sentAt" > ${new Date(now.getTime() - restMs)} AND drawn."sentAt" <= ${now}))`;
}

/** Whether another message to the same recipient goes first. A resting update lets those behind it pass. */
function isBehind(row: 'o', now: Date, restMs: number): Prisma.Sql {
  const it = Prisma.raw(row);
  return Prisma.sql`EXISTS (
    SELECT 1 FROM outbox earlier
    WHERE earlier.recipient = ${it}.recipient AND earlier.id < ${it}.id AND earlier.state IN ('pending', 'sending')
      AND NOT ${rests('earlier', now, restMs)})`;
}

/** Ends all claims at that instant: for whoever knows that the processes that made them are gone. */
export async function endClaims(tx: Tx, at: Date): Promise<void> {
  await tx.outbox.updateMany({ where: { state: 'sending', leaseUntil: { gt: at } }, data: { leaseUntil: at } });
}

/**
 * After the clock was set: what was written by a clock that stood ahead goes out now or after the longest pause, instead
 * of when that time has come. Twice does no more than once.
 */
export async function bringNear(tx: Tx, now: Date, { pauseMs, leaseMs }: { pauseMs: number; leaseMs: number }) {
  const later = (ms: number) => new Date(now.getTime() + ms);
  await tx.$executeRaw`
    UPDATE outbox SET
      "runAt" = least("runAt", CASE WHEN attempt = 0 THEN ${now}::timestamptz ELSE ${later(pauseMs)}::timestamptz END),
      "leaseUntil" = least("leaseUntil", ${later(leaseMs)}::timestamptz),
      -- When it was written decides how far back it is looked for and how long it is tried: some time ago, not to come.
      at = CASE WHEN at > ${now}::timestamptz THEN ${later(-pauseMs)}::timestamptz ELSE at END,
      "turnedAt" = least("turnedAt", ${now}::timestamptz)
    WHERE state IN ('pending', 'sending') AND (at > ${now}::timestamptz OR "runAt" > ${now}::timestamptz OR "leaseUntil" > ${now}::timestamptz OR "turnedAt" > ${now}::timestamptz)`;
}

/** Puts all that waits in doubt, whatever the age of the tables: for who takes up rows that were perhaps sent since. */
export async function doubtWaiting(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE outbox SET doubt = true WHERE state IN ('pending', 'sending') AND NOT doubt`;
}

/** When the next row may go out; null when nothing waits. */
export async function nextRunAt(tx: Tx, now: Date, restMs: number): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(CASE
      WHEN o.state = 'sending' THEN o."leaseUntil"
      WHEN ${rests('o', now, restMs)} THEN greatest(o."runAt", (
        SELECT max(drawn."sentAt") FROM outbox drawn
        WHERE drawn.card = o.card AND drawn.act = 'update' AND drawn.state = 'sent'
      ) + ${restMs} * interval '1 millisecond')
      ELSE o."runAt" END) AS at
    FROM outbox o WHERE o.state IN ('pending', 'sending') AND NOT ${isBehind('o', now, restMs)}`;
  return row?.at ?? null;
}

export type Settlement =
  | { state: 'sent'; channel: string; ts: string }
  /** `doubt`: perhaps sent already. `barred`: no message could have gone out, and this was no attempt of its own. */
  | { state: 'pending'; runAt: Date; error: string; doubt: boolean; barred?: true }
  | { state: 'dead' | 'dropped'; error: string | null };

/** Ends a claim. False when the lease was lost meanwhile: somebody else owns the row, and nothing is written. */
export async function settle(tx: Tx, row: Outbox, settlement: Settlement, now: Date): Promise<boolean> {
  if (settlement.state === 'sent') return noteSent(tx, row, settlement, now);
  const { count } = await tx.outbox.updateMany({
    where: { id: row.id, owner: row.owner, attempt: row.attempt, state: 'sending' },
    data: {
      state: settlement.state,
      owner: null,
      leaseUntil: null,
      error: settlement.error,
      ...(settlement.state === 'pending' ? { runAt: settlement.runAt, doubt: settlement.doubt } : {}),
      ...(settlement.state === 'pending' && settlement.barred ? { attempt: row.attempt - 1 } : {}),
      ...(settlement.state === 'dead' ? { turnedAt: now } : {}),
    },
  });
  return count > 0;
}

/** That a row is sent, and where its card stands, in one statement: it ends every message. */
async function noteSent(tx: Tx, row: Outbox, place: { channel: string; ts: string }, now: Date): Promise<boolean> {
  const sent = await tx.$queryRaw<unknown[]>`
    WITH sent AS (
      UPDATE outbox SET state = 'sent', owner = NULL, "leaseUntil" = NULL, channel = ${place.channel}, ts = ${place.ts},
        "sentAt" = ${now}, error = NULL
      WHERE id = ${row.id} AND owner = ${row.owner} AND attempt = ${row.attempt} AND state = 'sending'
      RETURNING id, act, card, notice, ref
    ), stands AS (
      INSERT INTO card (key, channel, ts, notice, ref)
      SELECT card, ${place.channel}, ${place.ts}, notice, ref FROM sent WHERE card IS NOT NULL AND act = 'post'
      ON CONFLICT (key) DO UPDATE
      SET channel = excluded.channel, ts = excluded.ts, notice = excluded.notice, ref = excluded.ref)
    SELECT id FROM sent`;
  return sent.length > 0;
}

/** Where a card stands in Slack; null while it was never posted. */
export async function cardOf(tx: Tx, key: string): Promise<Card | null> {
  return tx.card.findUnique({ where: { key } });
}

/** Where the last message to that recipient stands, of older programs' the last card; null while nothing is known to. */
export async function lastPlaceOf(tx: Tx, recipient: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ channel: string }[]>`
    SELECT coalesce(outbox.channel, card.channel) AS channel FROM outbox LEFT JOIN card ON card.key = outbox.card
    WHERE outbox.recipient = ${recipient} AND outbox.act = 'post' AND outbox.state = 'sent'
      AND coalesce(outbox.channel, card.channel) IS NOT NULL ORDER BY outbox.id DESC LIMIT 1`;
  return row?.channel ?? null;
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

export interface Backlog {
  /** Written and not sent yet. */
  pending: number;
  dead: number;
  /** Since when the oldest of those pending waits. */
  oldestAt: Date | null;
}

/** How much waits, for those who watch. */
export async function backlog(tx: Tx): Promise<Backlog> {
  const [row] = await tx.$queryRaw<{ pending: bigint; dead: bigint; oldestAt: Date | null }[]>`
    SELECT count(*) FILTER (WHERE state <> 'dead') AS pending, count(*) FILTER (WHERE state = 'dead') AS dead,
      min(coalesce("turnedAt", at)) FILTER (WHERE state <> 'dead') AS "oldestAt"
    FROM outbox WHERE state IN ('pending', 'sending', 'dead')`;
  return { pending: Number(row?.pending ?? 0), dead: Number(row?.dead ?? 0), oldestAt: row?.oldestAt ?? null };
}

/** What was given up in that time, the oldest first. */
export async function deadBetween(tx: Tx, from: Date, until: Date): Promise<Outbox[]> {
  const turnedAt = { gte: from, lt: until };
  return tx.outbox.findMany({ where: { state: 'dead', turnedAt }, orderBy: { id: 'asc' } });
}

/** When a message was last posted to that recipient; null while none was. */
export async function postedAt(tx: Tx, recipient: string): Promise<Date | null> {
  const last = await tx.outbox.aggregate({ where: { recipient, act: 'post', state: 'sent' }, _max: { sentAt: true } });
  return last._max.sentAt;
}

/** For what errors messages to that recipient were given up since then, and when first for each. */
export async function givenUpSince(tx: Tx, recipient: string, since: Date | null) {
  const where = { recipient, state: 'dead', turnedAt: { gt: since ?? new Date(0) } };
  const found = await tx.outbox.groupBy({ by: ['error'], where, _min: { turnedAt: true } });
  return found.map(({ error, _min }) => ({ error, firstAt: _min.turnedAt ?? new Date(0) }));
}

/** Whether a message of that key was said, or waits to be. */
export async function isSaid(tx: Tx, key: string): Promise<boolean> {
  return (await tx.outbox.count({ where: { key, state: { notIn: ['dead', 'dropped'] } } })) > 0;
}

/** Whether a card was to be posted and never will be by itself. */
export async function isGivenUp(tx: Tx, card: string): Promise<boolean> {
  const posts = await tx.outbox.findMany({ where: { card, act: 'post' }, select: { state: true } });
  return posts.length > 0 && posts.every(({ state }) => state === 'dead' || state === 'dropped');
}

/** What was not sent: waiting, under way or given up, the oldest first. */
export async function unsent(tx: Tx): Promise<Outbox[]> {
  return tx.outbox.findMany({ where: { state: { in: ['pending', 'sending', 'dead'] } }, orderBy: { id: 'asc' } });
}

/**
 * Gives what was given up another life and answers its ids. Nobody knows any more whether the last attempt arrived, so
 * it is looked for in Slack before it is sent.
 */
export async function revive(tx: Tx, which: number | 'all', now: Date): Promise<number[]> {
  const rows = await tx.outbox.updateManyAndReturn({
    where: { state: 'dead', ...(which === 'all' ? {} : { id: which }) },
    data: { state: 'pending', attempt: 0, doubt: true, runAt: now, turnedAt: now },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Takes back what waits or was given up; false when there is none of that number, or it is under way. */
export async function abandon(tx: Tx, id: number): Promise<boolean> {
  const where = { id, state: { in: ['pending', 'dead'] } };
  const { count } = await tx.outbox.updateMany({ where, data: { state: 'dropped' } });
  return count === 1;
}

/** Forgets what was said before that instant; what cards show is kept, so that they can be drawn anew. */
export async function forgetSaid(tx: Tx, before: Date): Promise<number> {
  const where: Prisma.OutboxWhereInput = {
    at: { lt: before },
    state: { in: ['sent', 'dropped', 'dead'] },
    OR: [{ act: 'update' }, { card: null }],
  };
  return (await tx.outbox.deleteMany({ where })).count;
}
