/** Wakes the ticker: by node-schedule every second when something is due, and whenever a change may have made it so. */
import nodeSchedule from 'node-schedule';
import { type Jump, JumpWatch } from '../kernel/jump.ts';
import type { Office } from '../office/office.ts';
import type { Ticker } from './tick.ts';

/** Other processes may add deadlines; what they added is seen after this at the latest. */
const lookAgainMs = 20_000;
const everyMs = 1_000;

export interface Scheduler {
  /** Something changed: look anew for what falls due next. */
  wake(): void;
  /** No further tick begins; resolves when the running one has ended. */
  stop(): Promise<void>;
}

export interface Watching {
  /** The wall clock was set and is believed; `jump` where that is to be told. */
  clockSet(jump: Jump | null): Promise<void>;
  /** A clock that nobody sets. */
  steadyMs(): number;
  /** How long a clock set far ahead must stand there before anything is done by it. */
  holdMs?: number | undefined;
}

/**
 * node-schedule only says "a second has passed": it forgets everything at a restart and fires twice or not at all
 * around clock changes, so what is due is computed from the clock and the ledger. It reckons its next second from the
 * one before, so a wall clock set back silences it: a timer, which follows no wall clock, sees that and starts it anew.
 */
export function startScheduler(
  office: Pick<Office, 'clock' | 'wallClock' | 'log'>,
  ticker: Ticker,
  { clockSet, steadyMs, holdMs }: Watching,
): Scheduler {
  let nextAt: Date | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let busy: Promise<void> | null = null;
  let telling: Promise<void> = Promise.resolve();
  let stopped = false;
  const wallMs = () => office.wallClock.now().getTime();
  const watch = new JumpWatch(wallMs(), steadyMs(), holdMs);
  let job = everySecond();
  const timer = setInterval(isClockGood, everyMs);

  function everySecond(): nodeSchedule.Job {
    const armed = nodeSchedule.scheduleJob('* * * * * *', () => {
      // A job cancelled in the millisecond in which its timer went off early goes on; cancelled here, it ends.
      if (stopped || armed !== job) return void armed.cancel();
      if (!isClockGood()) return;
      busy ??= beat().finally(() => {
        busy = null;
      });
    });
    return armed;
  }

  /** Whether things may be done by the wall clock. */
  function isClockGood(): boolean {
    const { moved, doubtful, jump } = watch.look(wallMs(), steadyMs());
    if (moved) {
      job.cancel();
      job = everySecond();
      lookedAt = Number.NEGATIVE_INFINITY;
      const event = doubtful ? 'clock.doubted' : 'clock.set';
      office.log.warn(event, { now: new Date(wallMs()).toISOString(), ...(jump && { jump }) });
      if (!doubtful) telling = telling.then(() => clockSet(jump)).catch(failed);
    }
    return !doubtful;
  }

  async function beat(): Promise<void> {
    try {
      const now = steadyMs();
      if (now - lookedAt >= lookAgainMs) {
        lookedAt = now;
        nextAt = new Date(0);
      }
      if (nextAt === null || office.clock.now() < nextAt) return;
      await ticker.tick();
      nextAt = await ticker.nextAt();
    } catch (fault) {
      nextAt = null; // a database that is away is not asked every second
      failed(fault);
    }
  }

  function failed(fault: unknown): void {
    office.log.error('scheduler.failed', { error: fault instanceof Error ? fault.message : String(fault) });
  }

  return {
    wake() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      job.cancel();
      await busy;
      await telling;
    },
  };
}
