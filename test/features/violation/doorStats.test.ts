/** `/violation stats`: figures for leaders, as a chart and tables, of whom they may read. */
import { validateMessage } from '@tiaoli/block-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', environment: AT_ONCE }); // a Tuesday
  await as('supervisor').locale('en-US');
});
afterAll(() => department.close());
const as = (user: string) => department.as(user);

it('says so where there is nothing yet', async () => {
  expect(await as('manager').command('/violation 统计')).toBe('2026 年违规统计\n2026 年没有提出过违规。');
  expect(await as('supervisor').command('/violation stats 2025')).toBe('Cases of 2025\nNo case was filed in 2025.');
});

it('shows chart and tables, whole in the text as well, in both languages', async () => {
  await as('manager').does('/violation @presales1 1.8 迟到');
  await as('manager').does('/violation @presales2 1.4 闲聊');
  await as('manager').does('/violation @presales1 1.4 闲聊');
  await as('manager').does('/violation @supervisor 1.4 闲聊');
  await as('presales1').command('/violation @manager 1.4 闲聊');
  await as('presales2').press('violation.appeal');
  await as('presales2').submit({ 'violation.appealText': '不是我' });
  await as('president').press('approval.approve', { ts: await appealCard() });
  await as('manager').command('/violation 统计');
  const [seen] = (await as('manager').messages('department')).slice(-1);
  expect(seen?.text.split('\n')).toEqual([
    '2026 年违规统计',
    '提出 4 件，已决定 4 件，已生效并计入 3 件。',
    '从提出到决定，中位数 0 天。',
    '申诉已决定 1 件：撤销 1 件（100%），减轻 0 件。',
    '按岗位（已生效）：售前客服 2、主管 1。',
    '1月 0/0, 2月 0/0, 3月 0/0, 4月 0/0, 5月 0/0, 6月 0/0, 7月 0/0, 8月 0/0, 9月 0/0, 10月 0/0, 11月 0/0, 12月 4/3',
    '1.4 上班时间只做工作 · 提出 3，生效 2',
    '1.8 开会与培训守时 · 提出 1，生效 1',
    expect.stringMatching(/^.+ · 2 \/ 3 · 1 \/ 3$/),
    expect.stringMatching(/^.+ · 1 \/ 3 · 0 \/ 3$/),
  ]);
  expect((seen?.blocks ?? []).map(block => (block as { type: string }).type)).toEqual([
    ...['header', 'section', 'data_visualization', 'data_visualization', 'section', 'data_table', 'context'],
  ]);
  expect(validateMessage({ text: seen?.text ?? '', blocks: seen?.blocks as never })).toEqual([]);
  // A supervisor reads nothing of the manager, nor of themselves.
  await as('supervisor').command('/violation stats');
  const [theirs] = (await as('supervisor').messages('department')).slice(-1);
  expect(theirs?.text).toContain('Filed: 3; decided: 3; final and counting: 2.');
  expect(theirs?.text).not.toContain('Supervisor 1');
});

it('is refused to staff, and for a year there is nothing of', async () => {
  expect(await as('presales1').command('/violation 统计')).toBe(
    '别人的违规记录只有领导能看；用 `/violation 列表` 看自己的。',
  );
  expect(await as('manager').command('/violation 统计 去年')).toBe('没有“去年”年的统计，例如 `/violation 统计 2026`。');
  expect(await as('supervisor').command('/violation stats 2027')).toBe(
    '“2027” is no year I have figures of, for example `/violation stats 2026`.',
  );
});

async function appealCard(): Promise<string> {
  const card = (await as('president').messages()).findLast(({ text }) => text.includes('申诉'));
  return card?.ts ?? '';
}
