/** A department that begins, and somebody who comes to it later, owe nothing of before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  // A Friday after the 10th, in the first hour of the working day.
  department = await openDepartment({
    at: '2026-12-11T08:50',
    others: [{ id: 'UNORA1', name: 'nora1', real_name: 'Nora', locale: 'en-US' }],
  });
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function posted(channel: string, about: string): Promise<string[]> {
  const messages = await as('manager').messages(channel);
  return messages
    .filter(({ ephemeral }) => !ephemeral)
    .map(shown)
    .filter(text => text.includes(about));
}

describe('the first day', () => {
  it('no monthly meeting is overdue, and nobody is asked for it', async () => {
    await department.travel('09:00');
    expect(await posted('leaders', '月例会')).toEqual([]);
    for (const leader of ['manager', 'deputy']) expect(await as(leader).messages()).toEqual([]);
  });

  it('the plan begins with what is to come', async () => {
    const plan = await as('manager').command('/meeting');
    expect(plan.split('\n').slice(0, 3)).toEqual(['会议安排', '2026-12-13(周日)', '15:00 周总结会 · 未开始']);
    expect(plan.split('\n').at(-1)).toBe('2026 年 12 月不用补开月例会：到期时部门还没有开始使用（2.4）。');
  });

  it('the monthly meeting may be held all the same, and is not overdue', async () => {
    await as('manager').command('/meeting monthly');
    expect(shown(await as('manager').view())).toBe(
      '2026 年 12 月不用补开月例会：到期时部门还没有开始使用（2.4）。\n日期\n时间',
    );
    await as('manager').close();
    expect(await as('manager').command('/meeting monthly 2026-12-15 14:00')).toBe(
      ':white_check_mark: 2026 年 12 月的月例会定在 2026-12-15(周二) 14:00（<@UMANAGER> 定）。已通知全部门。',
    );
  });

  it('nobody missed the arrival at an hour before, and leaders read of none in the morning', async () => {
    expect(await as('presales1').command('/checkin status')).toContain('*上午上班* 08:00 前 — 不需要\n');
    expect(await posted('leaders', '早间小结')).toEqual([]);
    await department.travel('20:30');
    const [evening = ''] = await posted('leaders', '今日小结');
    expect(evening).not.toContain('上午上班');
    expect(evening).not.toContain('全天');
    expect((await as('presales1').messages()).map(({ text }) => text.split('\n')[0]).at(-1)).toBe(
      '2026-12-11(周五) 缺卡 3 次：上午下班（12:00 后）、下午上班（13:30 前）、下午下班（17:30 后）。',
    );
  });

  it('at the first meeting nobody who was never there is absent; who comes is on the sheet', async () => {
    await department.travel('2026-12-13T14:55');
    expect((await posted('department', '周总结会签到'))[0]).toContain('已签到 *0* 人，还差 *13* 人');
    await as('presales1').command('/meeting signin');
    await department.travel('15:10');
    expect((await posted('department', '周总结会签到'))[0]).toContain(
      '应到 *1* 人：准时 *1*，迟到 *0*，请假或出差 *0*，缺席 *0*',
    );
    expect(await as('keeper1').command('/meeting sheet')).toContain('你不在这张签到表上。');
    await department.travel('20:30');
    expect((await posted('leaders', '今日小结 · 2026-12-13'))[0]).not.toContain('缺席');
  });

  it('from the second day of meetings on who does not come is absent', async () => {
    await department.travel('2026-12-14T07:55');
    await as('presales2').command('/checkin');
    await department.travel('08:10');
    expect((await posted('department', '周例会签到'))[0]).toContain(
      '应到 *13* 人：准时 *1*，迟到 *0*，请假或出差 *0*，缺席 *12*',
    );
  });
});

describe('who comes later', () => {
  it('owes nothing of the day before they came, nor the first meeting', async () => {
    await department.travel('2026-12-14T14:00');
    await as('manager').does('/post @nora1 clerk');
    const status = await as('nora1').command('/checkin status');
    expect(status.split('\n').slice(1, 5)).toEqual([
      expect.stringContaining('*Morning in* by 08:00 — not needed'),
      expect.stringContaining('*Morning out* from 12:00 — not needed'),
      expect.stringContaining('*Afternoon in* by 13:30 — not needed'),
      expect.stringContaining('*Afternoon out* from 17:30 — not due yet'),
    ]);
    await department.travel('20:30');
    const lines = (await posted('leaders', '今日小结 · 2026-12-14'))[0]?.split('\n') ?? [];
    expect(lines.filter(line => line.includes('Nora'))).toEqual(['• Nora：下午下班 缺卡']);
    await department.travel('2026-12-15T08:10');
    expect((await posted('department', '早会签到 · 2026-12-15'))[0]).toContain('缺席 *13*\n');
    expect((await posted('department', '早会签到 · 2026-12-15'))[0]).not.toContain('Nora');
    expect(await as('nora1').command('/me')).not.toContain('absent');
  });

  it('is missed from the next day of meetings on', async () => {
    await department.travel('2026-12-16T08:10');
    expect((await posted('department', '早会签到 · 2026-12-16'))[0]).toContain('缺席 *14*\n');
  });
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
