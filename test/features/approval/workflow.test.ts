import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { pendingApprovals } from '../../../src/features/approval/store.ts';
import { openApproval, refreshCardsOf } from '../../../src/features/approval/workflow.ts';
import type { Post } from '../../../src/member/post.ts';
import { endPost, givePost } from '../../../src/member/store.ts';
import type { Office } from '../../../src/office/office.ts';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
let office: Office;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', beside: true }); // a Tuesday
  office = department.application.office;
  for (const post of ['manager', 'deputy', 'assistant'] as const) await end(post);
});
afterAll(() => department.close());

const end = (post: Post) => endPost(office.database.read, userIdOf(post), post, office.clock.now());
const texts = async (user: string) => (await department.as(user).messages()).map(({ text }) => text);

describe('a department short of leaders', () => {
  it('has its matters decided one level up from the start', async () => {
    expect(await department.as('presales1').command('/leave 2026-12-07 annual family')).toBe(
      ':white_check_mark: 已提交第 1 号申请：年假 · 2026-12-07(周一) · 1 天。\n等待 <@UPRESIDENT> 审批，结果会私信你。',
    );
    const [card] = await department.as('president').messages();
    expect(JSON.stringify(card?.blocks)).toContain('下级没有人处理，已转上一级');
    const [row] = await pendingApprovals(office.database.read);
    expect([row?.escalated, row?.escalateAt]).toEqual([true, null]);
  });

  it('keeps them for whoever is appointed when there is nobody at all', async () => {
    await end('president');
    const staff = department.as('presales1');
    expect(await staff.command('/leave 2026-12-08 annual family')).toBe(
      ':white_check_mark: 已提交第 2 号申请：年假 · 2026-12-08(周二) · 1 天。\n目前没有人有权审批，有人任职后会转给他，结果会私信你。',
    );
    await staff.locale('en-US');
    expect(await staff.command('/leave 2026-12-09 annual family')).toBe(
      ':white_check_mark: Request number 3 is sent: Annual leave · 2026-12-09 (Wed) · 1 day.\nNobody may decide it yet; it will go to whoever is appointed, and you will get a direct message.',
    );
    await office.database.transaction(async tx => {
      await givePost(tx, 'UCLERK1', 'deputy', 'configuration', office.clock.now());
      await refreshCardsOf(office, tx, 'UCLERK1');
    });
    office.wake();
    await department.application.settled();
    expect(await texts('clerk1')).toEqual(
      ['2026-12-07(周一)', '2026-12-08(周二)', '2026-12-09(周三)'].map(
        day => `<@UPRESALES1> 的请假申请（2026-12-01 14:00 提交）：年假 · ${day} · 1 天`,
      ),
    );
    await department.as('clerk1').press('approval.approve');
    expect((await staff.last()).text).toContain('Your leave request was approved by <@UCLERK1>');
  });

  it('passes nothing on from the highest authority', async () => {
    await givePost(office.database.read, 'UPRESIDENT', 'president', 'configuration', office.clock.now());
    const subject = { kind: 'leave', subjectId: 99, requesterId: 'UPRESALES1', concernsId: 'UPRESALES1' } as const;
    const row = await office.database.transaction(tx =>
      openApproval(office, tx, { ...subject, authority: 'president' }),
    );
    expect([row.escalated, row.remindAt?.toISOString(), row.escalateAt]).toEqual([
      false,
      '2026-12-02T01:00:00.000Z',
      null,
    ]);
  });
});
