/** Wakes the ticker: by node-schedule every second when something is due, and whenever a change may have made it so. */
import nodeSchedule from 'node-schedule';
import type { Office } from '../office/office.ts';
import type { Ticker } from './tick.ts';

/** Other processes may add deadlines; what they added is seen after this at the latest. */
const lookAgainMs = 20_000;

export interface Scheduler {
  /** Something changed: look anew for what falls due next. */
  wake(): void;
  /** No further tick begins; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/**
 * node-schedule only says "a second has passed": it forgets everything at a restart and fires twice or not at all
 * around clock changes, so what is due is computed from the clock and the ledger.
 */
export function startScheduler(office: Pick<Office, 'clock' | 'wallClock' | 'log'>, ticker: Ticker): Scheduler {
  let nextAt: Date | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let busy: Promise<void> | null = null;
  let stopped = false;
  const job = nodeSchedule.scheduleJob('* * * * * *', () => {
    // A job cancelled in the millisecond in which its timer went off early goes on; cancelled here, it ends.
    if (stopped) return void job.cancel();
    busy ??= beat().finally(() => {
      busy = null;
    });
  });

  async function beat(): Promise<void> {
    try {
      const wall = office.wallClock.now().getTime();
      if (wall - lookedAt >= lookAgainMs) {
        lookedAt = wall;
        nextAt = new Date(0);
      }
      if (nextAt === null || office.clock.now() < nextAt) return;
      await ticker.tick();
      nextAt = await ticker.nextAt();
    } catch (fault) {
      nextAt = null; // a database that is away is not asked every second
      office.log.error('scheduler.failed', { error: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  return {
    wake() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
    async stop() {
      stopped = true;
      job.cancel();
      await busy;
    },
  };
}
