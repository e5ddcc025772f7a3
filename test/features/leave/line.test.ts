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
  return `${span.from} ${span.fromHalf} > ${span.to} ${span.toHalf} ${kind}${emergency ? '!' : ''} "${reason}"`;
}

describe('a leave in one line', () => {
  test.each([
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
])('%s', (text, expected) => {
  expect(read('/leave', text)).toBe(expected);
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
