/**
 * After a restore: reads back what the bot said since the backup. Messages the data know nothing of are marked as no longer
 * counting, cards changed since are drawn as the data have them, and the leaders are told once. Cut off at any moment it
 * begins anew, for twice does no more than once.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { tellRestored } from '../features/trouble/workflow.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Marked, MarkedPage, Office, Past, Recipient } from '../office/office.ts';
import { refresh } from '../store/outbox.ts';
import { claimUnread, endUnread, isUnread, leaveUnread, type Unread } from '../store/restore.ts';
import { cardAt, unknownMarks } from '../store/saidBefore.ts';

export interface RecallOptions {
  past: Past;
  /** Where the bot speaks, with the language it speaks there. */
  places(): Promise<readonly Place[]>;
  /** Least distance between two calls to Slack, in milliseconds. */
  paceMs: number;
}

export interface Place {
  recipient: Recipient;
  locale: Locale;
}

export interface Recall {
  /** Resolves when nothing is left to be read back, or after `patienceMs`. */
  settled(patienceMs: number): Promise<void>;
  /** Ends it at the next call. */
  stop(): Promise<void>;
}

/** Cards this much older than the backup may have changed since. */
const cardsMs = 14 * 86_400_000;
/** Slack's clock and that of the backup may differ so much. */
const skewMs = 60_000;
/** A claim outlives the longest pause between two calls. */
const leaseMs = 360_000;
const lookAgainMs = 60_000;
const longestPauseMs = 300_000;
/** Attempts at a call after which this call must be at fault, not Slack. */
const attempts = 8;
/** Pages of one channel, the newest first. */
const pages = 100;

interface Found {
  outdated: number;
  redrawn: number;
  left: number;
}

/** Somebody else reads back, or the bot stops. */
class Ended extends Error {}

/** Begins at once, where a restore took place; does nothing where none did. */
export function startRecall(office: Office, options: RecallOptions): Recall {
  const ending = new AbortController();
  const work = new Recalling(office, options, ending.signal);
  const running = work.run();
  return {
    async settled(patienceMs) {
      const patience = new AbortController();
      const late = pause(patienceMs, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([running, late]);
      patience.abort();
    },
    async stop() {
      ending.abort();
      await running;
      await work.leave();
    },
  };
}

class Recalling {
  readonly #office: Office;
  readonly #options: RecallOptions;
  readonly #ending: AbortSignal;
  readonly #owner = randomUUID();
  #holds = false;

  constructor(office: Office, options: RecallOptions, ending: AbortSignal) {
    this.#office = office;
    this.#options = options;
    this.#ending = ending;
  }

  /** Never throws. While another process has the claim, it is looked at again: that one may die. */
  async run(): Promise<void> {
    const { database, log } = this.#office;
    while (!this.#ending.aborted) {
      try {
        if (!(await isUnread(database.read))) return;
        if ((await this.#claim()) !== null) {
          await this.#recall();
          continue;
        }
      } catch (fault) {
        if (this.#ending.aborted) return;
        if (!(fault instanceof Ended)) log.error('restore.unread', { error: fault });
      }
      await this.#rest(lookAgainMs).catch(() => {});
    }
  }

  /** Somebody else may begin at once. */
  async leave(): Promise<void> {
    if (this.#holds) await leaveUnread(this.#office.database.read, this.#owner);
  }

  async #claim(): Promise<Unread | null> {
    const unread = await claimUnread(this.#office.database.read, this.#owner, this.#office.wallClock.now(), leaseMs);
    this.#holds = unread !== null;
    return unread;
  }

  async #recall(): Promise<void> {
    const { database, wallClock, log } = this.#office;
    const unread = await this.#claim();
    if (unread === null) throw new Ended();
    const found: Found = { outdated: 0, redrawn: 0, left: 0 };
    const seen = new Set<string>();
    for (const place of await this.#options.places()) {
      const { recipient } = place;
      const channel = await this.#patiently({ recipient }, past => past.channelOf(recipient));
      if (channel === null) found.left += 1;
      if (channel === null || seen.has(channel)) continue;
      seen.add(channel);
      await this.#readBack(channel, place, unread.backupAt, found);
    }
    await database.transaction(async tx => {
      if (!(await endUnread(tx, this.#owner, wallClock.now()))) throw new Ended();
      await tellRestored(this.#office, tx, unread.id, { since: unread.backupAt.toISOString(), ...found });
    });
    this.#holds = false;
    log.info('restore.read', { since: unread.backupAt.toISOString(), ...found });
    this.#office.wake();
  }

  async #readBack(channel: string, { recipient, locale }: Place, backupAt: Date, found: Found): Promise<void> {
    const since = new Date(backupAt.getTime() - cardsMs);
    let cursor: string | null = null;
    for (let page = 0; page < pages; page += 1) {
      const from: string | null = cursor;
      const read: MarkedPage | null = await this.#patiently({ recipient }, past => past.page(channel, since, from));
      if (read === null) break;
      const unknown = await unknownMarks(
        this.#office.database.read,
        read.marked.map(({ uuid }) => uuid),
      );
      for (const message of read.marked)
        if (unknown.has(message.uuid)) await this.#correct(message, locale, backupAt, found);
      cursor = read.next;
      if (cursor === null) return;
    }
    found.left += 1;
  }

  async #correct(message: Marked, locale: Locale, backupAt: Date, found: Found): Promise<void> {
    const { database, wallClock } = this.#office;
    const card = await cardAt(database.read, message);
    if (card !== null) {
      await database.transaction(tx => refresh(tx, card, wallClock.now()));
      this.#office.wake();
      found.redrawn += 1;
      return;
    }
    // Before the backup a mark is unknown where it was forgotten in its time.
    if (Number(message.ts) * 1000 < backupAt.getTime() - skewMs) return;
    const { channel, ts } = message;
    const done = await this.#patiently({ channel, ts }, past => past.outdate(message, locale).then(() => true));
    found[done === null ? 'left' : 'outdated'] += 1;
  }

  /** One call at Slack's pace and again until it succeeds; null when it never will. Throws an `Ended`. */
  async #patiently<T>(facts: Record<string, string>, call: (past: Past) => Promise<T | null>): Promise<T | null> {
    const { past, paceMs } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      if (this.#ending.aborted || (await this.#claim()) === null) throw new Ended();
      try {
        const answer = await call(past);
        if (answer === null) this.#office.log.warn('restore.left', { ...facts, error: 'channel_not_found' });
        await this.#rest(paceMs);
        return answer;
      } catch (fault) {
        if (fault instanceof Ended) throw fault;
        const { kind, error, retryAfterMs, passing } = past.failureOf(fault);
        if (kind === 'dead' || (attempt >= attempts && passing !== true)) {
          this.#office.log.warn('restore.left', { ...facts, error });
          return null;
        }
        await this.#rest(Math.min(retryAfterMs ?? 1000 * 2 ** (attempt - 1), longestPauseMs));
      }
    }
  }

  async #rest(ms: number): Promise<void> {
    if (ms === 0) return;
    await pause(ms, undefined, { signal: this.#ending, ref: false }).catch(() => {
      throw new Ended();
    });
  }
}
