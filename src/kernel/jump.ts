/** Notices that somebody set the wall clock, by comparing it with one that nobody can set. */

/** How the wall clock was set. */
export interface Jump {
  /** `set`: it stands elsewhere now. `wrong`: it stood elsewhere for a while, far ahead, and has come back. */
  kind: 'set' | 'wrong';
  /** What it would have shown. */
  from: Date;
  /** What it showed instead. */
  to: Date;
  /** How long it stood there; 0 where it still does. */
  lastedMs: number;
}

export interface Seen {
  /** It was set since the last look: whatever was reckoned with it before must be reckoned anew. */
  moved: boolean;
  /** It was set far ahead a moment ago, and may be set back: nothing may be done by it. */
  doubtful: boolean;
  /** What is to be told; only when it is settled. */
  jump: Jump | null;
}

/** Jumps of an hour and more are told; a little less, for two clocks are never read at one moment. */
export const TOLD_MS = 3_600_000 - 5_000;
/** Less is the clock being slowed or hurried by its keeper, or a busy machine. */
const NOTICED_MS = 2_000;
/** How long a clock set far ahead must stand there before it is believed. */
const HOLD_MS = 5 * 60_000;

/** Believes a clock set back, or a little ahead, at once; one set an hour or more ahead only when it stays there. */
export class JumpWatch {
  readonly #holdMs: number;
  /** The wall clock less the steady one. */
  #believed: number;
  #doubted: { distance: number; since: number; began: number } | null = null;

  constructor(wallMs: number, steadyMs: number, holdMs = HOLD_MS) {
    this.#believed = wallMs - steadyMs;
    this.#holdMs = holdMs;
  }

  look(wallMs: number, steadyMs: number): Seen {
    const distance = wallMs - steadyMs;
    const by = distance - this.#believed;
    if (by >= TOLD_MS && !this.#stands(distance, steadyMs)) return this.#doubt(distance, steadyMs);
    const jump = this.#jumpOf(by, wallMs, steadyMs);
    const moved = Math.abs(by) >= NOTICED_MS || this.#doubted !== null;
    this.#believed = distance;
    this.#doubted = null;
    return { moved, doubtful: false, jump };
  }

  #stands(distance: number, steadyMs: number): boolean {
    const doubted = this.#doubted;
    return doubted !== null && isNear(doubted.distance, distance) && steadyMs - doubted.since >= this.#holdMs;
  }

  #doubt(distance: number, steadyMs: number): Seen {
    const moved = this.#doubted === null || !isNear(this.#doubted.distance, distance);
    if (moved) this.#doubted = { distance, since: steadyMs, began: this.#doubted?.began ?? steadyMs };
    return { moved, doubtful: true, jump: null };
  }

  #jumpOf(by: number, wallMs: number, steadyMs: number): Jump | null {
    if (Math.abs(by) >= TOLD_MS) return { kind: 'set', from: new Date(wallMs - by), to: new Date(wallMs), lastedMs: 0 };
    if (this.#doubted === null) return null;
    const { began, distance } = this.#doubted;
    const [from, to] = [new Date(this.#believed + began), new Date(distance + began)];
    return { kind: 'wrong', from, to, lastedMs: steadyMs - began };
  }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < NOTICED_MS;
}
