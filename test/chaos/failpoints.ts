/** Holds a replica at a step of announcing something, from outside: by a lock in the database, or at the door to Slack. */
import pg from 'pg';
import type { Front } from './front.ts';

export interface Hold {
  /** Resolves when the replica stands there. */
  held: Promise<void>;
  /** For when it is dead: what it had begun in the database is undone, and the next one passes. */
  release(): Promise<void>;
}

/** A step, in the words of what was done just before and what was not yet. */
export interface Failpoint {
  name: string;
  hold(databaseUrl: string, front: Front): Promise<Hold>;
}

export const FAILPOINTS: readonly Failpoint[] = [
  { name: 'due, not claimed', hold: url => byTrigger(url, 'BEFORE INSERT', 'occurrence') },
  { name: 'claimed, nothing written', hold: url => byTrigger(url, 'BEFORE INSERT', 'outbox') },
  { name: 'written, not committed', hold: url => byTrigger(url, 'AFTER INSERT', 'outbox') },
  { name: 'committed, not taken up by the sender', hold: url => byTrigger(url, 'BEFORE UPDATE', 'outbox', 'sending') },
  { name: 'taken up, not committed', hold: url => byTrigger(url, 'AFTER UPDATE', 'outbox', 'sending') },
  { name: 'taken up, not posted', hold: (_, front) => byCall(front, 'before') },
  { name: 'posted, the answer on its way', hold: (_, front) => byCall(front, 'after') },
  { name: 'answered, not noted', hold: url => byTrigger(url, 'BEFORE UPDATE', 'outbox', 'sent') },
  { name: 'noted, not committed', hold: url => byTrigger(url, 'AFTER UPDATE', 'outbox', 'sent') },
];

/** Any number will do, as long as nobody else locks it. */
const LOCK = 4_004;

/** A statement that waits for a lock held here; after it, the commit does. */
async function byTrigger(
  url: string,
  event: 'BEFORE INSERT' | 'BEFORE UPDATE' | 'AFTER INSERT' | 'AFTER UPDATE',
  table: 'occurrence' | 'outbox',
  state?: 'sending' | 'sent',
): Promise<Hold> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [kind, deferred] = event.startsWith('AFTER')
    ? ['CONSTRAINT TRIGGER', 'DEFERRABLE INITIALLY DEFERRED']
    : ['TRIGGER', ''];
  const when = state === undefined ? '' : `WHEN (NEW.state = '${state}')`;
  await client.query(`
    CREATE OR REPLACE FUNCTION failpoint() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${LOCK}); RETURN NEW; END $$;
    CREATE ${kind} failpoint ${event} ON ${table} ${deferred} FOR EACH ROW ${when} EXECUTE FUNCTION failpoint()`);
  await client.query(`SELECT pg_advisory_lock(${LOCK})`);
  const waiting = `FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted`;
  let over = false;
  const held = (async () => {
    while (!over && (await client.query(`SELECT 1 ${waiting}`)).rowCount === 0)
      await new Promise(resolve => setTimeout(resolve, 20));
  })();
  return {
    held,
    async release() {
      over = true;
      await held;
      await client.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
      await client.query(`DROP TRIGGER failpoint ON ${table}`);
      await client.end();
    },
  };
}

/** The call that posts, before Slack has it or before its answer goes back. */
async function byCall(front: Front, when: 'before' | 'after'): Promise<Hold> {
  let arrive = (): void => {};
  let go = (): void => {};
  const held = new Promise<void>(resolve => {
    arrive = resolve;
  });
  const released = new Promise<void>(resolve => {
    go = resolve;
  });
  front.hook = async (method, at) => {
    if (method !== 'chat.postMessage' || at !== when) return;
    arrive();
    await released;
    // Whoever waited is dead; its call must not reach Slack after all.
    if (at === 'before') throw new Error('The replica that called is gone.');
  };
  return {
    held,
    async release() {
      go();
      front.hook = async () => {};
    },
  };
}
