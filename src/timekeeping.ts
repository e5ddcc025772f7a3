/** The part of the assembly that acts by the clock: it is followed, and whoever set it is told of. */
import { machineMs } from './clock.ts';
import { tellClockSet } from './features/trouble/workflow.ts';
import { TOLD_MS } from './kernel/jump.ts';
import type { Office } from './office/office.ts';
import type { Pump } from './scheduler/pump.ts';
import { type Scheduler, startScheduler } from './scheduler/scheduler.ts';
import type { Ticker } from './scheduler/tick.ts';
import { afterSet, type Pace } from './sending.ts';
import { lastServed } from './store/tick.ts';

/** Begins to run what falls due; `holdMs` is how long a clock set far ahead must stand there before it is believed. */
export async function startTimekeeping(
  office: Office,
  ticker: Ticker,
  pump: Pump,
  pace: Pace,
  holdMs?: number,
): Promise<Scheduler> {
  await tellSetBack(office);
  return startScheduler(office, ticker, {
    steadyMs: machineMs,
    holdMs,
    async clockSet(jump) {
      await afterSet(office.database.read, pace);
      pump.wake();
      if (jump !== null) await tellClockSet(office, jump);
    },
  });
}

/** Tells where the clock stands an hour or more before what was served last: it was set back while nobody was here. */
async function tellSetBack(office: Office): Promise<void> {
  const [from, to] = [await lastServed(office.database.read), office.clock.now()];
  if (from === null || from.getTime() - to.getTime() < TOLD_MS) return;
  office.log.warn('clock.set', { served: from.toISOString(), now: to.toISOString() });
  await tellClockSet(office, { kind: 'set', from, to, lastedMs: 0 });
}
