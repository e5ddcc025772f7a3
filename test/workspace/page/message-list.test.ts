/** Days and runs of one author. */
import { expect, test } from 'vitest';
import { keepSame, linesOf, type Seen } from '../../../src/workspace/page/message-list.js';

const said = (local: string, user: string, more: Partial<Seen> = {}): Seen => ({
  ts: `${Date.parse(`${local}+08:00`) / 1000}.000000`,
  user,
  text: 'x',
  ...more,
});

test('a day begins at midnight in Shanghai, a run ends after five minutes or with another author', () => {
  const lines = linesOf([
    said('2026-12-01T23:58:00', 'a'),
    said('2026-12-01T23:59:00', 'a'),
    said('2026-12-02T00:00:00', 'a'),
    said('2026-12-02T00:01:00', 'b'),
    said('2026-12-02T00:07:00', 'b'),
    said('2026-12-02T00:07:10', 'b', { ephemeral: true }),
    said('2026-12-02T00:07:20', 'b', { username: 'Bee' }),
  ]);
  expect(lines.map(({ day, first }) => [day, first])).toEqual([
    ['2026-12-01', true],
    [null, false],
    ['2026-12-02', true],
    [null, true],
    [null, true],
    [null, true],
    [null, true],
  ]);
});

test('a message that did not change stays the same object', () => {
  const [one, two] = [said('2026-12-01T08:00:00', 'a'), said('2026-12-01T08:01:00', 'a')];
  const kept = keepSame([one, two], [{ ...one }, { ...two, text: 'y' }]);
  expect(kept[0]).toBe(one);
  expect(kept[1]).not.toBe(two);
});
