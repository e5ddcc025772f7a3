/** The page's address keeps who is shown where. */
import { expect, test } from 'vitest';
import { linkOf, placeOfLink, readRoute, writeRoute } from '../../page/route.js';

test.each([
  ['', []],
  ['#/carol', [{ user: 'carol', channel: '' }]],
  [
    '#/a/b/c/d/e/f/g/h/i/j',
    [
      { user: 'a', channel: 'b' },
      { user: 'c', channel: 'd' },
      { user: 'e', channel: 'f' },
      { user: 'g', channel: 'h' },
    ],
  ],
  ['#/a/%E4%B8%AD', [{ user: 'a', channel: '中' }]],
  ['#/%', [{ user: '%', channel: '' }]],
  ['#/a/%E4', [{ user: 'a', channel: '%E4' }]],
  ['#/a/C1@1764550000.000100', [{ user: 'a', channel: 'C1', ts: '1764550000.000100' }]],
  [
    '#/a/C1@1.2@1.1/b',
    [
      { user: 'a', channel: 'C1', ts: '1.2', thread: '1.1' },
      { user: 'b', channel: '' },
    ],
  ],
])('the address %j shows %j', (hash, places) => {
  expect(readRoute(hash)).toEqual(places);
});

test('an address is read back as it was written', () => {
  const places = [
    { user: '售前/一', channel: '中文' },
    { user: 'm', channel: 'home' },
    { user: 'k', channel: 'C1', ts: '1.2', thread: '1.1' },
  ];
  expect(readRoute(writeRoute(places))).toEqual(places);
});

test('a link to a message leads to where it is; another address leads nowhere', () => {
  const origin = 'http://127.0.0.1:3000';
  const reply = { ts: '1764550000.000200', thread_ts: '1764550000.000100' };
  expect(linkOf(origin, 'C1', { ts: reply.thread_ts })).toBe(`${origin}/archives/C1/p1764550000000100`);
  expect(placeOfLink(origin, linkOf(origin, 'C1', { ts: reply.ts }))).toEqual({ channel: 'C1', ts: reply.ts });
  expect(placeOfLink(origin, linkOf(origin, 'C1', reply))).toEqual({
    channel: 'C1',
    ts: reply.ts,
    thread: reply.thread_ts,
  });
  for (const other of ['https://a.example/archives/C1/p1764550000000100', `${origin}/archives/C1`, 'no address'])
    expect(placeOfLink(origin, other)).toBeNull();
});
