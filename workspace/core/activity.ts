/** Knows whether anything is under way between the workspace and the app, so that others can wait for quiet. */

/** Without traffic for this long, the app is taken to have finished what the last delivery set off. */
const QUIET_MS = 120;

/** Counts deliveries and calls that are under way. */
export class Activity {
  #open = 0;
  #last = -Infinity;
  #stopped = false;

  /** Marks the beginning of a delivery or call; call the result exactly once at its end. */
  begin(): () => void {
    this.#open += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#open -= 1;
      this.#last = performance.now();
    };
  }

  /** Resolves when no delivery or call is open and none has ended for `quietMs` real milliseconds. */
  async settled(quietMs = QUIET_MS): Promise<void> {
    const asked = performance.now();
    while (!this.#stopped) {
      const since = performance.now() - Math.max(this.#last, asked);
      if (this.#open === 0 && since >= quietMs) return;
      await new Promise(resolve => setTimeout(resolve, this.#open > 0 ? 10 : Math.max(1, quietMs - since)));
    }
  }

  /** Releases everyone who waits. */
  stop(): void {
    this.#stopped = true;
  }
}
