import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-06T14:45' }); // a Sunday
});
afterAll(() => department.close());

async function posted(): Promise<string[]> {
  const messages = await department.as('manager').messages('department');
  return messages
    .filter(({ ephemeral }) => !ephemeral)
    .map(shown)
    .filter(text => !text.includes('打卡')); // attendance speaks here too
}

describe('the week', () => {
  it('is wrapped up on Sunday at 15:00, without reports', async () => {
    await department.travel('15:00');
    expect(await posted()).toEqual([
      '周总结会签到 · 2026-12-06(周日) 15:00\n15:00 前（含 15:00）签到算准时，之后算迟到；15:10 截止。\n已签到 *0* 人，还差 *13* 人\n还没有人签到。\n[签到]',
    ]);
    expect(await department.as('presales1').command('/meeting report a | b')).toBe(
      '只有早会写汇报（2.2），这个会不用写。',
    );
  });

  it('begins on Monday with the weekly meeting in place of the morning meeting', async () => {
    await department.travel('2026-12-07T08:12');
    expect((await posted()).map(text => text.split('\n')[0])).toEqual([
      '周总结会签到 · 2026-12-06(周日) 15:00',
      '周例会签到 · 2026-12-07(周一) 08:00',
    ]);
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
