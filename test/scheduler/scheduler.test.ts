/** The scheduler asks the ticker when something is due, and not every second. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Jump } from '../../src/kernel/jump.ts';
import { type Scheduler, startScheduler } from '../../src/scheduler/scheduler.ts';

let ticks: number;
let next: number | null;
let fail: boolean;
let logged: string[];
let jumps: (Jump | null)[];
let scheduler: Scheduler;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T00:00:00Z') });
  [ticks, next, fail, logged, jumps] = [0, null, false, [], []];
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
    { clockSet: async jump => void jumps.push(jump), steadyMs: () => performance.now() },
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

describe('a wall clock that is set', () => {
  const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];
  const step = (ms: number) => void vi.setSystemTime(Date.now() + ms);

  it.each([
    ['two seconds', 2 * second],
    ['a minute', minute],
    ['an hour', hour],
    ['a day', day],
    ['a year', 365 * day],
  ])('back by %s silences nothing', async (_, ms) => {
    await pass(5);
    expect(ticks).toBe(1);
    step(-ms);
    await pass(3);
    expect(ticks).toBe(2);
    next = Date.now() + 10 * second;
    await pass(60);
    expect(ticks).toBeGreaterThanOrEqual(4);
    expect(jumps.map(jump => jump?.kind ?? null)).toEqual([ms >= hour ? 'set' : null]);
  });

  it('back in the middle of a wait for something due ticks at its new time', async () => {
    await pass(1);
    step(-10 * minute);
    await pass(2);
    const before = ticks;
    next = Date.now() + 5 * second;
    scheduler.wake();
    await pass(4);
    expect(ticks).toBe(before + 1);
    next = null;
    await pass(2);
    expect(ticks).toBe(before + 2);
  });

  it('ahead by less than an hour is followed at once', async () => {
    await pass(5);
    step(59 * minute);
    await pass(2);
    expect([ticks, jumps]).toEqual([2, [null]]);
  });

  it.each([
    ['an hour', hour],
    ['a day', day],
    ['a year', 365 * day],
  ])('ahead by %s is followed when it has stood there for five minutes', async (_, ms) => {
    await pass(5);
    const from = new Date(Date.now());
    step(ms);
    await pass(299);
    expect([ticks, jumps]).toEqual([1, []]);
    await pass(3);
    expect(ticks).toBe(2);
    const told = jumps.map(jump => jump && [jump.kind, jump.to.getTime() - jump.from.getTime()]);
    expect(told).toEqual([['set', ms]]);
    expect((jumps[0]?.from.getTime() ?? 0) - from.getTime()).toBeLessThan(303 * second);
  });

  it('far ahead for a minute and back does nothing by it, and is told once', async () => {
    await pass(5);
    const from = new Date(Date.now());
    step(365 * day);
    await pass(60);
    expect(ticks).toBe(1);
    step(-365 * day);
    await pass(2);
    expect(ticks).toBe(2);
    expect(jumps.map(jump => jump && [jump.kind, Math.round(jump.lastedMs / minute)])).toEqual([['wrong', 1]]);
    expect(Math.abs((jumps[0]?.from.getTime() ?? 0) - from.getTime())).toBeLessThan(2 * second);
  });

  it('several times is followed to where it ends', async () => {
    await pass(5);
    for (const ms of [day, -2 * day, hour, 23 * hour]) {
      step(ms);
      await pass(2);
    }
    await pass(310);
    const told = jumps.map(jump => jump && [jump.kind, jump.to.getTime() - jump.from.getTime()]);
    expect(told).toEqual([
      ['set', -day],
      ['set', day],
    ]);
  });

  it('by its keeper, a little every minute, is nothing to tell', async () => {
    for (let turn = 0; turn < 30; turn++) {
      step(turn % 2 === 0 ? -400 : 300);
      await pass(60);
    }
    expect(jumps).toEqual([]);
    expect(ticks).toBeGreaterThan(85);
  });
});
