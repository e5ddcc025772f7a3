import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameBefore } from '../../../support/cameBefore.ts';
import { type Department, openDepartment } from '../../../support/department.ts';
import { shown } from '../../../support/shown.ts';

let department: Department;

async function posted(channel: string): Promise<string[]> {
  const messages = await department.as('manager').messages(channel);
  return messages
    .filter(({ ephemeral }) => !ephemeral)
    .map(shown)
    .filter(isOfMeetings);
}

/** Attendance speaks in the same places. */
function isOfMeetings(text: string): boolean {
  return !/打卡|punch/i.test(text);
}

/** The cards about the monthly meeting in somebody's direct messages. */
async function asked(user: string): Promise<string[]> {
  const messages = await department.as(user).messages();
  return messages.map(shown).filter(isOfMeetings);
}

describe('the monthly meeting of December', () => {
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T08:30' });
    await cameBefore(department.application.office);
  });
  afterAll(() => department.close());

  const ask =
    ':calendar: 请确定 2026 年 12 月月例会的日期和时间，最晚 2026-12-10(周四) 召开（2.4）。\n[确定日期和时间]\n定下来之前，每个工作日都会再问一次。';

  it('is asked of the manager and the deputy on each working day until it is set', async () => {
    await department.travel('2026-12-01T09:00');
    for (const leader of ['manager', 'deputy']) expect(await asked(leader)).toEqual([ask]);
    for (const other of ['president', 'assistant', 'supervisor']) expect(await asked(other)).toEqual([]);
    await department.travel('2026-12-02T09:00');
    expect(await asked('manager')).toEqual([ask, ask]);
  });

  it('is set with the form, on or before the 10th', async () => {
    const manager = department.as('manager');
    await manager.press('meeting.setMonthly');
    expect(shown(await manager.view())).toBe(
      '2026 年 12 月的月例会还没有定时间，最晚 2026-12-10(周四) 召开（2.4）。\n日期\n时间',
    );
    const time = { 'meeting.monthlyTime': '14:00' };
    expect((await manager.submit({ ...time, 'meeting.monthlyDate': '2026-12-11' })).errors).toEqual({
      'meeting.monthlyDate': '2026-12-11 太晚了：月例会要在 10 日或之前召开（2.4），最晚可以定在 2026-12-10。',
    });
    expect((await manager.submit({ ...time, 'meeting.monthlyDate': '2026-12-01' })).errors).toEqual({
      'meeting.monthlyDate': '2026-12-01 14:00 已经过去，请写一个还没到的时间，例如 /meeting 月例会 2027-01-08 14:00。',
    });
    await manager.submit({ ...time, 'meeting.monthlyDate': '2026-12-06' });
    expect(shown(await manager.view())).toBe(
      ':white_check_mark: 2026 年 12 月的月例会定在 2026-12-06(周日) 14:00（<@UMANAGER> 定）。已通知全部门。\n提醒：这一天不是工作日。',
    );
    expect((await posted('department')).at(-1)).toBe(
      ':calendar: 2026 年 12 月的月例会定在 2026-12-06(周日) 14:00（<@UMANAGER> 定）。\n请准备：上月工作回顾，主要问题分析（2.4）。',
    );
    const done = ':white_check_mark: 2026 年 12 月的月例会定在 2026-12-06(周日) 14:00（<@UMANAGER> 定）。';
    expect(await asked('manager')).toEqual([done, done]);
    expect(await asked('deputy')).toEqual([done, done]);
  });

  it('is moved in one line, and the department is told', async () => {
    const deputy = department.as('deputy');
    const line = '/meeting monthly 今天 14:30';
    expect(await deputy.command(line)).toBe(
      ':white_check_mark: 2026 年 12 月的月例会定在 2026-12-02(周三) 14:30（<@UDEPUTY> 定）。已通知全部门。',
    );
    expect(await deputy.command(line)).toBe(
      '2026 年 12 月的月例会已由 <@UDEPUTY> 定在 2026-12-02 14:30。要改期请写新的时间，例如 `/meeting 月例会 2027-01-08 14:00`。',
    );
    expect(await deputy.command('/meeting monthly 2027-02-01 14:00')).toBe(
      '2027-02-01 太远了：现在只能定本月和下个月的月例会，最晚可以定在 2027-01-10。',
    );
    expect((await posted('department')).filter(text => text.startsWith(':calendar:')).slice(1)).toEqual([
      ':calendar: 2026 年 12 月的月例会改期：原定 2026-12-06(周日) 14:00，改到 2026-12-02(周三) 14:30（<@UDEPUTY> 定）。\n请准备：上月工作回顾，主要问题分析（2.4）。',
    ]);
    const before = await posted('department');
    for (const other of ['president', 'supervisor', 'presales1']) {
      await department.as(other).command('/meeting monthly 2026-12-09 14:00');
      await department.as(other).command('/meeting monthly');
      expect(await department.as(other).view()).toBeNull();
    }
    expect(await posted('department')).toEqual(before);
  });

  it('is reminded of, opened and closed like the others', async () => {
    await department.travel('2026-12-02T14:30');
    expect((await posted('department')).slice(-1)).toEqual([
      '月例会签到 · 2026-12-02(周三) 14:30\n14:30 前（含 14:30）签到算准时，之后算迟到；14:40 截止。\n已签到 *0* 人，还差 *13* 人\n还没有人签到。\n[签到]',
    ]);
    await department.as('clerk1').press('meeting.signIn', { channel: 'department' });
    await department.travel('2026-12-02T14:40');
    expect((await posted('department')).at(-1)).toContain(
      '月例会签到 · 2026-12-02(周三) 14:30\n应到 *13* 人：准时 *1*',
    );
    expect(await department.as('manager').command('/meeting monthly 2026-12-09 14:00')).toBe(
      '2026 年 12 月的月例会已在 2026-12-02 召开，不用再定。',
    );
    expect(await department.as('clerk1').command('/meeting')).toContain(
      '2026-12-02(周三)\n08:00 早会 · 已结束 · 我：缺席\n14:30 月例会 · 已结束 · 我：准时',
    );
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('the monthly meeting of January, in an English department', () => {
  beforeAll(async () => {
    department = await openDepartment({ at: '2027-01-09T20:30', environment: { DEPARTMENT_LOCALE: 'en' } });
    for (const user of ['manager', 'deputy']) await department.as(user).locale('en-US');
  });
  afterAll(() => department.close());

  it('is overdue on the 11th: the leaders are told and it is asked for again', async () => {
    await department.travel('2027-01-11T09:00');
    expect((await posted('leaders')).at(-1)).toBe(
      ':warning: The monthly meeting of January 2027 is overdue: it was not held by the 10th (2.4) and has no new date.\nThe manager and the deputy have been asked to set a time.',
    );
    expect((await asked('deputy')).at(-1)).toBe(
      ':calendar: The monthly meeting of January 2027 is overdue (2.4). Please set a date and time within this month soon.\n[Set date and time]\nYou will be asked again every working day until it is set.',
    );
    expect(await department.as('manager').command('/meeting')).toMatch(
      /\n:warning: The monthly meeting of January 2027 is overdue: it was not held by the 10th \(2\.4\) and has no new date\.$/,
    );
  });

  it('is then accepted on any later day of the month and stays overdue', async () => {
    const manager = department.as('manager');
    expect(await manager.command('/meeting monthly 2027-02-11 10:00')).toBe(
      '2027-02-11 is too late: the monthly meeting is held on or before the 10th (2.4). The last possible day is 2027-02-10.',
    );
    expect(await manager.command('/meeting monthly 2027-01-11 14:00')).toBe(
      ':white_check_mark: The monthly meeting of January 2027 is overdue (2.4) and now on 2027-01-11 (Mon) 14:00 (set by <@UMANAGER>). The whole department is told.',
    );
    expect((await posted('department')).at(-1)).toBe(
      ':calendar: The monthly meeting of January 2027 is on 2027-01-11 (Mon) 14:00 (set by <@UMANAGER>).\nPlease have ready: a look back at last month and its main problems (2.4).',
    );
    await department
      .as('deputy')
      .press('meeting.setMonthly')
      .catch((fault: Error) => fault);
    await department.travel('2027-01-11T14:11');
    expect((await posted('department')).at(-1)).toContain('Monthly meeting: sign-in · 2027-01-11 (Mon)');
    expect(await manager.command('/meeting')).toContain(
      'The monthly meeting of January 2027 was held on 2027-01-11 (Mon), overdue (2.4).',
    );
    await manager.command('/meeting monthly');
    expect(shown(await manager.view())).toContain('The monthly meeting of February 2027 is set from the 1st on.');
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
