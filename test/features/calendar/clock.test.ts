import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schedule } from '../../../schedules/index.ts';
import { makeTicker } from '../../../src/scheduler/tick.ts';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-10-31T23:00' });
});
afterAll(() => department.close());

async function told(user: string, channel: string, about: string): Promise<string[]> {
  const messages = await department.as(user).messages(channel);
  return messages.filter(({ text }) => text.includes(about)).map(({ text }) => text);
}

describe('next year’s holidays, not published', () => {
  const about = '2027 年的放假安排';

  it('are told to the leaders on 1 November, with what counts until they are', async () => {
    await department.travel('2026-11-01T08:59');
    expect(await told('manager', 'leaders', about)).toEqual([]);
    await department.travel('2026-11-01T09:00');
    expect(await told('manager', 'leaders', about)).toEqual([
      [
        '还没有 2027 年的放假安排',
        '在公布之前，2027 年按暂定日历计算：周一至周五上班，周末休息，没有调休；法律规定的节日照常休息：',
        '• 2027-01-01(周五) 元旦',
        '• 2027-02-05(周五) 至 2027-02-08(周一) 春节',
        '• 2027-04-05(周一) 清明',
        '• 2027-05-01(周六) 至 2027-05-02(周日) 劳动节',
        '• 2027-06-09(周三) 端午',
        '• 2027-09-15(周三) 中秋',
        '• 2027-10-01(周五) 至 2027-10-03(周日) 国庆节',
        '涉及这些日子的回答（请假天数、最早日期、会议安排等）都会注明“暂定”。',
        '公布以后，先更新程序，或者用 `/calendar` 录入，例如 `/calendar 2027-02-05 2027-02-11 休息 春节`、`/calendar 2027-02-20 上班 春节调休`。',
      ].join('\n'),
    ]);
  });

  it('are told once', async () => {
    await department.travel('2026-11-03T10:00');
    expect(await told('manager', 'leaders', about)).toHaveLength(1);
  });

  it('are told once, whoever serves the clock', async () => {
    const { office } = department.application;
    await Promise.all([makeTicker(office, schedule).tick(), makeTicker(office, schedule).tick()]);
    await department.application.settled();
    expect(await told('manager', 'leaders', about)).toHaveLength(1);
  });
});
