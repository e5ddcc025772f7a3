/** Keeps the last deliveries to the app and calls from it for the inspector, with every secret struck out. */
import type { WorkspaceClock } from '../clock.ts';
import type { Hints } from '../hints.ts';
import type { Credentials } from '../identity.ts';

/** One delivery to the app or one call from it. */
export interface TrafficEntry {
  seq: number;
  /** When it began, on the workspace's clock (ISO, UTC). */
  at: string;
  direction: 'to_bot' | 'from_bot';
  /** Of a delivery: `slash_commands`, `block_actions`, an event's type and so on. */
  type?: string;
  /** Of a call: the method, or `response_url`. */
  method?: string;
  /** The team whose token called, unless it is the first. */
  team_id?: string;
  payload: unknown;
  answer: unknown;
  /** Milliseconds until the app acknowledged, or the workspace answered; null when nobody did. */
  ack_ms: number | null;
  ok: boolean;
  error?: string;
  fault?: string;
}

const KEPT = 2_000;
/** Whatever looks like a token, the ticket of a connection, and the last part of a response URL. */
const SECRETS = [
  /()\b(?:xox[abp]|xapp)-[\w-]+/g,
  /([?&]ticket=)[\w-]+/g,
  /(\/(?:commands|actions)\/\w+\/\d+\/)[0-9a-f]{24}/g,
];

/** The traffic, newest last. */
export class Traffic {
  #entries: TrafficEntry[] = [];
  #seq = 0;
  #secrets: string[];
  #clock: WorkspaceClock;
  #hints: Pick<Hints, 'tell'>;

  constructor(credentials: Credentials, clock: WorkspaceClock, hints: Pick<Hints, 'tell'>) {
    this.#secrets = Object.values(credentials);
    this.#clock = clock;
    this.#hints = hints;
  }

  /** The time of the workspace, for an entry's `at`. */
  now(): string {
    return this.#clock.now().toISOString();
  }

  add(entry: Omit<TrafficEntry, 'seq'>): void {
    this.#seq += 1;
    this.#entries.push(this.#redacted({ seq: this.#seq, ...entry }));
    if (this.#entries.length > KEPT) this.#entries.shift();
    this.#hints.tell({ type: 'log' });
  }

  /** Entries with a greater number than `seq`, oldest first. */
  since(seq: number): TrafficEntry[] {
    return this.#entries.filter(entry => entry.seq > seq);
  }

  #redacted(entry: TrafficEntry): TrafficEntry {
    let text = JSON.stringify(entry);
    for (const secret of this.#secrets) text = text.replaceAll(secret, '[redacted]');
    for (const secret of SECRETS) text = text.replace(secret, '$1[redacted]');
    return JSON.parse(text);
  }
}
