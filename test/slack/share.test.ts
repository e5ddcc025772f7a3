import { expect, test } from 'vitest';
import { shared } from '../../src/slack/share.ts';

const a = (length: number) => 'a'.repeat(length);

test.each<[string, string[], number, number[]]>([
  ['all fit', [a(3), a(4)], 10, [3, 4]],
  ['none', [], 10, []],
  ['short ones stay whole', [a(100), a(2), a(3)], 25, [20, 2, 3]],
  ['long ones share evenly', [a(100), a(90), a(4)], 24, [10, 10, 4]],
  ['empty ones cost nothing', ['', a(50), ''], 20, [0, 20, 0]],
])('%s', (_name, texts, room, lengths) => {
  const kept = shared(texts, room);
  expect(kept.map(text => text.length)).toEqual(lengths);
  expect(kept.join('').length).toBeLessThanOrEqual(Math.max(room, texts.join('').length));
});

test('what is cut ends in an ellipsis', () => {
  expect(shared([a(12), 'short'], 10)).toEqual(['aaaa…', 'short']);
});
