/** The connection comes back after every kind of loss, with growing pauses, until it is told to stop. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepConnected, type SocketClient, type SocketKeeper } from '../../src/slack/socket.ts';

const patience = { pauseMs: 1_000, longestPauseMs: 4_000, helloMs: 5_000, steadyMs: 10_000 };

let starts: number;
let begin: () => Promise<unknown>;
let lose: () => void;
let logged: string[];
let keeper: SocketKeeper;
beforeEach(() => {
  vi.useFakeTimers();
  [starts, begin, logged] = [0, async () => {}, []];
  const client: SocketClient = {
    on: (_, listener) => {
      lose = listener;
    },
    start: () => {
      starts += 1;
      return begin();
    },
    disconnect: async () => lose(),
  };
  const line = (event: string) => void logged.push(event);
  keeper = keepConnected(client, { info: line, warn: line, error: line }, patience);
});
afterEach(async () => {
  await keeper.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('comes back at once when a connection that lasted is recycled', async () => {
  await keeper.start();
  await pass(60_000);
  lose();
  await pass(0);
  expect([starts, logged]).toEqual([2, ['slack.reconnected']]);
});

it('tries again with growing pauses while Slack is away', async () => {
  await keeper.start();
  await pass(60_000);
  begin = () => Promise.reject(new Error('ENOTFOUND'));
  lose();
  const seen: number[] = [];
  for (let second = 0; second <= 12; second++) {
    seen.push(starts);
    await pass(1_000);
  }
  expect(seen).toEqual([1, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6]);
  begin = async () => {};
  await pass(4_000);
  expect(logged.at(-1)).toBe('slack.reconnected');
});

it('does not hammer at a Slack that says hello and hangs up', async () => {
  await keeper.start();
  await pass(60_000);
  begin = async () => void setTimeout(() => lose(), 10);
  lose();
  await pass(5_000);
  expect(starts).toBeLessThanOrEqual(5);
});

it('waits for hello only so long', async () => {
  await keeper.start();
  await pass(60_000);
  begin = () => new Promise(() => {});
  lose();
  await pass(5_001);
  begin = async () => {};
  await pass(1_000);
  expect([starts, logged]).toEqual([3, ['slack.unreachable', 'slack.reconnected']]);
});

it('says why it cannot connect at the start, and tries no more', async () => {
  begin = () => Promise.reject(new Error('invalid_auth'));
  await expect(keeper.start()).rejects.toThrow('invalid_auth');
  lose();
  await pass(60_000);
  expect(starts).toBe(1);
});

it('stays away once stopped', async () => {
  await keeper.start();
  await keeper.stop();
  await pass(60_000);
  expect(starts).toBe(1);
});
