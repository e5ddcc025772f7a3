/** Sends what the outbox holds: in order per recipient, at Slack's pace, by as many processes as there are. */
import { randomUUID } from 'node:crypto';
import { claimNext, nextRunAt, type OutboxRow, type Settlement, settle } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { dispatch, type Patience } from './dispatch.ts';
import type { Messenger, Office } from './office.ts';

/** The outbox keeps physical time: Slack's pace does not follow a clock that a newcomer moves. */
export interface SenderOptions extends Patience {
  /** Least distance between two messages to one recipient, in milliseconds. */
  paceMs: number;
  /** How long a claim lasts; longer than looking for a message and sending it may take. */
  leaseMs: number;
  /** Least distance between two updates of one card: all that changes meanwhile is shown by the next. */
  restMs: number;
  /** A message was given up: told in the transaction that does it. */
  gaveUp(office: Office, tx: Tx, row: OutboxRow, error: string | null): Promise<void>;
}

export interface Sender {
  /** Sends all that may go out now; resolves when only rows waiting for a later moment are left. */
  drain(): Promise<void>;
  /** When to drain next; null when nothing waits. */
  nextAt(): Promise<Date | null>;
  /** Nothing further is claimed; a drain under way resolves when the messages already claimed are settled. */
  stop(): void;
}

/** Messages under way at once. */
const parallel = 4;

export function makeSender(office: Office, messenger: Messenger, options: SenderOptions): Sender {
  const owner = randomUUID();
  const lastSent = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function resting(now: Date): string[] {
    // A time to come is none: the clock was set back since.
    for (const [recipient, at] of lastSent)
      if (now.getTime() >= at + options.paceMs || now.getTime() < at) lastSent.delete(recipient);
    return [...lastSent.keys()];
  }

  /** The claim was asked for before the message ahead was sent, and granted after: it is given back. */
  function tooSoon({ recipient, error, doubt }: OutboxRow): Settlement | null {
    const last = lastSent.get(recipient) ?? Number.NEGATIVE_INFINITY;
    const [now, mayAt] = [options.now().getTime(), last + options.paceMs];
    if (now >= mayAt || now < last) return null;
    return { state: 'pending', runAt: new Date(mayAt), error: error ?? 'too soon', doubt };
  }

  async function worker(): Promise<void> {
    while (!stopped) {
      const now = options.now();
      // One statement is its own transaction; claims are the most frequent thing the sender does.
      const row = await claimNext(office.database.read, owner, now, { ...options, resting: resting(now) });
      if (row === null) return;
      const settlement = tooSoon(row) ?? (await dispatch(office, messenger, row, options));
      if (settlement.state === 'sent') lastSent.set(row.recipient, options.now().getTime());
      const isMine = await office.database.transaction(async tx => {
        const settled = await settle(tx, row, settlement, options.now());
        if (settled && settlement.state === 'dead') await options.gaveUp(office, tx, row, settlement.error);
        return settled;
      });
      if (isMine && settlement.state === 'sent')
        office.log.info('outbox.sent', { id: row.id, act: row.act, attempt: row.attempt });
    }
  }

  async function drainOnce(): Promise<void> {
    do {
      again = false;
      const ended = await Promise.allSettled(Array.from({ length: parallel }, worker));
      const broken = ended.find(end => end.status === 'rejected');
      if (broken !== undefined) throw broken.reason;
    } while (again && !stopped);
  }

  return {
    drain() {
      again = true;
      running ??= drainOnce().finally(() => {
        running = null;
      });
      return running;
    },
    async nextAt() {
      const now = options.now();
      const at = await nextRunAt(office.database.read, now, options.restMs);
      return at !== null && at <= now ? new Date(now.getTime() + options.paceMs) : at;
    },
    stop() {
      stopped = true;
    },
  };
}
