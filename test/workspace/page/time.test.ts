/** The department's time on the page: where the clock's buttons lead, and how moments are written. */
import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDay,
  formatSlackDate,
  formatTime,
  fromLocal,
  nextMeeting,
  nextWorkingMorning,
  toLocal,
} from '../../../src/workspace/page/time.js';

const at = (local: string): Date => new Date(`${local}:00+08:00`);

describe('where the buttons lead', () => {
  // 2026-12-04 is a Friday.
  test.each([
    ['2026-12-03T18:00', '2026-12-04T07:50'],
    ['2026-12-04T07:49', '2026-12-04T07:50'],
    ['2026-12-04T07:50', '2026-12-04T08:00'],
    ['2026-12-04T08:00', '2026-12-07T07:50'],
    ['2026-12-05T12:00', '2026-12-07T07:50'],
  ])('the next meeting after %s is %s', (now, next) => {
    expect(nextMeeting(at(now))).toEqual(at(next));
  });

  test.each([
    ['2026-12-03T06:00', '2026-12-04T07:55'],
    ['2026-12-04T18:00', '2026-12-07T07:55'],
    ['2026-12-06T23:59', '2026-12-07T07:55'],
  ])('the next working day after %s begins %s', (now, next) => {
    expect(nextWorkingMorning(at(now))).toEqual(at(next));
  });
});

test('local times come back as they went', () => {
  expect(toLocal(at('2026-01-01T00:05'))).toBe('2026-01-01T00:05:00');
  expect(fromLocal('2026-01-01T00:05')).toEqual(at('2026-01-01T00:05'));
  expect(fromLocal('')).toBeNull();
});

test('moments are written in both languages', () => {
  const moment = at('2026-12-01T08:05');
  expect(formatTime(moment)).toBe('08:05');
  expect(formatClock(moment, 'zh')).toBe('12月1日 周二 08:05');
  expect(formatClock(moment, 'en')).toBe('Tue 1 Dec 08:05');
  expect(formatDay(moment, 'zh', at('2026-12-02T00:00'))).toBe('昨天 · 12月1日星期二');
  expect(formatDay(moment, 'en', at('2026-12-05T00:00'))).toBe('Tuesday 1 December');
});

test.each([
  ['{date_num} {time}', '2026-12-01 08:05'],
  ['{date_long}', '2026年12月1日星期二'],
  ['{date_short_pretty} {time_secs}', '今天 08:05:00'],
  ['{ago}', '5分钟前'],
  ['{unknown}', '{unknown}'],
])('Slack writes %s as %s', (template, written) => {
  expect(formatSlackDate(at('2026-12-01T08:05'), template, 'zh', at('2026-12-01T08:10'))).toBe(written);
});
