import { describe, expect, test } from 'vitest';
import {
  cardTime,
  closingsBetween,
  keep,
  punchAt,
  SLOTS,
  type Slot,
  slotAt,
  statusAt,
  windowCloses,
} from '../../../src/features/attendance/rules.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import type { Half } from '../../../src/features/calendar/span.ts';
import { civilOf, minutesOf } from '../../../src/kernel/civil.ts';

const zone = 'Asia/Shanghai';
const calendar = calendarWith({ overrides: new Map() });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const setting = { calendar, hours, zone };

/** On Tuesday 24 November 2026 unless a date is given. */
function at(time: string, date = '2026-11-24'): Date {
  return new Date(`${date}T${time}+08:00`);
}

test.each([
  ['morning-in', '08:00', '07:45'],
  ['noon-in', '08:00', '13:15'],
  ['morning-in', '00:10', '00:00'],
] as const)('the card for %s, with work from %s, is posted at %s', (arrival, begins, time) => {
  expect(cardTime(arrival, { ...hours, morning: [begins, '12:00'] })).toBe(time);
});

function punched(time: string, coverage: Half[] = [], made: Slot[] = [], date = '2026-11-24') {
  const punches = made.map(slot => ({ slot }));
  const answer = punchAt(at(time, date), () => ({ coverage: new Set(coverage), punches }), setting);
  if ('code' in answer) return `${answer.code} ${JSON.stringify(answer.params)}`;
  const { slot, status, minutes, excused } = answer;
  return `${answer.date.slice(5)} ${slot} ${status} ${minutes}${excused ? ' excused' : ''}`;
}

describe('the boundaries of the hours', () => {
  test.each([
    ['06:00:00.000', 'morning-in on-time 0'],
    ['07:59:59.999', 'morning-in on-time 0'],
    ['08:00:00.000', 'morning-in on-time 0'],
    ['08:00:59.999', 'morning-in on-time 0'],
    ['08:01:00.000', 'morning-in late 1'],
    ['09:59:59.999', 'morning-in late 119'],
    ['10:00:00.000', 'noon-out early 120'],
    ['11:59:59.999', 'noon-out early 1'],
    ['12:00:00.000', 'noon-out on-time 0'],
    ['12:44:59.999', 'noon-out on-time 0'],
    ['12:45:00.000', 'noon-in on-time 0'],
    ['13:30:59.999', 'noon-in on-time 0'],
    ['13:31:00.000', 'noon-in late 1'],
    ['15:29:59.999', 'noon-in late 119'],
    ['15:30:00.000', 'evening-out early 120'],
    ['17:29:59.999', 'evening-out early 1'],
    ['17:30:00.000', 'evening-out on-time 0'],
    ['23:59:59.999', 'evening-out on-time 0'],
  ])('%s: %s', (time, expected) => {
    expect(punched(time, [], ['morning-in', 'noon-in'])).toBe(`11-24 ${expected}`);
  });

  test.each([
    ['09:59:59.999', 'morning-in late 119'],
    ['10:00:00.000', 'morning-in late 120'],
    ['10:59:59.999', 'morning-in late 179'],
    ['11:00:00.000', 'noon-out early 60'],
    ['12:00:00.000', 'noon-out on-time 0'],
    ['15:30:00.000', 'noon-in late 120'],
    ['16:29:59.999', 'noon-in late 179'],
    ['16:30:00.000', 'evening-out early 60'],
  ])('who has not arrived in that half, at %s: %s', (time, expected) => {
    expect(punched(time)).toBe(`11-24 ${expected}`);
  });

  test('every minute belongs to one slot, in the order of the day', () => {
    const slots = Array.from({ length: 1440 }, (_, minute) => slotAt(minute, hours));
    expect(slots.filter((slot, minute) => slot !== slots[minute - 1])).toEqual([...SLOTS]);
  });

  test('other hours move the borders', () => {
    const early = { morning: ['07:30', '11:30'], afternoon: ['12:31', '16:30'] } as const;
    expect(['09:29', '09:30', '12:00', '12:01', '14:30', '14:31'].map(time => slotAt(minutesOf(time), early))).toEqual([
      'morning-in',
      'noon-out',
      'noon-out',
      'noon-in',
      'noon-in',
      'evening-out',
    ]);
    expect(statusAt(minutesOf('07:31'), 'morning-in', early)).toEqual({ status: 'late', minutes: 1 });
  });
});

describe('a punch', () => {
  const off = (date: string, next: string, holiday: unknown = null) =>
    `attendance.dayOff ${JSON.stringify({ date, holiday, provisional: date > '2027', next, time: '08:00' })}`;
  const tooEarly = (date: string) => `attendance.tooEarly ${JSON.stringify({ date, opens: '05:00', time: '08:00' })}`;

  test.each([
    ['on a Saturday', punched('08:00:00', [], [], '2026-11-28'), off('2026-11-28', '2026-11-30')],
    [
      'on a holiday',
      punched('08:00:00', [], [], '2027-01-01'),
      off('2027-01-01', '2027-01-04', { 'zh-CN': '元旦', en: "New Year's Day" }),
    ],
    ['on a make-up Saturday', punched('08:00:00', [], [], '2026-10-10'), '10-10 morning-in on-time 0'],
    ['on leave all day', punched('08:12:00', ['am', 'pm']), '11-24 morning-in late 12 excused'],
    ['early, the morning off', punched('11:00:00', ['am']), '11-24 noon-in on-time 0'],
    ['leaving late, the afternoon off', punched('14:00:00', ['pm']), '11-24 noon-out on-time 0'],
    ['after midnight', punched('00:44:59', [], [], '2026-11-25'), '11-24 evening-out on-time 0'],
    ['in the night', punched('00:45:00', [], [], '2026-11-25'), tooEarly('2026-11-25')],
    ['just before five', punched('04:59:59', [], [], '2026-11-25'), tooEarly('2026-11-25')],
    ['at five', punched('05:00:00', [], [], '2026-11-25'), '11-25 morning-in on-time 0'],
    ['after midnight of a day off', punched('00:10:00', [], [], '2026-11-23'), tooEarly('2026-11-23')],
  ])('%s', (_what, answer, expected) => {
    expect(answer).toBe(expected);
  });

  test('of two, the earliest in and the latest out count', () => {
    const first = { slot: 'morning-in' as Slot, at: at('07:50:00') };
    const second = { slot: 'morning-in' as Slot, at: at('07:55:00') };
    expect([keep(first, second), keep(second, first)]).toEqual([first, first]);
    const out = { slot: 'noon-out' as Slot, at: at('12:00:00') };
    const later = { slot: 'noon-out' as Slot, at: at('12:05:00') };
    expect([keep(out, later), keep(later, out)]).toEqual([later, later]);
    expect(keep(out, { ...out })).toBe(out);
  });
});

describe('when a slot counts as missing', () => {
  test.each([
    ['morning-in', '09:00'],
    ['noon-out', '12:45'],
    ['noon-in', '14:30'],
    ['evening-out', '18:30'],
  ] as const)('%s from %s on', (slot, time) => {
    expect(civilOf(windowCloses(slot, '2026-11-24', hours, zone), zone).time).toBe(time);
  });

  test('by other settings, never past the border to the next slot', () => {
    const closes = SLOTS.map(slot =>
      windowCloses(slot, '2026-11-24', hours, zone, { in: 600, out: 600 }).toISOString(),
    );
    expect(closes).toEqual([
      '2026-11-24T02:00:00.000Z',
      '2026-11-24T04:45:00.000Z',
      '2026-11-24T07:30:00.000Z',
      '2026-11-24T16:00:00.000Z',
    ]);
  });

  test('once a working day', () => {
    const closings = closingsBetween('noon-in', at('14:30:00'), at('14:30:00', '2026-11-30'), setting);
    expect(closings.map(({ date, at: when }) => `${date} ${when.toISOString()}`)).toEqual([
      '2026-11-25 2026-11-25T06:30:00.000Z',
      '2026-11-26 2026-11-26T06:30:00.000Z',
      '2026-11-27 2026-11-27T06:30:00.000Z',
      '2026-11-30 2026-11-30T06:30:00.000Z',
    ]);
    const late = { ...setting, hours: { morning: ['14:00', '18:00'], afternoon: ['19:00', '23:30'] } as const };
    expect(closingsBetween('evening-out', at('23:59:59'), at('00:00:00', '2026-11-25'), late)).toEqual([
      { date: '2026-11-24', at: at('00:00:00', '2026-11-25') },
    ]);
  });
});
