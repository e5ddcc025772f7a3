import { describe, expect, test } from 'vitest';
import { nextReminder } from '../../../src/features/approval/rules.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import type { Half } from '../../../src/features/calendar/span.ts';
import { termOf } from '../../../src/features/leave/expiry.ts';
import { civilOf, instantOf } from '../../../src/kernel/civil.ts';

const ZONE = 'Asia/Shanghai';
const setting = {
  calendar: calendarWith({ overrides: new Map([['2026-12-02', { working: false }]]) }),
  hours: { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] },
  zone: ZONE,
} as const;

function instant(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, time, ZONE);
}
function text(at: Date): string {
  const { date, time } = civilOf(at, ZONE);
  return `${date} ${time}`;
}
/** '2026-12-07 am - 2026-12-08 pm'. */
function spanOf(line: string) {
  const [from = '', fromHalf, , to = '', toHalf] = line.split(' ');
  return { from, fromHalf: fromHalf as Half, to, toHalf: toHalf as Half };
}

describe('until when leave may be decided', () => {
  test.each([
    ['2026-12-01 am - 2026-12-01 pm', '2026-12-01 08:00', '2026-11-30 17:30'],
    ['2026-12-01 pm - 2026-12-01 pm', '2026-12-01 13:30', '2026-11-30 17:30'],
    ['2026-12-05 am - 2026-12-07 pm', '2026-12-07 08:00', '2026-12-04 17:30'],
    ['2026-12-05 pm - 2026-12-07 pm', '2026-12-07 08:00', '2026-12-04 17:30'],
    ['2026-12-02 am - 2026-12-04 pm', '2026-12-03 08:00', '2026-12-01 17:30'],
    ['2026-12-03 am - 2026-12-03 am', '2026-12-03 08:00', '2026-12-01 17:30'],
    ['2026-12-31 am - 2027-01-04 pm', '2026-12-31 08:00', '2026-12-30 17:30'],
  ])('%s: %s, reminded of %s', (line, at, evening) => {
    const term = termOf({ span: spanOf(line), emergency: false }, setting);
    expect([term && text(term.at), term?.reminders.map(text)]).toEqual([at, [evening]]);
  });

  test.each([
    ['2026-12-01 am - 2026-12-01 am', '2026-12-01 12:00', ['2026-11-30 17:30', '2026-12-01 11:00']],
    ['2026-12-01 pm - 2026-12-03 pm', '2026-12-03 17:30', ['2026-11-30 17:30', '2026-12-03 16:30']],
  ])('an emergency %s: %s', (line, at, reminders) => {
    const term = termOf({ span: spanOf(line), emergency: true }, setting);
    expect([term && text(term.at), term?.reminders.map(text)]).toEqual([at, reminders]);
  });

  test('nothing of it is worked', () => {
    expect(termOf({ span: spanOf('2026-12-05 am - 2026-12-06 pm'), emergency: false }, setting)).toBeNull();
  });
});

describe('the next reminder', () => {
  const own = { requestedAt: instant('2026-12-01 10:00'), remindAt: instant('2026-12-03 09:00') };
  const term = (at: string, ...reminders: string[]) => ({ at: instant(at), reminders: reminders.map(instant) });
  test.each([
    ['its own, without a term', null, '2026-12-01 10:00', '2026-12-03 09:00'],
    ['none after its own', null, '2026-12-03 09:00', null],
    ['the evening before', term('2026-12-03 08:00', '2026-12-01 17:30'), '2026-12-01 10:00', '2026-12-01 17:30'],
    ['not its own where the evening was since', term('2026-12-03 13:30', '2026-12-01 17:30'), '2026-12-01 17:30', null],
    [
      'its own first, the evening later',
      term('2026-12-08 08:00', '2026-12-07 17:30'),
      '2026-12-01 10:00',
      '2026-12-03 09:00',
    ],
    ['then the evening', term('2026-12-08 08:00', '2026-12-07 17:30'), '2026-12-03 09:00', '2026-12-07 17:30'],
    ['nothing past the term', term('2026-12-01 12:00', '2026-11-30 17:30'), '2026-12-01 10:00', null],
    [
      'its own where the evening was before the request',
      term('2026-12-03 17:30', '2026-11-30 17:30', '2026-12-03 16:30'),
      '2026-12-01 10:00',
      '2026-12-03 09:00',
    ],
  ])('%s', (_what, given, after, next) => {
    const found = nextReminder(own, given, instant(after));
    expect(found && text(found)).toBe(next);
  });
});
