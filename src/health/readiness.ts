/** Whether the bot can do its work now: database, way to Slack, and how long messages wait. */
import { megabytes, type Room, roomOf } from '../backup/room.ts';
import type { Database } from '../store/database.ts';
import { type Backlog, backlog } from '../store/outbox.ts';

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
  database: { ok: boolean; ms: number };
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

/** Never throws, and ends within a few seconds. */
export async function readinessOf({
  database,
  connected,
  refused,
  wallClock,
  disk: watched,
}: Watched): Promise<Readiness> {
  const began = performance.now();
  const found = await within(answerMs, backlog(database.read));
  const ms = Math.round(performance.now() - began);
  const { pending, dead, oldestAt } = found ?? unknown;
  const oldestSeconds =
    oldestAt === null ? 0 : Math.max(0, Math.round((wallClock.now().getTime() - oldestAt.getTime()) / 1000));
  const slack = { ok: connected() && refused() === null, refused: refused() };
  const outbox = { ok: found !== null && oldestSeconds <= LAG_SECONDS, pending, dead, oldestSeconds };
  const disk = await diskOf(watched);
  const ready = found !== null && slack.ok && outbox.ok && disk.ok;
  return { ready, database: { ok: found !== null, ms }, slack, outbox, disk };
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
