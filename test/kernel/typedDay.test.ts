/** Days as people type them, in both languages. */
import { describe, expect, test } from 'vitest';
import { dayAt, daysAt, dayWithin, parseDay, type Side } from '../../src/kernel/typedDay.ts';
import { timeWordAt } from '../../src/kernel/typedDayWord.ts';

describe('the day a person means, said on Tuesday 2026-11-24', () => {
  test.each([
    ['2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026.12.1', '2026-12-01'],
    ['２０２６－１２－０１', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['1999-05-05', '1999-05-05'],
    ['12-01', '2026-12-01'],
    ['12/1', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['12月1号', '2026-12-01'],
    ['11-24', '2026-11-24'],
    ['11/23', '2026-11-23'],
    ['1月5日', '2027-01-05'],
    ['today', '2026-11-24'],
    [' Tomorrow ', '2026-11-25'],
    ['day  after tomorrow', '2026-11-26'],
    ['今天', '2026-11-24'],
    ['明天', '2026-11-25'],
    ['后天', '2026-11-26'],
    ['大后天', '2026-11-27'],
    ['yesterday', '2026-11-23'],
    ['昨天', '2026-11-23'],
    ['前天', '2026-11-22'],
    ['wednesday', '2026-11-25'],
    ['Wed', '2026-11-25'],
    ['tuesday', '2026-12-01'],
    ['monday', '2026-11-30'],
    ['next friday', '2026-12-04'],
    ['周五', '2026-11-27'],
    ['星期二', '2026-12-01'],
    ['礼拜天', '2026-11-29'],
    ['下周一', '2026-11-30'],
    ['下周五', '2026-12-04'],
    ['下个星期日', '2026-12-06'],
    ['2026-02-30', undefined],
    ['0000-00-00', undefined],
    ['9999-12-31', undefined],
    ['31/02', undefined],
    ['2月30日', undefined],
    ['02-29', undefined],
    ['100000-01-01', undefined],
    ['2026/12-1', undefined],
    ['-1', undefined],
    ['constructor', undefined],
    ['somewhen', undefined],
    ['mondayish', undefined],
    ['', undefined],
    ['20261207', '2026-12-07'],
    ['２０２６１２０７', '2026-12-07'],
    ['12.7', '2026-12-07'],
    ['１２／７', '2026-12-07'],
    ['12 月 7 号', '2026-12-07'],
    ['Dec 7', '2026-12-07'],
    ['december 7th', '2026-12-07'],
    ['7 Dec', '2026-12-07'],
    ['tmr', '2026-11-25'],
    ['the day before yesterday', '2026-11-22'],
    ['大前天', '2026-11-21'],
    ['this friday', '2026-11-27'],
    ['本周一', '2026-11-23'],
    ['下下周一', '2026-12-07'],
    ['上周五', '2026-11-20'],
    ['last friday', '2026-11-20'],
    ['20261307', undefined],
    ['99999999', undefined],
    ['13.5', undefined],
    ['1207', undefined],
    ['sunshine', undefined],
    ["tomorrow's", undefined],
    ['一周', undefined],
  ])('%s', (said, date) => {
    expect(parseDay(said, '2026-11-24', 'ahead')).toBe(date);
  });
});

describe('the year that was not said is the nearest', () => {
  test.each([
    ['11-26', '2026-11-30', '2026-11-26'],
    ['01-05', '2026-12-20', '2027-01-05'],
    ['12月28日', '2027-01-04', '2026-12-28'],
    ['12-31', '2027-01-01', '2026-12-31'],
    ['1/1', '2026-12-31', '2027-01-01'],
    ['3.15', '2026-11-30', '2027-03-15'],
    ['9-1', '2026-11-30', '2026-09-01'],
    ['02-29', '2027-03-01', '2028-02-29'],
    ['02-29', '2025-06-01', '2024-02-29'],
    ['02-29', '2026-06-01', undefined],
  ])('%s said on %s', (said, today, date) => {
    expect(parseDay(said, today, 'ahead')).toBe(date);
    expect(parseDay(said, today, 'past')).toBe(date);
  });
});

test.each<[said: string, today: string, side: Side, date: string]>([
  ['周三', '2026-12-03', 'past', '2026-12-02'],
  ['周五', '2026-11-30', 'past', '2026-11-27'],
  ['周五', '2026-11-30', 'ahead', '2026-12-04'],
  ['thursday', '2026-12-03', 'past', '2026-12-03'],
  ['thu', '2026-12-03', 'ahead', '2026-12-10'],
  ['last friday', '2026-11-30', 'past', '2026-11-27'],
  ['last friday', '2026-11-28', 'past', '2026-11-27'],
  ['last friday', '2026-11-27', 'past', '2026-11-20'],
  ['上周五', '2026-11-28', 'past', '2026-11-20'],
  ['next sunday', '2026-11-29', 'ahead', '2026-12-06'],
  ['这周日', '2026-11-24', 'past', '2026-11-29'],
])('%s said on %s of what lies %s', (said, today, side, date) => {
  expect(parseDay(said, today, side)).toBe(date);
});

describe('a day that lies behind, said on Monday 2027-01-04', () => {
  test.each([
    ['十一月三号', '2026-11-03'],
    ['十一月三日', '2026-11-03'],
    ['十二月三十一', '2026-12-31'],
    ['11月三号', '2026-11-03'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['二零二六年十二月三十一号', '2026-12-31'],
    ['26年12月31日', '2026-12-31'],
    ['去年12月31日', '2026-12-31'],
    ['去年十二月三十一号', '2026-12-31'],
    ['今年1月2号', '2027-01-02'],
    ['31号', '2026-12-31'],
    ['三十一号', '2026-12-31'],
    ['31日', '2026-12-31'],
    ['4号', '2027-01-04'],
    ['5号', '2026-12-05'],
    ['the 31st', '2026-12-31'],
    ['32号', undefined],
    ['上个月31号', '2026-12-31'],
    ['上月三十一日', '2026-12-31'],
    ['上上个月31号', undefined],
    ['上上个月30号', '2026-11-30'],
    ['本月3号', '2027-01-03'],
    ['这个月三号', '2027-01-03'],
    ['last month 31', '2026-12-31'],
    ['last month on the 31st', '2026-12-31'],
    ['31st of last month', '2026-12-31'],
    ['this month 3rd', '2027-01-03'],
    ['三天前', '2027-01-01'],
    ['3天前', '2027-01-01'],
    ['两天以前', '2027-01-02'],
    ['十天前', '2026-12-25'],
    ['2 days ago', '2027-01-02'],
    ['three days ago', '2027-01-01'],
    ['a day ago', '2027-01-03'],
    ['last night', '2027-01-03'],
    ['元旦', '2027-01-01'],
    ['圣诞节', '2026-12-25'],
    ['双十一', '2026-11-11'],
    ['去年国庆节', '2026-10-01'],
    ['五一', '2026-05-01'],
    ['new year’s day', '2027-01-01'],
    ['christmas', '2026-12-25'],
    ['dec 31, 2026', '2026-12-31'],
    ['31 december 2026', '2026-12-31'],
    ['the 31st of december', '2026-12-31'],
    ['dec 31 last year', '2026-12-31'],
    ['三天后', undefined],
    ['in 2 days', undefined],
    ['十二月一直', undefined],
    ['12月3个客户', undefined],
    ['上周', undefined],
    ['last month', undefined],
    ['一个月前', undefined],
    ['三日', undefined],
    ['3日内', undefined],
    ['第3号', undefined],
  ])('%s', (said, date) => {
    expect(parseDay(said, '2027-01-04', 'past')).toBe(date);
  });
});

describe('the same days ahead, said on Tuesday 2026-11-24', () => {
  test.each([
    ['24号', '2026-11-24'],
    ['5号', '2026-12-05'],
    ['31号', '2026-12-31'],
    ['下个月5号', '2026-12-05'],
    ['next month 5th', '2026-12-05'],
    ['十二月七号', '2026-12-07'],
    ['元旦', '2027-01-01'],
    ['三天后', '2026-11-27'],
    ['3天后', '2026-11-27'],
    ['in 2 days', '2026-11-26'],
    ['two days from now', '2026-11-26'],
  ])('%s', (said, date) => {
    expect(parseDay(said, '2026-11-24', 'ahead')).toBe(date);
  });
});

describe('words of time that name no certain day', () => {
  test.each([
    ['上周 闲聊', 2],
    ['上个月没交报表', 3],
    ['上周末值班', 3],
    ['去年没有交', 2],
    ['几天前', 3],
    ['前几天 闲聊', 3],
    ['一个月前', 4],
    ['两周前', 3],
    ['12月没交报表', 3],
    ['十一月 没交', 3],
    ['十一月初', 4],
    ['国庆值班', 2],
    ['春节', 2],
    ['last week he left', 9],
    ['a few days ago', 14],
    ['two weeks ago', 13],
    ['the other day', 13],
    ['last weekend', 12],
    ['in november', 11],
    ['december', 8],
    ['on the 31st he left', 11],
    ['上周的报表没交', 0],
    ['12月以来', 0],
    ['may have been late', 0],
    ['marched out', 0],
    ['the 2nd time', 0],
    ['一个月没交', 0],
    ['今天', 0],
    ['last order was lost', 0],
  ])('%s', (text, length) => {
    expect(timeWordAt(text)).toBe(length);
  });
});

describe('where a day ends', () => {
  test.each([
    ['12-07年假', 5, '2026-12-07', 'figures'],
    ['明天上午', 2, '2026-11-25', 'word'],
    ['今天发烧了', 2, '2026-11-24', 'word'],
    ['12月7日至9日', 5, '2026-12-07', 'figures'],
    ['12-32 annual', 5, null, 'figures'],
    ['sat exam', 3, '2026-11-28', 'short'],
    ['monday is too late', 6, '2026-11-30', 'weekday'],
    ['三号仓库', 2, '2026-12-03', 'loose'],
  ])('%s', (text, length, date, form) => {
    expect(dayAt(text, '2026-11-24', 'ahead')).toEqual({ length, date, form });
  });
});

describe('several days', () => {
  test.each([
    ['12-07', ['2026-12-07', '2026-12-07', '']],
    ['12-07 off', ['2026-12-07', '2026-12-07', ' off']],
    ['12-07 12-09 off', ['2026-12-07', '2026-12-09', ' off']],
    ['12/7-8 off', ['2026-12-07', '2026-12-08', ' off']],
    ['12月七号到九号放假', ['2026-12-07', '2026-12-09', '放假']],
    ['7号到9号 off', ['2026-12-07', '2026-12-09', ' off']],
    ['12月7日至9日放假', ['2026-12-07', '2026-12-09', '放假']],
    ['12月30日～3日', ['2026-12-30', '2027-01-03', '']],
    ['2026-12-07 to 2027-01-02', ['2026-12-07', '2027-01-02', '']],
    ['monday to wednesday', ['2026-11-30', '2026-12-02', '']],
    ['下周一 下周二 盘点', ['2026-11-30', '2026-12-01', ' 盘点']],
    ['周五、下周一', ['2026-11-27', '2026-11-30', '']],
    ['12/7、12/8 and 12/9', ['2026-12-07', '2026-12-09', '']],
    ['12-07 100 boxes', ['2026-12-07', '2026-12-07', ' 100 boxes']],
    ['12-07 3 个客户', ['2026-12-07', '2026-12-07', ' 3 个客户']],
    ['2026-12-07(周一) 2026-12-09 (Wed) off', ['2026-12-07', '2026-12-09', ' off']],
    ['12-07 周一 盘点', ['2026-12-07', '2026-12-07', ' 盘点']],
  ])('%s', (text, [from = '', to = '', rest = '']) => {
    expect(daysAt(text, '2026-11-24', 'ahead')).toEqual({ length: text.length - rest.length, from, to });
  });

  test.each([
    ['12-32 off', { wrong: '12-32' }],
    ['2026-12-07(周二) off', { wrong: '2026-12-07(周二)' }],
    ['12-07 12-32', { wrong: '12-32' }],
    ['12-07 to 32', { wrong: '32' }],
    ['下周一 下周三', { apart: '下周一 下周三' }],
    ['12/7、12/9 off', { apart: '12/7、12/9' }],
    ['monday and friday', { apart: 'monday and friday' }],
  ])('%s', (text, wrong) => {
    expect(daysAt(text, '2026-11-24', 'ahead')).toEqual(wrong);
  });

  test('nothing', () => {
    expect(daysAt('off', '2026-11-24', 'ahead')).toBeUndefined();
  });
});

describe('the day a sentence speaks of, said on Tuesday 2026-11-24', () => {
  test.each([
    ['我明天想请假', '2026-11-25'],
    ["I'd like leave tomorrow", '2026-11-25'],
    ['下周一下午请假可以吗', '2026-11-30'],
    ['leave on friday please', '2026-11-27'],
    ['从12月1日起请假', '2026-12-01'],
    ['我5号想请假', '2026-12-05'],
    ['我是第3号，想请假', undefined],
    ['leave from 2026-12-01 on', '2026-12-01'],
    ['could I have the day off', undefined],
    ['order 2026120112 and leave', undefined],
    ['I sat down and want leave', undefined],
    ['我想请假', undefined],
  ])('%s', (text, date) => {
    expect(dayWithin(text, '2026-11-24', 'ahead')).toBe(date);
  });
});
