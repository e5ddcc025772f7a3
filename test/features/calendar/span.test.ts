import { describe, expect, test } from 'vitest';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import {
  beginsAt,
  coverage,
  endsAt,
  halfAt,
  halfDaysOf,
  isBackwards,
  overlaps,
  type Span,
} from '../../../src/features/calendar/span.ts';

const calendar = calendarWith({ overrides: new Map() });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const ZONE = 'Asia/Shanghai';

/** '2026-11-24 pm - 2026-11-25 am'; without halves whole days. */
function span(text: string): Span {
  const [from = '', to = from] = text.split(' - ');
  const [fromDate = '', fromHalf = 'am'] = from.split(' ');
  const [toDate = '', toHalf = to === from ? (from.split(' ')[1] ?? 'pm') : 'pm'] = to.split(' ');
  return { from: fromDate, fromHalf: fromHalf as 'am', to: toDate, toHalf: toHalf as 'pm' };
}

describe('the length of a leave, in working half days', () => {
  test.each([
    ['2026-11-24', 2],
    ['2026-11-24 am', 1],
    ['2026-11-24 pm', 1],
    ['2026-11-24 pm - 2026-11-25 am', 2],
    ['2026-11-24 pm - 2026-11-25', 3],
    ['2026-11-27 pm - 2026-11-30 am', 2],
    ['2026-11-28 - 2026-11-29', 0],
    ['2026-11-28 pm', 0],
    ['2026-10-01 - 2026-10-07', 0],
    ['2026-09-30 - 2026-10-08', 4],
    ['2026-10-10', 2],
    ['2026-09-20 pm', 1],
    ['2026-12-31 - 2027-01-04', 4],
    ['2026-11-23 - 2026-11-25', 6],
    ['2026-11-23 - 2026-11-26 am', 7],
  ])('%s: %i', (text, halfDays) => {
    expect(halfDaysOf(span(text), calendar)).toBe(halfDays);
  });
});

test.each([
  ['2026-11-24 am', '2026-11-24 pm', false],
  ['2026-11-24', '2026-11-24 pm', true],
  ['2026-11-23 - 2026-11-24 am', '2026-11-24 pm - 2026-11-25', false],
  ['2026-11-23 - 2026-11-24', '2026-11-24 pm - 2026-11-25', true],
  ['2026-11-01 - 2026-11-30', '2026-11-15', true],
  ['2026-11-24', '2026-11-25', false],
])('%s and %s meet: %s', (a, b, meet) => {
  expect(overlaps(span(a), span(b))).toBe(meet);
  expect(overlaps(span(b), span(a))).toBe(meet);
});

test.each([
  ['2026-11-23', []],
  ['2026-11-24', ['pm']],
  ['2026-11-25', ['am', 'pm']],
  ['2026-11-26', ['am']],
  ['2026-11-27', ['am', 'pm']],
  ['2026-11-28', []],
])('who is away on %s', (date, halves) => {
  const spans = [span('2026-11-24 pm - 2026-11-26 am'), span('2026-11-27 am'), span('2026-11-27 pm')];
  expect([...coverage(spans, date)].sort()).toEqual(halves);
});

test.each([
  ['2026-11-24', '2026-11-24T00:00:00.000Z', '2026-11-24T09:30:00.000Z'],
  ['2026-11-24 pm', '2026-11-24T05:30:00.000Z', '2026-11-24T09:30:00.000Z'],
  ['2026-11-24 am', '2026-11-24T00:00:00.000Z', '2026-11-24T04:00:00.000Z'],
  ['2026-11-28 pm - 2026-11-30', '2026-11-30T00:00:00.000Z', '2026-11-30T09:30:00.000Z'],
  ['2026-11-28 - 2026-11-29', undefined, '2026-11-29T09:30:00.000Z'],
])('%s begins with its first working half', (text, begins, ends) => {
  expect(beginsAt(span(text), calendar, hours, ZONE)?.toISOString()).toBe(begins);
  expect(endsAt(span(text), hours, ZONE).toISOString()).toBe(ends);
});

test('a span cannot run backwards', () => {
  expect(isBackwards(span('2026-11-24 - 2026-11-23'))).toBe(true);
  expect(isBackwards({ from: '2026-11-24', fromHalf: 'pm', to: '2026-11-24', toHalf: 'am' })).toBe(true);
  expect(isBackwards(span('2026-11-24 pm'))).toBe(false);
});

test('which half a time of day belongs to', () => {
  expect(['00:00', '08:00', '11:59', '12:00', '13:30', '23:59'].map(time => halfAt(time, hours))).toEqual([
    'am',
    'am',
    'am',
    'pm',
    'pm',
    'pm',
  ]);
});
