/** Somebody who comes to the department in the middle of a day is not late for an hour that had passed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({
    at: '2026-12-14T07:30',
    others: [{ id: 'UNORA1', name: 'nora1', real_name: 'Nora', locale: 'en-US' }],
  });
  await department.travel('2026-12-15T10:00');
  await department.as('manager').does('/post @nora1 operations');
  await department.travel('10:05');
});
afterAll(() => department.close());

const firstLine = async (user: string, line: string) => (await department.as(user).command(line)).split('\n')[0];

it('punching then is on time, for who was there before it is late', async () => {
  expect(await firstLine('nora1', '/checkin')).toBe('Recorded: Morning in at 10:05, on time.');
  expect(await firstLine('presales1', '/checkin')).toBe(
    '已记录：上午上班 10:05，迟到 125 分钟。负责人已经看到你缺卡，请跟你的领导说一声。',
  );
});

it('leaders read of the one, not of the other', async () => {
  await department.travel('12:10');
  for (const user of ['nora1', 'presales1']) await department.as(user).command('/checkin');
  await department.travel('13:20');
  for (const user of ['nora1', 'presales1']) await department.as(user).command('/checkin');
  await department.travel('17:35');
  for (const user of ['nora1', 'presales1']) await department.as(user).command('/checkin');
  await department.travel('20:30');
  const summary = (await department.as('manager').messages('leaders')).findLast(({ text }) => text.includes('12-15'));
  const text = JSON.stringify(summary);
  expect(text).toContain('迟到 125 分钟');
  expect(text).not.toContain('Nora');
});

it('the next morning is asked of them as of everybody', async () => {
  await department.travel('2026-12-16T08:20');
  expect(await firstLine('nora1', '/checkin')).toBe('Recorded: Morning in at 08:20, late by 20 minutes.');
});
