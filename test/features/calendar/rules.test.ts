import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  type Calendar,
  calendarNotice,
  calendarWith,
  publishedThrough,
  statutoryDays,
} from '../../../src/features/calendar/rules.ts';
import { addDays, type CivilDate, weekdayOf } from '../../../src/kernel/civil.ts';

const calendar = calendarWith({ overrides: new Map() });

describe('2026 as the State Council published it', () => {
  const holidays = [
    ...days('2026-01-01', '2026-01-03', '元旦'),
    ...days('2026-02-15', '2026-02-23', '春节'),
    ...days('2026-04-04', '2026-04-06', '清明'),
    ...days('2026-05-01', '2026-05-05', '劳动节'),
    ...days('2026-06-19', '2026-06-21', '端午'),
    ...days('2026-09-25', '2026-09-27', '中秋'),
    ...days('2026-10-01', '2026-10-07', '国庆节'),
  ];
  const makeups = [
    ['2026-01-04', '元旦'],
    ['2026-02-14', '春节'],
    ['2026-02-28', '春节'],
    ['2026-05-09', '劳动节'],
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ];

  test('33 days off', () => {
    expect(holidays).toHaveLength(33);
    expect(daysOfKind(2026, 'holiday')).toEqual(holidays);
  });

  test('6 make-up workdays, all on a Saturday or Sunday', () => {
    expect(daysOfKind(2026, 'makeup')).toEqual(makeups);
    expect(makeups.map(([date]) => weekdayOf(date as CivilDate) > 5)).not.toContain(false);
  });

  test('248 working days', () => {
    expect(calendar.workdaysBetween('2026-01-01', '2027-01-01')).toBe(248);
  });
});

test('the last days of December are left open until the next year is published', () => {
  expect(calendar.isProvisional('2026-11-24')).toBe(false);
  expect(calendar.isProvisional('2025-12-31')).toBe(false);
  expect(calendar.isProvisional(`${publishedThrough}-12-28`)).toBe(false);
  expect(calendar.isProvisional(`${publishedThrough}-12-29`)).toBe(true);
});

describe('a year nobody has published', () => {
  test('has the days of the law, and no make-up days', () => {
    expect(publishedThrough).toBeLessThan(2050);
    expect(daysOfKind(2050, 'holiday')).toEqual([
      ['2050-01-01', '元旦'],
      ['2050-01-22', '春节'],
      ['2050-01-23', '春节'],
      ['2050-01-24', '春节'],
      ['2050-01-25', '春节'],
      ['2050-04-04', '清明'],
      ['2050-05-01', '劳动节'],
      ['2050-05-02', '劳动节'],
      ['2050-06-23', '端午'],
      ['2050-09-30', '中秋'],
      ['2050-10-01', '国庆节'],
      ['2050-10-02', '国庆节'],
      ['2050-10-03', '国庆节'],
    ]);
    expect(daysOfKind(2050, 'makeup')).toEqual([]);
    expect(calendar.day('2050-03-08')).toEqual({ working: true, kind: 'workday', provisional: true });
    expect(calendar.day('2050-03-05')).toEqual({ working: false, kind: 'weekend', provisional: true });
  });

  test('the same reckoning finds the festivals of every year since they became days off', () => {
    const lunarAndSolar = ['春节', '清明', '端午', '中秋'];
    for (let year = 2008; year <= publishedThrough; year++) {
      const reckoned = [...statutoryDays(year)].filter(([, day]) => lunarAndSolar.includes(day.name?.['zh-CN'] ?? ''));
      // The eve of the Spring Festival was an ordinary day in some years; Mid-autumn may fall on the National Day.
      const dates = reckoned.map(([date]) => date).slice(1);
      expect(dates.length).toBeGreaterThanOrEqual(5);
      expect(dates.filter(calendar.isWorkday)).toEqual([]);
    }
  });

  test('leaders are told from November on, and at once when the year has begun', () => {
    const next = publishedThrough + 1;
    expect(calendarNotice(`${publishedThrough}-10-31`)).toBeUndefined();
    expect(calendarNotice(`${publishedThrough}-11-01`)).toBe(next);
    expect(calendarNotice(`${publishedThrough}-12-31`)).toBe(next);
    expect(calendarNotice(`${next}-01-01`)).toBe(next);
    expect(calendarNotice(`${publishedThrough - 1}-12-31`)).toBeUndefined();
  });
});

describe("the department's own days win", () => {
  const own = calendarWith({
    overrides: new Map([
      ['2026-11-24', { working: false, note: '部门团建' }],
      ['2026-10-01', { working: true }],
      ['2050-05-05', { working: false }],
    ]),
  });

  test.each([
    [
      '2026-11-24',
      {
        working: false,
        kind: 'override',
        name: { 'zh-CN': '部门团建', en: '部门团建' },
        provisional: false,
      },
    ],
    ['2026-10-01', { working: true, kind: 'override', provisional: false }],
    ['2050-05-05', { working: false, kind: 'override', provisional: false }],
    [
      '2026-10-10',
      { working: true, kind: 'makeup', name: { 'zh-CN': '国庆节', en: 'National Day' }, provisional: false },
    ],
  ])('%s', (date, expected) => {
    expect(own.day(date)).toEqual(expected);
  });

  test('in counts and searches too', () => {
    expect(own.workdaysBetween('2026-11-23', '2026-11-27')).toBe(3);
    expect(own.nextWorkday('2026-11-23')).toBe('2026-11-25');
    expect(own.previousWorkday('2026-10-08')).toBe('2026-10-01');
  });
});

test('counting is half-open and never negative', () => {
  expect(calendar.workdaysBetween('2026-11-23', '2026-11-23')).toBe(0);
  expect(calendar.workdaysBetween('2026-11-24', '2026-11-23')).toBe(0);
  expect(calendar.workdaysBetween('2026-11-23', '2026-11-24')).toBe(1);
  expect(calendar.workdaysBetween('2026-11-27', '2026-11-30')).toBe(1);
  expect(calendar.workdaysBetween('2026-09-28', '2026-10-12')).toBe(6);
});

test.each([
  ['2026-09-30', '2026-09-30', '2026-10-08', '2026-09-29'],
  ['2026-10-04', '2026-10-08', '2026-10-08', '2026-09-30'],
  ['2026-10-09', '2026-10-09', '2026-10-10', '2026-10-08'],
  ['2026-10-11', '2026-10-12', '2026-10-12', '2026-10-10'],
  ['2026-02-14', '2026-02-14', '2026-02-24', '2026-02-13'],
])('around %s: on or after %s, next %s, previous %s', (date, onOrAfter, next, previous) => {
  expect([calendar.workdayOnOrAfter(date), calendar.nextWorkday(date), calendar.previousWorkday(date)]).toEqual([
    onOrAfter,
    next,
    previous,
  ]);
});

test('the answer does not depend on the zone of the process', () => {
  const program = `
    import { calendarWith } from './src/features/calendar/rules.ts';
    const calendar = calendarWith({ overrides: new Map() });
    const days = ['2026-01-01', '2026-02-23', '2026-10-10', '2026-11-23', '2026-11-22', '2050-04-04', '2050-06-23'];
    process.stdout.write(days.map(day => calendar.day(day).kind).join(' '));`;
  const kinds = ['America/Los_Angeles', 'Pacific/Kiritimati'].map(zone =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    }),
  );
  const expected = 'holiday holiday makeup workday weekend holiday holiday';
  expect(kinds).toEqual([expected, expected]);
});

function days(from: CivilDate, to: CivilDate, name: string): [CivilDate, string][] {
  const found: [CivilDate, string][] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) found.push([date, name]);
  return found;
}

function daysOfKind(year: number, kind: ReturnType<Calendar['day']>['kind']): (string | undefined)[][] {
  const found: (string | undefined)[][] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const day = calendar.day(date);
    if (day.kind === kind) found.push([date, day.name?.['zh-CN']]);
  }
  return found;
}
