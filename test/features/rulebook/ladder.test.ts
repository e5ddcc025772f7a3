/** Ladders as they are read, told and typed in an amendment. */
import { describe, expect, it, test } from 'vitest';
import { ladderIn, typedSteps } from '../../../src/features/rulebook/amendment/ladder.ts';
import type { Ladder, Tier } from '../../../src/features/rulebook/article.ts';
import { isSameLadder, rungOf } from '../../../src/features/rulebook/ladder.ts';
import { priceOfTier } from '../../../src/features/rulebook/views.ts';
import { yuan } from '../../../src/kernel/money.ts';
import { ordinal, timeIn } from '../../../src/locales/ordinal.ts';
import { readerOf } from '../../support/speech.ts';

const [warning, fifty] = [
  { amount: null, notice: true },
  { amount: yuan(50), notice: false },
];
const both = { amount: yuan(100), notice: true, consequence: 'return-to-hr' as const };
const ladder: Ladder = { months: 12, steps: [warning, fifty, both] };
const [chinese, english] = [readerOf('zh-CN', 'Asia/Shanghai'), readerOf('en', 'Asia/Shanghai')];

test('the last step holds for every later case', () => {
  expect([1, 2, 3, 4, 99].map(nth => rungOf(ladder, nth))).toEqual([warning, fifty, both, both, both]);
});

test('two are the same when they say the same', () => {
  const steps = ladder.steps.map(step => ({ ...step }));
  expect(isSameLadder(ladder, { steps, months: 12 })).toBe(true);
  expect(isSameLadder(undefined, undefined)).toBe(true);
  for (const other of [
    undefined,
    { steps },
    { months: 6, steps },
    { months: 12, steps: [warning, fifty] },
    { months: 12, steps: [warning, fifty, { ...both, amount: yuan(101) }] },
    { months: 12, steps: [warning, fifty, { amount: yuan(100), notice: true }] },
    { months: 12, steps: [warning, { ...fifty, notice: true }, both] },
  ])
    expect(isSameLadder(ladder, other)).toBe(false);
});

test('numbers are told in English as they are said', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 111].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 111th'.split(' '),
  );
  expect([timeIn.en(2, 12), timeIn.en(3, 1), timeIn.en(1, null)]).toEqual([
    '2nd time in 12 months',
    '3rd time in 1 month',
    '1st time',
  ]);
});

test('it is shown whole', () => {
  const tier: Tier = { key: 'plain', amount: null, notice: false, ladder, label: { 'zh-CN': '一', en: 'one' } };
  const always: Tier = { ...tier, ladder: { steps: [warning, fifty] } };
  expect(
    [tier, always].flatMap(each => [priceOfTier(each, chinese), priceOfTier(each, english)]),
  ).toMatchInlineSnapshot(`
    [
      "12个月内第1次：通报批评 1 次；第2次：50元；第3次起：退回人事部门（由总裁决定） + 100元 + 通报批评 1 次",
      "in 12 months, 1st time: 1 notice of criticism; 2nd: ¥50; from the 3rd on: return to HR (the president decides) + ¥100 + 1 notice of criticism",
      "第1次：通报批评 1 次；第2次起：50元",
      "1st time: 1 notice of criticism; from the 2nd on: ¥50",
    ]
  `);
});

describe('typed in a form', () => {
  it('reads back as it is shown', () => {
    for (const { t } of [chinese, english]) {
      const words = { notice: t.rulebook.amendment.notice, consequences: t.rulebook.consequences };
      expect(ladderIn(typedSteps(ladder, words), ladder, 'yuan')).toEqual(ladder);
    }
  });

  test.each<[string, 'yuan' | 'points', unknown]>([
    ['通报批评\n50元\n¥100＋通报批评1次', 'yuan', [warning, fifty, { amount: yuan(100), notice: true }]],
    ['notice\n\n  50 yuan  \nNotice of criticism + 100', 'yuan', [warning, fifty, { amount: yuan(100), notice: true }]],
    ['1 notice of criticism\n50 points', 'points', [warning, fifty]],
    [
      '通报\n50分\n调岗或开除',
      'points',
      [warning, fifty, { amount: null, notice: false, consequence: 'transfer-or-dismissal' }],
    ],
  ])('%j', (typed, unit, steps) => {
    expect(ladderIn(typed, ladder, unit)).toEqual({ months: 12, steps });
  });

  test.each<[string, unknown]>([
    ['', { tooFew: 0 }],
    ['50', { tooFew: 1 }],
    [Array.from({ length: 13 }, () => '50').join('\n'), { tooFew: 13 }],
    ['50\n 随便 ', { wrong: '随便' }],
    ['50\n0', { wrong: '0' }],
    ['50\n-5', { wrong: '-5' }],
    ['50\n50 + 60', { wrong: '50 + 60' }],
    ['50\nnotice + notice', { wrong: 'notice + notice' }],
    ['50\n50 +', { wrong: '50 +' }],
    ['50\nopen', { wrong: 'open' }],
  ])('%j is no ladder', (typed, fault) => {
    expect(ladderIn(typed, ladder, 'yuan')).toEqual(fault);
  });
});
