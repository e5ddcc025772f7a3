/** Whole numbers written in Chinese. */
import { expect, test } from 'vitest';
import { numeralAt, numeralIn } from '../../src/kernel/typedNumeral.ts';

test.each<[string, number | undefined]>([
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['五十', 50],
  ['一百', 100],
  ['两百', 200],
  ['一百五', 150],
  ['一百五十', 150],
  ['一百零五', 105],
  ['一百〇五', 105],
  ['一百一十', 110],
  ['三百二十五', 325],
  ['一千', 1000],
  ['两千五', 2500],
  ['三千零五', 3005],
  ['三千零五十', 3050],
  ['1千', 1000],
  ['1千5', 1500],
  ['3百', 300],
  ['一万', 10_000],
  ['一万五', 15_000],
  ['两万零三百', 20_300],
  ['10万', 100_000],
  ['二〇二六', 2026],
  ['二零二六', 2026],
  ['三〇〇', 300],
  ['零', 0],
  ['〇', 0],
  ['三五', undefined],
  ['三四百', undefined],
  ['一百三五', undefined],
  ['百', undefined],
  ['千万', undefined],
  ['万', undefined],
  ['十十', undefined],
  ['三百三百', undefined],
  ['三十百', undefined],
  ['两两', undefined],
  ['100', undefined],
  ['100百', undefined],
  ['几百', undefined],
  ['', undefined],
])('%s', (text, value) => {
  expect(numeralIn(text)).toBe(value);
});

test.each<[string, object | undefined]>([
  ['三次', { length: 1, value: 3 }],
  ['三百元', { length: 2, value: 300 }],
  ['三五个人', undefined],
  ['好', undefined],
  ['100元', undefined],
])('%s begins with one', (text, found) => {
  expect(numeralAt(text)).toEqual(found);
});
