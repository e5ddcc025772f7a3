import { describe, expect, test } from 'vitest';
import { type DayState, dayState, maySeeDay, rollOf, summaryOf } from '../../../src/features/attendance/day.ts';
import { SLOTS, type Slot } from '../../../src/features/attendance/rules.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import type { Half } from '../../../src/features/calendar/span.ts';
import type { Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

const zone = 'Asia/Shanghai';
const calendar = calendarWith({ overrides: new Map() });
const hours = { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] } as const;
const setting = { calendar, hours, zone };

/** On Tuesday 24 November 2026 unless a date is given. */
function at(time: string, date = '2026-11-24'): Date {
  return new Date(`${date}T${time}+08:00`);
}

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

  test('a punch made on leave is shown', () => {
    const day = dayState(punches, new Set(['am']), '2026-11-24', at('20:00:00'), setting);
    expect([day['morning-in'], day['noon-out']]).toEqual([
      { state: 'excused', at: at('08:03:30') },
      { state: 'excused', at: null },
    ]);
  });

  test('nothing is asked for before somebody came to the department', () => {
    const since = at('12:45:00');
    const day = dayState([], new Set(), '2026-11-24', at('20:00:00'), { ...setting, since });
    expect(short(day)).toEqual(['not-required', 'not-required', 'missing', 'missing']);
  });

  test.each([
    ['08:00:59', ['missing', 'missing', 'missing', 'missing']],
    ['08:01:00', ['not-required', 'missing', 'missing', 'missing']],
    ['12:59:59', ['not-required', 'not-required', 'missing', 'missing']],
    ['13:31:00', ['not-required', 'not-required', 'not-required', 'missing']],
    ['18:29:59', ['not-required', 'not-required', 'not-required', 'missing']],
    ['18:30:00', ['not-required', 'not-required', 'not-required', 'not-required']],
  ])('whoever came at %s owes no arrival whose hour had passed: %o', (came, expected) => {
    const day = dayState([], new Set(), '2026-11-24', at('20:00:00'), { ...setting, since: at(came) });
    expect(short(day)).toEqual(expected);
  });

  test.each([
    ['08:00:59', 'morning-in', '10:05:00', 'late 125'],
    ['08:01:00', 'morning-in', '08:01:00', 'on-time 0'],
    ['10:00:00', 'morning-in', '10:05:00', 'on-time 0'],
    ['13:30:59', 'noon-in', '14:00:00', 'late 30'],
    ['14:00:00', 'noon-in', '14:05:00', 'on-time 0'],
    ['14:00:00', 'evening-out', '17:20:00', 'early 10'],
  ] as const)('whoever came at %s and punches for %s at %s is %s', (came, slot, time, expected) => {
    const day = dayState([{ slot, at: at(time) }], new Set(), '2026-11-24', at('20:00:00'), {
      ...setting,
      since: at(came),
    });
    expect(short(day)[SLOTS.indexOf(slot)]).toBe(expected);
    const next = [{ slot, at: at(time, '2026-11-25') }];
    const late = short(dayState(next, new Set(), '2026-11-25', at('20:00:00', '2026-11-25'), setting));
    const owed = dayState(next, new Set(), '2026-11-25', at('20:00:00', '2026-11-25'), { ...setting, since: at(came) });
    expect(short(owed)).toEqual(late);
  });

  test('nothing is required on a day off', () => {
    const day = dayState([], new Set(), '2026-10-01', at('20:00:00', '2026-10-01'), setting);
    expect(short(day)).toEqual(['not-required', 'not-required', 'not-required', 'not-required']);
  });

  test('a night that ended after midnight', () => {
    const night = [{ slot: 'evening-out' as Slot, at: at('00:30:00', '2026-11-25') }];
    const day = dayState(night, new Set(), '2026-11-24', at('09:00:00', '2026-11-25'), setting);
    expect(short(day)).toEqual(['missing', 'missing', 'missing', 'on-time 0']);
  });
});

describe('everybody', () => {
  const now = at('18:30:00');
  const state = (coverage: Half[], ...punches: [Slot, string][]) =>
    dayState(
      punches.map(([slot, time]) => ({ slot, at: at(time) })),
      new Set(coverage),
      '2026-11-24',
      now,
      setting,
    );
  const days: [string, DayState][] = [
    ['anna', state([], ['morning-in', '07:58:00'], ['evening-out', '17:31:00'])],
    ['bert', state([], ['morning-in', '08:12:00'], ['evening-out', '17:20:00'])],
    ['cora', state(['am'])],
    ['dora', state(['am', 'pm'], ['morning-in', '08:30:00'])],
    ['emil', dayState([], new Set(), '2026-11-24', at('08:59:59'), setting)],
    ['fred', dayState([], new Set(), '2026-11-24', now, { ...setting, since: now })],
  ];

  test('at one punch', () => {
    expect(rollOf('morning-in', days)).toEqual({
      onTime: ['anna'],
      late: [{ id: 'bert', minutes: 12 }],
      early: [],
      missing: [],
      excused: ['cora', 'dora'],
      awaited: ['emil'],
    });
    expect(rollOf('evening-out', days)).toEqual({
      onTime: ['anna'],
      late: [],
      early: [{ id: 'bert', minutes: 10 }],
      missing: ['cora'],
      excused: ['dora'],
      awaited: ['emil'],
    });
  });

  test('in figures', () => {
    expect(summaryOf(days.map(([, day]) => day))).toEqual({
      onTime: 2,
      late: { times: 1, minutes: 12 },
      early: { times: 1, minutes: 10 },
      missing: 6,
      excused: 6,
    });
    expect(summaryOf([])).toEqual({
      onTime: 0,
      late: { times: 0, minutes: 0 },
      early: { times: 0, minutes: 0 },
      missing: 0,
      excused: 0,
    });
  });
});

describe('who may see', () => {
  const holding = (post: Post): Member => ({
    id: 'anna',
    name: 'Anna',
    handle: 'anna',
    locale: 'en',
    zone,
    deactivated: false,
    guest: false,
    bot: false,
    external: false,
    leaderId: null,
    posts: [post],
  });

  test.each([
    ['presales', 'anna', true],
    ['presales', 'bert', false],
    ['presales', null, false],
    ['supervisor', 'bert', true],
    ['assistant', null, true],
    ['president', null, true],
  ] as const)('a %s, the day of %s: %s', (post, whose, may) => {
    const needs = ['president', 'manager', 'deputy', 'assistant', 'supervisor'];
    const refused = { code: 'member.notAllowed', params: { needs } };
    expect(maySeeDay(holding(post), whose)).toEqual(may ? true : refused);
  });
});
