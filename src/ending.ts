/** How the house is closed: in named steps, the last opened first, none of which can keep the others from ending. */
import type { Log } from './office/office.ts';

export type Closer = [step: string, close: () => Promise<void>];

/** What each step may take: the process ends after ten seconds, and one step is allowed to hang. */
const stepMs = 5_000;

/** Runs the steps from the last to the first and empties the list. Never throws: what fails or hangs is logged. */
export async function endInSteps(closers: Closer[], log: Log): Promise<void> {
  for (const [step, close] of closers.splice(0).reverse()) {
    const began = performance.now();
    const ended = close().then(
      () => 'done' as const,
      (fault: unknown) => log.error('stop.failed', { step, error: String(fault) }),
    );
    const isSlow = (await within(stepMs, ended)) === 'late';
    const facts = { step, ms: Math.round(performance.now() - began) };
    if (isSlow) log.error('stop.hangs', facts);
    else log.info('stop.step', facts);
  }
}

/** What the work resolves to, or `late` when it takes longer; it is not ended by that. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}
