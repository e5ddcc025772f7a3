/** Which time it is under an article with a ladder, and what that time costs. */
import { describe, expect, it, test } from 'vitest';
import type { Article, Ladder } from '../../../src/features/rulebook/article.ts';
import { notFinalBefore, ordinalOf } from '../../../src/features/violation/ladder.ts';
import { type Offer, priceOf, propose } from '../../../src/features/violation/price.ts';
import type { CaseRecord } from '../../../src/features/violation/rules.ts';
import { CASE_STATUSES, type CaseStatus } from '../../../src/features/violation/states.ts';
import { fen, yuan } from '../../../src/kernel/money.ts';
import type { Member } from '../../../src/member/rules.ts';

const YEAR: Ladder = {
  months: 12,
  steps: [
    { amount: null, notice: true },
    { amount: yuan(50), notice: false },
    { amount: yuan(100), notice: true, consequence: 'return-to-hr' },
  ],
};
const EVER: Ladder = { steps: YEAR.steps };
const TODAY = '2026-12-01';
const asked = { accusedId: 'U1', article: '1.3', date: TODAY };

function record(number: number, change: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: `C${number}`,
    number,
    accusedId: 'U1',
    filerId: 'U9',
    article: '1.3',
    articleVersion: 1,
    tier: 'plain',
    date: '2026-06-01',
    amount: null,
    notice: true,
    consequence: null,
    compensates: false,
    status: 'final',
    decidedOn: '2026-06-02',
    finalOn: '2026-06-05',
    ...change,
  };
}

const earlier = (count: number) => Array.from({ length: count }, (_, at) => record(at + 1));

describe('which time it is', () => {
  test.each<[string, CaseRecord[], number, number]>([
    ['none before', [], 1, 1],
    ['one before', earlier(1), 2, 2],
    ['two before', earlier(2), 3, 3],
    ['five before', earlier(5), 6, 6],
    ['on the first day of the window', [record(1, { date: '2025-12-01' })], 2, 2],
    ['the day before the window', [record(1, { date: '2025-11-30' })], 1, 2],
    ['the day before', [record(1, { date: '2026-11-30' })], 2, 2],
    ['the same day, which is the same incident', [record(1, { date: TODAY })], 1, 1],
    ['a later incident, decided earlier', [record(1, { date: '2026-12-02' })], 1, 1],
    ['of another article', [record(1, { article: '1.30' })], 1, 1],
    ['of somebody else', [record(1, { accusedId: 'U2' })], 1, 1],
    ['of another version of the article', [record(1, { articleVersion: 2 })], 2, 2],
    [
      'one that counts among such as do not',
      [...earlier(1), record(2, { date: TODAY }), record(3, { article: '1.8' })],
      2,
      2,
    ],
  ])('%s', (_name, cases, withinYear, ever) => {
    expect(ordinalOf(cases, asked, YEAR)).toBe(withinYear);
    expect(ordinalOf(cases, asked, EVER)).toBe(ever);
  });

  it('counts what is final, and nothing that is open or was undone', () => {
    const counting: CaseStatus[] = ['final', 'confirmed', 'reduced'];
    expect(CASE_STATUSES.filter(status => ordinalOf([record(1, { status })], asked, YEAR) === 2)).toEqual(counting);
  });

  it('leaves out the case itself', () => {
    expect(ordinalOf([record(1)], { ...asked, date: '2026-07-01', number: 1 }, YEAR)).toBe(1);
  });

  it('counts back whole months, to the end of a shorter one', () => {
    const two: Ladder = { ...YEAR, months: 2 };
    const of = { ...asked, date: '2026-04-30' };
    expect(ordinalOf([record(1, { date: '2026-02-28' })], of, two)).toBe(2);
    expect(ordinalOf([record(1, { date: '2026-02-27' })], of, two)).toBe(1);
  });
});

describe('what is not final yet', () => {
  it('is told, of that day too, within the window', () => {
    const told: CaseStatus[] = ['proposed', 'hearing', 'deciding', 'recommended', 'upheld', 'appealed'];
    const isTold = (change: Partial<CaseRecord>) => notFinalBefore([record(1, change)], asked, YEAR).length === 1;
    expect(CASE_STATUSES.filter(status => isTold({ status }))).toEqual(told);
    expect(isTold({ status: 'upheld', date: TODAY })).toBe(true);
    expect(isTold({ status: 'upheld', date: '2026-12-02' })).toBe(false);
    expect(isTold({ status: 'upheld', date: '2025-11-30' })).toBe(false);
    expect(isTold({ status: 'upheld', article: '1.8' })).toBe(false);
    expect(isTold({ status: 'upheld', accusedId: 'U2' })).toBe(false);
  });
});

const laddered: Article = {
  number: '1.3',
  version: 1,
  inForceFrom: '2026-01-01',
  source: '1.3',
  section: { source: '1', title: { 'zh-CN': '店', en: 'Shop' } },
  title: { 'zh-CN': '整洁', en: 'Tidy' },
  text: { 'zh-CN': '整洁。', en: 'Tidy.' },
  appliesTo: 'everyone',
  found: 'filed',
  tiers: [
    { key: 'plain', amount: null, notice: false, ladder: YEAR, label: { 'zh-CN': '一般情形', en: 'ordinary case' } },
  ],
};
const [tier] = laddered.tiers;

describe('what that time costs', () => {
  const first = { amount: null, notice: true, consequence: null, compensates: false };
  const second = { ...first, amount: yuan(50), notice: false };
  const third = { ...first, amount: yuan(100), consequence: 'return-to-hr' };
  const wrong = (ordinal: number, amount: number | null) => ({
    code: 'violation.amountOfTime',
    params: { article: '1.3', ordinal, months: 12, amount },
  });
  test.each<[number, Offer, unknown]>([
    [1, {}, first],
    [2, {}, second],
    [3, {}, third],
    [6, {}, third],
    [2, { amount: yuan(50) }, second],
    [2, { notice: true }, { ...second, notice: true }],
    [1, { amount: null }, first],
    [1, { amount: yuan(50) }, wrong(1, null)],
    [2, { amount: yuan(51) }, wrong(2, yuan(50))],
    [2, { amount: null }, wrong(2, yuan(50))],
    [4, { amount: fen(1) }, wrong(4, yuan(100))],
    [2, { count: 2 }, { code: 'violation.notCounted', params: { article: '1.3' } }],
  ])('the time %i with %o', (ordinal, offer, expected) => {
    expect(tier && priceOf(laddered, tier, offer, yuan(300), ordinal)).toEqual(expected);
  });

  it('stands in the proposal, with which time it is', () => {
    const accused = { id: 'U1', name: 'A', posts: ['presales'], active: true } as unknown as Member;
    const entry = { filerId: 'U9', article: '1.3', tier: '', date: TODAY };
    const proposed = propose(entry, accused, TODAY, [laddered], yuan(300), false, earlier(1));
    expect(proposed).toEqual({
      ...{ accusedId: 'U1', filerId: 'U9', article: '1.3', articleVersion: 1, tier: 'plain', date: TODAY },
      ...second,
      ordinal: 2,
    });
  });
});
