import { validateMessage } from '@tiaoli/block-kit';
import { expect, it } from 'vitest';
import { datesOf, runsOf } from '../../../src/features/calendar/decision.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import { calendarDrawings, calendarSaid, decidedSaid } from '../../../src/features/calendar/views.ts';
import { readerOf } from '../../support/speech.ts';

const month = { from: '2027-01-01', to: '2027-01-31' };
const dates = datesOf(month);
// The longest notes, of signs that are written as several, no two days the same.
const overrides = new Map(dates.map(date => [date, { working: true, note: `${date}${'<'.repeat(90)}` }]));
const runs = runsOf(dates, calendarWith({ overrides }));

it.each(['zh-CN', 'en'] as const)('a month of the longest notes fits, in %s', locale => {
  const reader = readerOf(locale, 'Asia/Shanghai');
  const page = { ...month, runs, workdays: 31, daysOff: 0 };
  const said = [
    calendarSaid(page, true, reader),
    decidedSaid(page, reader),
    calendarDrawings['calendar.changed']({ by: 'U1', runs }, reader),
  ];
  for (const message of said) {
    expect(validateMessage(message)).toEqual([]);
    for (const date of dates) expect(JSON.stringify(message.blocks)).toContain(date);
  }
});
