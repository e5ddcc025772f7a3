import { describe, expect, test } from 'vitest';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import { earliestStart, noticeGiven, noticeRequired } from '../../../src/features/leave/ahead.ts';
import type { LeaveKind } from '../../../src/features/leave/kind.ts';
import { addDays, type CivilDate, instantOf } from '../../../src/kernel/civil.ts';

const calendar = calendarWith({ overrides: new Map([['2026-12-02', { working: false }]]) });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const ZONE = 'Asia/Shanghai';

function asked(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, time, ZONE);
}

describe('working days before', () => {
  test.each([
    ['Monday at 10:00 for Tuesday', '2026-11-23 10:00', '2026-11-24', 1],
    ['Monday at 17:29, hours still run', '2026-11-23 17:29', '2026-11-24', 1],
    ['Monday at 17:30, hours are over', '2026-11-23 17:30', '2026-11-24', 0],
    ['Monday at 00:01', '2026-11-23 00:01', '2026-11-24', 1],
    ['for the same day', '2026-11-23 07:00', '2026-11-23', 0],
    ['Friday at 20:00 for Monday', '2026-11-27 20:00', '2026-11-30', 0],
    ['Friday at 17:00 for Monday', '2026-11-27 17:00', '2026-11-30', 1],
    ['on a Saturday for Monday', '2026-11-28 10:00', '2026-11-30', 0],
    ['on a Sunday for Tuesday', '2026-11-29 10:00', '2026-12-01', 1],
    ['before the National Day week', '2026-09-30 10:00', '2026-10-08', 1],
    ['within the National Day week', '2026-10-05 10:00', '2026-10-08', 0],
    ['on a make-up Saturday', '2026-10-10 10:00', '2026-10-12', 1],
    ['across a make-up Sunday', '2026-09-18 10:00', '2026-09-21', 2],
    ['across the Spring Festival', '2026-02-13 10:00', '2026-02-25', 3],
    ['across new year', '2025-12-31 10:00', '2026-01-05', 2],
    ["across the department's own day off", '2026-12-01 10:00', '2026-12-03', 1],
    ['five days', '2026-11-23 10:00', '2026-11-30', 5],
    ['backwards', '2026-11-23 10:00', '2026-11-20', 0],
  ])('%s', (_what, request, first, given) => {
    expect(noticeGiven(asked(request), first, calendar, hours, ZONE)).toBe(given);
  });

  test('the day is the one of the department, not of UTC', () => {
    expect(noticeGiven(new Date('2026-11-22T23:00:00Z'), '2026-11-24', calendar, hours, ZONE)).toBe(1);
    expect(noticeGiven(new Date('2026-11-22T23:00:00Z'), '2026-11-24', calendar, hours, 'America/New_York')).toBe(1);
    expect(noticeGiven(new Date('2026-11-23T23:00:00Z'), '2026-11-24', calendar, hours, 'America/New_York')).toBe(0);
  });
});

test.each([
  ['trip', 1, 3],
  ['trip', 20, 3],
  ['annual', 1, 1],
  ['annual', 6, 1],
  ['annual', 7, 5],
  ['sick', 2, 1],
  ['maternity', 190, 5],
] as [LeaveKind, number, number][])('%s of %i half days: %i', (kind, halfDays, days) => {
  expect(noticeRequired(kind, halfDays)).toBe(days);
});

describe('the earliest day', () => {
  test.each([
    ['annual', 2, '2026-11-23 10:00', '2026-11-24'],
    ['annual', 2, '2026-11-23 18:00', '2026-11-25'],
    ['annual', 2, '2026-11-27 20:00', '2026-12-01'],
    ['annual', 2, '2026-11-28 10:00', '2026-12-01'],
    ['annual', 2, '2026-09-30 10:00', '2026-10-08'],
    ['trip', 2, '2026-09-18 10:00', '2026-09-22'],
    ['trip', 2, '2026-11-27 10:00', '2026-12-03'],
    ['annual', 7, '2026-11-23 10:00', '2026-11-30'],
  ] as [LeaveKind, number, string, CivilDate][])('%s of %i half days, asked %s: %s', (kind, halfDays, when, day) => {
    expect(earliestStart(kind, halfDays, asked(when), calendar, hours, ZONE)).toBe(day);
  });

  test('gives enough notice, and no earlier working day does', () => {
    for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      for (const time of ['10:00', '20:00']) {
        for (const [kind, halfDays] of [
          ['annual', 2],
          ['trip', 2],
          ['annual', 8],
        ] as const) {
          const at = asked(`${date} ${time}`);
          const required = noticeRequired(kind, halfDays);
          const earliest = earliestStart(kind, halfDays, at, calendar, hours, ZONE);
          const before = calendar.previousWorkday(earliest);
          expect(calendar.isWorkday(earliest)).toBe(true);
          expect(noticeGiven(at, earliest, calendar, hours, ZONE)).toBeGreaterThanOrEqual(required);
          expect(noticeGiven(at, before, calendar, hours, ZONE)).toBeLessThan(required);
        }
      }
    }
  });
});
