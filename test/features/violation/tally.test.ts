import { expect, test } from 'vitest';
import type { CaseStatus } from '../../../src/features/violation/states.ts';
import { type Counted, tallyOf } from '../../../src/features/violation/tally.ts';

const DAY = 86_400_000;
const one = (article: string, status: CaseStatus, filedOn: string, change: Partial<Counted> = {}): Counted => ({
  ...{ accusedId: 'U1', article, status, filedOn, took: null, appealed: false },
  ...change,
});

test('a year is its own: by month, article and post, the middle of the days, the share overturned', () => {
  const cases = [
    one('1.4', 'final', '2026-01-05', { took: DAY }),
    one('1.4', 'dismissed', '2026-01-31', { took: 2 * DAY }),
    one('1.9', 'confirmed', '2026-12-31', { took: 8.25 * DAY, appealed: true }),
    one('1.9', 'overturned', '2026-12-01', { took: 3 * DAY, appealed: true, accusedId: 'U2' }),
    one('1.10', 'reduced', '2026-12-02', { appealed: true }),
    one('1.10', 'hearing', '2026-12-01'),
    one('1.10', 'withdrawn', '2026-12-01'),
    one('1.8', 'final', '2025-12-31', { took: DAY }),
    one('1.8', 'final', '2027-01-01', { took: DAY }),
  ];
  const none = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(tallyOf(cases, 2026, id => (id === 'U1' ? ['presales', 'keeper'] : ['clerk']))).toEqual({
    year: 2026,
    filed: 7,
    final: 3,
    months: { filed: [2, ...none, 5], final: [1, ...none, 2] },
    articles: [
      { article: '1.10', filed: 3, final: 1 },
      { article: '1.4', filed: 2, final: 1 },
      { article: '1.9', filed: 2, final: 1 },
    ],
    posts: [
      { post: 'presales', final: 3 },
      { post: 'keeper', final: 3 },
    ],
    daysToDecide: 3,
    decided: 5,
    appeals: 3,
    overturned: 1,
    reduced: 1,
  });
});

test('a year without cases', () => {
  expect(tallyOf([], 2026, () => [])).toMatchObject({
    filed: 0,
    daysToDecide: null,
    articles: [],
    posts: [],
    appeals: 0,
  });
});
