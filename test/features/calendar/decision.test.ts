import { describe, expect, it, test } from 'vitest';
import { datesOf, daysChanged, runsOf } from '../../../src/features/calendar/decision.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';

const overrides = new Map([
  ['2026-12-24', { working: false, note: '盘点' }],
  ['2026-12-26', { working: true, note: '' }],
]);
const calendar = calendarWith({ overrides });

const thursday = { working: false, kind: 'override', name: { 'zh-CN': '盘点', en: '盘点' }, provisional: false };
const friday = { working: true, kind: 'workday', provisional: false };
const saturday = { working: true, kind: 'override', provisional: false };
const sunday = { working: false, kind: 'weekend', provisional: false };

const already = (from: string, to: string, working: boolean) => ({
  code: 'calendar.already',
  params: { from, to, working },
});

describe('what a decision changes', () => {
  test.each([
    ['a working day off', '2026-12-23', '2026-12-23', false, '', ['2026-12-23']],
    ['a weekend worked', '2026-12-27', '2026-12-27', true, '', ['2026-12-27']],
    ['a weekend off', '2026-12-27', '2026-12-27', false, 'rest', already('2026-12-27', '2026-12-27', false)],
    ['a day already decided so', '2026-12-24', '2026-12-24', false, '', already('2026-12-24', '2026-12-24', false)],
    ['with the same note', '2026-12-24', '2026-12-24', false, '盘点', already('2026-12-24', '2026-12-24', false)],
    ['with another note', '2026-12-24', '2026-12-24', false, '团建', ['2026-12-24']],
    ['the other way', '2026-12-24', '2026-12-24', true, '', ['2026-12-24']],
    ['some days of several', '2026-12-24', '2026-12-27', false, '', ['2026-12-25', '2026-12-26']],
    ['a provisional day, which is then certain', '2050-01-01', '2050-01-01', false, '', ['2050-01-01']],
    ['back to the public calendar', '2026-12-23', '2026-12-27', null, '', ['2026-12-24', '2026-12-26']],
  ])('%s', (_, from, to, working, note, expected) => {
    expect(daysChanged({ from, to, working, note }, calendar, overrides)).toEqual(expected);
  });

  it('nothing, where nothing was decided', () => {
    const days = { from: '2026-12-28', to: '2026-12-29' };
    expect(daysChanged({ ...days, working: null, note: '' }, calendar, overrides)).toEqual({
      code: 'calendar.nothingToClear',
      params: days,
    });
  });
});

describe('runs', () => {
  it('are days in a row that are the same', () => {
    expect(runsOf(datesOf({ from: '2026-12-21', to: '2026-12-27' }), calendar)).toEqual([
      { from: '2026-12-21', to: '2026-12-23', day: friday },
      { from: '2026-12-24', to: '2026-12-24', day: thursday },
      { from: '2026-12-25', to: '2026-12-25', day: friday },
      { from: '2026-12-26', to: '2026-12-26', day: saturday },
      { from: '2026-12-27', to: '2026-12-27', day: sunday },
    ]);
  });

  it('end where days are left out', () => {
    expect(runsOf(['2026-12-21', '2026-12-23'], calendar).map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-21', '2026-12-21'],
      ['2026-12-23', '2026-12-23'],
    ]);
  });
});
