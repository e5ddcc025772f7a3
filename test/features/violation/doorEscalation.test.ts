/** A case beyond 300 yuan that no manager or supervisor looked at: the president decides it, and is asked to decide. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', environment: AT_ONCE }); // a Tuesday
});
afterAll(() => department.close());

it('reaches the president on the second working day, with the words of a decision', async () => {
  const staff = department.as('presales1');
  await staff.does('/violation @presales2 1.9 jd absent 9:00-9:20');
  await staff.does('/violation @presales2 1.9 tmall absent 9:30-9:50');
  expect(shown(await department.as('supervisor').last())).toContain('建议处理，送总裁');
  expect(await department.as('president').messages()).toEqual([]);

  await department.travel('2026-12-03T09:00');
  const president = department.as('president');
  const cards = (await president.messages()).filter(({ text }) => text.includes('<@UPRESALES2>'));
  expect(cards.length).toBe(2);
  for (const card of cards) {
    expect(shown(card)).toContain('成立');
    expect(shown(card)).not.toContain('建议处理');
  }

  await president.press('approval.approve', { ts: cards.at(-1)?.ts ?? '' });
  const told = (await department.as('presales2').messages())
    .map(({ text }) => text)
    .filter(text => text.includes('违规'));
  expect(told).toEqual([
    [
      '违规处理第 2 号：1.9 客服按班表在线（天猫）',
      '*违规处理 第 2 号*',
      '按部门条例，下面这件事已经决定。',
      '*1.9 客服按班表在线（天猫）*',
      '当班时班表分给自己的客服账号都要在线。缺席一次：天猫、京东200元，其他店铺50元。',
      '_条款第 1 版，2015-01-01 起生效_',
      '经过：absent 9:30-9:50',
      '日期：2026-12-01(周二)',
      '处理：200元',
      '由 <@UPRESIDENT> 于 2026-12-03 09:00 决定成立',
      '情况有出入时，按“说明”补充，决定人会看到；不服决定按“申诉”，由总裁复核，每件一次。',
    ].join('\n'),
  ]);
});
