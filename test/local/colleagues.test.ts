/** The newcomer's colleagues come by themselves: to every meeting and to every punch, unless they are away. */

import { expect, it, onTestFinished } from 'vitest';
import { COLLEAGUES } from '../../prisma/department.ts';
import { type Department, openDepartment } from '../support/department.ts';

async function openWithColleagues(at: string, colleagues = true): Promise<Department> {
  const department = await openDepartment({ at, environment: { WORKSPACE_COLLEAGUES: String(colleagues) } });
  onTestFinished(() => department.close());
  return department;
}

/** What stands in the department's channel. */
async function said(department: Department): Promise<string> {
  const messages = await department.as('manager').messages('department');
  return messages.map(message => JSON.stringify(message)).join('\n');
}

it.each([
  ['the morning meeting of a working day', '2026-12-01T07:40', '2026-12-01T08:15', '早会签到 · '],
  ['the weekly meeting on Monday', '2026-11-30T07:40', '2026-11-30T08:15', '周例会签到 · '],
  ['the wrap-up on Sunday', '2026-12-06T14:40', '2026-12-06T15:15', '周总结会签到 · '],
])('they sign in at %s, one of them late, and whom the newcomer may be is waited for', async (_, at, to, title) => {
  const department = await openWithColleagues(at);
  await department.travel(to);
  const digest = await said(department);
  expect(digest).toContain(title);
  expect(digest).toContain('应到 *8* 人：准时 *7*，迟到 *1*，请假或出差 *0*，缺席 *0*');
});

it('two of them hand in a report at the morning meeting, and all punch all day', async () => {
  const department = await openWithColleagues('2026-12-01T07:40');
  await department.travel('08:15');
  expect(await said(department)).toContain('处理完昨天的退款');
  await department.travel('12:09');
  await department.travel('18:00');
  for (const person of COLLEAGUES) {
    const day = await department.as(person).command('/checkin status');
    // One of them comes late to the meeting, and so to work.
    expect([person, day.match(/准时/g)?.length]).toEqual([person, person === COLLEAGUES[0] ? 3 : 4]);
  }
  expect(await department.as('assistant').command('/checkin status')).toContain('08:03 迟到 3 分钟');
  expect(await department.as('presales1').command('/checkin status')).not.toContain('准时');
});

it('who is on leave stays away for as long as the leave lasts, and the others come', async () => {
  const department = await openWithColleagues('2026-11-30T09:00');
  await department.as('keeper1').command('/leave 2026-12-01 am sick fever');
  await department.as('manager').press('approval.approve');
  await department.travel('2026-12-01T08:15');
  expect(await said(department)).toContain('准时 *6*，迟到 *1*，请假或出差 *1*，缺席 *0*');
  await department.travel('18:00');
  const day = await department.as('keeper1').command('/checkin status');
  expect(day.match(/准时/g)?.length).toBe(2);
});

it('nobody comes on a holiday, nor where the department is opened without them', async () => {
  const holiday = await openWithColleagues('2027-01-01T07:00');
  await holiday.travel('18:00');
  expect(await holiday.as('keeper1').command('/checkin status')).toContain('不是工作日');
  const without = await openWithColleagues('2026-12-01T07:40', false);
  await without.travel('08:15');
  expect(await said(without)).toContain('准时 *0*，迟到 *0*，请假或出差 *0*，缺席 *0*');
});

it('who signs in as one of them is not signed in twice, and a journey back in time is refused as ever', async () => {
  const department = await openWithColleagues('2026-12-01T07:40');
  await department.travel('08:00');
  await department.as('assistant').command('/meeting signin');
  await department.travel('08:15');
  expect(await said(department)).toContain('准时 *8*，迟到 *0*，请假或出差 *0*，缺席 *0*');
  await expect(department.travel('08:00')).rejects.toThrow('Time runs forward only');
});
