/** Days and runs of one author. */
import { expect, test } from 'vitest';
import {
  chunksOf,
  keepSame,
  linesOf,
  MOST_HELD,
  mergeLater,
  mergeNewest,
  mergeOlder,
  messageAt,
  type Seen,
  trimmed,
} from '../../page/message-list.js';

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

const many = (from: number, to: number): Seen[] =>
  Array.from({ length: to - from }, (_, index) => ({
    ts: `${1_790_000_000 + from + index}.000100`,
    user: 'a',
    text: 'x',
  }));

test('chunks stay the same objects when messages are added at either end', () => {
  const all = many(0, 500);
  const before = chunksOf(linesOf(all.slice(100, 400)), []);
  expect(before.length).toBeGreaterThan(3);
  const longer = chunksOf(linesOf(all), before);
  const kept = before.filter(chunk => longer.includes(chunk));
  expect(kept.length).toBeGreaterThanOrEqual(before.length - 2);
  expect(longer.flatMap(chunk => chunk.lines)).toHaveLength(500);
});

test('a newer page replaces the end of what is held, and a gap drops what lies before it', () => {
  const held = { messages: many(0, 200), more: true, later: false };
  const shorter = many(150, 210).filter(({ ts }) => ts !== many(160, 161)[0]?.ts);
  const newest = { more: true, later: false };
  expect(mergeNewest(held, { messages: shorter, ...newest })).toEqual({
    messages: [...many(0, 150), ...shorter],
    ...newest,
  });
  expect(mergeNewest(held, { messages: many(300, 400), ...newest }).messages).toEqual(many(300, 400));
  const empty = { messages: [], more: false, later: false };
  expect(mergeNewest(held, empty)).toEqual(empty);
});

test('a stretch grows at either end, by what it does not hold yet', () => {
  const held = { messages: many(50, 60), more: true, later: true };
  expect(mergeOlder(held, { messages: many(0, 51), more: false, later: true })).toEqual({
    messages: many(0, 60),
    more: false,
    later: true,
  });
  expect(mergeLater(held, { messages: many(59, 70), more: true, later: false })).toEqual({
    messages: many(50, 70),
    more: true,
    later: false,
  });
});

test('a stretch that grew too long is cut at the end where the reader is not', () => {
  const held = { messages: many(0, MOST_HELD + 20), more: false, later: false };
  expect(trimmed(held, 'first')).toEqual({ messages: many(0, MOST_HELD), more: false, later: true });
  expect(trimmed(held, 'last')).toEqual({ messages: many(20, MOST_HELD + 20), more: true, later: false });
  const short = { messages: many(0, 3), more: false, later: false };
  expect(trimmed(short, 'first')).toBe(short);
});

test('a moment leads to its message, to the next one, or to the last', () => {
  const [first, second] = many(0, 2);
  expect(messageAt(many(0, 2), '0')).toBe(first?.ts);
  expect(messageAt(many(0, 2), `${first?.ts}1`)).toBe(second?.ts);
  expect(messageAt(many(0, 2), '9999999999.000000')).toBe(second?.ts);
  expect(messageAt([], '0')).toBe('');
});
