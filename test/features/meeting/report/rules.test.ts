import { describe, expect, test } from 'vitest';
import {
  judgeReport,
  MOST_REPORT,
  pagesOf,
  reportOver,
  tidied,
} from '../../../../src/features/meeting/report/rules.ts';

const said = (yesterday: string, today = 'plan', blockers = '') => ({ yesterday, today, blockers });
const long = 'x'.repeat(MOST_REPORT + 1);

test.each([
  [said('done'), true],
  [said('x'.repeat(MOST_REPORT)), true],
  [said(''), { code: 'report.empty', params: { field: 'yesterday' } }],
  [said('done', ''), { code: 'report.empty', params: { field: 'today' } }],
  [said('done', 'plan', long), { code: 'report.tooLong', params: { field: 'blockers', length: 1001, most: 1000 } }],
])('%o', (report, expected) => {
  expect(judgeReport(report)).toEqual(expected);
});

test('white space around an answer and the character no database takes are left out', () => {
  expect(tidied(said(' a\0b\n', '\tplan', '\0'))).toEqual(said('ab', 'plan', ''));
});

describe('pages of a digest', () => {
  const a = said('x'.repeat(96)); // with its frame of 200 and a plan of 4: 300
  const sizes = (pages: unknown[][]) => pages.map(page => page.length);

  test.each([
    [[], 900, []],
    [[a, a, a], 900, [3]],
    [[a, a, a], 899, [2, 1]],
    [[a, a, a, a, a], 650, [2, 2, 1]],
    [[a, a], 10, [1, 1]],
  ])('%#: as many as fit, one at least', (reports, room, expected) => {
    expect(sizes(pagesOf(reports, room))).toEqual(expected);
  });

  test('what is shown by more characters than were typed takes more room', () => {
    const b = said('&<>@'.repeat(24)); // 96 typed, 96 + 4 * 72 + 24 shown
    expect(sizes(pagesOf([b, b], 1224))).toEqual([2]);
    expect(sizes(pagesOf([b, b], 1223))).toEqual([1, 1]);
  });
});

test.each([
  ['the moment before', '2026-05-31T23:59:59.999+08:00', true],
  ['at midnight', '2026-06-01T00:00:00+08:00', false],
])('written %s 1 June 2026 it is over before that day: %s', (_, at, over) => {
  const limit = { date: '2026-06-01', instant: new Date('2026-06-01T00:00:00+08:00') };
  expect(reportOver({ at: new Date(at) }, limit)).toBe(over);
});
