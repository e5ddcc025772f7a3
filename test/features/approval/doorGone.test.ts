/** Approvers and requesters who are gone: nothing waits for nobody, and nobody is said to have been told who was not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../../../src/member/store.ts';
import { refreshProfile } from '../../../src/member/workflow.ts';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00', environment: AT_ONCE }); // a Tuesday
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

/** Slack says that somebody is deactivated, as the event does; the workspace has no door for it. */
async function say(id: string, facts: { deactivated?: boolean; guest?: boolean }): Promise<void> {
  const { office } = department.application;
  const member = await memberOf(office.database.read, id);
  if (member === null) throw new Error(`there is no ${id}`);
  const { posts: _, leaderId: __, ...identity } = member;
  await refreshProfile(office, { ...identity, ...facts });
  await department.application.settled();
}

const cards = async (user: string, about: string) =>
  (await as(user).messages()).filter(({ text }) => text.includes(about)).map(({ text }) => text);

describe('a leave cancelled', () => {
  it('tells whoever approved it', async () => {
    await as('presales2').command('/leave 2026-12-20 2026-12-21 annual family');
    await as('assistant').press('approval.approve');
    expect(await as('presales2').command('/leave cancel 1')).toContain('Whoever approved it has been told.');
    expect((await as('assistant').last()).text).toContain('<@UPRESALES2> 取消了已批准的请假');
  });

  it('tells those who hold the posts now, once the approver has left, and says whom', async () => {
    await as('presales2').command('/leave 2026-12-22 annual family');
    await as('assistant').press('approval.approve');
    await say('UASSISTANT', { deactivated: true });
    expect(await as('presales2').command('/leave cancel 2')).toBe(
      'Cancelled: Annual leave · 2026-12-22 (Tue) · 1 day. Whoever approved it has left, so <@UDEPUTY>, <@UMANAGER> have been told.',
    );
    for (const user of ['deputy', 'manager']) {
      expect((await as(user).last()).text).toContain('<@UPRESALES2> 取消了已批准的请假');
    }
  });
});

describe('a request of somebody who left', () => {
  it('is closed, and its cards say so', async () => {
    await as('presales3').command('/leave 2026-12-09 annual family');
    expect((await cards('manager', '<@UPRESALES3>'))[0]).not.toContain('离职');
    await say('UPRESALES3', { deactivated: true });
    expect((await cards('manager', '<@UPRESALES3>'))[0]).toContain('已于 2026-12-01 14:00 关闭：提交的人已离职。');
    const { read } = department.application.office.database;
    expect((await read.leave.findFirstOrThrow({ where: { memberId: 'UPRESALES3' } })).state).toBe('withdrawn');
    expect(await as('manager').command('/approvals')).not.toContain('UPRESALES3');
  });

  it('but a case they filed stays', async () => {
    await as('presales4').command('/violation @presales1 1.4 chatting');
    await say('UPRESALES4', { deactivated: true });
    expect(await as('manager').command('/approvals')).toContain('<@UPRESALES1>');
  });
});

describe('approvers gone', () => {
  it('all of them: what waits is the president’s at once', async () => {
    await as('presales1').command('/leave 2026-12-10 annual family');
    await say('UDEPUTY', { deactivated: true });
    expect(await cards('president', '2026-12-10')).toEqual([]);
    await say('UMANAGER', { guest: true });
    expect(await cards('president', '2026-12-10')).toHaveLength(1);
    await as('president').press('approval.approve');
    expect((await as('presales1').last()).text).toContain('已由 <@UPRESIDENT> 批准');
  });

  it('with nobody left below, a cancellation tells the president', async () => {
    expect(await as('presales1').command('/leave cancel 4')).toContain('批准人已收到通知');
  });
});
