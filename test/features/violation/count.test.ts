import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config.ts';
import {
  casesTowards132,
  consequenceOf,
  groundStands,
  notFinal,
  noticeNumber,
  noticesIn,
  thirdCase,
  thirdNotice,
} from '../../../src/features/violation/count.ts';
import type { CaseRecord } from '../../../src/features/violation/rules.ts';
import type { CaseStatus } from '../../../src/features/violation/states.ts';
import { yuan } from '../../../src/kernel/money.ts';

const today = '2026-11-24';

function record(number: number, change: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: `C${number}`,
    number,
    accusedId: 'U1',
    filerId: 'U9',
    article: '1.8',
    articleVersion: 1,
    tier: 'plain',
    date: '2026-03-02',
    amount: yuan(50),
    notice: true,
    consequence: null,
    compensates: false,
    status: 'final',
    decidedOn: '2026-03-01',
    finalOn: '2026-03-03',
    ...change,
  };
}

const upheld = (count: number, change: Partial<CaseRecord> = {}) =>
  Array.from({ length: count }, (_, index) => record(index + 1, change));
const ground = (number: number, article: '8.3' | '1.32', status: CaseStatus, date = '2026-03-03') =>
  record(number, { article, status, date, notice: false, amount: null, consequence: 'transfer-or-dismissal' });
const ids = (cases: CaseRecord[]) => cases.map(({ id }) => id);

describe('what counts', () => {
  test.each<[string, Partial<CaseRecord>, boolean, boolean]>([
    ['a final case with a notice', {}, true, true],
    ['a final case without', { notice: false }, false, true],
    ['one that is proposed', { status: 'proposed', finalOn: null }, false, false],
    ['one that is recommended', { status: 'recommended', finalOn: null }, false, false],
    ['one that is heard', { status: 'hearing', finalOn: null }, false, false],
    ['one before the decider', { status: 'deciding', finalOn: null }, false, false],
    ['one that is upheld and open to appeal', { status: 'upheld', finalOn: null }, false, false],
    ['one under appeal', { status: 'appealed' }, false, false],
    ['one confirmed on appeal', { status: 'confirmed' }, true, true],
    ['one reduced on appeal', { status: 'reduced' }, true, true],
    ['one that was excused', { status: 'excused', finalOn: null }, false, false],
    ['one that was voided', { status: 'voided' }, false, false],
    ['one that was dismissed', { status: 'dismissed', finalOn: null }, false, false],
    ['one that was withdrawn', { status: 'withdrawn' }, false, false],
    ['one that was overturned', { status: 'overturned' }, false, false],
    ['another person’s', { accusedId: 'U2' }, false, false],
    ['1.1', { article: '1.1' }, true, true],
    ['1.31', { article: '1.31' }, true, true],
    ['1.32 itself', { article: '1.32', notice: false }, false, false],
    ['another section', { article: '5.1' }, true, false],
    ['3.2.4', { article: '3.2.4' }, true, false],
    ['a notice issued last year', { date: '2025-12-30', finalOn: '2025-12-31' }, false, true],
    ['a notice issued this year for last year', { date: '2025-12-30', finalOn: '2026-01-01' }, true, true],
  ])('%s: 8.3 and 1.32', (_name, change, notice, workRule) => {
    const cases = [record(1, change)];
    expect([
      noticesIn(cases, 'U1', 2026).length === 1,
      casesTowards132(cases, 'U1', today, DEFAULT_SETTINGS).length === 1,
    ]).toEqual([notice, workRule]);
  });

  test.each<[string, number | null, boolean]>([
    ['2020-01-01', null, true],
    ['2025-11-24', 12, true],
    ['2025-11-23', 12, false],
    ['2026-10-24', 1, true],
    ['2026-10-23', 1, false],
  ])('an incident of %s in a window of %s months', (date, caseWindowMonths, expected) => {
    expect(casesTowards132([record(1, { date })], 'U1', today, { caseWindowMonths }).length === 1).toBe(expected);
  });

  test.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-12-31', 24, '2024-12-31'],
  ])('on %s a window of %i months begins on %s', (on, caseWindowMonths, begins) => {
    const cases = [record(1, { date: begins }), record(2, { date: before(begins) })];
    expect(ids(casesTowards132(cases, 'U1', on, { caseWindowMonths }))).toEqual(['C1']);
  });
});

describe('the third notice in a calendar year', () => {
  it.each([0, 1, 2])('is not there after %i', count => {
    expect(thirdNotice(upheld(count), 'U1', 2026, DEFAULT_SETTINGS)).toBeNull();
  });

  it('makes a proposal due, with its cases in the order they were decided', () => {
    const cases = [record(3, { finalOn: '2026-09-01' }), record(1), record(2, { finalOn: '2026-05-01' })];
    expect(thirdNotice(cases, 'U1', 2026, DEFAULT_SETTINGS)).toEqual({
      ground: '8.3',
      accusedId: 'U1',
      count: 3,
      caseIds: ['C1', 'C2', 'C3'],
      date: '2026-09-01',
    });
  });

  it('does not add up across new year', () => {
    const cases = [...upheld(2, { finalOn: '2025-12-31' }), record(3, { finalOn: '2026-01-01' })];
    expect([2025, 2026].map(year => thirdNotice(cases, 'U1', year, DEFAULT_SETTINGS))).toEqual([null, null]);
  });

  it('is due in each year on its own', () => {
    const cases = [...upheld(3, { finalOn: '2025-06-01' }), ground(4, '8.3', 'dismissed', '2025-06-01')];
    const next = [5, 6, 7].map(number => record(number, { finalOn: '2026-02-01' }));
    expect(thirdNotice([...cases, ...next], 'U1', 2026, DEFAULT_SETTINGS)?.caseIds).toEqual(['C5', 'C6', 'C7']);
    expect(thirdNotice([...cases, ...next], 'U1', 2025, DEFAULT_SETTINGS)).toBeNull();
  });

  it('is counted by the department’s threshold, and not at all below one', () => {
    const due = [1, 2, 0].map(noticeThreshold => thirdNotice(upheld(2), 'U1', 2026, { noticeThreshold })?.count);
    expect(due).toEqual([2, 2, undefined]);
  });
});

describe('the third case, once for each full threshold', () => {
  test.each<[string, number, CaseStatus[], boolean]>([
    ['2 cases', 2, [], false],
    ['3 cases', 3, [], true],
    ['3 cases, proposal open', 3, ['proposed'], false],
    ['3 cases, proposal with the president', 3, ['recommended'], false],
    ['3 cases, proposal upheld', 3, ['upheld'], false],
    ['3 cases, proposal rejected', 3, ['dismissed'], false],
    ['3 cases, proposal withdrawn', 3, ['withdrawn'], true],
    ['3 cases, proposal reversed', 3, ['overturned'], true],
    ['4 cases, nothing proposed yet', 4, [], true],
    ['4 cases, proposal rejected', 4, ['dismissed'], false],
    ['5 cases, proposal rejected', 5, ['dismissed'], false],
    ['6 cases, proposal rejected', 6, ['dismissed'], true],
    ['6 cases, proposal still open', 6, ['proposed'], false],
    ['6 cases, two proposals rejected', 6, ['dismissed', 'dismissed'], false],
    ['9 cases, two proposals rejected', 9, ['dismissed', 'dismissed'], true],
  ])('%s', (_name, count, proposals, expected) => {
    const made = proposals.map((status, index) => ground(100 + index, '1.32', status));
    expect(thirdCase([...upheld(count), ...made], 'U1', today, DEFAULT_SETTINGS) !== null).toBe(expected);
  });

  it('is no second proposal beside 8.3', () => {
    const cases = [...upheld(3), ground(4, '8.3', 'proposed')];
    expect([thirdCase(cases, 'U1', today, DEFAULT_SETTINGS), thirdNotice(cases, 'U1', 2026, DEFAULT_SETTINGS)]).toEqual(
      [null, null],
    );
  });

  it('a reversal takes the count back, never below nothing', () => {
    const cases = [record(1, { status: 'overturned' }), record(2), record(3)];
    expect(thirdCase(cases, 'U1', today, DEFAULT_SETTINGS)).toBeNull();
    expect(thirdCase([...cases, record(4)], 'U1', today, DEFAULT_SETTINGS)?.caseIds).toEqual(['C2', 'C3', 'C4']);
  });
});

describe('the other ground', () => {
  const plain = (number: number) => record(number, { notice: false });
  const first = ['C1', 'C2', 'C3'];
  test.each<[string, CaseRecord[], '8.3' | '1.32', boolean]>([
    [
      'is answered for the same cases, upheld',
      [...upheld(3), { ...ground(9, '8.3', 'upheld'), counted: first }],
      '1.32',
      false,
    ],
    ['is answered, rejected', [...upheld(3), { ...ground(9, '8.3', 'dismissed'), counted: first }], '1.32', false],
    [
      'is answered the other way round',
      [...upheld(3), { ...ground(9, '1.32', 'upheld'), counted: first }],
      '8.3',
      false,
    ],
    [
      'is not answered by a proposal taken back',
      [...upheld(3), { ...ground(9, '8.3', 'withdrawn'), counted: first }],
      '1.32',
      true,
    ],
    [
      'is not answered by a reversed one',
      [...upheld(3), { ...ground(9, '8.3', 'overturned'), counted: first }],
      '1.32',
      true,
    ],
    [
      'is due by cases of its own',
      [plain(1), plain(2), record(3), record(4), record(5), { ...ground(9, '1.32', 'upheld'), counted: first }],
      '8.3',
      true,
    ],
    [
      'waits while one is open, whatever its cases',
      [plain(1), plain(2), record(3), record(4), record(5), { ...ground(9, '1.32', 'recommended'), counted: first }],
      '8.3',
      false,
    ],
    ['is due again at the next three', [...upheld(6), { ...ground(9, '8.3', 'upheld'), counted: first }], '1.32', true],
    [
      'is not another person’s',
      [...upheld(3), { ...ground(9, '8.3', 'upheld'), counted: first, accusedId: 'U2' }],
      '1.32',
      true,
    ],
  ])('%s', (_, cases, wanted, due) => {
    const found =
      wanted === '8.3'
        ? thirdNotice(cases, 'U1', 2026, DEFAULT_SETTINGS)
        : thirdCase(cases, 'U1', today, DEFAULT_SETTINGS);
    expect(found !== null).toBe(due);
  });
});

describe('an open proposal', () => {
  test.each<['8.3' | '1.32', number, boolean]>([
    ['8.3', 3, true],
    ['8.3', 2, false],
    ['1.32', 3, true],
    ['1.32', 2, false],
  ])('of %s with %i left stands: %s', (article, count, expected) => {
    const open = ground(10, article, 'recommended');
    expect(groundStands(open, [...upheld(count), open], today, DEFAULT_SETTINGS)).toBe(expected);
  });

  it('is made from what is due', () => {
    const due = thirdCase(upheld(3), 'U1', today, DEFAULT_SETTINGS);
    expect(due && consequenceOf(due, 'U9', 2)).toEqual({
      accusedId: 'U1',
      filerId: 'U9',
      article: '1.32',
      articleVersion: 2,
      tier: 'plain',
      date: '2026-03-03',
      amount: null,
      notice: false,
      consequence: 'transfer-or-dismissal',
      compensates: false,
    });
  });
});

function before(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

describe('what is upheld and not final', () => {
  const upheldNow: Partial<CaseRecord> = { status: 'upheld', finalOn: null };
  const settings = { ...DEFAULT_SETTINGS, caseWindowMonths: null };

  test.each<[string, CaseRecord[], ReturnType<typeof notFinal>]>([
    [
      'nothing',
      [record(1), record(2, { status: 'deciding', finalOn: null })],
      { cases: 0, notices: 0, appealed: false },
    ],
    ['one open to appeal', [record(1, upheldNow)], { cases: 1, notices: 1, appealed: false }],
    ['one without a notice', [record(1, { ...upheldNow, notice: false })], { cases: 1, notices: 0, appealed: false }],
    [
      'one of another article',
      [record(1, { ...upheldNow, article: '5.1' })],
      { cases: 0, notices: 1, appealed: false },
    ],
    [
      'one appealed against',
      [record(1, upheldNow), record(2, { status: 'appealed' })],
      { cases: 2, notices: 2, appealed: true },
    ],
    ['somebody else’s', [record(1, { ...upheldNow, accusedId: 'U2' })], { cases: 0, notices: 0, appealed: false }],
  ])('%s', (_, cases, found) => {
    expect(notFinal(cases, 'U1', today, settings)).toEqual(found);
  });

  it('keeps to the window of months', () => {
    const windowed = { ...settings, caseWindowMonths: 6 };
    const found = notFinal([record(1, { ...upheldNow, date: '2026-03-02' })], 'U1', today, windowed);
    expect(found).toEqual({ cases: 0, notices: 1, appealed: false });
  });
});

describe('which notice of the year a case’s own is', () => {
  const decided = (number: number, minute: number, change: Partial<CaseRecord> = {}) => {
    const decidedAt = `2026-03-01T09:0${minute}:00.000Z`;
    return record(number, { status: 'upheld', finalOn: null, decidedAt, ...change });
  };
  const final = (number: number, minute: number, change: Partial<CaseRecord> = {}) =>
    record(number, { finalAt: `2026-03-03T09:0${minute}:00.000Z`, ...change });

  test.each<[string, CaseRecord, CaseRecord[], ReturnType<typeof noticeNumber>]>([
    ['the first, not final', decided(1, 1), [], { number: 1, ifAll: false }],
    ['after a final one', decided(2, 1), [final(1, 0)], { number: 2, ifAll: false }],
    ['after two decided before', decided(3, 3), [decided(1, 1), decided(2, 2)], { number: 3, ifAll: true }],
    ['before those decided later', decided(3, 0), [decided(1, 1), decided(2, 2)], { number: 1, ifAll: false }],
    ['of one moment by their numbers', decided(2, 1), [decided(1, 1), decided(3, 1)], { number: 2, ifAll: true }],
    ['after one under appeal', decided(2, 2), [decided(1, 1, { status: 'appealed' })], { number: 2, ifAll: true }],
    ['others’ do not count', decided(2, 2), [decided(1, 1, { accusedId: 'U2' })], { number: 1, ifAll: false }],
    ['nor those without', decided(2, 2), [decided(1, 1, { notice: false })], { number: 1, ifAll: false }],
    ['final, before a later one', final(2, 0), [final(1, 5), decided(3, 0)], { number: 1, ifAll: false }],
    ['final, after an earlier one', final(1, 5), [final(2, 0)], { number: 2, ifAll: false }],
    ['none', decided(1, 1, { notice: false }), [], null],
    ['voided', final(1, 1, { status: 'voided' }), [], null],
    ['of another year', final(1, 1, { finalOn: '2025-12-31' }), [], null],
  ])('%s', (_, own, others, found) => {
    expect(noticeNumber(own, others, 2026)).toEqual(found);
  });
});
