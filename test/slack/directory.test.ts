/** People as Slack describes them, also where it leaves things out. */
import { expect, it } from 'vitest';
import { toProfile } from '../../src/slack/directory.ts';

it.each<[unknown, string]>([
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
  [undefined, 'zh-CN'],
  [null, 'zh-CN'],
  [7, 'zh-CN'],
  [{}, 'zh-CN'],
])('a locale of %j is read as %s', (locale, expected) => {
  expect(toProfile({ id: 'U1', locale: locale as string }, 'T1').locale).toBe(expected);
});

it.each<[unknown, number | undefined]>([
  [1_796_083_200, 1_796_083_200],
  [1, 1],
  [0, undefined],
  [-1, undefined],
  [1.5, undefined],
  [2 ** 31, undefined],
  ['1796083200', undefined],
  [null, undefined],
  [undefined, undefined],
])('a time of change of %j is %s', (updated, expected) => {
  expect(toProfile({ id: 'U1', updated: updated as number }, 'T1').updated).toBe(expected);
});
