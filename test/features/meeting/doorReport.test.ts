/** Reports written ahead: from the evening before, kept for a sheet that is posted at its hour all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixedClock } from '../../../src/clock.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { type Department, openDepartment, shanghai } from '../../support/department.ts';
import { grantLeave, halfOf } from '../../support/leave.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-11-30T17:20' }); // a Monday
  const { office } = department.application;
  await cameBefore(office);
  await grantLeave(office, 'UOPERATIONS1', halfOf('2026-12-01', 'am'));
  await department.as('presales2').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function posted(): Promise<string[]> {
  const messages = await as('manager').messages('department');
  return messages
    .filter(({ ephemeral }) => !ephemeral)
    .map(shown)
    .filter(text => !text.includes('打卡'));
}

async function meetings(): Promise<string[]> {
  const { read } = department.application.office.database;
  const rows = await read.meeting.findMany({ where: { kind: 'morning' }, orderBy: { startsAt: 'asc' } });
  return rows.map(({ date, state, late }) => `${date} ${state}${late ? ' late' : ''}`);
}

describe('before the end of the working day', () => {
  it('it is too early, and said from when on', async () => {
    expect(await as('presales1').command('/meeting report 回访 | 发货')).toBe(
      '现在不能写汇报：2026-12-01 早会的汇报从 2026-11-30 17:30 起可以写。',
    );
    expect(await as('presales2').command('/meeting report')).toBe(
      'No report can be written now: those for the morning meeting on 2026-12-01 from 2026-11-30 17:30 on.',
    );
    expect(await as('presales1').command('/meeting')).toContain('2026-12-01(周二)\n08:00 早会 · 未开始\n');
    expect(await meetings()).toEqual([]);
  });
});

describe('from then on', () => {
  it('the plan offers it, and the form says until when it can be changed', async () => {
    await department.travel('17:30');
    expect(await as('presales1').command('/meeting')).toContain(
      '2026-12-01(周二)\n08:00 早会 · 未开始 · 可以写汇报\n2026-12-02(周三)\n08:00 早会 · 未开始\n',
    );
    await as('presales1').press('meeting.report', { channel: 'department' });
    expect(shown(await as('presales1').view())).toBe(
      '昨天做了什么\n今天计划做什么\n有什么困难\n2026-12-01(周二) 08:10 截止前可以再打开修改；截止后发到部门频道，全部门看得到。',
    );
    expect(await meetings()).toEqual([]);
    await as('presales1').submit({ 'meeting.yesterday': '回访', 'meeting.today': '发货', 'meeting.blockers': '' });
    expect(shown(await as('presales1').view())).toBe(
      ':white_check_mark: 汇报已保存，2026-12-01(周二) 08:10 截止前可以再改。\n汇报不算签到：开会时还要签到，07:50 起可签。',
    );
    expect(await meetings()).toEqual(['2026-12-01 planned']);
  });

  it('one line is enough; who will be on leave need not sign in; the president writes none', async () => {
    expect(await as('presales2').command('/meeting report calls | stocktaking | none')).toBe(
      ':white_check_mark: Your report is saved; you can change it until 2026-12-01 (Tue) 08:10.\nPlease sign in at the meeting all the same, from 07:50 on.',
    );
    expect(await as('operations1').command('/meeting report 排期 | 休假 | 无')).toBe(
      ':white_check_mark: 汇报已保存，2026-12-01(周二) 08:10 截止前可以再改。\n你已准假，没有记签到；来开会的话请按“签到”。',
    );
    expect(await as('president').command('/meeting report a | b')).toContain('总裁不在部门的签到表上');
    expect(await as('presales3').command('/meeting report 发货')).toContain('一行写汇报要用 | 分开');
    expect(await as('presales3').command('/meeting report 发货 | ')).toContain('“今天”还没有写');
    expect(await meetings()).toEqual(['2026-12-01 planned']);
  });

  it('nobody is told of it, and there is nothing to sign', async () => {
    await department.travel('2026-12-01T07:49');
    expect(await posted()).toEqual([]);
    expect(await as('presales1').command('/meeting signin')).toBe(
      '现在没有正在签到的会。下一个是 2026-12-01 08:00 的早会，签到表发出后再签到。',
    );
    await as('presales1').command('/meeting report');
    const blocks = (await as('presales1').view())?.blocks as unknown as { element?: { initial_value?: string } }[];
    expect(blocks.map(({ element }) => element?.initial_value)).toEqual(['回访', '发货', undefined, undefined]);
  });
});

describe('the meeting', () => {
  it('has its sheet at its hour, with the reports counted and nobody signed in by them', async () => {
    await department.travel('07:50');
    expect(await posted()).toEqual([
      expect.stringContaining(
        '已签到 *0* 人，还差 *12* 人 · 已汇报 *3* 人\n还没有人签到。\n*请假或出差* (1)\n运营专员',
      ),
    ]);
    expect(await meetings()).toEqual(['2026-12-01 open']);
  });

  it('signs in whoever changes theirs while it is open, by the form opened before', async () => {
    await department.travel('08:02');
    await as('presales1').submit({
      'meeting.yesterday': '回访',
      'meeting.today': '发货与盘点',
      'meeting.blockers': '',
    });
    expect(shown(await as('presales1').view())).toBe(
      ':white_check_mark: 汇报已保存，08:10 截止前可以再改。\n:white_check_mark: 已签到：早会，08:02，记为迟到。同时已打卡：上午上班，迟到 2 分钟。',
    );
  });

  it('tells all of them when it closes, and who wrote one and did not come is absent', async () => {
    await department.travel('08:10');
    const [sheet, reports] = await posted();
    expect(sheet).toContain('应到 *13* 人：准时 *0*，迟到 *1*，请假或出差 *1*，缺席 *11*');
    expect(sheet).toContain('写了汇报的 3 人见下面的汇报');
    expect(reports).toBe(
      [
        '早会汇报 · 2026-12-01(周二)',
        ':bust_in_silhouette: *售前客服二* · 售前客服 · 缺席\n*昨天* calls\n*今天* stocktaking\n*困难* none',
        ':bust_in_silhouette: *售前客服一* · 售前客服 · 迟到\n*昨天* 回访\n*今天* 发货与盘点',
        ':bust_in_silhouette: *运营专员* · 请假或出差\n*昨天* 排期\n*今天* 休假\n*困难* 无',
      ].join('\n'),
    );
    expect(await as('presales1').command('/meeting report a | b')).toBe(
      '现在不能写汇报：2026-12-02 早会的汇报从 2026-12-01 17:30 起可以写。',
    );
  });
});

describe('what comes between', () => {
  it('an outage: the sheet is posted late, with what was written', async () => {
    await department.travel('17:30');
    await as('presales1').command('/meeting report 回访 | 发货');
    await (department.application.office.clock as FixedClock).set(shanghai('2026-12-02T08:20'));
    await department.travel('2026-12-02T08:20');
    expect((await posted()).at(-1)).toContain(
      '08:30 截止前签到都算准时。\n已签到 *0* 人，还差 *13* 人 · 已汇报 *1* 人',
    );
    expect((await meetings()).at(-1)).toBe('2026-12-02 open late');
  });

  it('a day that becomes one off: there is no meeting, in the plan neither', async () => {
    await department.travel('17:30');
    await as('presales1').command('/meeting report 回访 | 发货');
    expect((await meetings()).at(-1)).toBe('2026-12-03 planned');
    await as('manager').does('/calendar 2026-12-03 off 停电');
    expect(await as('presales1').command('/meeting')).not.toContain('2026-12-03');
    const before = (await posted()).length;
    await department.travel('2026-12-03T08:15');
    expect((await posted()).length).toBe(before);
    expect((await meetings()).at(-1)).toBe('2026-12-03 planned');
  });

  it('a weekend with the weekly meeting behind it: from the evening of that Monday', async () => {
    await department.travel('2026-12-04T18:00'); // a Friday
    expect(await as('presales1').command('/meeting report a | b')).toBe(
      '现在不能写汇报：2026-12-08 早会的汇报从 2026-12-07 17:30 起可以写。',
    );
  });
});

it('nothing went wrong on the way', () => {
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
