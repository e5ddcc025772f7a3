/** Where the department counts otherwise (1.32, 8.3), every sentence says its figures. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  const environment = { ...AT_ONCE, NOTICE_THRESHOLD: '2', CASE_THRESHOLD: '4' };
  department = await openDepartment({ at: '2026-12-01T14:00', environment });
  await as('presales2').locale('en-US');
});
afterAll(() => department.close());

const words = async (user: string) =>
  (await as(user).messages()).map(({ blocks }) => JSON.stringify(blocks ?? [])).join('\n');

it('the notice of criticism, in both languages, and the own record', async () => {
  for (const user of ['presales1', 'presales2']) await as('manager').does(`/violation @${user} 1.8 8:05 迟到`);
  expect(await words('presales1')).toContain('这是你今年第 1 次通报批评（满 2 次须提出调岗或开除，8.3）。');
  expect(await words('presales2')).toContain(
    'This is your 1st notice of criticism this year (2 lead to a proposal of transfer or dismissal, 8.3).',
  );
  expect(await as('presales1').command('/me')).toContain('今年通报批评 1 次（满 2 次须提出调岗或开除，8.3）。');
});

it('a proposal for notices', async () => {
  await as('manager').does('/violation @presales1 1.8 8:06 迟到');
  expect(await words('manager')).toContain(
    '今年已有 2 次通报批评（第 1 号、第 3 号），满 2 次应提出调岗或开除（8.3）。',
  );
});

it('a proposal for cases', async () => {
  for (const time of ['8:01', '8:02', '8:03', '8:04'])
    await as('manager').does(`/violation @presales3 1.4 ${time} 闲聊`);
  expect(await words('manager')).toMatch(/1\.1 至 1\.31 累计生效 4 件（[^）]*），满 4 件应提出调岗或开除（1\.32）。/);
});

it('a proposal for both at once names both figures', async () => {
  for (const time of ['8:01', '8:02', '8:03']) await as('manager').does(`/violation @presales4 1.4 ${time} 闲聊`);
  await as('manager').locale('en-US');
  await as('manager').does('/violation @presales4 1.8 8:07 late');
  expect(await words('manager')).toMatch(/with 4, transfer or dismissal is to be proposed \(1\.32\)/);
});
