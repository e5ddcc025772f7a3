/** Sends what the outbox holds: in order per recipient, at Slack's pace, once, and found again after an unknown outcome. */
import { randomUUID } from 'node:crypto';
import { memberOf } from '../store/member.ts';
import { cardOf, claimNext, nextRunAt, type OutboxRow, type Settlement, settle } from '../store/outbox.ts';
import { composers } from './composers.ts';
import type { Messenger, Notice, NoticeName, Office, Outcome, Recipient } from './ports.ts';

/** The outbox keeps physical time: Slack's pace does not follow a clock that a newcomer moves. */
export interface SenderOptions {
  now: () => Date;
  /** Least distance between two messages to one recipient, in milliseconds. */
  paceMs: number;
  /** How long a claim lasts; longer than any call to Slack may take. */
  leaseMs: number;
}

export interface Sender {
  /** Sends all that may go out now; resolves when only rows waiting for a later moment are left. */
  drain(): Promise<void>;
  /** When to drain next; null when nothing waits. */
  nextAt(): Promise<Date | null>;
}

const giveUpAfter = 12;
const parallel = 4;

export function makeSender(office: Office, messenger: Messenger, options: SenderOptions): Sender {
  const owner = randomUUID();
  const lastSent = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;

  async function worker(): Promise<void> {
    for (;;) {
      const now = options.now();
      const resting = [...lastSent]
        .filter(([, at]) => now.getTime() < at + options.paceMs)
        .map(([recipient]) => recipient);
      const row = await office.database.transaction(tx => claimNext(tx, owner, now, options.leaseMs, resting));
      if (row === null) return;
      lastSent.set(row.recipient, now.getTime());
      const settlement = await deliver(office, messenger, row, options.now());
      await office.database.transaction(tx => settle(tx, row, settlement, options.now()));
    }
  }

  async function drainOnce(): Promise<void> {
    do {
      again = false;
      await Promise.all(Array.from({ length: parallel }, worker));
    } while (again);
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
      const at = await nextRunAt(office.database.read);
      const now = options.now();
      return at !== null && at <= now ? new Date(now.getTime() + options.paceMs) : at;
    },
  };
}

async function deliver(office: Office, messenger: Messenger, row: OutboxRow, now: Date): Promise<Settlement> {
  try {
    const recipient = row.recipient as Recipient;
    if (row.attempt > 1 && row.act === 'post') {
      const found = await messenger.find(recipient, row.uuid, row.at);
      if (found !== null) return { state: 'sent', ...found };
    }
    const notice = await compose(office, row);
    if (notice === null) return { state: 'dropped', error: null };
    const member = recipient.startsWith('#') ? null : await memberOf(office.database.read, recipient);
    const message = { recipient, notice, locale: member?.locale ?? office.settings.locale, uuid: row.uuid };
    if (row.act === 'post') return judge(office, row, await messenger.post(message), now);
    const card = await cardOf(office.database.read, row.card ?? '');
    if (card === null) return { state: 'dropped', error: 'its card was never posted' };
    return judge(office, row, await messenger.update({ ...message, channel: card.channel, ts: card.ts }), now);
  } catch (fault) {
    const error = fault instanceof Error ? fault.message : String(fault);
    return judge(office, row, { ok: false, kind: 'retry', error }, now);
  }
}

async function compose(office: Office, row: OutboxRow): Promise<Notice | null> {
  const name = row.notice as NoticeName;
  const composer = composers[name];
  const data = await composer(office.database.read, row.ref as Record<string, unknown>, office);
  return data === null ? null : ({ name, data } as Notice);
}

function judge(office: Office, row: OutboxRow, outcome: Outcome, now: Date): Settlement {
  if (outcome.ok) return { state: 'sent', channel: outcome.channel, ts: outcome.ts };
  const facts = {
    id: row.id,
    notice: row.notice,
    recipient: row.recipient,
    attempt: row.attempt,
    error: outcome.error,
  };
  if (outcome.kind === 'dead' || row.attempt >= giveUpAfter) {
    office.log.error('outbox.dead', facts);
    return { state: 'dead', error: outcome.error };
  }
  office.log.warn('outbox.retry', { ...facts, kind: outcome.kind });
  const backoff = Math.min(1000 * 2 ** (row.attempt - 1), 300_000);
  return { state: 'pending', runAt: new Date(now.getTime() + (outcome.retryAfterMs ?? backoff)), error: outcome.error };
}
