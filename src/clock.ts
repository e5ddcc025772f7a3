/** The only teller of the time. Against Slack it is the system's clock; in the local workspace it can be moved forward. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { dirname } from 'node:path';

export interface Clock {
  /** The instant the bot lives in. */
  now(): Date;
}

/** A clock that can be put to another instant. */
export interface SettableClock extends Clock {
  /** When the promise resolves, the distance survives a kill of the process. */
  set(to: Date): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds since the machine started, its sleep included: setting its clock does not change them. */
export function machineMs(): number {
  return uptime() * 1000;
}

/** A clock that runs at the system's pace from wherever it was moved to; `file` keeps the distance over restarts. */
export class MovableClock implements SettableClock {
  #ahead: number;
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
    this.#ahead = file === undefined ? 0 : distanceKeptIn(file);
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  async set(to: Date): Promise<void> {
    const ahead = to.getTime() - Date.now();
    if (this.#file !== undefined) {
      // Written whole, then renamed: cut short by a crash, it would put the department back to the present.
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, JSON.stringify({ aheadMs: ahead }), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    }
    this.#ahead = ahead;
  }
}

/** A clock that stands still until it is set: for tests and rehearsals. */
export class FixedClock implements SettableClock {
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
    return 0; // no file yet
  }
}
