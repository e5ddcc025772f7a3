/** Slack's limits: about one message per second and channel, and for each method a number of calls a minute. Both are switches. */
import { tierOf } from './tiers.ts';

const BETWEEN_MS = 1_000;
const MINUTE_MS = 60_000;

/** Which limits are in force. */
export interface Limits {
  /** One message per second and channel. */
  messages: boolean;
  /** The tiers of the methods. */
  tiers: boolean;
}

/** Counts the messages of an app by channel, and its calls by method, in one team; `elapsed` tells real milliseconds. */
export class Limiter {
  #limits: Limits;
  #posted = new Map<string, number>();
  /** Calls each method has left, and since when. */
  #left = new Map<string, { calls: number; at: number }>();
  #elapsed: () => number;

  constructor(elapsed: () => number, limits: Limits) {
    this.#elapsed = elapsed;
    this.#limits = limits;
  }

  get limits(): Limits {
    return { ...this.#limits };
  }

  /** Switches limits on and off; what was used up before is forgotten. */
  set(limits: Limits): void {
    this.#limits = { ...limits };
    this.#posted.clear();
    this.#left.clear();
  }

  /** Lets a message into the channel and answers 0, or answers the whole seconds it has to wait. */
  take(channel: string): number {
    if (!this.#limits.messages) return 0;
    const now = this.#elapsed();
    const wait = BETWEEN_MS - (now - (this.#posted.get(channel) ?? Number.NEGATIVE_INFINITY));
    if (wait > 0) return Math.ceil(wait / 1000);
    this.#posted.set(channel, now);
    return 0;
  }

  /** Lets a call through and answers 0, or answers the whole seconds it has to wait. What is not used refills, up to a burst. */
  call(method: string): number {
    if (!this.#limits.tiers) return 0;
    const { perMinute, burst } = tierOf(method);
    const now = this.#elapsed();
    const held = this.#left.get(method) ?? { calls: burst, at: now };
    const calls = Math.min(burst, held.calls + ((now - held.at) * perMinute) / MINUTE_MS);
    const isLetIn = calls >= 1;
    this.#left.set(method, { calls: isLetIn ? calls - 1 : calls, at: now });
    return isLetIn ? 0 : Math.ceil(((1 - calls) * 60) / perMinute);
  }
}
