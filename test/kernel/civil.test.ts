import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilOf,
  daysBetween,
  instantOf,
  isCivilDate,
  isCivilTime,
  timeOf,
  weekdayOf,
} from '../../src/kernel/civil.ts';
import { startStopwatch } from '../support/stopwatch.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('what the wall shows', () => {
  test.each([
    ['2026-11-23T23:59:59.999Z', SHANGHAI, '2026-11-24', '07:59', 479, 2],
    ['2026-11-24T00:00:00.000Z', SHANGHAI, '2026-11-24', '08:00', 480, 2],
    ['2026-11-24T16:00:00.000Z', SHANGHAI, '2026-11-25', '00:00', 0, 3],
    ['2026-12-31T15:59:59.999Z', SHANGHAI, '2026-12-31', '23:59', 1439, 4],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08', '03:00', 180, 7],
    ['2026-06-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-06-01', '05:45', 345, 1],
  ] as const)('%s in %s', (instant, zone, date, time, minutes, weekday) => {
    expect(civilOf(new Date(instant), zone)).toEqual({ date, time, minutes, weekday });
  });

  test('an unknown zone and an invalid instant are faults', () => {
    expect(() => civilOf(new Date(0), 'Mars/Olympus')).toThrow(RangeError);
    expect(() => civilOf(new Date(Number.NaN), SHANGHAI)).toThrow(RangeError);
  });

  test('reading the clock is cheap enough for a hot path', () => {
    const tookMs = startStopwatch();
    for (let i = 0; i < 20_000; i++) civilOf(new Date(1.79e12 + i * 60_000), SHANGHAI);
    expect(tookMs() / 20_000).toBeLessThan(0.02);
  });
});

describe('the instant of a wall time', () => {
  test.each([
    ['an ordinary day', '2026-11-24', '08:00', SHANGHAI, '2026-11-24T00:00:00.000Z'],
    ['skipped in spring', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['twice in autumn', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['skipped before midnight', '2026-03-28', '23:30', 'America/Nuuk', '2026-03-29T01:00:00.000Z'],
    ['skipped at midnight', '2026-04-24', '00:30', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['half an hour skipped', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a whole day skipped', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['an offset with seconds', '1971-06-01', '12:00', 'Africa/Monrovia', '1971-06-01T12:44:30.000Z'],
    ['Chinese summer time of 1986', '1986-05-04', '02:30', SHANGHAI, '1986-05-03T18:00:00.000Z'],
  ])('%s', (_what, date, time, zone, instant) => {
    expect(instantOf(date, time, zone).toISOString()).toBe(instant);
  });

  test('and back again, for any minute in any zone', () => {
    const zones = ['UTC', SHANGHAI, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Africa/Casablanca'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 40 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, day, minute) => {
          const date = addDays('2000-01-01', day);
          const time = timeOf(minute);
          const instant = instantOf(date, time, zone);
          const shown = civilOf(instant, zone);
          // In a gap the wall has already moved on; everywhere else it shows what was asked for.
          if (shown.time === time) expect(shown.date).toBe(date);
          else {
            const before = civilOf(new Date(instant.getTime() - 1), zone);
            expect(`${before.date} ${before.time}` < `${date} ${time}`).toBe(true);
            expect(`${shown.date} ${shown.time}` > `${date} ${time}`).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('days of the calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-11-24', '2027-01-01')).toBe(38);
  expect(daysBetween('2027-01-01', '2026-11-24')).toBe(-38);
  expect(['2026-11-23', '2026-11-28', '2026-11-29', '1970-01-01'].map(weekdayOf)).toEqual([1, 6, 7, 4]);
});

test('what is a date and what is a time', () => {
  const dates = ['2026-11-24', '2024-02-29', '1999-01-01', '2100-12-31'];
  const not = ['2026-02-30', '2025-02-29', '0000-00-00', '9999-12-31', '100000-01-01', '2026-1-1', '2026-11-24 ', ''];
  expect(dates.filter(isCivilDate)).toEqual(dates);
  expect(not.filter(isCivilDate)).toEqual([]);
  expect(['00:00', '08:00', '23:59', '24:00', '8:00', '08:60', '08:00:00'].filter(isCivilTime)).toEqual([
    '00:00',
    '08:00',
    '23:59',
  ]);
});
