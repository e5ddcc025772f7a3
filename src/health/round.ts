/** Something looked at again and again at the system's pace, never twice at once. */
import type { Log } from '../office/office.ts';

/** Begins at once; the answer ends it and resolves when the look under way has ended. */
export function startRound(name: string, everyMs: number, look: () => Promise<void>, log: Log): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let failing = false;
  const turn = () => {
    underWay ??= look()
      .then(
        () => {
          failing = false;
        },
        (fault: unknown) => {
          // Told once, not at every turn.
          if (!failing) log.error('round.failed', { round: name, error: String((fault as Error).message ?? fault) });
          failing = true;
        },
      )
      .finally(() => {
        underWay = null;
      });
  };
  turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
