/** What happens as often as a stranger likes is said once a minute, with how often it was: a line each would fill the disk. */

export interface Gathered<F> {
  add(facts: F): void;
  /** Says what was not said yet, and ends. */
  end(): void;
}

const MINUTE_MS = 60_000;

/** `say` hears of the first at once, then at most once in `everyMs`: how many since, and what the last was like. */
export function gathered<F>(say: (times: number, last: F) => void, everyMs = MINUTE_MS): Gathered<F> {
  let waiting: { times: number; last: F } | null = null;
  let timer: NodeJS.Timeout | null = null;

  function tell(): void {
    timer = null;
    if (waiting === null) return;
    const { times, last } = waiting;
    waiting = null;
    timer = setTimeout(tell, everyMs).unref();
    say(times, last);
  }

  return {
    add(facts) {
      waiting = { times: (waiting?.times ?? 0) + 1, last: facts };
      if (timer === null) tell();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      tell();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
