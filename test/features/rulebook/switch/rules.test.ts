/** On which days an article is off, what of it can be, and what is proposed by it. */
import { describe, expect, it } from 'vitest';
import type { Switch } from '../../../../src/features/rulebook/article.ts';
import { findArticle, inForceOn } from '../../../../src/features/rulebook/rules.ts';
import { offOn, proposesBy, reasonIn, switchable } from '../../../../src/features/rulebook/switch/rules.ts';
import { fileableArticle } from '../../../../src/features/violation/price.ts';
import { articles } from '../../../support/rulebook.ts';

const off = (offFrom: string, onFrom: string | null, what: Switch['what'] = 'all'): Switch => ({
  ...{ id: 1, article: '1.8', what, offFrom, offBy: 'U1', offAt: `${offFrom}T02:00:00.000Z`, reason: 'why' },
  ...{ onFrom, onBy: onFrom === null ? null : 'U2', onReason: null },
});
const of = (number: string) => {
  const article = findArticle(number, articles);
  if (article === undefined) throw new Error(number);
  return article;
};

describe('an article is off from the day it is switched off to the day before it is switched on', () => {
  it.each<[Switch[], string, Switch['what'] | undefined]>([
    [[], '2026-12-04', undefined],
    [[off('2026-12-04', null)], '2026-12-03', undefined],
    [[off('2026-12-04', null)], '2026-12-04', 'all'],
    [[off('2026-12-04', null)], '2027-12-04', 'all'],
    [[off('2026-12-04', '2026-12-07')], '2026-12-06', 'all'],
    [[off('2026-12-04', '2026-12-07')], '2026-12-07', undefined],
    [[off('2026-12-04', '2026-12-04')], '2026-12-04', undefined],
    [[off('2026-12-01', '2026-12-04', 'proposals'), off('2026-12-04', null)], '2026-12-03', 'proposals'],
    [[off('2026-12-01', '2026-12-04', 'proposals'), off('2026-12-04', null)], '2026-12-04', 'all'],
  ])('%#: %o on %s', (switches, date, what) => {
    expect(offOn(switches, date)?.what).toBe(what);
  });
});

it.each([
  ['2026-12-03', '2026-12-04', false], // it is off by now
  ['2026-12-03', '2026-12-07', true],
  ['2026-12-05', '2026-12-08', false], // it was off on that day
  ['2026-12-07', '2026-12-07', true],
])('about %s the bot, on %s, proposes: %s', (date, today, proposes) => {
  expect(proposesBy({ switches: [off('2026-12-04', '2026-12-07', 'proposals')] }, date, today)).toBe(proposes);
});

it.each([
  ['1.8', 'all', undefined, 'all'],
  ['1.8', 'proposals', undefined, 'proposals'],
  ['1.9', 'all', undefined, 'all'],
  ['1.9', 'proposals', undefined, 'switch.noProposals'],
  ['8.3', 'all', undefined, 'all'],
  ['1.32', 'proposals', undefined, 'all'],
  ['2.5', 'all', undefined, 'switch.nothingToStop'],
  ['1.8', 'all', off('2026-12-01', null, 'proposals'), 'all'],
  ['1.8', 'proposals', off('2026-12-01', null, 'proposals'), 'switch.isOff'],
  ['1.8', 'proposals', off('2026-12-01', null), 'switch.isOff'],
  ['1.8', 'all', off('2026-12-01', null), 'switch.isOff'],
] as const)('%s, %s, standing %o: %s', (number, wanted, standing, said) => {
  const what = switchable(of(number), wanted, ['1.8', '3.1', '3.2.4', '1.32', '8.3'], standing);
  expect(typeof what === 'string' ? what : what.code).toBe(said);
});

it('a reason is asked for, and has an end', () => {
  expect(reasonIn('', '1.8', 'all')).toEqual({ code: 'switch.reasonMissing', params: { article: '1.8', what: 'all' } });
  expect(reasonIn('字'.repeat(300), '1.8', 'all')).toBe('字'.repeat(300));
  expect(reasonIn('字'.repeat(301), '1.8', 'all')).toMatchObject({ code: 'switch.reasonTooLong' });
});

describe('a case is judged by the switches on the day of its facts', () => {
  const book = articles.map(article =>
    article.number === '1.8' ? { ...article, switches: [off('2026-12-04', '2026-12-07')] } : article,
  );
  it.each([
    ['2026-12-03', '1.8'],
    ['2026-12-04', 'violation.switchedOff'],
    ['2026-12-06', 'violation.switchedOff'],
    ['2026-12-07', '1.8'],
  ])('%s: %s', (date, said) => {
    const found = fileableArticle('1.8', book, date);
    expect('code' in found ? found.code : found.number).toBe(said);
  });

  it('where only the proposals stop, people still file', () => {
    const quiet = articles.map(article => ({ ...article, switches: [off('2026-12-04', null, 'proposals')] }));
    expect(fileableArticle('1.8', quiet, '2026-12-05')).toMatchObject({ number: '1.8', off: { what: 'proposals' } });
  });

  it('once it has ended, nothing is filed by it, and nobody finds it', () => {
    const over = [...articles, { ...of('1.8'), version: 2, inForceFrom: '2026-12-04', ended: true as const }];
    expect(fileableArticle('1.8', over, '2026-12-03')).toMatchObject({ version: 1 });
    expect(fileableArticle('1.8', over, '2026-12-04')).toEqual({
      code: 'violation.ended',
      params: { article: '1.8', from: '2026-12-04' },
    });
    expect(inForceOn(over, '2026-12-04')).toHaveLength(articles.length - 1);
  });
});
