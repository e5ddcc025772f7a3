/** The request URL of events as Slack minds it: verified before anything goes there, given up when nearly everything fails. */

/** Slack looks at the last hour, and only where there is enough to judge by. */
const WINDOW_MS = 60 * 60_000;
const LEAST_ATTEMPTS = 1_000;
const MOST_FAILED = 0.95;

const GIVEN_UP =
  'More than 95 % of the attempts to deliver events within 60 minutes have failed: events are off until the request URL is set again.';

/** Whether events go to the request URL; `elapsed` tells real milliseconds. */
export class RequestUrl {
  #elapsed: () => number;
  #verified: Promise<boolean> = Promise.resolve(false);
  #isGivenUp = false;
  #attempts: { at: number; ok: boolean }[] = [];

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Begins anew with a URL that was just set. */
  async verify(handshake: () => Promise<boolean>): Promise<void> {
    this.#isGivenUp = false;
    this.#attempts = [];
    this.#verified = handshake();
    await this.#verified;
  }

  /** Whether an event may be sent; a URL that did not answer the challenge is asked again, as its owner would press "Retry". */
  async takesEvents(handshake: () => Promise<boolean>): Promise<boolean> {
    if (this.#isGivenUp) return false;
    if (await this.#verified) return true;
    this.#verified = handshake();
    return this.#verified;
  }

  /** Counts one attempt; answers what to say when it was the one that made Slack give the URL up. */
  count(ok: boolean): string | undefined {
    const now = this.#elapsed();
    this.#attempts.push({ at: now, ok });
    const begin = this.#attempts.findIndex(({ at }) => now - at < WINDOW_MS);
    if (begin > 0) this.#attempts.splice(0, begin);
    const failed = this.#attempts.filter(attempt => !attempt.ok).length;
    const isHopeless = this.#attempts.length >= LEAST_ATTEMPTS && failed > this.#attempts.length * MOST_FAILED;
    if (this.#isGivenUp || !isHopeless) return undefined;
    this.#isGivenUp = true;
    return GIVEN_UP;
  }
}
