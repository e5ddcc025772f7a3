/** The page's address keeps who is shown where. */
import { expect, test } from 'vitest';
import { readRoute, writeRoute } from '../../../src/workspace/page/route.js';

test.each([
  ['', []],
  ['#/presales1', [{ user: 'presales1', channel: '' }]],
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
  ['#/%', []],
])('the address %j shows %j', (hash, places) => {
  expect(readRoute(hash)).toEqual(places);
});

test('an address is read back as it was written', () => {
  const places = [
    { user: '售前/一', channel: '中文' },
    { user: 'm', channel: 'home' },
  ];
  expect(readRoute(writeRoute(places))).toEqual(places);
});
