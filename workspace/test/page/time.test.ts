/** The team's time on the page: how moments are written and read. */
import { expect, test } from 'vitest';
import { formatClock, formatDay, formatSlackDate, formatTime, fromLocal, toLocal } from '../../page/time.js';

const at = (local: string): Date => new Date(`${local}:00+08:00`);

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
