/** Months as people type them. */
import { expect, test } from 'vitest';
import { parseMonth } from '../../src/kernel/typedMonth.ts';

test.each<[string, string | undefined, string | undefined]>([
  ['2026-12', '2026-12', '2026-12'],
  ['２０２６／１２', '2026-12', '2026-12'],
  ['2026.1', '2026-01', '2026-01'],
  ['12/2026', '2026-12', '2026-12'],
  ['202612', '2026-12', '2026-12'],
  ['2026年12月', '2026-12', '2026-12'],
  ['二〇二六年十二月', '2026-12', '2026-12'],
  ['去年12月', '2026-12', '2026-12'],
  ['今年一月份', '2027-01', '2027-01'],
  ['dec 2026', '2026-12', '2026-12'],
  ['2026 December', '2026-12', '2026-12'],
  ['december last year', '2026-12', '2026-12'],
  ['12月', '2026-12', '2027-12'],
  ['十二月', '2026-12', '2027-12'],
  ['十二月份', '2026-12', '2027-12'],
  ['12', '2026-12', '2027-12'],
  ['December', '2026-12', '2027-12'],
  ['dec', '2026-12', '2027-12'],
  ['last december', '2026-12', '2027-12'],
  ['1月', '2027-01', '2027-01'],
  ['january', '2027-01', '2027-01'],
  ['2月', '2026-02', '2027-02'],
  ['本月', '2027-01', '2027-01'],
  ['上个月', '2026-12', '2026-12'],
  ['上上个月', '2026-11', '2026-11'],
  ['last  month', '2026-12', '2026-12'],
  ['next month', '2027-02', '2027-02'],
  ['13月', undefined, undefined],
  ['0月', undefined, undefined],
  ['next december', undefined, undefined],
  ['2026', undefined, undefined],
  ['1999-12', undefined, undefined],
  ['导出', undefined, undefined],
  ['', undefined, undefined],
])('%s said in 2027-01', (text, past, ahead) => {
  expect([parseMonth(text, '2027-01', 'past'), parseMonth(text, '2027-01', 'ahead')]).toEqual([past, ahead]);
});
