/** The house's sentences where a regulation counts points instead of money. */
import { describe, expect, it, test } from 'vitest';
import { features } from '../../src/features.ts';
import { yuan } from '../../src/kernel/money.ts';
import { amountText, inUnit } from '../../src/locales/amount.ts';
import { houseNames } from '../../src/locales/naming.ts';
import { USUAL_LEVELS } from '../../src/member/post.ts';
import { speechOf } from '../../src/office/collected.ts';

test.each([
  [20, '20元', '¥20', '20 分', '20 points'],
  [1, '1元', '¥1', '1 分', '1 point'],
  [1_250, '1,250元', '¥1,250', '1,250 分', '1,250 points'],
])('%d is %s, %s, %s or %s', (amount, ...expected) => {
  const said = (['yuan', 'points'] as const).flatMap(unit =>
    (['zh-CN', 'en'] as const).map(locale => amountText(yuan(amount), { locale, unit })),
  );
  expect(said).toEqual(expected);
});

const POINTS = { unit: 'points', fineWord: 'fine' } as const;

describe('a sentence of the house', () => {
  test.each<['zh-CN' | 'en', string, string]>([
    ['zh-CN', '不罚款', '不扣分'],
    ['zh-CN', '金额（元）', '金额（分）'],
    ['zh-CN', '例如 50元，超过 300 元', '例如 50 分，超过 300 分'],
    ['zh-CN', '请用数字写元数，例如 50 或 50.5。', '请用数字写分数，例如 50。'],
    ['en', 'Amount (yuan)', 'Amount (points)'],
    ['en', 'Above ¥300, a fine; fines of others', 'Above 300 points, a penalty; penalties of others'],
    [
      'en',
      'It stands under 2.1 or 2.2; up to ¥3,000, for ¥20.',
      'It stands under 2.1 or 2.2; up to 3,000 points, for 20 points.',
    ],
    ['en', 'Give yuan as a figure, for example 50 or 50.5.', 'Give points as a figure, for example 50.'],
  ])('%s: “%s” is “%s”', (locale, text, expected) => {
    expect(inUnit({ text, made: () => text }, locale, { unit: 'yuan', fineWord: 'fine' }).made()).toBe(text);
    const words = inUnit({ text, made: () => text }, locale, POINTS);
    expect([words.text, words.made()]).toEqual([expected, expected]);
  });

  it('leaves what was typed as it was', () => {
    const zh = inUnit((text: string) => `不罚款：${text}`, 'zh-CN', POINTS);
    expect(zh('赔了50元，不罚款')).toBe('不扣分：赔了50元，不罚款');
    const en = inUnit(({ text }: { text: string }) => [`no fine: ${text}`], 'en', POINTS);
    expect(en({ text: 'a Fine of ¥50, five yuan, fines' })).toEqual(['no penalty: a Fine of ¥50, five yuan, fines']);
  });

  it('of violations, praises and proposals names no money', () => {
    const { languages } = speechOf(features, houseNames, { authority: USUAL_LEVELS, ...POINTS });
    const plain = (words: unknown): string[] => {
      if (typeof words === 'string') return [words];
      return typeof words === 'object' && words !== null ? Object.values(words).flatMap(plain) : [];
    };
    for (const noun of ['violation', 'praise', 'proposal', 'rulebook'] as const) {
      const { faults: _file, ...english } = { faults: null, ...languages.en[noun] };
      expect(plain(english).filter(text => /yuan|¥|\bfines?\b/iu.test(text))).toEqual([]);
      const { faults: _same, ...chinese } = { faults: null, ...languages['zh-CN'][noun] };
      expect(plain(chinese).filter(text => /元|罚款/u.test(text))).toEqual([]);
    }
  });
});

describe('with a word of its own for a fine', () => {
  test.each<['zh-CN' | 'en', 'negative-incentive' | 'performance-deduction', string, string]>([
    ['zh-CN', 'negative-incentive', '罚款（元）', '负激励（元）'],
    ['zh-CN', 'performance-deduction', '只记录、不罚款写 0。', '只记录、不计绩效扣减写 0。'],
    ['zh-CN', 'performance-deduction', '赔偿，不是罚款', '赔偿，不是绩效扣减'],
    ['en', 'negative-incentive', 'on record without a fine', 'on record without a negative incentive'],
    ['en', 'performance-deduction', 'Fines (yuan)', 'Performance deductions (yuan)'],
    ['en', 'performance-deduction', 'Compensation, no fine', 'Compensation, no performance deduction'],
  ])('%s, %s: “%s” is “%s”', (locale, fineWord, text, expected) => {
    expect(inUnit({ text }, locale, { unit: 'yuan', fineWord })).toEqual({ text: expected });
  });

  it('leaves what was typed as it was', () => {
    const said = inUnit((text: string) => `罚款：${text}`, 'zh-CN', { unit: 'yuan', fineWord: 'negative-incentive' });
    expect(said('不罚款，罚款50')).toBe('负激励：不罚款，罚款50');
  });

  it('no sentence for people in the department says a fine', () => {
    const terms = { authority: USUAL_LEVELS, unit: 'yuan', fineWord: 'performance-deduction' } as const;
    const { languages } = speechOf(features, houseNames, terms);
    const plain = (words: unknown): string[] => {
      if (typeof words === 'string') return [words];
      return typeof words === 'object' && words !== null ? Object.values(words).flatMap(plain) : [];
    };
    for (const noun of ['violation', 'praise', 'proposal', 'ledger'] as const) {
      expect(plain(languages.en[noun]).filter(text => /\bfines?\b/iu.test(text))).toEqual([]);
      expect(plain(languages['zh-CN'][noun]).filter(text => /罚款/u.test(text))).toEqual([]);
    }
  });
});
