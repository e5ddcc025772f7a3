/** Slack's limit on writing: about one message per second and channel. */

const BETWEEN_MS = 1_000;

/** Counts the messages of the app by channel; `elapsed` tells real milliseconds. */
export class Limiter {
  #posted = new Map<string, number>();
  #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Lets a message into the channel and answers 0, or answers the whole seconds it has to wait. */
  take(channel: string): number {
    const now = this.#elapsed();
    const wait = BETWEEN_MS - (now - (this.#posted.get(channel) ?? Number.NEGATIVE_INFINITY));
    if (wait > 0) return Math.ceil(wait / 1000);
    this.#posted.set(channel, now);
    return 0;
  }
}
