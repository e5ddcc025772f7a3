import { expect, test } from 'vitest';
import { quoted } from '../../src/locales/quoted.ts';

test.each([
  ['2026-02-30', '2026-02-30'],
  ['*x*', '`*x*`'],
  ['~x~', '`~x~`'],
  ['12-07~12-32', '`12-07~12-32`'],
  ['_x_', '`_x_`'],
  ['tb_1234', 'tb_1234'],
  ['5 * 3', '`5 * 3`'],
  [':tada: x', '`:tada: x`'],
  ['14:00', '14:00'],
  ['<!channel>', '&lt;!channel&gt;'],
  ['R&D', 'R&amp;D'],
  ['`rm`', 'ˋrmˋ'],
  ['<@U1|li.wei>', '@li.wei'],
  ['<#C1|general>', '#general'],
  ['<http://shop.com|shop.com>', 'shop.com'],
  ['<https://evil|bank>', '&lt;https://evil|bank&gt;'],
  ['one\n two', 'one two'],
  ['a\u202eb\u200bc', 'abc'],
  ['', ''],
  ['好'.repeat(40), '好'.repeat(40)],
  ['好'.repeat(41), `${'好'.repeat(40)}…`],
])('%j', (typed, shown) => {
  expect(quoted(typed)).toBe(shown);
});
