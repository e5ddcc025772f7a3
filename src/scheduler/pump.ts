/** Keeps the outbox moving: drains it when woken and again when the next message may go. */
import type { Log } from '../office/office.ts';

interface Drainable {
  drain(): Promise<void>;
  nextAt(): Promise<Date | null>;
  stop(): void;
}

export interface Pump {
  wake(): void;
  /** Resolves when nothing is left to send, or after `patienceMs` with what still waits for a retry. */
  settled(patienceMs: number): Promise<void>;
  /** Nothing further is sent; resolves when the messages under way have ended. */
  stop(): Promise<void>;
}

/** However quiet it is, what another process wrote and did not send is looked for after this. */
const lookAgainMs = 15_000;

export function startPump(sender: Drainable, wallClock: { now(): Date }, log: Log): Pump {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  /** What the last turn found is to be sent next; undefined where it could not be asked. */
  let next: Date | null | undefined;
  let stopped = false;
  const stopping = promise();

  /** However often it is woken, one turn at most waits behind the one under way: it sees all that was written. */
  function run(): Promise<void> {
    clearTimeout(timer);
    waiting ??= underWay.then(() => {
      waiting = null;
      underWay = turn();
      return underWay;
    });
    return waiting;
  }

  async function turn(): Promise<void> {
    if (stopped) return;
    let waitMs = lookAgainMs;
    next = undefined;
    try {
      await sender.drain();
      next = await sender.nextAt();
      if (next !== null) waitMs = Math.min(waitMs, Math.max(next.getTime() - wallClock.now().getTime(), 20));
    } catch (fault) {
      log.error('outbox.failed', { error: fault instanceof Error ? fault.message : String(fault) });
    }
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), waitMs);
    timer.unref();
  }

  return {
    wake: () => void run(),
    async settled(patienceMs) {
      const until = performance.now() + patienceMs;
      for (;;) {
        await run();
        if (stopped) return;
        const at = next === undefined ? await sender.nextAt() : next;
        if (at === null) return;
        const waitMs = Math.max(at.getTime() - wallClock.now().getTime(), 5);
        if (performance.now() + waitMs > until) return;
        await Promise.race([new Promise(resolve => setTimeout(resolve, waitMs)), stopping.promise]);
      }
    },
    async stop() {
      stopped = true;
      stopping.resolve();
      clearTimeout(timer);
      sender.stop();
      await waiting;
      await underWay;
    },
  };
}

function promise(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const pending = new Promise<void>(done => {
    resolve = done;
  });
  return { promise: pending, resolve };
}
