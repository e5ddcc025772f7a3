/** What charts are drawn from: scales, shares, numbers and labels. */
import { describe, expect, test } from 'vitest';
import { figuresOf, formatFigure, formatShare, formatTick, scaleOf, sharesOf } from '../../page/chart-figures.js';
import { cut, inTwo } from '../../page/chart-label.js';

test('figures stand in the order of the categories, whatever the order of the points', () => {
  const data = [
    { label: 'b', value: 2 },
    { label: 'a', value: 1 },
  ];
  expect(figuresOf({ series: [{ name: 's', data }], axis_config: { categories: ['a', 'b'] } })).toEqual({
    categories: ['a', 'b'],
    series: [{ name: 's', values: [1, 2] }],
  });
});

describe('a scale', () => {
  test.each<[values: number[], ticks: number[]]>([
    [[], [0, 0.25, 0.5, 0.75, 1]],
    [
      [0, 0],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      [3, 7],
      [0, 2, 4, 6, 8],
    ],
    [[100], [0, 25, 50, 75, 100]],
    [
      [45_000, 17_000],
      [0, 20_000, 40_000, 60_000],
    ],
    [[0.3], [0, 0.1, 0.2, 0.3]],
    [
      [-3, -8],
      [-8, -6, -4, -2, 0],
    ],
    [
      [12, -8],
      [-10, -5, 0, 5, 10, 15],
    ],
    [
      [1e308, -1e308],
      [-1e308, -5e307, 0, 5e307, 1e308],
    ],
  ])('of %j has the steps %j', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks);
  });

  test.each([[[3, 7]], [[12, -8]], [[1e308, -1e308]], [[Number.MAX_VALUE]], [[5e-324]], [[1e-9]]])(
    'of %j begins at 0, ends at 1 and holds every figure and zero in their order',
    values => {
      const { ticks, at } = scaleOf(values);
      expect([at(ticks[0] ?? 0), at(ticks.at(-1) ?? 0)]).toEqual([0, 1]);
      const places = [...values, 0].sort((a, b) => a - b).map(at);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.every(place => place >= 0 && place <= 1)).toBe(true);
    },
  );
});

test('shares are parts of the sum, however large it is', () => {
  expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
  expect(sharesOf([1e308, 1e308])).toEqual([0.5, 0.5]);
});

test.each([
  [0, '0', '0'],
  [-6.25, '-6.25', '-6.25'],
  [1_234_567.891, '1,234,567.891', '1,234,567.891'],
  [0.1 + 0.2, '0.3', '0.3'],
  [1e300, '1E300', '1E300'],
  [2e-9, '2E-9', '2E-9'],
])('the figure %d is %s', (value, en, zh) => {
  expect([formatFigure(value, 'en'), formatFigure(value, 'zh')]).toEqual([en, zh]);
});

test.each([
  [[45_000], '20,000', '20,000'],
  [[900_000], '250K', '25万'],
  [[0.3], '0.1', '0.1'],
  [[1e300], '2.5E299', '2.5E299'],
])('the step beside a scale of %j is %s, or %s', (values, en, zh) => {
  const scale = scaleOf(values);
  expect([formatTick(scale.step, scale, 'en'), formatTick(scale.step, scale, 'zh')]).toEqual([en, zh]);
});

test('what is there is never told as nothing', () => {
  expect([1, 0.4567, 0.0004].map(share => formatShare(share, 'en'))).toEqual(['100%', '45.7%', '<0.1%']);
});

describe('a label, each of whose characters is one wide,', () => {
  const widthOf = (text: string) => text.length;
  test.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['ends here', 6, 'ends…'],
    ['x', 0, '…'],
    ['👩‍👩‍👧 family', 9, '👩‍👩‍👧…'],
  ])('%j is cut to %i as %j', (text, room, shown) => {
    expect(cut(text, room, widthOf)).toBe(shown);
  });

  test.each([
    ['Pumpkin', 8, ['Pumpkin']],
    ['Lemon Meringue', 8, ['Lemon', 'Meringue']],
    ['Lemon Meringue', 7, ['Lemon', 'Mering…']],
    ['Unbreakable', 8, ['Unbreak…']],
    ['一二三四五', 3, ['一二三', '四五']],
    ['第一 季度', 3, ['第一', '季度']],
  ])('%j is in %i the lines %j', (text, room, lines) => {
    expect(inTwo(text, room, widthOf)).toEqual(lines);
  });
});
