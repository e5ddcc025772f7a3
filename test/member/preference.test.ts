import { describe, expect, it } from 'vitest';
import { EVERYTHING, judgePreference, quietUntil } from '../../src/member/preference.ts';
import { shanghai } from '../support/department.ts';

describe('quiet hours', () => {
  it.each([
    // from, to, at, over at
    ['22:00', '07:30', '2026-12-01T21:59', null],
    ['22:00', '07:30', '2026-12-01T22:00', '2026-12-02T07:30'],
    ['22:00', '07:30', '2026-12-01T23:59', '2026-12-02T07:30'],
    ['22:00', '07:30', '2026-12-02T00:00', '2026-12-02T07:30'],
    ['22:00', '07:30', '2026-12-02T07:29', '2026-12-02T07:30'],
    ['22:00', '07:30', '2026-12-02T07:30', null],
    ['12:00', '13:30', '2026-12-01T11:59', null],
    ['12:00', '13:30', '2026-12-01T12:00', '2026-12-01T13:30'],
    ['12:00', '13:30', '2026-12-01T13:30', null],
    ['18:00', '00:00', '2026-12-31T20:00', '2027-01-01T00:00'],
    ['00:00', '06:00', '2026-12-31T23:59', null],
  ])('%s to %s, at %s: until %s', (from, to, at, over) => {
    const until = quietUntil({ reminders: true, quiet: { from, to } }, shanghai(at), 'Asia/Shanghai');
    expect(until).toEqual(over === null ? null : shanghai(over));
  });

  it('without any it is never quiet', () => {
    expect(quietUntil(EVERYTHING, shanghai('2026-12-01T03:00'), 'Asia/Shanghai')).toBe(null);
  });

  it.each([
    [true, '', '', { reminders: true, quiet: null }],
    [false, '22:00', '07:30', { reminders: false, quiet: { from: '22:00', to: '07:30' } }],
    [true, '22:00', '', { code: 'preference.halfQuiet', params: { missing: 'to' } }],
    [true, '', '07:30', { code: 'preference.halfQuiet', params: { missing: 'from' } }],
    [true, '22:00', '22:00', { code: 'preference.noLength', params: { time: '22:00' } }],
  ])('reminders %s, %s to %s', (reminders, from, to, expected) => {
    expect(judgePreference(reminders, from, to)).toEqual(expected);
  });
});
