/** Puts the department's clock forward, stopping at every due time on the way, so that a journey of a day shows the day. */
import type { Ticker } from './tick.ts';

export interface Journeys {
  /** Resolves when all that fell due on the way has been run and delivered. One journey at a time; `passed` hears every stop. */
  travel(to: Date, passed?: () => void): Promise<void>;
  /** Ends the journey under way at its next stop, and no other goes anywhere; resolves when it has ended. */
  stop(): Promise<void>;
}

interface Parts {
  clock: { now(): Date; set(to: Date): Promise<void> };
  ticker: Ticker;
  /** Resolves when what was said has arrived. */
  settled(): Promise<void>;
}

export function makeJourneys({ clock, ticker, settled }: Parts): Journeys {
  let tail: Promise<void> = Promise.resolve();
  let stopped = false;

  async function stopAt(moment: Date, passed: () => void): Promise<void> {
    // The clock goes on while things are delivered; it is never put back.
    if (moment > clock.now()) await clock.set(moment);
    passed();
    await ticker.tick();
    await settled();
  }

  async function journey(to: Date, passed: () => void): Promise<void> {
    if (to < clock.now()) throw new Error('Time runs forward only: name a moment after the present one.');
    while (!stopped) {
      const next = await ticker.nextAt();
      if (next === null || next > to) break;
      await stopAt(next, passed);
    }
    if (!stopped) await stopAt(to, passed);
  }

  return {
    travel(to, passed = () => {}) {
      const run = tail.then(() => journey(to, passed));
      tail = run.catch(() => {});
      return run;
    },
    async stop() {
      stopped = true;
      await tail;
    },
  };
}
