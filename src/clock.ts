/** The only teller of the time. Against Slack it is the system's clock; in the local workspace it can be moved forward. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

export interface Clock {
  /** The instant the bot lives in. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs at the system's pace from wherever it was moved to; `file` keeps the distance over restarts. */
export class MovableClock implements Clock {
  #ahead: number;
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
    this.#ahead = file === undefined ? 0 : distanceKeptIn(file);
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** Sets the present; the distance is on disk when the promise resolves. */
  async set(to: Date): Promise<void> {
    this.#ahead = to.getTime() - Date.now();
    if (this.#file !== undefined) await writeFile(this.#file, JSON.stringify({ aheadMs: this.#ahead }));
  }
}

/** A clock that stands still until it is set: for tests and rehearsals. */
export class FixedClock implements Clock {
  #now: Date;

  constructor(now: Date | string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  async set(to: Date): Promise<void> {
    this.#now = new Date(to);
  }
}

function distanceKeptIn(file: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const ahead = typeof kept === 'object' && kept !== null && 'aheadMs' in kept ? Number(kept.aheadMs) : 0;
    return Number.isFinite(ahead) ? ahead : 0;
  } catch {
    return 0; // no file yet, or one cut short by a crash: the present is a safe answer
  }
}
