import { describe, expect, it, test } from 'vitest';
import type { Tier } from '../../../src/features/rulebook/article.ts';
import {
  binds,
  findArticle as findArticleAmong,
  isFileable,
  searchArticles as searchAmong,
  tierOf,
} from '../../../src/features/rulebook/rules.ts';
import type { Locale } from '../../../src/kernel/locale.ts';
import { articles } from '../../support/rulebook.ts';

const findArticle = (number: string) => findArticleAmong(number, articles);
const searchArticles = (query: string, locale: Locale) => searchAmong(query, locale, articles);

/** One row per price in the regulation: article, tier, yuan (or open, or none), what it is multiplied by, what comes besides. */
const figures: [string, string, number | 'open' | null, string?, string?][] = [
  ['1.1', 'plain', 'open'],
  ['1.2', 'plain', 'open'],
  ['1.3', 'plain', 'open'],
  ['1.4', 'plain', 50, 'occurrence'],
  ['1.5', 'plain', 'open'],
  ['1.6', 'plain', 50, 'occurrence'],
  ['1.7', 'plain', null],
  ['1.8', 'plain', 50, 'occurrence', 'notice'],
  ['1.9', 'tmall', 200, 'occurrence'],
  ['1.9', 'jd', 200, 'occurrence'],
  ['1.9', 'other', 50, 'occurrence'],
  ['1.10', 'plain', 50, 'response'],
  ['1.11', 'plain', 50, 'occurrence'],
  ['1.12', 'plain', 50, 'occurrence'],
  ['1.13', 'plain', 100, 'occurrence'],
  ['1.14', 'plain', 50, 'occurrence'],
  ['1.15', 'plain', 50, 'occurrence'],
  ['1.16', 'plain', 100, 'occurrence'],
  ['1.17', 'plain', null],
  ['1.18', 'plain', null],
  ['1.19', 'plain', 50, 'occurrence'],
  ['1.20', 'neutral', 100, 'occurrence'],
  ['1.20', 'bad', 200, 'occurrence'],
  ['1.21', 'unlocked', 50, 'occurrence'],
  ['1.21', 'unattended', 200, 'occurrence'],
  ['1.21', 'entry', 50, 'occurrence'],
  ['1.22', 'plain', 100, 'occurrence'],
  ['1.22', 'compensation', 'open'],
  ['1.23', 'plain', 50, 'occurrence'],
  ['1.24', 'plain', 50, 'occurrence'],
  ['1.25', 'plain', null],
  ['1.26', 'plain', 100, 'occurrence'],
  ['1.27', 'plain', 50, 'item'],
  ['1.28', 'plain', 'open'],
  ['1.29', 'plain', null, undefined, 'transfer-or-dismissal'],
  ['1.30', 'plain', 'open'],
  ['1.31', 'plain', 50, 'occurrence'],
  ['1.32', 'plain', null, undefined, 'transfer-or-dismissal'],
  ['3.1', 'plain', 'open'],
  ['3.2.4', 'plain', 'open'],
  ['5.1', 'plain', 100, 'occurrence'],
  ['5.2', 'plain', 300, 'occurrence'],
  ['5.2', 'serious', null, undefined, 'return-to-hr'],
  ['5.3', 'plain', null],
  ['5.4', 'plain', 'open'],
  ['6.1', 'plain', 'open'],
  ['6.2', 'plain', null],
  ['6.3', 'plain', 'open'],
  ['6.4', 'plain', null],
  ['6.5', 'first', 300, 'occurrence'],
  ['6.5', 'repeated', null, undefined, 'return-to-hr'],
  ['8.3', 'plain', null, undefined, 'transfer-or-dismissal'],
  ['9.2', 'plain', 'open'],
];

/** Every article and who it binds. */
const bound: [string, string][] = [
  ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'].map((n): [string, string] => [n, 'everyone']),
  ...['1.9', '1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', '1.17', '1.18'].map((n): [string, string] => [
    n,
    'presales',
  ]),
  ['1.19', 'aftersales'],
  ['1.20', 'everyone'],
  ['1.21', 'everyone'],
  ['1.22', 'keeper'],
  ['1.23', 'logistics'],
  ['1.24', 'everyone'],
  ['1.25', 'everyone'],
  ['1.26', 'operations'],
  ['1.27', 'operations'],
  ...['1.28', '1.29', '1.30', '1.31', '1.32'].map((n): [string, string] => [n, 'everyone']),
  ...['2.1', '2.2', '2.3', '2.4'].map((n): [string, string] => [n, 'everyone']),
  ['2.5', 'manager,deputy'],
  ['2.6', 'everyone'],
  ...['3.1', '3.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4'].map((n): [string, string] => [n, 'everyone']),
  ...['5.1', '5.2', '5.3', '5.4'].map((n): [string, string] => [n, 'everyone']),
  ...['6.1', '6.2', '6.3', '6.4', '6.5'].map((n): [string, string] => [n, 'everyone']),
  ...['7.1', '7.2', '7.3', '7.4', '7.5'].map((n): [string, string] => [n, 'clerk']),
  ['8.1', 'manager,supervisor'],
  ['8.2', 'manager,supervisor'],
  ['8.3', 'everyone'],
  ['8.4', 'president'],
  ['9.1', 'everyone'],
  ['9.2', 'everyone'],
];

function figureOf(article: string, tier: Tier): (typeof figures)[number] {
  const amount = typeof tier.amount === 'number' ? tier.amount / 100 : tier.amount;
  const besides = tier.notice ? 'notice' : tier.consequence;
  return besides
    ? [article, tier.key, amount, tier.per, besides]
    : tier.per
      ? [article, tier.key, amount, tier.per]
      : [article, tier.key, amount];
}

describe('the catalogue', () => {
  it('holds every figure of the regulation and no other', () => {
    expect(articles.flatMap(article => article.tiers.map(tier => figureOf(article.number, tier)))).toEqual(figures);
  });

  it('holds every article, in order, with whom it binds', () => {
    expect(articles.map(article => [article.number, [article.appliesTo].flat().join()])).toEqual(bound);
  });

  it('says the figures in both languages', () => {
    const silent = articles.flatMap(article =>
      article.tiers.flatMap(({ amount }) =>
        typeof amount === 'number'
          ? (['zh-CN', 'en'] as const)
              .filter(locale => !new RegExp(`(?<![0-9])${amount / 100}(?![0-9])`).test(article.text[locale]))
              .map(locale => [article.number, locale, amount])
          : [],
      ),
    );
    expect(silent).toEqual([]);
  });

  it('keeps titles short and texts present in both languages', () => {
    const faulty = articles.filter(
      ({ title, text }) =>
        title['zh-CN'].length > 24 ||
        title.en.length > 45 ||
        !/\p{Script=Han}/u.test(text['zh-CN']) ||
        !/^[^\p{Script=Han}]+$/u.test(text.en),
    );
    expect(faulty.map(article => article.number)).toEqual([]);
  });

  it('lets cases be filed under what can be broken, and has a price for all of it', () => {
    const procedures = articles.filter(article => !isFileable(article)).map(article => article.number);
    expect(procedures).toEqual([
      ...['1.32', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.2', '3.2.1', '3.2.2', '3.2.3'],
      ...['7.1', '7.2', '7.3', '7.4', '7.5', '8.1', '8.2', '8.3', '8.4', '9.1'],
    ]);
    expect(articles.filter(article => isFileable(article) && article.tiers.length === 0)).toEqual([]);
  });

  it('gives each name of a tier to one tier only', () => {
    const doubled = articles.filter(({ tiers }) => {
      const names = tiers.flatMap(tier => [tier.key, ...(tier.aliases ?? [])]);
      return new Set(names).size < names.length || names.some(name => name !== name.toLowerCase());
    });
    expect(doubled).toEqual([]);
  });
});

test.each([
  ['1.9', '1.9'],
  ['第1.9条', '1.9'],
  ['第1.9条', '1.9'],
  ['第 1.9 条', '1.9'],
  ['1。9', '1.9'],
  ['1.9.', '1.9'],
  ['§1.9', '1.9'],
  ['art. 1.9', '1.9'],
  ['Article 1.9', '1.9'],
  [' 3.2.4 ', '3.2.4'],
  ['9', undefined],
  ['4.1', undefined],
  ['1.33', undefined],
  ['1.9a', undefined],
  ['', undefined],
])('findArticle(%j) is %s', (text, number) => {
  expect(findArticle(text)?.number).toBe(number);
});

test.each<[string, Locale, string[]]>([
  ['1.9', 'en', ['1.9']],
  ['第1.9条', 'zh-CN', ['1.9']],
  ['3.2', 'en', ['3.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4']],
  ['9', 'en', ['9.1', '9.2', '1.9']],
  ['9', 'zh-CN', ['9.1', '9.2', '1.9']],
  ['1.3', 'en', ['1.3', '1.30', '1.31', '1.32']],
  ['京东', 'zh-CN', ['1.9']],
  ['JD', 'zh-CN', ['1.9']],
  ['jd', 'en', ['1.9']],
  ['盘点', 'zh-CN', ['1.22']],
  ['stocktake', 'zh-CN', ['1.22']],
  ['meeting', 'en', ['1.8', '2.1', '2.2', '2.4', '2.5', '2.6']],
  ['weekly plan', 'en', ['1.6', '2.1', '2.3']],
  ['差评', 'zh-CN', ['1.19', '1.20']],
  ['三次', 'zh-CN', ['1.32', '8.3']],
  ['nothing of the kind', 'en', []],
  ['迟到', 'zh-CN', ['1.8', '3.1']],
  ['oversold', 'en', ['1.27']],
  ['late', 'en', ['1.8', '3.1']],
  ['ring', 'zh-CN', ['6.1']],
  ['300', 'en', ['8.1', '5.2', '6.5']],
  ['0', 'zh-CN', []],
])('searchArticles(%j, %s) finds %j', (query, locale, expected) => {
  expect(searchArticles(query, locale).map(article => article.number)).toEqual(expected);
});

test('an empty query finds everything in order', () => {
  expect(searchArticles('  ', 'en')).toEqual(articles);
});

test.each([
  ['1.9', 'jd', 'jd'],
  ['1.9', 'JD', 'jd'],
  ['1.9', 'jd', 'jd'],
  ['1.9', '京东', 'jd'],
  ['1.9', 'tmall', 'tmall'],
  ['1.9', '天猫', 'tmall'],
  ['1.9', 'other', 'other'],
  ['1.9', '其他', 'other'],
  ['1.9', 'pdd', undefined],
  ['1.9', '', undefined],
  ['1.20', '中评', 'neutral'],
  ['1.20', '差评', 'bad'],
  ['1.21', '没锁', 'unlocked'],
  ['1.21', '无人看守', 'unattended'],
  ['1.21', '擅入', 'entry'],
  ['5.2', '严重', 'serious'],
  ['5.2', '', 'plain'],
  ['6.5', '屡犯', 'repeated'],
  ['6.5', '', undefined],
  ['1.4', '', 'plain'],
  ['2.1', '', undefined],
])('in %s the word %j names the tier %s', (number, word, key) => {
  const article = findArticle(number);
  expect(article && tierOf(article, word)?.key).toBe(key);
});

test('a tier may bind fewer people than its article', () => {
  const article = findArticle('1.21');
  const answers = article?.tiers.map(tier => [
    tier.key,
    binds(article, tier, ['keeper']),
    binds(article, tier, ['presales']),
  ]);
  expect(answers).toEqual([
    ['unlocked', true, false],
    ['unattended', true, false],
    ['entry', false, true],
  ]);
});
