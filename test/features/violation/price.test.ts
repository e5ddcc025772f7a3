import { expect, test } from 'vitest';
import { findArticle, tierOf } from '../../../src/features/rulebook/rules.ts';
import { type Entry, mayLieOn, type Offer, priceOf, propose } from '../../../src/features/violation/price.ts';
import { yuan } from '../../../src/kernel/money.ts';
import type { Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';
import { articles } from '../../support/rulebook.ts';

/** An example, the same in both languages unless its tier has another name in Chinese. */
const said = (en: string, zh = en) => ({ 'zh-CN': zh, en });
const refusal = (code: string, params: object) => ({ code, params });

function price(number: string, key: string, offer?: Offer) {
  const article = findArticle(number, articles);
  const tier = article && tierOf(article, key);
  return article && tier && priceOf(article, tier, offer ?? {}, yuan(300));
}

test.each(
  articles.flatMap(article =>
    article.tiers.flatMap(({ key, amount, notice, consequence, compensates = false }) =>
      amount === 'open'
        ? []
        : [
            {
              number: article.number,
              key,
              expected: { amount, notice, consequence: consequence ?? null, compensates },
            },
          ],
    ),
  ),
)('$number $key costs what the catalogue says', ({ number, key, expected }) => {
  expect(price(number, key)).toEqual(expected);
});

test.each<[string, string, Offer, unknown]>([
  ['1.4', '', { amount: yuan(50) }, { amount: yuan(50), notice: false, consequence: null, compensates: false }],
  [
    '1.4',
    '',
    { amount: yuan(51) },
    refusal('violation.amountFixed', { article: '1.4', amount: 5000, per: 'occurrence' }),
  ],
  ['1.4', '', { amount: null }, refusal('violation.amountFixed', { article: '1.4', amount: 5000, per: 'occurrence' })],
  ['1.4', '', { count: 2 }, refusal('violation.notCounted', { article: '1.4' })],
  ['1.4', '', { notice: true }, { amount: yuan(50), notice: true, consequence: null, compensates: false }],
  ['1.8', '', {}, { amount: yuan(50), notice: true, consequence: null, compensates: false }],
  ['1.8', '', { notice: true }, { amount: yuan(50), notice: true, consequence: null, compensates: false }],
  ['1.10', '', { count: 1 }, { amount: yuan(50), notice: false, consequence: null, compensates: false }],
  ['1.10', '', { count: 7 }, { amount: yuan(350), notice: false, consequence: null, compensates: false }],
  ['1.27', '', { count: 3 }, { amount: yuan(150), notice: false, consequence: null, compensates: false }],
  [
    '1.27',
    '',
    { count: 3, amount: yuan(150) },
    { amount: yuan(150), notice: false, consequence: null, compensates: false },
  ],
  [
    '1.27',
    '',
    { count: 3, amount: yuan(50) },
    refusal('violation.amountFixed', { article: '1.27', amount: 5000, per: 'item' }),
  ],
  ['1.27', '', { count: 0 }, refusal('violation.badCount', { article: '1.27', limit: 999 })],
  ['1.27', '', { count: 1.5 }, refusal('violation.badCount', { article: '1.27', limit: 999 })],
  ['1.27', '', { count: 999 }, { amount: yuan(49950), notice: false, consequence: null, compensates: false }],
  ['1.27', '', { count: 1000 }, refusal('violation.badCount', { article: '1.27', limit: 999 })],
  ['1.1', '', {}, refusal('violation.amountMissing', { article: '1.1', example: said('1.1 100') })],
  ['1.1', '', { amount: yuan(3000) }, { amount: yuan(3000), notice: false, consequence: null, compensates: false }],
  ['1.1', '', { amount: yuan(3000.01) }, refusal('violation.amountTooLarge', { amount: 300_001, most: 300_000 })],
  ['1.3', '', { amount: yuan(1_000_000) }, refusal('violation.amountTooLarge', { amount: 100_000_000, most: 300_000 })],
  ['3.1', '', { amount: yuan(5000) }, refusal('violation.amountTooLarge', { amount: 500_000, most: 300_000 })],
  ['1.1', '', { amount: yuan(100) }, { amount: yuan(100), notice: false, consequence: null, compensates: false }],
  ['1.1', '', { amount: null }, { amount: null, notice: false, consequence: null, compensates: false }],
  ['1.1', '', { amount: null, notice: true }, { amount: null, notice: true, consequence: null, compensates: false }],
  [
    '1.22',
    'compensation',
    {},
    refusal('violation.amountMissing', {
      article: '1.22',
      example: said('1.22 compensation 100', '1.22 全额赔偿 100'),
    }),
  ],
  [
    '1.22',
    'compensation',
    { amount: yuan(4800) },
    { amount: yuan(4800), notice: false, consequence: null, compensates: true },
  ],
  ['1.7', '', {}, { amount: null, notice: false, consequence: null, compensates: false }],
  ['1.7', '', { amount: yuan(50) }, { amount: yuan(50), notice: false, consequence: null, compensates: false }],
  ['1.7', '', { amount: yuan(3000.01) }, refusal('violation.amountTooLarge', { amount: 300_001, most: 300_000 })],
  ['1.7', '', { amount: null, notice: true }, { amount: null, notice: true, consequence: null, compensates: false }],
  ['1.29', '', {}, { amount: null, notice: false, consequence: 'transfer-or-dismissal', compensates: false }],
  ['5.2', 'serious', {}, { amount: null, notice: false, consequence: 'return-to-hr', compensates: false }],
  ['6.5', 'repeated', { amount: yuan(300) }, refusal('violation.noFine', { article: '6.5' })],
])('%s %s with %j', (number, key, offer, expected) => {
  expect(price(number, key, offer)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['2026-11-24', true],
  ['2026-11-25', refusal('violation.dateInFuture', { date: '2026-11-25' })],
  ['2025-11-24', true],
  ['2025-11-23', refusal('violation.dateTooOld', { date: '2025-11-23', oldest: '2025-11-24' })],
])('on 2026-11-24 an incident may lie on %s: %j', (date, expected) => {
  expect(mayLieOn(date, '2026-11-24')).toEqual(expected);
});

function member(posts: Post[], details: Partial<Member> = {}): Member {
  const flags = { deactivated: false, guest: false, bot: false, external: false };
  return {
    id: 'U1',
    name: '小王',
    handle: 'wang',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    leaderId: null,
    posts,
    ...flags,
    ...details,
  };
}

const entry: Entry = { filerId: 'U9', article: '1.9', tier: '京东', date: '2026-11-24' };

test.each<[string, Partial<Entry>, Member, unknown]>([
  [
    'a case of 1.9',
    {},
    member(['presales']),
    {
      accusedId: 'U1',
      filerId: 'U9',
      article: '1.9',
      articleVersion: 1,
      tier: 'jd',
      date: '2026-11-24',
      amount: 20000,
      notice: false,
      consequence: null,
      compensates: false,
    },
  ],
  [
    'a case the clock proposes',
    { filerId: null, article: '1.8', tier: '' },
    member(['clerk']),
    {
      accusedId: 'U1',
      filerId: null,
      article: '1.8',
      articleVersion: 1,
      tier: 'plain',
      date: '2026-11-24',
      amount: 5000,
      notice: true,
      consequence: null,
      compensates: false,
    },
  ],
  ['another post', {}, member(['keeper']), refusal('violation.notBound', { article: '1.9', bound: ['presales'] })],
  [
    'a tier of the keeper, filed against another',
    { article: '1.21', tier: 'unlocked' },
    member(['presales']),
    refusal('violation.notBound', { article: '1.21', bound: ['keeper'] }),
  ],
  [
    'the president',
    { article: '1.4', tier: '' },
    member(['president']),
    refusal('violation.president', { accusedId: 'U1' }),
  ],
  ['nobody of the department', {}, member([]), refusal('member.noPost', {})],
  ['somebody gone', {}, member(['presales'], { deactivated: true }), refusal('member.isGone', { id: 'U1' })],
  [
    'no tier',
    { tier: '' },
    member(['presales']),
    refusal('violation.tierMissing', {
      article: '1.9',
      tiers: findArticle('1.9', articles)?.tiers,
      example: said('1.9 tmall', '1.9 天猫'),
    }),
  ],
  [
    'no such article',
    { article: '1.33', tier: '' },
    member(['presales']),
    refusal('violation.unknownArticle', { text: '1.33', near: [] }),
  ],
  [
    'an article beside the number',
    { article: '9' },
    member(['presales']),
    refusal('violation.unknownArticle', { text: '9', near: ['9.2', '1.9'] }),
  ],
  ['a procedure', { article: '2.1' }, member(['presales']), refusal('violation.notViolable', { article: '2.1' })],
  [
    '1.32 by number',
    { article: '1.32' },
    member(['presales']),
    refusal('violation.followsFromCount', { article: '1.32' }),
  ],
  ['tomorrow', { date: '2026-11-25' }, member(['presales']), refusal('violation.dateInFuture', { date: '2026-11-25' })],
])('propose: %s', (_name, change, accused, expected) => {
  expect(propose({ ...entry, ...change }, accused, '2026-11-24', articles, yuan(300))).toEqual(expected);
});
