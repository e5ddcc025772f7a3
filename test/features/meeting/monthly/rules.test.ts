import { describe, expect, test } from 'vitest';
import {
  isFirstOverdue,
  isUnset,
  judgeMonthly,
  type MonthlyState,
  maySetMonthly,
  monthlyState,
  owesMonthly,
  proposedTime,
} from '../../../../src/features/meeting/monthly/rules.ts';
import { type CivilDate, instantOf } from '../../../../src/kernel/civil.ts';
import type { Post } from '../../../../src/member/post.ts';
import type { Member } from '../../../../src/member/rules.ts';

const holding = (post: Post): Member => ({
  id: 'anna',
  name: 'Anna',
  handle: 'anna',
  locale: 'en',
  zone: 'Asia/Shanghai',
  deactivated: false,
  guest: false,
  bot: false,
  external: false,
  leaderId: null,
  posts: [post],
});

const ZONE = 'Asia/Shanghai';

describe('the monthly meeting of December 2026', () => {
  const on = (date: CivilDate, held = false) => ({ date, held });

  test.each([
    ['2026-11-30', undefined, 'upcoming'],
    ['2026-11-30', on('2026-12-03'), 'set'],
    ['2026-12-01', undefined, 'open'],
    ['2026-12-10', undefined, 'open'],
    ['2026-12-11', undefined, 'overdue'],
    ['2026-12-08', on('2026-12-08'), 'set'],
    ['2026-12-09', on('2026-12-08'), 'open'],
    ['2026-12-09', on('2026-12-08', true), 'held'],
    ['2026-12-11', on('2026-12-15'), 'overdue'],
    ['2026-12-16', on('2026-12-15', true), 'held'],
  ] as const)('on %s, %o: %s', (today, set, state) => {
    expect(monthlyState('2026-12', today, set)).toBe(state);
  });

  test.each([
    ['2026-12-01 10:00', '2026-12-08', '14:00', undefined, true],
    ['2026-12-01 10:00', '2026-12-10', '23:59', on('2026-12-08'), true],
    ['2026-11-28 10:00', '2026-12-03', '14:00', undefined, true],
    ['2026-12-11 10:00', '2026-12-14', '14:00', undefined, true],
    ['2026-12-01 10:00', '2026-12-11', '14:00', undefined, 'meeting.afterTenth'],
    ['2026-12-01 10:00', '2026-12-01', '10:00', undefined, 'meeting.inPast'],
    ['2026-12-01 10:00', '2026-12-01', '10:01', undefined, true],
    ['2026-12-20 10:00', '2027-01-10', '14:00', undefined, true],
    ['2026-12-20 10:00', '2027-01-12', '14:00', undefined, 'meeting.afterTenth'],
    ['2026-12-20 10:00', '2027-02-01', '14:00', undefined, 'meeting.tooFarAhead'],
    ['2026-01-31 10:00', '2026-03-01', '14:00', undefined, 'meeting.tooFarAhead'],
    ['2026-12-09 10:00', '2026-12-10', '10:00', on('2026-12-08', true), 'meeting.alreadyHeld'],
  ] as const)('set on %s to %s %s, so far %o: %s', (when, date, time, set, expected) => {
    const now = instantOf(when.slice(0, 10), when.slice(11), ZONE);
    const answer = judgeMonthly({ date, time }, now, ZONE, set);
    expect(answer === true ? answer : answer.code).toBe(expected);
  });

  test.each([
    ['2026-11-30', undefined, false],
    ['2026-12-01', undefined, true],
    ['2026-12-01', on('2026-12-08'), false],
    ['2026-12-08', on('2026-12-08'), false],
    ['2026-12-09', on('2026-12-08'), true],
    ['2026-12-09', on('2026-12-08', true), false],
    ['2026-12-11', undefined, true],
    ['2026-12-11', on('2026-12-15'), false],
    ['2026-12-16', on('2026-12-15'), true],
  ] as const)('on %s, %o, the leaders have to be asked: %s', (today, set, asked) => {
    expect(isUnset(monthlyState('2026-12', today, set), today, set)).toBe(asked);
  });

  test.each<[MonthlyState, CivilDate, CivilDate]>([
    ['upcoming', '2026-11-27', '2026-12-01'],
    ['open', '2026-12-02', '2026-12-02'],
    ['open', '2026-12-10', '2026-12-10'],
    ['open', '2026-12-11', '2026-12-10'],
    ['overdue', '2026-12-14', '2026-12-14'],
  ])('%s, with the next working day on %s, is proposed for %s at 14:00', (state, nextWorkday, date) => {
    expect(proposedTime({ month: '2026-12', state }, nextWorkday)).toEqual({ date, time: '14:00' });
  });

  test.each([
    ['2026-12-10', false],
    ['2026-12-11', true],
    ['2026-12-12', false],
    ['2027-01-11', true],
  ])('what was not held is first overdue on %s: %s', (date, first) => {
    expect(isFirstOverdue(date)).toBe(first);
  });

  test.each([
    ['president', false],
    ['manager', true],
    ['deputy', true],
    ['assistant', false],
    ['supervisor', false],
    ['presales', false],
  ] as const)('is set by a %s: %s', (post, may) => {
    expect(maySetMonthly(holding(post))).toBe(may);
  });
});

describe('the month in which a department begins', () => {
  test.each([
    ['2026-11-30', true],
    ['2026-12-01', true],
    ['2026-12-09', true],
    ['2026-12-10', false],
    ['2026-12-11', false],
    ['2026-12-31', false],
    [null, true],
  ])('begun on %s it owes the meeting of December: %s', (begun, owes) => {
    expect(owesMonthly('2026-12', begun)).toBe(owes);
    expect(owesMonthly('2027-01', begun)).toBe(true);
  });

  test.each([
    ['2026-12-10', undefined, 'open'],
    ['2026-12-11', undefined, 'unowed'],
    ['2026-12-11', { date: '2026-12-15', held: false }, 'unowed'],
    ['2026-12-15', { date: '2026-12-15', held: true }, 'held'],
  ] as const)('on %s, set to %o, it is %s', (today, set, state) => {
    expect(monthlyState('2026-12', today, set, false)).toBe(state);
    expect(isUnset('unowed', today, set)).toBe(set === undefined);
  });
});
