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
    expect(inUnit({ text, made: () => text }, locale, 'yuan').made()).toBe(text);
    const words = inUnit({ text, made: () => text }, locale, 'points');
    expect([words.text, words.made()]).toEqual([expected, expected]);
  });

  it('leaves what was typed as it was', () => {
    const zh = inUnit((text: string) => `不罚款：${text}`, 'zh-CN', 'points');
    expect(zh('赔了50元，不罚款')).toBe('不扣分：赔了50元，不罚款');
    const en = inUnit(({ text }: { text: string }) => [`no fine: ${text}`], 'en', 'points');
    expect(en({ text: 'a Fine of ¥50, five yuan, fines' })).toEqual(['no penalty: a Fine of ¥50, five yuan, fines']);
  });

  it('of violations, praises and proposals names no money', () => {
    const { languages } = speechOf(features, houseNames, { authority: USUAL_LEVELS, unit: 'points' });
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
