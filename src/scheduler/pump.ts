/** Keeps the outbox moving: drains it when woken and again when the next message may go. */
import type { Log } from '../workflows/ports.ts';

interface Drainable {
  drain(): Promise<void>;
  nextAt(): Promise<Date | null>;
}

export interface Pump {
  wake(): void;
  /** Resolves when nothing is left to send, or after `patienceMs` with what still waits for a retry. */
  settled(patienceMs: number): Promise<void>;
  /** No new drain begins; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** However quiet it is, what another process wrote and did not send is looked for after this. */
const lookAgainMs = 15_000;

export function startPump(sender: Drainable, wallClock: { now(): Date }, log: Log): Pump {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;

  function run(): Promise<void> {
    clearTimeout(timer);
    turn = turn.then(async () => {
      if (stopped) return;
      let waitMs = lookAgainMs;
      try {
        await sender.drain();
        const next = await sender.nextAt();
        if (next !== null) waitMs = Math.min(waitMs, Math.max(next.getTime() - wallClock.now().getTime(), 20));
      } catch (fault) {
        log.error('outbox.failed', { error: fault instanceof Error ? fault.message : String(fault) });
      }
      if (stopped) return;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), waitMs);
      timer.unref();
    });
    return turn;
  }

  return {
    wake: () => void run(),
    async settled(patienceMs) {
      const until = performance.now() + patienceMs;
      for (;;) {
        await run();
        const next = await sender.nextAt();
        if (stopped || next === null) return;
        const waitMs = Math.max(next.getTime() - wallClock.now().getTime(), 5);
        if (performance.now() + waitMs > until) return;
        await new Promise(resolve => setTimeout(resolve, waitMs));
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
