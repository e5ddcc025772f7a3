/** The ledger where nothing is in it, where nobody is manager, and where two press at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signMonth } from '../../../src/features/ledger/workflow.ts';
import { memberOf } from '../../../src/member/store.ts';
import { AT_ONCE, type Department, openDepartment, shanghai } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  // What became final in an earlier month, and who left a post, is set beside the doors.
  department = await openDepartment({ at: '2026-12-31T14:00', environment: AT_ONCE, beside: true });
  await as('manager').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);
const read = () => department.application.office.database.read;
const ledgers = async (user: string) =>
  (await as(user).messages()).map(({ text }) => text).filter(text => /^(?:台账|Ledger) · /.test(text));

it('says nothing of a month with nothing in it', async () => {
  await department.travel('2027-01-04T10:05');
  for (const user of ['manager', 'president']) expect(await ledgers(user)).toEqual([]);
  expect(await as('manager').command('/ledger last month')).toBe('There is nothing in the ledger of 2026-12.');
});

it('takes an earlier month first', async () => {
  await as('manager').does('/violation @presales1 1.4 chat');
  await as('manager').does('/violation @keeper1 1.4 chat');
  const { case: cases } = read();
  await cases.update({ where: { id: 1 }, data: { finalAt: shanghai('2026-11-30T23:59') } });
  await cases.update({ where: { id: 2 }, data: { finalAt: shanghai('2026-12-01T00:00') } });
  expect((await as('manager').command('/ledger 2026-11')).split('\n').slice(0, 3)).toEqual([
    'Ledger · 2026-11 · not signed',
    '• <@UPRESALES1> · fines ¥50 · balance -¥50 · case 1',
    '*1 person* · fines ¥50 · balance -¥50',
  ]);
  expect((await as('manager').command('/ledger 2026-12')).split('\n')[1]).toBe(
    '• <@UKEEPER1> · fines ¥50 · balance -¥50 · case 2',
  );
  await as('manager').press('ledger.sign', { channel: 'department', ts: (await as('manager').last('department')).ts });
  expect((await as('manager').last('department')).text).toBe('2026-11 has to be signed first: `/ledger 2026-11`.');
});

it('is signed by the president alone where nobody is manager, and once when two presses come at once', async () => {
  await read().post.updateMany({ where: { post: 'manager' }, data: { until: shanghai('2027-01-04T10:00') } });
  await as('president').command('/ledger 2026-11');
  const { ts, blocks } = await as('president').last('department');
  const mark = /"value":"2026-11:(\w+)"/.exec(JSON.stringify(blocks))?.[1] ?? '';
  const { office } = department.application;
  const me = await memberOf(office.database.read, 'UPRESIDENT');
  if (me === null) throw new Error('there is no president');
  const both = await Promise.all([signMonth(office, me, '2026-11', mark), signMonth(office, me, '2026-11', mark)]);
  expect(both.map(one => ('code' in one ? one.code : one.state)).sort()).toEqual(['ledger.signedAlready', 'signed']);
  expect(await read().ledgerEntry.count()).toBe(1);
  expect(await read().record.count({ where: { noun: 'ledger' } })).toBe(1);
  await as('president').press('ledger.sign', { channel: 'department', ts });
  expect((await as('president').last('department')).text).toBe(
    '2026-11 的台账已由 <@UPRESIDENT> 于 2027-01-04 10:05 签字。',
  );
  expect((await ledgers('president')).at(-1)?.split('\n')[0]).toBe('台账 · 2026-11 · 已签字，未导出');
});
