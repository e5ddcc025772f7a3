/** Whether the bot can do its work now: database, way to Slack, and how long messages wait. */
import type { Database } from '../store/database.ts';
import { type Backlog, backlog } from '../store/outbox.ts';

export interface Watched {
  database: Database;
  connected(): boolean;
  wallClock: { now(): Date };
}

export interface Readiness {
  ready: boolean;
  database: { ok: boolean; ms: number };
  slack: { ok: boolean };
  outbox: { ok: boolean; pending: number; dead: number; oldestSeconds: number };
}

/** A database that answers later than this is away. */
const answerMs = 2_000;
/** Messages that wait longer do not arrive in time for anything. */
export const LAG_SECONDS = 600;

const unknown: Backlog = { pending: 0, dead: 0, oldestAt: null };

/** Never throws, and ends within two seconds. */
export async function readinessOf({ database, connected, wallClock }: Watched): Promise<Readiness> {
  const began = performance.now();
  const found = await within(answerMs, backlog(database.read));
  const ms = Math.round(performance.now() - began);
  const { pending, dead, oldestAt } = found ?? unknown;
  const oldestSeconds =
    oldestAt === null ? 0 : Math.max(0, Math.round((wallClock.now().getTime() - oldestAt.getTime()) / 1000));
  const slack = { ok: connected() };
  const outbox = { ok: found !== null && oldestSeconds <= LAG_SECONDS, pending, dead, oldestSeconds };
  return { ready: found !== null && slack.ok && outbox.ok, database: { ok: found !== null, ms }, slack, outbox };
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
