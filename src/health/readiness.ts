/** Whether the bot can do its work now: database and that it can be written to, way to Slack, and how long messages wait. */
import { megabytes, type Room, roomOf } from '../backup/room.ts';
import type { Database } from '../store/database.ts';
import { type Backlog, backlog } from '../store/outbox.ts';
import { tryWriting } from '../store/receipt.ts';

export interface Watched {
  database: Database;
  connected(): boolean;
  /** Slack's word for not taking the bot's token; null while it does. */
  refused(): string | null;
  wallClock: { now(): Date };
  /** The disk the data stand on; left out where nothing of ours does. */
  disk?: { freeBytes(): Promise<number>; warnBelowMb: number };
}

export interface Readiness {
  ready: boolean;
  /** `writable`: a disk may be full, or a server take nothing but questions. */
  database: { ok: boolean; writable: boolean; ms: number };
  /** `refused`: Slack's word for not taking the bot's token. */
  slack: { ok: boolean; refused: string | null };
  outbox: { ok: boolean; pending: number; dead: number; oldestSeconds: number };
  /** `ok` down to the bound where writing may end; null bytes: could not be told. */
  disk: { ok: boolean; room: Room; freeMb: number | null };
}

/** A database that answers later than this is away. */
const answerMs = 2_000;
/** Messages that wait longer do not arrive in time for anything. */
export const LAG_SECONDS = 600;

const unknown: Backlog = { pending: 0, dead: 0, oldestAt: null };

/** How long it is believed that writing went well or did not: who watches may ask as often as they like. */
const BELIEVED_MS = 5_000;

/** Tells whether the database can be written to, by writing; rejects never, and waits for a slow one. */
export function writeProbe(database: Database, wallClock: { now(): Date }): () => Promise<boolean> {
  let last: { at: number; ended: boolean; went: Promise<boolean> } | null = null;
  return () => {
    // One that does not end is waited for: a second one would wait behind it.
    if (last !== null && (!last.ended || performance.now() - last.at < BELIEVED_MS)) return last.went;
    const tried = { at: performance.now(), ended: false, went: Promise.resolve(false) };
    tried.went = tryWriting(database.read, wallClock.now())
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        tried.ended = true;
      });
    last = tried;
    return tried.went;
  };
}

/** Never throws, and ends within a few seconds. */
export async function readinessOf(
  { database, connected, refused, wallClock, disk: watched }: Watched,
  writes = writeProbe(database, wallClock),
): Promise<Readiness> {
  const began = performance.now();
  const found = await within(answerMs, backlog(database.read));
  const ms = Math.round(performance.now() - began);
  const writable = found !== null && (await within(answerMs, writes())) === true;
  const { pending, dead, oldestAt } = found ?? unknown;
  const oldestSeconds =
    oldestAt === null ? 0 : Math.max(0, Math.round((wallClock.now().getTime() - oldestAt.getTime()) / 1000));
  const slack = { ok: connected() && refused() === null, refused: refused() };
  const outbox = { ok: found !== null && oldestSeconds <= LAG_SECONDS, pending, dead, oldestSeconds };
  const disk = await diskOf(watched);
  const ready = writable && slack.ok && outbox.ok && disk.ok;
  return { ready, database: { ok: found !== null, writable, ms }, slack, outbox, disk };
}

async function diskOf(watched: Watched['disk']): Promise<Readiness['disk']> {
  const free = watched && (await within(answerMs, watched.freeBytes()));
  if (watched === undefined || free === undefined || free === null) return { ok: true, room: 'fine', freeMb: null };
  const room = roomOf(free, watched.warnBelowMb);
  return { ok: room !== 'none', room, freeMb: megabytes(free) };
}

/** Null when it fails or takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
