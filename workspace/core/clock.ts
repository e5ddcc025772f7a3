/** The time the workspace shows, and message timestamps drawn from it that never repeat and never go back. */

/** A clock that a person may move forward. */
export interface WorkspaceClock {
  now(): Date;
  /**
   * Resolves when everything that fell due on the way has been run and delivered; throws an Error with a clear sentence
   * when it cannot go there. `passed` may be called at every stop on the way, so that whoever looks sees the time move.
   */
  travel(to: Date, passed?: () => void): Promise<void>;
}

/** The machine's own time; refuses to travel. */
export const systemClock: WorkspaceClock = {
  now: () => new Date(),
  travel: () => Promise.reject(new Error('This workspace runs on the time of the machine and cannot travel.')),
};

/** Hands out Slack timestamps ("1700000000.000100"): unique and rising, also when the clock stands still or is set back. */
export class Timestamps {
  #clock: WorkspaceClock;
  #last = 0;

  constructor(clock: WorkspaceClock) {
    this.#clock = clock;
  }

  /** The next timestamp: the clock's time in microseconds, or one more than the last given. */
  next(): string {
    this.#last = Math.max(this.#clock.now().getTime() * 1000, this.#last + 1);
    return `${Math.floor(this.#last / 1_000_000)}.${String(this.#last % 1_000_000).padStart(6, '0')}`;
  }

  /** Makes every later timestamp greater than this one; used when stored messages are read back. */
  after(ts: string): void {
    const [seconds = '0', micros = '0'] = ts.split('.');
    this.#last = Math.max(this.#last, Number(seconds) * 1_000_000 + Number(micros));
  }
}
