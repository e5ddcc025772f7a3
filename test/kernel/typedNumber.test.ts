import { expect, test } from 'vitest';
import { numberAt, numberIn } from '../../src/kernel/typedNumber.ts';

test.each([
  ['12', 12],
  ['#12', 12],
  ['＃１２', 12],
  ['No. 12', 12],
  ['no.12', 12],
  ['number 12', 12],
  ['Nr 12', 12],
  ['№12', 12],
  ['第 12 号', 12],
  ['第12号', 12],
  ['12号', 12],
  ['编号 12', 12],
  ['编号：12', 12],
  [' 12 ', 12],
  ['0', undefined],
  ['1234567890', undefined],
  ['twelve', undefined],
  ['12 13', undefined],
  ['-1', undefined],
  ['', undefined],
])('%s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

test('what follows the number is left', () => {
  expect(numberAt('第 3 号 她又问了')).toEqual({ length: 5, number: 3 });
});
