import { afterAll, beforeAll, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { cameBefore } from '../../support/cameBefore.ts';
import { type Department, openDepartment } from '../../support/department.ts';

// Leave approved after the sheet of the morning meeting closed, on Tuesday 1 December 2026.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' });
  await cameBefore(department.application.office);
  await as('presales2').locale('en-US');
  for (const user of ['presales1', 'presales2', 'presales3']) {
    await as(user).command('/leave today sick emergency fever');
  }
  await as('presales4').command('/leave today pm sick emergency fever');
  await department.travel('08:05');
  await as('presales3').command('/meeting signin');
  await department.travel('08:12');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function onSheet(memberId: string): Promise<string | undefined> {
  const rows = await department.application.office.database.read.signIn.findMany({ where: { memberId } });
  return rows.map(({ status, later }) => `${status}${later ? ' later' : ''}`).join();
}

async function approve(user: string): Promise<void> {
  const card = (await as('deputy').messages()).findLast(({ text }) => text.includes(`<@${userIdOf(user)}> 的请假申请`));
  await as('deputy').press('approval.approve', { ts: card?.ts ?? '' });
}

it('is excused on the sheet as for the punches, marked as approved later', async () => {
  expect(await onSheet('UPRESALES1')).toBe('absent');
  await approve('presales1');
  expect(await onSheet('UPRESALES1')).toBe('excused later');
  expect(await as('presales1').command('/checkin status')).toContain('*上午上班* 08:00 前 — 已准假');
  expect(await as('presales1').command('/meeting sheet')).toContain('你：请假或出差（后批）');
  const card = (await as('presales1').messages('department')).find(({ text }) => text.includes('早会签到 ·'));
  expect(card?.text).toContain('请假或出差 1');
  expect(JSON.stringify(card?.blocks)).toContain('售前客服一（后批）');
});

it('says so in the other language', async () => {
  await approve('presales2');
  expect(await as('presales2').command('/meeting sheet')).toContain('You: on leave or a trip (approved later)');
});

it('leaves whoever signed as they signed', async () => {
  await approve('presales3');
  expect(await onSheet('UPRESALES3')).toBe('late');
});

it('excuses nobody from a meeting in the other half of the day', async () => {
  await approve('presales4');
  expect(await onSheet('UPRESALES4')).toBe('absent');
});

it('refused, changes nothing', async () => {
  await as('keeper1').command('/leave today pm sick emergency fever');
  await as('deputy').press('approval.reject');
  await as('deputy').submit({ 'approval.why': '请先联系经理' });
  expect(await onSheet('UKEEPER1')).toBe('absent');
});

it('is counted in their own record and is on the record', async () => {
  expect(await as('presales1').command('/me')).toContain('请假或出差 1 次');
  const { read } = department.application.office.database;
  const entries = await read.record.findMany({ where: { deed: 'meeting.standingChanged' }, orderBy: { seq: 'asc' } });
  expect(entries.map(({ before, after }) => [before, after])).toEqual(
    ['UPRESALES1', 'UPRESALES2'].map(memberId => [
      { memberId, status: 'absent' },
      { memberId, status: 'excused' },
    ]),
  );
});
