/** The money of a month as rules: what belongs to which month, caps, what is carried over, what is taken back, who signs. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseLedgerLine } from '../../../src/features/ledger/line.ts';
import {
  type Item,
  isOver,
  maySign,
  monthAfter,
  monthsOf,
  openItems,
  type PersonMonth,
  type Settled,
  signatureDue,
  totalOf,
} from '../../../src/features/ledger/rules.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import type { Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

const item = (month: string, amount: number, more: Partial<Item> = {}): Item => ({
  ...{ month, amount, memberId: 'U1', kind: 'deduction', noun: 'case', sourceId: 1 },
  ...more,
});
const settled = (amount: number, month: string | null, changedIn: string | null = null): Settled => ({
  ...{ memberId: 'U1', kind: 'deduction', noun: 'case', sourceId: 1 },
  ...{ amount, month, changedIn },
});

describe('what is still to be entered', () => {
  const had = [item('2026-11', 200)];
  test.each<[what: string, Settled, entered: Item[], firstOpen: string | null, expected: [string, number][]]>([
    ['final in a month nobody signed', settled(200, '2026-12'), [], null, [['2026-12', 200]]],
    ['final in an open month after signed ones', settled(200, '2026-12'), [], '2026-11', [['2026-12', 200]]],
    ['final in a month signed meanwhile', settled(200, '2026-11'), [], '2026-12', [['2026-12', 200]]],
    ['entered already', settled(200, '2026-11'), had, '2026-12', []],
    ['voided before it was signed', settled(0, null, '2026-11'), [], null, []],
    ['voided after', settled(0, null, '2027-01'), had, '2026-12', [['2027-01', -200]]],
    ['voided in the month it was signed for', settled(0, null, '2026-11'), had, '2026-12', [['2026-12', -200]]],
    ['reduced after', settled(50, '2026-11', '2026-12'), had, '2026-12', [['2026-12', -150]]],
    ['taken back once', settled(0, null, '2026-12'), [...had, item('2026-12', -200)], '2027-01', []],
    ['without an amount', settled(0, '2026-12'), [], null, []],
  ])('%s', (_, one, entered, firstOpen, expected) => {
    expect(openItems([one], entered, firstOpen).map(({ month, amount }) => [month, amount])).toEqual(expected);
  });
});

const money = (months: Map<string, PersonMonth[]>) =>
  [...months].map(([month, people]) => [month, ...people.map(one => [one.charged, one.carriedOut, one.net])]);

describe('the cap', () => {
  const over = { from: '2026-11', to: '2027-01' };
  test.each<[what: string, cap: number | null, carried: number, items: Item[], expected: unknown[]]>([
    ['none', null, 0, [item('2026-11', 900)], [['2026-11', [900, 0, -900]], ['2026-12'], ['2027-01']]],
    ['not reached', 300, 0, [item('2026-11', 300)], [['2026-11', [300, 0, -300]], ['2026-12'], ['2027-01']]],
    [
      'carried over two months',
      300,
      0,
      [item('2026-11', 700)],
      [
        ['2026-11', [300, 400, -300]],
        ['2026-12', [300, 100, -300]],
        ['2027-01', [100, 0, -100]],
      ],
    ],
    [
      'with what a signed month left',
      300,
      250,
      [item('2026-11', 100)],
      [['2026-11', [300, 50, -300]], ['2026-12', [50, 0, -50]], ['2027-01']],
    ],
    [
      'what is taken back lessens what was carried',
      300,
      0,
      [item('2026-11', 700), item('2026-12', -350)],
      [['2026-11', [300, 400, -300]], ['2026-12', [50, 0, -50]], ['2027-01']],
    ],
    [
      'what is taken back with nothing left is paid out, and not carried',
      300,
      0,
      [item('2026-11', 200), item('2026-12', -200)],
      [['2026-11', [200, 0, -200]], ['2026-12', [-200, 0, 200]], ['2027-01']],
    ],
    [
      'is not for compensation or incentives',
      300,
      0,
      [item('2026-11', 900, { kind: 'compensation' }), item('2026-11', 500, { kind: 'incentive', noun: 'praise' })],
      [['2026-11', [0, 0, -400]], ['2026-12'], ['2027-01']],
    ],
  ])('%s', (_, cap, carried, items, expected) => {
    const before = new Map(carried > 0 ? [['U1', carried]] : []);
    expect(money(monthsOf(items, before, { ...over, cap }))).toEqual(expected);
  });

  it('loses and makes no fen, carries nothing below zero, and charges nobody above it', () => {
    const line = fc.record({
      month: fc.constantFrom('2026-11', '2026-12', '2027-01', '2027-02'),
      memberId: fc.constantFrom('U1', 'U2', 'U3'),
      kind: fc.constantFrom('deduction' as const, 'compensation' as const, 'incentive' as const),
      noun: fc.constant('case' as const),
      sourceId: fc.nat(9),
      amount: fc.integer({ min: -90_000, max: 90_000 }),
    });
    const cap = fc.option(fc.integer({ min: 1, max: 50_000 }));
    fc.assert(
      fc.property(fc.array(line), cap, (items, most) => {
        const months = monthsOf(items, new Map(), { from: '2026-11', to: '2027-02', cap: most });
        const all = [...months.values()].flat();
        const left = totalOf(months.get('2027-02') ?? []).carriedOut;
        const due = items.reduce((sum, one) => sum + (one.kind === 'incentive' ? one.amount : -one.amount), 0);
        expect(totalOf(all).net - left).toBe(due);
        for (const { carriedOut, charged } of all) {
          expect(carriedOut).toBeGreaterThanOrEqual(0);
          if (most !== null) expect(charged).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

describe('signing', () => {
  test.each([
    ['open', true, 'manager'],
    ['open', false, 'president'],
    ['checked', true, 'president'],
    ['signed', true, null],
    ['exported', false, null],
  ] as const)('%s, with a manager: %s', (state, hasManager, due) => {
    expect(signatureDue(state, hasManager)).toBe(due);
  });

  const member = (...posts: Post[]) => ({ id: 'U1', posts }) as unknown as Member;
  test.each<[Post[], 'manager' | 'president', string | true]>([
    [['manager'], 'manager', true],
    [['president'], 'president', true],
    [['president'], 'manager', 'ledger.managerFirst'],
    [['manager'], 'president', 'ledger.maySign'],
    [['deputy'], 'manager', 'ledger.maySign'],
    [['manager', 'president'], 'president', true],
  ])('%s for %s', (posts, due, expected) => {
    const may = maySign(member(...posts), due, '2026-12');
    expect(isRefusal(may) ? may.code : may).toBe(expected);
  });

  it('begins when the month is over', () => {
    expect(isOver('2026-12', '2027-01')).toBe(true);
    expect(isOver('2026-12', '2026-12')).toMatchObject({
      code: 'ledger.notOver',
      params: { month: '2026-12', next: '2027-01' },
    });
  });
});

test.each([
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2026-11', 14, '2028-01'],
])('%s and %i months', (month, months, expected) => {
  expect(monthAfter(month, months)).toBe(expected);
});

test.each([
  ['sign', 'sign', '2026-12'],
  ['签字', 'sign', '2026-12'],
  ['签字 11月', 'sign', '2026-11'],
  ['确认', 'sign', '2026-12'],
  ['Export 2026-11', 'export', '2026-11'],
  ['导出', 'export', '2026-12'],
  ['导出十一月', 'export', '2026-11'],
  ['download', 'export', '2026-12'],
])('/ledger %s is done by a button', (typed, deed, month) => {
  expect(parseLedgerLine(typed, '2027-01')).toEqual({ code: 'ledger.byButton', params: { deed, month } });
});

test.each([
  ['', '2027-01'],
  ['2026-12', '2026-12'],
  ['2026/12', '2026-12'],
  ['2026.1', '2026-01'],
  ['２０２６年１月', '2026-01'],
  ['上月', '2026-12'],
  ['上个月', '2026-12'],
  [' Last  Month ', '2026-12'],
  ['本月', '2027-01'],
  ['2027-02', 'ledger.monthInFuture'],
  ['2026-13', 'ledger.badMonth'],
  ['2026-00', 'ledger.badMonth'],
  ['12', '2026-12'],
  ['12月', '2026-12'],
  ['十二月', '2026-12'],
  ['december', '2026-12'],
  ['Dec', '2026-12'],
  ['dec 2026', '2026-12'],
  ['去年十二月', '2026-12'],
  ['1月', '2027-01'],
  ['2月', '2026-02'],
  ['13月', 'ledger.badMonth'],
  ['2026-12-01', 'ledger.badMonth'],
  ['constructor', 'ledger.badMonth'],
])('/ledger %s', (typed, expected) => {
  const read = parseLedgerLine(typed, '2027-01');
  expect(isRefusal(read) ? read.code : read).toBe(expected);
});
