import { describe, expect, test } from 'vitest';
import { LEAVE_KINDS } from '../../../src/features/leave/kind.ts';
import { parseLeaveLine } from '../../../src/features/leave/line.ts';

const TODAY = '2026-11-24';

/** A request as one line: 'from half > to half kind! "reason"', with ! for an emergency. */
function read(command: '/leave' | '/trip', text: string): string {
  const line = parseLeaveLine(command, text, TODAY);
  if ('code' in line) return `${line.code} ${JSON.stringify(line.params)}`;
  if (line.what !== 'request') return JSON.stringify(line);
  const { span, kind, emergency, reason } = line.request;
  const lasting = line.lasting === undefined ? '' : ` ${line.lasting} half days`;
  return `${span.from} ${span.fromHalf} > ${span.to} ${span.toHalf} ${kind}${emergency ? '!' : ''}${lasting} "${reason}"`;
}

describe('a leave in one line', () => {
  test.each([
    ['5号到7号 年假 回家', '2026-12-05 am > 2026-12-07 pm annual "回家"'],
    ['12月七号到九号 年假 回家', '2026-12-07 am > 2026-12-09 pm annual "回家"'],
    ['十二月七号上午 事假 搬家', '2026-12-07 am > 2026-12-07 am personal "搬家"'],
    ['三天后 年假 回家', '2026-11-27 am > 2026-11-27 pm annual "回家"'],
    ['in 2 days annual family', '2026-11-26 am > 2026-11-26 pm annual "family"'],
    ['3 days ago sick fever', '2026-11-21 am > 2026-11-21 pm sick "fever"'],
    ['元旦 年假 回家', '2027-01-01 am > 2027-01-01 pm annual "回家"'],
    ['2026-12-01 2026-12-02 annual family', '2026-12-01 am > 2026-12-02 pm annual "family"'],
    ['2026-12-01 annual family', '2026-12-01 am > 2026-12-01 pm annual "family"'],
    ['tomorrow am sick', '2026-11-25 am > 2026-11-25 am sick ""'],
    ['tomorrow sick pm', '2026-11-25 pm > 2026-11-25 pm sick ""'],
    ['明天 上午 病假 发烧', '2026-11-25 am > 2026-11-25 am sick "发烧"'],
    ['明天上午病假，发烧，去医院', '2026-11-25 am > 2026-11-25 am sick "发烧，去医院"'],
    ['今天下午 紧急 病假 发烧', '2026-11-24 pm > 2026-11-24 pm sick! "发烧"'],
    ['今天下午紧急病假发烧', '2026-11-24 pm > 2026-11-24 pm sick! "发烧"'],
    ['today pm sick emergency fever', '2026-11-24 pm > 2026-11-24 pm sick! "fever"'],
    ['emergency personal today pm burst pipe', '2026-11-24 pm > 2026-11-24 pm personal! "burst pipe"'],
    ['12-01 pm to 12-03 am annual trip home', '2026-12-01 pm > 2026-12-03 am annual "trip home"'],
    ['12月1日下午到12月3日上午 事假 搬家', '2026-12-01 pm > 2026-12-03 am personal "搬家"'],
    ['12/1-12/3 年假 回家', '2026-12-01 am > 2026-12-03 pm annual "回家"'],
    ['2026-12-01~2026-12-03 调休 回家', '2026-12-01 am > 2026-12-03 pm compensatory "回家"'],
    ['２０２６－１２－０１　年假　回家', '2026-12-01 am > 2026-12-01 pm annual "回家"'],
    ['day after tomorrow annual dentist', '2026-11-26 am > 2026-11-26 pm annual "dentist"'],
    ['next friday annual leave dentist', '2026-12-04 am > 2026-12-04 pm annual "dentist"'],
    ['friday until monday annual wedding', '2026-11-27 am > 2026-11-30 pm annual "wedding"'],
    ['monday to tuesday annual wedding', '2026-11-30 am > 2026-12-01 pm annual "wedding"'],
    ['friday to tuesday annual wedding', '2026-11-27 am > 2026-12-01 pm annual "wedding"'],
    ['下周三到周一 年假 回家', '2026-12-02 am > 2026-12-07 pm annual "回家"'],
    ['下周一 到 下周三 陪产假 孩子出生', '2026-11-30 am > 2026-12-02 pm paternity "孩子出生"'],
    ['tomorrow am to pm personal bank', '2026-11-25 am > 2026-11-25 pm personal "bank"'],
    ['tomorrow all day personal bank', '2026-11-25 am > 2026-11-25 pm personal "bank"'],
    ['tomorrow personal monday is too late', '2026-11-25 am > 2026-11-25 pm personal "monday is too late"'],
    ['sick tomorrow 2026-11-26 flu', '2026-11-25 am > 2026-11-26 pm sick "flu"'],
    ['tomorrow personal 2026 tax papers', '2026-11-25 am > 2026-11-25 pm personal "2026 tax papers"'],
    ['TOMORROW AM SICK', '2026-11-25 am > 2026-11-25 am sick ""'],
    ['tomorrow annual line one\nline two', '2026-11-25 am > 2026-11-25 pm annual "line one\nline two"'],
    ['1999-05-05 annual past', '1999-05-05 am > 1999-05-05 pm annual "past"'],
    ['12-03 12-01 annual backwards', '2026-12-03 am > 2026-12-01 pm annual "backwards"'],
    ['12-01 出差 拜访客户', '2026-12-01 am > 2026-12-01 pm trip "拜访客户"'],
  ])('%s', (text, expected) => {
    expect(read('/leave', text)).toBe(expected);
  });

  test.each([
    ['2026-12-01 2026-12-03 拜访客户', '2026-12-01 am > 2026-12-03 pm trip "拜访客户"'],
    ['tomorrow visit the sick', '2026-11-25 am > 2026-11-25 pm trip "visit the sick"'],
    ['明天 出差 上海', '2026-11-25 am > 2026-11-25 pm trip "出差 上海"'],
  ])('/trip %s', (text, expected) => {
    expect(read('/trip', text)).toBe(expected);
  });

  test.each(LEAVE_KINDS)('every kind has a word: %s', kind => {
    expect(read('/leave', `2026-12-01 ${kind} because`)).toBe(`2026-12-01 am > 2026-12-01 pm ${kind} "because"`);
  });
});

test.each([
  ['', '{"what":"form"}'],
  ['  ', '{"what":"form"}'],
  ['list', '{"what":"list"}'],
  ['列表', '{"what":"list"}'],
  ['cancel 17', '{"what":"cancel","id":17}'],
  ['取消 #17', '{"what":"cancel","id":17}'],
  ['撤回17', '{"what":"cancel","id":17}'],
  ['取消 第 17 号', '{"what":"cancel","id":17}'],
  ['cancel No. 17', '{"what":"cancel","id":17}'],
  ['cancel ＃１７', '{"what":"cancel","id":17}'],
])('%s', (text, expected) => {
  expect(read('/leave', text)).toBe(expected);
});

describe('days, halves and quantities where they stand', () => {
  test.each([
    ['12月7日至9日 年假', '2026-12-07 am > 2026-12-09 pm annual ""'],
    ['12/7-8 年假', '2026-12-07 am > 2026-12-08 pm annual ""'],
    ['12.7 年假', '2026-12-07 am > 2026-12-07 pm annual ""'],
    ['20261207 年假', '2026-12-07 am > 2026-12-07 pm annual ""'],
    ['１２．７ 年假', '2026-12-07 am > 2026-12-07 pm annual ""'],
    ['12-07(周一) 年假 回家', '2026-12-07 am > 2026-12-07 pm annual "回家"'],
    ['2026-12-07 (Mon) annual home', '2026-12-07 am > 2026-12-07 pm annual "home"'],
    ['Dec 7 to Dec 9 annual home', '2026-12-07 am > 2026-12-09 pm annual "home"'],
    ['12月30日～3日 年假 回家', '2026-12-30 am > 2027-01-03 pm annual "回家"'],
    ['01-05 年假 回家', '2027-01-05 am > 2027-01-05 pm annual "回家"'],
    ['11-23 年假 回家', '2026-11-23 am > 2026-11-23 pm annual "回家"'],
    ['12-07 年假 12-09', '2026-12-07 am > 2026-12-09 pm annual ""'],
    ['12-07 annual to 12-09 home', '2026-12-07 am > 2026-12-09 pm annual "home"'],
    ['下周一 下周二 事假 搬家', '2026-11-30 am > 2026-12-01 pm personal "搬家"'],
    ['事假 下周一、下周二 搬家', '2026-11-30 am > 2026-12-01 pm personal "搬家"'],
    ['下周一下周二事假搬家', '2026-11-30 am > 2026-12-01 pm personal "搬家"'],
    ['周五 下周一 事假 搬家', '2026-11-27 am > 2026-11-30 pm personal "搬家"'],
    ['12-07、12-08、12-09 年假 回家', '2026-12-07 am > 2026-12-09 pm annual "回家"'],
    ['tomorrow and thursday personal moving', '2026-11-25 am > 2026-11-26 pm personal "moving"'],
    ['mon tue personal moving', '2026-11-30 am > 2026-12-01 pm personal "moving"'],
    ['下午 明天 病假', '2026-11-25 pm > 2026-11-25 pm sick ""'],
    ['明天 上午 下午 事假 搬家', '2026-11-25 am > 2026-11-25 pm personal "搬家"'],
    ['12-07 年假3天 回家', '2026-12-07 am > 2026-12-07 pm annual 6 half days "回家"'],
    ['12-07年假三天', '2026-12-07 am > 2026-12-07 pm annual 6 half days ""'],
    ['12-07 3 days annual home', '2026-12-07 am > 2026-12-07 pm annual 6 half days "home"'],
    ['12-07 pm annual for two days home', '2026-12-07 pm > 2026-12-07 pm annual 4 half days "home"'],
    ['12-07 一天半 事假 搬家', '2026-12-07 am > 2026-12-07 pm personal 3 half days "搬家"'],
    ['12-07 1.5天 事假 搬家', '2026-12-07 am > 2026-12-07 pm personal 3 half days "搬家"'],
    ['12-07 至 12-09 年假 3天', '2026-12-07 am > 2026-12-09 pm annual 6 half days ""'],
    ['12-07 年假1天', '2026-12-07 am > 2026-12-07 pm annual ""'],
    ['12-07 上午 年假半天', '2026-12-07 am > 2026-12-07 am annual ""'],
    ['half a day tomorrow pm personal bank', '2026-11-25 pm > 2026-11-25 pm personal "bank"'],
  ])('%s', (text, expected) => {
    expect(read('/leave', text)).toBe(expected);
  });

  test.each([
    ['12-14 3天', '2026-12-14 am > 2026-12-16 pm trip ""'],
    ['12-14 3天 上海', '2026-12-14 am > 2026-12-16 pm trip "上海"'],
    ['12-18 pm 2 days Shanghai', '2026-12-18 pm > 2026-12-20 am trip "Shanghai"'],
    ['tomorrow to Shanghai', '2026-11-25 am > 2026-11-25 pm trip "to Shanghai"'],
    ['mon tue Shanghai', '2026-11-30 am > 2026-12-01 pm trip "Shanghai"'],
  ])('/trip %s', (text, expected) => {
    expect(read('/trip', text)).toBe(expected);
  });
});

describe('words of the reason', () => {
  test.each([
    ['personal tomorrow sat exam', '2026-11-25 am > 2026-11-25 pm personal "sat exam"'],
    ['sick tomorrow sun stroke', '2026-11-25 am > 2026-11-25 pm sick "sun stroke"'],
    ['sick tomorrow morning sickness', '2026-11-25 am > 2026-11-25 pm sick "morning sickness"'],
    ['personal tomorrow urgent bank matter', '2026-11-25 am > 2026-11-25 pm personal "urgent bank matter"'],
    ['病假 明天 今天发烧了', '2026-11-25 am > 2026-11-25 pm sick "今天发烧了"'],
    ['病假 明天 昨天起发烧', '2026-11-25 am > 2026-11-25 pm sick "昨天起发烧"'],
    ['sick tomorrow today I have a fever', '2026-11-25 am > 2026-11-25 pm sick "today I have a fever"'],
    ['personal tomorrow wed my cousin', '2026-11-25 am > 2026-11-25 pm personal "wed my cousin"'],
    ['病假 明天 3天没睡好', '2026-11-25 am > 2026-11-25 pm sick "3天没睡好"'],
    ['sick tomorrow may be flu', '2026-11-25 am > 2026-11-25 pm sick "may be flu"'],
    ['明天 事假 到银行办事', '2026-11-25 am > 2026-11-25 pm personal "到银行办事"'],
    ['tomorrow personal to see 2 banks', '2026-11-25 am > 2026-11-25 pm personal "to see 2 banks"'],
    ['today urgent personal burst pipe', '2026-11-24 am > 2026-11-24 pm personal! "burst pipe"'],
    ['personal today urgent', '2026-11-24 am > 2026-11-24 pm personal! ""'],
  ])('%s', (text, expected) => {
    expect(read('/leave', text)).toBe(expected);
  });
});

describe('what is asked about', () => {
  test.each([
    ['12-07 事假2小时', 'leave.hours', { text: '2小时' }],
    ['tomorrow 30 minutes personal bank', 'leave.hours', { text: '30 minutes' }],
    ['12-07 1.3天 事假', 'leave.hours', { text: '1.3天' }],
    ['12-07 年假半天', 'leave.whichHalf', { text: '半天', date: '2026-12-07' }],
    ['tomorrow half day sick', 'leave.whichHalf', { text: 'half day', date: '2026-11-25' }],
    ['annual to 12-09', 'leave.firstDayMissing', { text: 'to 12-09' }],
    ['到12月9日 年假', 'leave.firstDayMissing', { text: '到12月9日' }],
    ['下周一 下周三 事假 搬家', 'leave.whichDays', { text: '下周三' }],
    ['12-07、12-09 年假', 'leave.whichDays', { text: '12-09' }],
    ['monday and friday annual home', 'leave.whichDays', { text: 'friday' }],
    ['12-07 年假 下周二', 'leave.notUsed', { text: '下周二' }],
    ['sick tomorrow sun', 'leave.notUsed', { text: 'sun' }],
    ['12-07 上午 年假 上午', 'leave.notUsed', { text: '上午' }],
    ['12-07 年假 2天 3天', 'leave.notUsed', { text: '3天' }],
    ['12-07 回家 年假', 'leave.kindBehind', { text: '回家', kind: '年假' }],
    ['tomorrow dentist sick', 'leave.kindBehind', { text: 'dentist', kind: 'sick' }],
    ['12-07(周二) 年假', 'leave.noSuchDate', { text: '12-07(周二)' }],
    ['12-07 至 32日 年假', 'leave.noSuchDate', { text: '32日' }],
  ])('%s', (text, code, params) => {
    expect(parseLeaveLine('/leave', text, TODAY)).toEqual({ code, params: { command: '/leave', ...params } });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['sick', 'leave.lineWithoutDate', { text: '' }],
    ['sick somewhen', 'leave.lineWithoutDate', { text: 'somewhen' }],
    ['hello', 'leave.lineWithoutDate', { text: 'hello' }],
    ['tomorrow headache', 'leave.lineWithoutKind', { text: 'headache' }],
    ['2026-12-01 2026-12-02', 'leave.lineWithoutKind', { text: '' }],
    ['cancel', 'leave.lineWithoutId', { text: '' }],
    ['cancel all', 'leave.lineWithoutId', { text: 'all' }],
    ['cancel 0', 'leave.lineWithoutId', { text: '0' }],
    ['cancel 99999999999999999999', 'leave.lineWithoutId', { text: '99999999999999999999' }],
  ])('%s', (text, code, params) => {
    expect(parseLeaveLine('/leave', text, TODAY)).toEqual({ code, params: { command: '/leave', ...params } });
  });

  test.each([
    ['2026-02-30 annual x', '2026-02-30'],
    ['0000-00-00 annual x', '0000-00-00'],
    ['9999-12-31 annual x', '9999-12-31'],
    ['31/02 annual x', '31/02'],
    ['100000-01-01 annual x', '100000-01-01'],
    ['2026-12-01 2026-12-32 annual x', '2026-12-32'],
  ])('%s', (text, date) => {
    expect(parseLeaveLine('/leave', text, TODAY)).toEqual({
      code: 'leave.noSuchDate',
      params: { command: '/leave', text: date },
    });
  });
});

test.each([
  ['form 2026-12-01', '2026-12-01'],
  ['表单 2026-12-01', '2026-12-01'],
])('the form with a day: %s', (text, from) => {
  expect(parseLeaveLine('/leave', text, TODAY)).toEqual({ what: 'form', from });
  expect(parseLeaveLine('/trip', text, TODAY)).toEqual({ what: 'form', from });
});
