/** A clock that was moved stays moved, also over a restart. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FixedClock, MovableClock } from '../src/clock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-clock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const aheadMs = (clock: MovableClock) => clock.now().getTime() - Date.now();

it('runs on from where it was put, and the next process from there', async () => {
  const file = join(folder, 'data', 'clock.json');
  const clock = new MovableClock(file);
  expect(Math.abs(aheadMs(clock))).toBeLessThan(1_000);
  await clock.set(new Date(Date.now() + 86_400_000));
  expect(aheadMs(clock) / 86_400_000).toBeCloseTo(1, 3);
  expect(aheadMs(new MovableClock(file)) / 86_400_000).toBeCloseTo(1, 3);
  expect(readdirSync(join(folder, 'data'))).toEqual(['clock.json']); // written whole, no half file beside it
});

it.each(['', '{', 'null', '{"aheadMs":"x"}', '{"aheadMs":null}'])('is the present with %j on the disk', content => {
  const file = join(folder, 'clock.json');
  writeFileSync(file, content);
  expect(Math.abs(aheadMs(new MovableClock(file)))).toBeLessThan(1_000);
});

it('stands still when it is a fixed one, whatever is done to what it told', async () => {
  const clock = new FixedClock('2026-12-01T00:00:00Z');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-12-01T00:00:00.000Z');
});
