/** Sends what the outbox holds: in order per recipient, at Slack's pace, by as many processes as there are. */
import { randomUUID } from 'node:crypto';
import { type Claimed, claimNext, nextRunAt, type OutboxRow, type Settlement, settle } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { type Barred, barredIn, dispatch, type Patience } from './dispatch.ts';
import type { Messenger, Office } from './office.ts';

/** The outbox keeps physical time: Slack's pace does not follow a clock that a newcomer moves. */
export interface SenderOptions extends Patience {
  /** Least distance between two messages to one recipient, in milliseconds. */
  paceMs: number;
  /** How long a claim lasts; longer than looking for a message and sending it may take. */
  leaseMs: number;
  /** Least distance between two updates of one card: all that changes meanwhile is shown by the next. */
  restMs: number;
  /** How often Slack is asked whether it takes the bot's token, in milliseconds. */
  lookMs: number;
  /** A message went out after none could: told in the transaction that notes it as sent. */
  goesAgain(office: Office, tx: Tx, barred: Barred): Promise<void>;
  /** A message was given up: told in the transaction that does it. */
  gaveUp(office: Office, tx: Tx, row: OutboxRow, error: string | null): Promise<void>;
}

export interface Sender {
  /**
   * Sends all that may go out now; resolves when only rows waiting for a later moment are left. While Slack does not take
   * the bot's token everything waits, and Slack is asked again at its time.
   */
  drain(): Promise<void>;
  /** When to drain next; null when nothing waits, or everything does for Slack to take the token. */
  nextAt(): Promise<Date | null>;
  /** Slack's word for not taking the bot's token; null while it does. */
  refused(): string | null;
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
  /** While Slack does not take the token, and from then until a message went out. */
  let barred: Barred | null = null;
  let open = true;
  let lookedAt = options.now().getTime();

  function bar(code: string, since: Date): void {
    if (open) office.log.error('slack.refused', { error: code });
    barred ??= { code, since };
    open = false;
    lookedAt = options.now().getTime();
  }

  /** Asks at its time; a Slack that cannot be asked changes nothing. */
  async function look(): Promise<void> {
    const now = options.now();
    // A clock put back must not put it off.
    if (now.getTime() < lookedAt + options.lookMs && now.getTime() >= lookedAt) return;
    lookedAt = now.getTime();
    const found = await messenger.admitted();
    if (found.ok) open = true;
    else if (found.barred) bar(found.error, now);
  }

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

  /** Sends a claimed row; true when something may go out after it that could not before. */
  async function send(row: Claimed): Promise<boolean> {
    const settlement = tooSoon(row) ?? (await dispatch(office, messenger, row, options));
    if (settlement.state === 'sent') lastSent.set(row.recipient, options.now().getTime());
    const was = barredIn(settlement.state === 'pending' ? settlement.error : row.error);
    if (settlement.state === 'pending' && settlement.barred && was !== null) bar(was.code, was.since);
    const over = settlement.state === 'sent' ? (was ?? barred) : null;
    const isMine = await end(row, settlement, over);
    if (over !== null && open) barred = null;
    if (isMine && settlement.state === 'sent')
      office.log.info('outbox.sent', { id: row.id, act: row.act, attempt: row.attempt });
    return row.more || settlement.state !== 'sent' || over !== null;
  }

  /** Settles a row, with what has to be told of it; one statement is its own transaction, and mostly there is nothing more. */
  function end(row: Claimed, settlement: Settlement, over: Barred | null): Promise<boolean> {
    const now = options.now();
    if (settlement.state !== 'dead' && over === null) return settle(office.database.read, row, settlement, now);
    return office.database.transaction(async tx => {
      const settled = await settle(tx, row, settlement, now);
      if (settled && settlement.state === 'dead') await options.gaveUp(office, tx, row, settlement.error);
      if (settled && over !== null) await options.goesAgain(office, tx, over);
      return settled;
    });
  }

  async function drainOnce(): Promise<void> {
    do {
      again = false;
      await look();
      await sendAll();
    } while (again && !stopped);
  }

  /**
   * Sends until nothing more may go out now. It claims as many as may be under way, then one for each that ended: where as
   * many were found as looked for, and after one that something waits behind or follows from.
   */
  async function sendAll(): Promise<void> {
    const underWay = new Map<number, Promise<{ id: number; more: boolean }>>();
    const faults: unknown[] = [];
    const failed = (fault: unknown): boolean => {
      faults.push(fault);
      return false;
    };
    let [most, exhausted] = [parallel, false];
    for (;;) {
      if (most > 0 && !stopped && open && faults.length === 0) {
        const now = options.now();
        const rows = await claimNext(office.database.read, owner, now, { ...options, resting: resting(now), most });
        for (const row of rows) {
          const { id } = row;
          const sent = send(row).catch(failed);
          underWay.set(
            id,
            sent.then(more => ({ id, more })),
          );
        }
        exhausted = rows.length < most;
      }
      if (underWay.size === 0) break;
      const ended = await Promise.race(underWay.values());
      underWay.delete(ended.id);
      most = ended.more || !exhausted ? 1 : 0;
    }
    if (faults.length > 0) throw faults[0];
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
      if (!open) return null;
      const at = await nextRunAt(office.database.read, now, options.restMs);
      return at !== null && at <= now ? new Date(now.getTime() + options.paceMs) : at;
    },
    refused: () => (open ? null : (barred?.code ?? null)),
    stop() {
      stopped = true;
    },
  };
}
