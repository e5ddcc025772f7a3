import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' }); // a Tuesday
});
afterAll(() => department.close());

describe('/leave in one line', () => {
  it('is sent to the manager, the deputy and the assistant, and to nobody else', async () => {
    const staff = department.as('presales1');
    expect(await staff.command('/leave 2026-12-07 2026-12-08 annual family')).toBe(
      ':white_check_mark: 已提交第 1 号申请：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天。\n等待 <@assistant>、<@deputy>、<@manager> 中任意一位审批，结果会私信你。',
    );
    const card = '<@presales1> 的请假申请（2026-12-01 07:45 提交）：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天';
    for (const approver of ['manager', 'deputy', 'assistant']) {
      expect((await department.as(approver).messages()).map(({ text }) => text)).toEqual([card]);
    }
    for (const other of ['president', 'supervisor', 'presales2']) expect(await department.as(other).messages()).toEqual([]);
  });
});
