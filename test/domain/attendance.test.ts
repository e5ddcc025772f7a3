import { describe, expect, test } from 'vitest';
import {
  type DayState,
  dayState,
  faultsOf,
  keep,
  punchAt,
  SLOTS,
  type Slot,
  slotAt,
  statusAt,
  windowCloses,
} from '../../src/domain/attendance.ts';
import { calendarWith } from '../../src/domain/calendar.ts';
import { civilOf, instantOf, minutesOf } from '../../src/domain/civil.ts';
import type { Half } from '../../src/domain/span.ts';

const zone = 'Asia/Shanghai';
const calendar = calendarWith({ overrides: new Map() });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const setting = { calendar, hours, zone };

/** On Tuesday 24 November 2026 unless a date is given. */
function at(time: string, date = '2026-11-24'): Date {
  return new Date(`${date}T${time}+08:00`);
}

function punched(time: string, coverage: Half[] = [], punches: [Slot, string][] = [], date = '2026-11-24') {
  const answer = punchAt(
    at(time, date),
    () => ({ coverage: new Set(coverage), punches: punches.map(([slot, when]) => ({ slot, at: at(when, date) })) }),
    setting,
  );
  if ('code' in answer) return `${answer.code} ${JSON.stringify(answer.params)}`;
  return `${answer.date.slice(5)} ${answer.slot} ${answer.status} ${answer.minutes}`;
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
  test.each([
    ['on a Saturday', punched('08:00:00', [], [], '2026-11-28'), 'attendance.dayOff {"date":"2026-11-28"}'],
    ['on a make-up Saturday', punched('08:00:00', [], [], '2026-10-10'), '10-10 morning-in on-time 0'],
    ['on leave all day', punched('08:00:00', ['am', 'pm']), 'attendance.excused {"date":"2026-11-24"}'],
    ['early, the morning off', punched('11:00:00', ['am']), '11-24 noon-in on-time 0'],
    ['leaving late, the afternoon off', punched('14:00:00', ['pm']), '11-24 noon-out on-time 0'],
    [
      'in again',
      punched('08:05:00', [], [['morning-in', '07:55:00']]),
      'attendance.alreadyPunched {"slot":"morning-in","at":"07:55"}',
    ],
    ['out again', punched('18:10:00', [], [['evening-out', '17:30:00']]), '11-24 evening-out on-time 0'],
    ['after midnight', punched('00:44:59', [], [], '2026-11-25'), '11-24 evening-out on-time 0'],
    ['before dawn', punched('00:45:00', [], [], '2026-11-25'), '11-25 morning-in on-time 0'],
    ['after midnight of a day off', punched('00:10:00', [], [], '2026-11-23'), '11-23 morning-in on-time 0'],
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
    ['evening-out', '19:30'],
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
});

describe('how a day stands', () => {
  const punches: { slot: Slot; at: Date }[] = [
    { slot: 'morning-in', at: at('08:04:30') },
    { slot: 'morning-in', at: at('08:03:30') },
    { slot: 'evening-out', at: at('17:20:00') },
  ];

  function short(day: DayState): string[] {
    return SLOTS.map(slot => {
      const state = day[slot];
      return state.state === 'done' ? `${state.status} ${state.minutes}` : state.state;
    });
  }

  test.each([
    ['in the morning', '08:10:00', [], ['late 3', 'upcoming', 'upcoming', 'upcoming']],
    ['at noon', '12:44:59', [], ['late 3', 'upcoming', 'upcoming', 'upcoming']],
    ['after noon', '12:45:00', [], ['late 3', 'missing', 'upcoming', 'upcoming']],
    ['in the evening', '20:00:00', [], ['late 3', 'missing', 'missing', 'early 10']],
    ['with the morning off', '20:00:00', ['am'], ['excused', 'excused', 'missing', 'early 10']],
    ['with leave all day', '20:00:00', ['am', 'pm'], ['excused', 'excused', 'excused', 'excused']],
  ] as [string, string, Half[], string[]][])('%s', (_what, now, coverage, expected) => {
    const made = punches.filter(punch => punch.at <= at(now));
    expect(short(dayState(made, new Set(coverage), '2026-11-24', at(now), setting))).toEqual(expected);
  });

  test('nothing is required on a day off', () => {
    const day = dayState([], new Set(), '2026-10-01', at('20:00:00', '2026-10-01'), setting);
    expect(short(day)).toEqual(['not-required', 'not-required', 'not-required', 'not-required']);
    expect(faultsOf(day)).toEqual({ missing: [], late: [], early: [] });
  });

  test('a night that ended after midnight', () => {
    const night = [{ slot: 'evening-out' as Slot, at: at('00:30:00', '2026-11-25') }];
    const day = dayState(night, new Set(), '2026-11-24', at('09:00:00', '2026-11-25'), setting);
    expect(short(day)).toEqual(['missing', 'missing', 'missing', 'on-time 0']);
  });

  test('what it lacks', () => {
    const day = dayState(punches, new Set(), '2026-11-24', instantOf('2026-11-24', '20:00', zone), setting);
    expect(faultsOf(day)).toEqual({
      missing: ['noon-out', 'noon-in'],
      late: [{ slot: 'morning-in', minutes: 3 }],
      early: [{ slot: 'evening-out', minutes: 10 }],
    });
  });
});
