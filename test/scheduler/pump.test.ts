/** The pump drains when woken, in few turns, and again when the next message may go. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Pump, startPump } from '../../src/scheduler/pump.ts';
import { makeGate } from '../support/gate.ts';

let drains: number;
let next: number | null;
let drain: () => Promise<void>;
let logged: string[];
let pump: Pump;
beforeEach(() => {
  vi.useFakeTimers();
  [drains, next, drain, logged] = [0, null, async () => {}, []];
  const sender = {
    async drain() {
      drains += 1;
      await drain();
    },
    nextAt: async () => (next === null ? null : new Date(next)),
    stop: () => void logged.push('sender stopped'),
  };
  const log = { info() {}, warn() {}, error: (event: string) => void logged.push(event) };
  pump = startPump(sender, { now: () => new Date(Date.now()) }, log);
});
afterEach(async () => {
  await pump.stop();
  vi.useRealTimers();
});

it('takes one turn for what woke it, and one more for all that came meanwhile', async () => {
  const gate = makeGate();
  drain = () => gate.opened;
  pump.wake();
  await vi.advanceTimersByTimeAsync(0);
  for (let times = 0; times < 1_000; times++) pump.wake();
  gate.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(drains).toBe(2);
});

it('comes back when the next message may go, and now and then when nothing waits', async () => {
  next = Date.now() + 4_000;
  pump.wake();
  await vi.advanceTimersByTimeAsync(3_999);
  expect(drains).toBe(1);
  next = null;
  await vi.advanceTimersByTimeAsync(1);
  expect(drains).toBe(2);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(drains).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(drains).toBe(3);
});

it('survives a database that is away', async () => {
  drain = () => Promise.reject(new Error('away'));
  pump.wake();
  await vi.advanceTimersByTimeAsync(15_000);
  expect([drains, logged]).toEqual([2, ['outbox.failed', 'outbox.failed']]);
});

it('is settled when nothing waits, or when patience ends before the next message may go', async () => {
  next = Date.now() + 500;
  const settled = pump.settled(10_000);
  await vi.advanceTimersByTimeAsync(499);
  next = null;
  await vi.advanceTimersByTimeAsync(1);
  await settled;
  next = Date.now() + 60_000;
  await pump.settled(10_000);
});

it('ends with the turn under way', async () => {
  const gate = makeGate();
  drain = () => gate.opened;
  pump.wake();
  await vi.advanceTimersByTimeAsync(0);
  const stopped = pump.stop();
  gate.open();
  await stopped;
  pump.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([drains, logged[0]]).toEqual([1, 'sender stopped']);
});
