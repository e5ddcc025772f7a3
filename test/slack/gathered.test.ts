/** What strangers do often is told once a minute, with how often it was. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Gathered, gathered } from '../../src/slack/gathered.ts';

let said: [times: number, last: string][];
let unsigned: Gathered<string>;
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  unsigned = gathered((times, last) => said.push([times, last]));
});
afterEach(() => vi.useRealTimers());

it('says the first at once, and of 28,000 more one line', () => {
  unsigned.add('first');
  expect(said).toEqual([[1, 'first']]);
  for (let sent = 0; sent < 28_000; sent += 1) unsigned.add('more');
  vi.advanceTimersByTime(59_999);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(said).toEqual([
    [1, 'first'],
    [28_000, 'more'],
  ]);
});

it('says no more than a line a minute, and nothing of a minute in which nothing came', () => {
  for (let second = 0; second < 180; second += 1) {
    unsigned.add('x');
    vi.advanceTimersByTime(1_000);
  }
  expect(said.map(([times]) => times)).toEqual([1, 59, 60, 60]);
  vi.advanceTimersByTime(600_000);
  expect(said).toHaveLength(4);
  unsigned.add('later');
  expect(said.at(-1)).toEqual([1, 'later']);
});

it('says at the end what was not said yet, once', () => {
  unsigned.add('first');
  unsigned.add('second');
  unsigned.end();
  unsigned.end();
  vi.advanceTimersByTime(600_000);
  expect(said).toEqual([
    [1, 'first'],
    [1, 'second'],
  ]);
});

it('keeps no process alive', () => {
  vi.useRealTimers();
  const before = process.getActiveResourcesInfo().filter(name => name === 'Timeout').length;
  unsigned.add('first');
  expect(process.getActiveResourcesInfo().filter(name => name === 'Timeout').length).toBe(before);
  unsigned.end();
});
