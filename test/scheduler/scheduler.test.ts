/** The scheduler asks the ticker when something is due, and not every second. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Scheduler, startScheduler } from '../../src/scheduler/scheduler.ts';

let ticks: number;
let next: number | null;
let fail: boolean;
let logged: string[];
let scheduler: Scheduler;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T00:00:00Z') });
  [ticks, next, fail, logged] = [0, null, false, []];
  const clock = { now: () => new Date(Date.now()) };
  const log = { info() {}, warn() {}, error: (event: string) => void logged.push(event) };
  scheduler = startScheduler(
    { clock, wallClock: clock, log },
    {
      async tick() {
        ticks += 1;
        if (fail) throw new Error('away');
      },
      nextAt: async () => (next === null ? null : new Date(next)),
    },
  );
});
afterEach(async () => {
  await scheduler.stop();
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

it('looks at once, and then every twenty seconds for what other processes added', async () => {
  await pass(1);
  expect(ticks).toBe(1);
  await pass(19);
  expect(ticks).toBe(1);
  await pass(1);
  expect(ticks).toBe(2);
});

it('ticks in the second something falls due', async () => {
  next = Date.now() + 10_000;
  await pass(9);
  expect(ticks).toBe(1);
  next = null;
  await pass(1);
  expect(ticks).toBe(2);
});

it('looks anew when a change may have brought something nearer', async () => {
  await pass(1);
  scheduler.wake();
  await pass(1);
  expect(ticks).toBe(2);
});

it('survives a tick that fails, and tries again', async () => {
  fail = true;
  await pass(41);
  expect([ticks, logged]).toEqual([3, Array(3).fill('scheduler.failed')]);
});

it('ticks no more once stopped', async () => {
  await scheduler.stop();
  await pass(60);
  expect(ticks).toBe(0);
});

it('ticks no more when it was stopped in the moment a timer went off early', async () => {
  vi.setSystemTime(Date.now() - 2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ticks).toBe(0);
  await scheduler.stop();
  await pass(60);
  expect(ticks).toBe(0);
});
