import { describe, expect, test } from 'vitest';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import type { Half } from '../../../src/features/calendar/span.ts';
import {
  bySeat,
  closesAt,
  isMissed,
  type MeetingExceptions,
  type MeetingSettings,
  meetingsOn,
  roll,
  seating,
  signInStatus,
} from '../../../src/features/meeting/rules.ts';
import { addDays, type CivilDate, instantOf } from '../../../src/kernel/civil.ts';
import type { Member } from '../../../src/member/rules.ts';

const ZONE = 'Asia/Shanghai';
const calendar = calendarWith({ overrides: new Map() });
const settings: MeetingSettings = {
  meetingTimes: { morning: '08:00', weekly: '08:00', wrapup: '15:00' },
  skipWrapupInWeekOff: true,
};
const none: MeetingExceptions = { moves: [], monthly: [] };

/** Days from one to the other that have meetings: 'MM-DD weekly 08:00, wrapup 15:00'. */
function plan(from: CivilDate, to: CivilDate, more: Partial<MeetingSettings> = {}, exceptions = none): string[] {
  const lines: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const meetings = meetingsOn(date, calendar, { ...settings, ...more }, exceptions);
    if (meetings.length > 0) {
      lines.push(`${date.slice(5)} ${meetings.map(meeting => `${meeting.kind} ${meeting.time}`).join(', ')}`);
    }
  }
  return lines;
}

describe('which meetings are held', () => {
  test('in an ordinary week', () => {
    expect(plan('2026-11-23', '2026-11-29')).toEqual([
      '11-23 weekly 08:00',
      '11-24 morning 08:00',
      '11-25 morning 08:00',
      '11-26 morning 08:00',
      '11-27 morning 08:00',
      '11-29 wrapup 15:00',
    ]);
  });

  test('around the National Day of 2026', () => {
    expect(plan('2026-09-14', '2026-10-12')).toEqual([
      '09-14 weekly 08:00',
      '09-15 morning 08:00',
      '09-16 morning 08:00',
      '09-17 morning 08:00',
      '09-18 morning 08:00',
      '09-20 morning 08:00, wrapup 15:00',
      '09-21 weekly 08:00',
      '09-22 morning 08:00',
      '09-23 morning 08:00',
      '09-24 morning 08:00',
      '09-27 wrapup 15:00',
      '09-28 weekly 08:00',
      '09-29 morning 08:00',
      '09-30 morning 08:00',
      '10-04 wrapup 15:00',
      '10-08 weekly 08:00',
      '10-09 morning 08:00',
      '10-10 morning 08:00',
      '10-11 wrapup 15:00',
      '10-12 weekly 08:00',
    ]);
  });

  test('around the Spring Festival of 2026, with a week wholly off', () => {
    expect(plan('2026-02-12', '2026-03-02')).toEqual([
      '02-12 morning 08:00',
      '02-13 morning 08:00',
      '02-14 morning 08:00',
      '02-15 wrapup 15:00',
      '02-24 weekly 08:00',
      '02-25 morning 08:00',
      '02-26 morning 08:00',
      '02-27 morning 08:00',
      '02-28 morning 08:00',
      '03-01 wrapup 15:00',
      '03-02 weekly 08:00',
    ]);
  });

  test('with the three readings turned the other way', () => {
    expect(plan('2026-02-22', '2026-02-24', { skipWrapupInWeekOff: false })).toEqual([
      '02-22 wrapup 15:00',
      '02-24 weekly 08:00',
    ]);
    expect(plan('2026-02-23', '2026-02-25', { weeklyMoves: false })).toEqual([
      '02-24 morning 08:00',
      '02-25 morning 08:00',
    ]);
    expect(plan('2026-11-23', '2026-11-23', { weeklyReplacesMorning: false })).toEqual([
      '11-23 weekly 08:00, morning 08:00',
    ]);
  });

  test('at other times', () => {
    const meetingTimes = { morning: '09:00', weekly: '10:00', wrapup: '16:30' };
    expect(plan('2026-11-29', '2026-12-01', { meetingTimes })).toEqual([
      '11-29 wrapup 16:30',
      '11-30 weekly 10:00',
      '12-01 morning 09:00',
    ]);
  });

  test('moved, cancelled and set by the leader', () => {
    const moves: MeetingExceptions['moves'] = [
      { kind: 'weekly', of: '2026-11-23', to: { date: '2026-11-24', time: '10:00' } },
      { kind: 'morning', of: '2026-11-25', to: null },
      { kind: 'morning', of: '2026-11-26', to: { date: '2026-11-26', time: '09:30' } },
      { kind: 'wrapup', of: '2026-11-29', to: { date: '2026-11-28', time: '15:00' } },
      { kind: 'weekly', of: '2026-11-30', to: { date: '2026-11-30', time: '14:00' } },
    ];
    const monthly = [{ date: '2026-11-27', time: '14:00' }];
    expect(plan('2026-11-23', '2026-11-30', {}, { moves, monthly })).toEqual([
      '11-23 morning 08:00',
      '11-24 morning 08:00, weekly 10:00',
      '11-26 morning 09:30',
      '11-27 morning 08:00, monthly 14:00',
      '11-28 wrapup 15:00',
      '11-30 weekly 14:00',
    ]);
  });

  test('a weekly meeting moved into the hour of a morning meeting replaces it', () => {
    const moves = [{ kind: 'weekly' as const, of: '2026-11-23', to: { date: '2026-11-25', time: '08:00' } }];
    expect(meetingsOn('2026-11-25', calendar, settings, { moves, monthly: [] })).toEqual([
      { kind: 'weekly', date: '2026-11-25', time: '08:00', of: '2026-11-23' },
    ]);
  });
});

describe('signing in at a meeting at 08:00, sheet open for 10 minutes', () => {
  const startsAt = instantOf('2026-11-24', '08:00', ZONE);

  test.each([
    ['07:45:00.000', 'present'],
    ['07:59:59.999', 'present'],
    ['08:00:00.000', 'present'],
    ['08:00:59.999', 'present'],
    ['08:01:00.000', 'late'],
    ['08:09:59.999', 'late'],
    ['08:10:00.000', 'closed'],
  ])('%s: %s', (time, status) => {
    const sheet = { startsAt, closesAt: closesAt(startsAt, 10), late: false };
    expect(signInStatus(new Date(`2026-11-24T${time}+08:00`), sheet)).toBe(status);
  });

  test('the first minute is open even without grace', () => {
    const sheet = { startsAt, closesAt: closesAt(startsAt, 0), late: false };
    expect(signInStatus(new Date('2026-11-24T08:00:59.999+08:00'), sheet)).toBe('present');
    expect(signInStatus(new Date('2026-11-24T08:01:00.000+08:00'), sheet)).toBe('closed');
    expect(closesAt(startsAt, 0)).toEqual(new Date('2026-11-24T08:01:00+08:00'));
  });

  test.each([
    ['2026-11-24T07:59:59+08:00', '2026-11-24T08:10:00+08:00'],
    ['2026-11-24T08:20:00+08:00', '2026-11-24T08:30:00+08:00'],
  ])('opened at %s it closes at %s', (opened, closes) => {
    expect(closesAt(startsAt, 10, new Date(opened))).toEqual(new Date(closes));
  });

  test.each([
    ['08:20:30', 'present'],
    ['08:29:59', 'present'],
    ['08:30:00', 'closed'],
  ])('nobody is late on a sheet that was opened late: %s %s', (time, status) => {
    const sheet = { startsAt, closesAt: closesAt(startsAt, 10, new Date('2026-11-24T08:20:00+08:00')), late: true };
    expect(signInStatus(new Date(`2026-11-24T${time}+08:00`), sheet)).toBe(status);
  });
});

test('the roll at the close', () => {
  const signIns = new Map([
    ['a', 'present'],
    ['b', 'late'],
    ['c', 'present'],
    ['guest', 'present'],
  ] as const);
  const away: Record<string, Half[]> = { c: ['am'], d: ['am'], e: ['pm'] };
  const sheet = roll(['a', 'b', 'c', 'd', 'e', 'f'], signIns, id => new Set(away[id]), 'am');
  expect(sheet).toEqual({ present: ['a', 'c'], late: ['b'], excused: ['d'], absent: ['e', 'f'] });
});

test('people stand in the order of their posts, then of their names', () => {
  const member = (id: string, name: string, ...posts: Member['posts']): Member => ({
    id,
    name,
    posts,
    handle: id,
    locale: 'zh-CN',
    zone: ZONE,
    deactivated: false,
    guest: false,
    bot: false,
    external: false,
    leaderId: null,
  });
  const people = [
    member('a', '张三', 'presales'),
    member('b', '李四', 'clerk', 'presales'),
    member('c', '王五', 'manager'),
    member('d', '李四', 'presales'),
    member('e', '赵六'),
  ];
  expect(people.sort(bySeat).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a', 'e']);
  expect(['gone', 'a', 'b', 'c', 'another'].sort(seating(people))).toEqual(['c', 'b', 'a', 'another', 'gone']);
});

describe('who did not sign is missed', () => {
  const [friday, sunday] = [new Date('2026-12-04T09:00:00+08:00'), new Date('2026-12-06T15:00:00+08:00')];
  const monday = new Date('2026-12-07T08:00:00+08:00');
  test.each([
    ['never there, no meeting since the department began', friday, false, null, false],
    ['never there, the first meeting day after they came', friday, false, new Date('2026-12-04T08:00:00+08:00'), false],
    ['never there, the second', friday, false, sunday, true],
    ['came on the day of the meeting', monday, false, sunday, false],
    ['came at the minute of the last one', sunday, false, sunday, true],
    ['there once', monday, true, null, true],
    ['nobody knows since when', null, false, null, true],
  ])('%s', (_, since, seen, lastBefore, expected) => {
    expect(isMissed({ since, seen }, lastBefore)).toBe(expected);
  });
});
