/** What taking a post back would come to is shown before it is confirmed: also who is led by somebody else then. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' });
});
afterAll(() => department.close());

it('a leader’s post names whom everybody they lead goes to', async () => {
  const manager = department.as('manager');
  const led = '<@UAFTERSALES1>、<@ULOGISTICS1>、<@UPRESALES1>、<@UPRESALES2>、<@UPRESALES3>、<@UPRESALES4>';
  const asked = await manager.command('/post @supervisor 收回 主管');
  expect(asked).toContain(`收回后没有岗位，不再是部门成员。\n${led} 改归 <@UMANAGER>。`);
  await manager.locale('en-US');
  expect(await manager.command('/post @supervisor end supervisor')).toContain(
    `No post will be left, so they will no longer belong to the department.\n`,
  );
  await manager.locale('zh-CN');
  // Nothing has changed yet, and what was shown is what comes.
  expect(await manager.command('/post @presales1')).toContain('上级：<@USUPERVISOR>');
  expect(await manager.does('/post @supervisor 收回 主管')).toContain(`${led} 改归 <@UMANAGER>。`);
});

it('one of two posts says what remains, and who leads nobody moves nobody', async () => {
  const manager = department.as('manager');
  await manager.does('/post @clerk1 售前客服');
  const asked = await manager.command('/post @clerk1 收回 售前客服');
  expect(asked).toContain('还有岗位：兼职文书。');
  expect(asked).not.toContain('改归');
});
