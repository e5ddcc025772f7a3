import { describe, expect, it, test } from 'vitest';
import {
  type Fen,
  fen,
  formatFen,
  MAX_YUAN,
  parseAmount,
  parseYuan,
  sumFen,
  timesFen,
  yuan,
} from '../../src/kernel/money.ts';

describe('parseYuan reads what people type', () => {
  test.each<[string, number]>([
    ['50', 5000],
    ['50元', 5000],
    ['50 元', 5000],
    ['¥50.50', 5050],
    ['¥50.5', 5050],
    ['¥ 50', 5000],
    ['50 yuan', 5000],
    ['RMB 50', 5000],
    ['50CNY', 5000],
    [' 50 ', 5000],
    ['1.5', 150],
    ['0.01', 1],
    ['007', 700],
    ['50', 5000],
    ['50.25元', 5025],
    ['300', 30000],
    ['300.01', 30001],
    ['299.99', 29999],
    ['五十', 5000],
    ['三百元', 30000],
    ['五十块钱', 5000],
    ['一百五', 15000],
    ['两百', 20000],
    ['三千块', 300000],
    ['1千', 100000],
    ['一万元整', 1_000_000],
    ['1000000', 100_000_000],
    ['1000000.00', 100_000_000],
  ])('%j is %i fen', (text, expected) => {
    expect(parseYuan(text)).toEqual({ fen: expected });
  });

  test.each<[string, string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['¥', 'empty'],
    ['元', 'empty'],
    ['-50', 'negative'],
    ['−50', 'negative'],
    ['¥-50', 'negative'],
    ['-¥50', 'negative'],
    ['-0', 'negative'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['1,000', 'separator'],
    ['1,000', 'separator'],
    ['1,00', 'separator'],
    ['1,000.00', 'separator'],
    ["1'000", 'separator'],
    ['50.505', 'decimals'],
    ['50.000', 'decimals'],
    ['1000000.01', 'tooLarge'],
    ['1000001', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
    ['1e309', 'notANumber'],
    ['1e2', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['0x32', 'notANumber'],
    ['٥٠', 'notANumber'],
    ['५०', 'notANumber'],
    ['5²', 'notANumber'],
    ['½', 'notANumber'],
    ['几百', 'notANumber'],
    ['三四百', 'notANumber'],
    ['零', 'zero'],
    ['两百万', 'tooLarge'],
    ['负五十', 'notANumber'],
    ['50.', 'notANumber'],
    ['.5', 'notANumber'],
    ['+50', 'notANumber'],
    ['$50', 'notANumber'],
    ['50 60', 'notANumber'],
    ['fifty', 'notANumber'],
  ])('%j is refused as %s', (text, fault) => {
    expect(parseYuan(text)).toEqual({ fault });
  });

  it('accepts exactly the largest amount', () => {
    expect(parseYuan(String(MAX_YUAN))).toEqual({ fen: yuan(MAX_YUAN) });
  });
});

describe('amounts', () => {
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not an amount in fen', amount => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  test.each([-1, 0.001, Number.NaN, Number.POSITIVE_INFINITY])('%d is not an amount in yuan', amount => {
    expect(() => yuan(amount)).toThrow(RangeError);
  });

  test.each([
    [0.29, 29],
    [1.1, 110],
    [4.35, 435],
    [300, 30000],
  ])('%d yuan are %i fen, whatever binary fractions say', (amount, expected) => {
    expect(yuan(amount)).toBe(expected);
  });

  it('adds and multiplies', () => {
    expect([sumFen([]), sumFen([yuan(200), yuan(100.5)]), timesFen(yuan(50), 3)]).toEqual([0, 30050, 15000]);
  });
});

test.each<[Fen, string, string]>([
  [yuan(0), '0元', '¥0'],
  [yuan(50), '50元', '¥50'],
  [yuan(50.5), '50.50元', '¥50.50'],
  [fen(1), '0.01元', '¥0.01'],
  [yuan(1250), '1,250元', '¥1,250'],
  [yuan(1_000_000), '1,000,000元', '¥1,000,000'],
])('%i fen are shown as %s and %s', (amount, chinese, english) => {
  expect([formatFen(amount, 'zh-CN'), formatFen(amount, 'en')]).toEqual([chinese, english]);
});

describe('points', () => {
  it.each<[string, unknown]>([
    ['20', { fen: 2_000 }],
    ['20分', { fen: 2_000 }],
    ['２０ 分', { fen: 2_000 }],
    ['20 points', { fen: 2_000 }],
    ['1 point', { fen: 100 }],
    ['20.5', { fault: 'decimals' }],
    ['20元', { fault: 'notANumber' }],
    ['¥20', { fault: 'notANumber' }],
    ['-1', { fault: 'negative' }],
    ['0', { fault: 'zero' }],
    ['分', { fault: 'empty' }],
  ])('%s', (text, expected) => {
    expect(parseAmount(text, 'points')).toEqual(expected);
  });

  it('are no money', () => {
    expect(parseYuan('20分')).toEqual({ fault: 'notANumber' });
  });
});
