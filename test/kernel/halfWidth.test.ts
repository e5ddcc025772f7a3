import { expect, test } from 'vitest';
import { halfWidth } from '../../src/kernel/halfWidth.ts';

test.each([
  ['1.9 JD:(50)', '1.9 JD:(50)'],
  ['第1.9条', '第1.9条'],
  ['五十 ½ ² ٥ ¥', '五十 ½ ² ٥ ¥'],
  ['', ''],
])('%j becomes %j, of the same length', (text, expected) => {
  expect([halfWidth(text), halfWidth(text).length]).toEqual([expected, text.length]);
});
