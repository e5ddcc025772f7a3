import { expect, test } from 'vitest';
import { parseMeetingLine } from '../../../src/features/meeting/line.ts';
import { HOUSE_SETTINGS } from '../../../src/kernel/settings.ts';

const TODAY = '2026-12-01'; // a Tuesday

const list = { what: 'list' };
const signIn = { what: 'signIn' };
const report = (yesterday: string, today: string, blockers: string) => ({
  what: 'report',
  report: { yesterday, today, blockers },
});
const monthly = { what: 'monthly', date: '2026-12-08', time: '14:00' };
const sheet = (date: string | null, kind: string | null) => ({ what: 'sheet', date, kind });
const amOrPm = (text: string, time: string) => ({
  code: 'meeting.amOrPm',
  params: { text, date: '2026-12-08', time },
});
const refused = (code: string, text?: string) => ({ code, params: text === undefined ? {} : { text } });

test.each([
  ['', list],
  ['   ', list],
  ['list', list],
  ['signin', signIn],
  ['Sign-in', signIn],
  ['sign in', signIn],
  ['签到', signIn],
  ['signin now', refused('meeting.badLine', 'signin now')],
  ['report', { what: 'reportForm' }],
  ['汇报', { what: 'reportForm' }],
  ['report a | b | c', report('a', 'b', 'c')],
  ['report a|b', report('a', 'b', '')],
  ['汇报 发货｜盘点｜无', report('发货', '盘点', '无')],
  ['汇报发货，入库 | 盘点', report('发货，入库', '盘点', '')],
  ['report | b | c', report('', 'b', 'c')],
  ['report a', refused('meeting.badReport')],
  ['report a | b | c | d', refused('meeting.badReport')],
  ['reports', refused('meeting.badLine', 'reports')],
  ['monthly', { what: 'monthlyForm' }],
  ['monthly 2026-12-08 14:00', monthly],
  ['monthly 12-8 14：00', monthly],
  ['月例会 12月8日 14点', monthly],
  ['月会 下周二 14点00分', monthly],
  ['monthly next tuesday 14:00', monthly],
  ['monthly tomorrow 9:05', { what: 'monthly', date: '2026-12-02', time: '09:05' }],
  ['monthly 2026-12-08', refused('meeting.badMonthly', '')],
  ['monthly 14:00', refused('meeting.badMonthly', '14:00')],
  ['monthly 2026-02-30 14:00', refused('meeting.badMonthly', '2026-02-30 14:00')],
  ['monthly 2026-12-08 24:00', refused('meeting.badMonthly', '24:00')],
  ['monthly 2026-12-08 14:60', refused('meeting.badMonthly', '14:60')],
  ['monthly 12-08 2 pm', monthly],
  ['monthly 12-08 2:00pm', monthly],
  ['monthly 12-08 at 2 p.m.', monthly],
  ['月例会 12月8日下午2点', monthly],
  ['月例会 12-08 14点', monthly],
  ['月例会 12.8 下午2点半', { what: 'monthly', date: '2026-12-08', time: '14:30' }],
  ['monthly 12-08 2 am', { what: 'monthly', date: '2026-12-08', time: '02:00' }],
  ['monthly 12-08 12 am', { what: 'monthly', date: '2026-12-08', time: '00:00' }],
  ['monthly 12-08 20:00', { what: 'monthly', date: '2026-12-08', time: '20:00' }],
  ['monthly 12-08 2:00', amOrPm('2:00', '02:00')],
  ['monthly 12-08 3点', amOrPm('3点', '03:00')],
  ['monthly 12-08 7:30', amOrPm('7:30', '07:30')],
  ['monthly 12-08 1', refused('meeting.badMonthly', '1')],
  ['monthly 12-08 25 pm', refused('meeting.badMonthly', '25 pm')],
  ['sheet', sheet(null, null)],
  ['sheet 周一', sheet('2026-11-30', null)],
  ['sheet monday', sheet('2026-11-30', null)],
  ['签到表 周二 早会', sheet('2026-12-01', 'morning')],
  ['sheet 11-30', sheet('2026-11-30', null)],
  ['sheet last friday', sheet('2026-11-27', null)],
  ['sheet 20261130', sheet('2026-11-30', null)],
  ['签到表', sheet(null, null)],
  ['sheet 2026-11-30', sheet('2026-11-30', null)],
  ['sheet weekly', sheet(null, 'weekly')],
  ['sheet 2026-11-30 weekly', sheet('2026-11-30', 'weekly')],
  ['sheet Wrap-up 2026-11-29', sheet('2026-11-29', 'wrapup')],
  ['签到表 今天 早会', sheet('2026-12-01', 'morning')],
  ['sheet yesterday', sheet('2026-11-30', null)],
  ['签到表 11月27日 早会', sheet('2026-11-27', 'morning')],
  ['sheet 2026-11-31', refused('meeting.badSheet', '2026-11-31')],
  ['sheet morning weekly', refused('meeting.badSheet', 'weekly')],
  ['move', refused('meeting.badLine', 'move')],
  ['<!channel>', refused('meeting.badLine', '<!channel>')],
])('/meeting %s', (text, expected) => {
  expect(parseMeetingLine(text, TODAY, HOUSE_SETTINGS.hours)).toEqual(expected);
});
