import { expect, test } from 'vitest';
import { parseCalendarLine } from '../../../src/features/calendar/line.ts';

const today = '2026-12-01';
const look = (from: string, to = from) => ({ what: 'look', from, to });
const decide = (working: boolean | null, from: string, to = from, note = '') => ({
  what: 'decide',
  from,
  to,
  working,
  note,
});
const none = (text: string) => ({ code: 'calendar.noSuchDate', params: { text } });

test.each([
  ['', look('2026-12-01', '2026-12-14')],
  ['2027-02', look('2027-02-01', '2027-02-28')],
  ['2027/2', look('2027-02-01', '2027-02-28')],
  ['2028年2月', look('2028-02-01', '2028-02-29')],
  ['2月', look('2027-02-01', '2027-02-28')],
  ['12月', look('2026-12-01', '2026-12-31')],
  ['11月', look('2027-11-01', '2027-11-30')],
  ['2100-12', look('2100-12-01', '2100-12-31')],
  ['2026-12-31', look('2026-12-31')],
  ['tomorrow', look('2026-12-02')],
  ['2026-12-01 2026-12-31', look('2026-12-01', '2026-12-31')],
  ['2026-12-31 off', decide(false, '2026-12-31')],
  ['2026-12-31 OFF 盘点，放假', decide(false, '2026-12-31', '2026-12-31', '盘点，放假')],
  ['２０２６－１２－３１　休息　盘点', decide(false, '2026-12-31', '2026-12-31', '盘点')],
  ['明天 放假', decide(false, '2026-12-02')],
  ['2026-12-26 work 大促', decide(true, '2026-12-26', '2026-12-26', '大促')],
  ['12月26日 上班', decide(true, '2026-12-26')],
  ['2027-02-05 2027-02-12 off Spring Festival', decide(false, '2027-02-05', '2027-02-12', 'Spring Festival')],
  ['2026-12-31 clear 随便', decide(null, '2026-12-31')],
  ['12/7-8 off', decide(false, '2026-12-07', '2026-12-08')],
  ['12月7日至9日 放假 盘点', decide(false, '2026-12-07', '2026-12-09', '盘点')],
  ['12月7日放假', decide(false, '2026-12-07')],
  ['20261207 off', decide(false, '2026-12-07')],
  ['12.7 off', decide(false, '2026-12-07')],
  ['周五、周六 上班', decide(true, '2026-12-04', '2026-12-05')],
  ['day after tomorrow off', decide(false, '2026-12-03')],
  ['next monday off', decide(false, '2026-12-07')],
  ['2026-12-07(周一) 休', decide(false, '2026-12-07')],
  ['11-26 off', decide(false, '2026-11-26')],
  ['01-05 off', decide(false, '2027-01-05')],
  ['周五、周日 休', { code: 'calendar.apart', params: { text: '周五、周日' } }],
  ['12-07 to 32 off', none('32')],
  ['2026-12-31 恢复', decide(null, '2026-12-31')],
  ['2026-10-31 off', decide(false, '2026-10-31')],
  ['2028-12-31 off', decide(false, '2028-12-31')],
  ['2026-10-30 off', { code: 'calendar.tooLongAgo', params: { date: '2026-10-30', oldest: '2026-10-31' } }],
  ['2029-01-01 off', { code: 'calendar.tooFarAhead', params: { date: '2029-01-01', latest: '2028-12-31' } }],
  ['2026-02-30', none('2026-02-30')],
  ['2026-02-30 off', none('2026-02-30')],
  ['0000-00-00', none('0000-00-00')],
  ['9999-12-31 off', none('9999-12-31')],
  ['31/02 off', none('31/02')],
  ['100000-01-01 off', none('100000-01-01')],
  ['2027-13', none('2027-13')],
  ['2026-12-31 2026-13-01 off', none('2026-13-01')],
  ['nonsense', none('nonsense')],
  ['2026-12-31 maybe', { code: 'calendar.badWord', params: { text: 'maybe' } }],
  ['2026-12-31 constructor', { code: 'calendar.badWord', params: { text: 'constructor' } }],
  ['2026-12-31 2026-12-30 off', { code: 'calendar.backwards', params: { from: '2026-12-31', to: '2026-12-30' } }],
  ['2026-12-01 2027-01-01 off', { code: 'calendar.tooManyDays', params: { days: 32, most: 31 } }],
  [`2026-12-31 off ${'字'.repeat(101)}`, { code: 'calendar.noteTooLong', params: { length: 101, most: 100 } }],
])('%j', (line, expected) => {
  expect(parseCalendarLine(line, today)).toEqual(expected);
});
