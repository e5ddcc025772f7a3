/** What an older program left in the outbox is still said: by the message that takes its place now. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { userIdOf } from '../../prisma/department.ts';
import { headOf } from '../../src/store/chain.ts';
import { type Department, openDepartment } from '../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' });
  await department.travel('19:00');
});
afterAll(() => department.close());

it.each([
  [
    'meeting.reminder',
    'department',
    { kind: 'morning', date: '2026-12-01', startsAt: '2026-12-01T00:00:00.000Z', late: false },
    '早会签到 · 2026-12-01',
  ],
  ['meeting.digest', 'department', { meetingId: 1, late: false }, '早会签到 · 2026-12-01'],
  ['meeting.missed', 'leaders', { meetingId: 1 }, '早间小结 · 2026-12-01'],
  ['attendance.roll', 'leaders', { date: '2026-12-01', slot: 'noon-out', late: false }, '今日小结 · 2026-12-01'],
  ['record.head', 'leaders', { date: '2026-12-01' }, '今日小结 · 2026-12-01'],
  [
    'attendance.missed',
    'keeper1',
    { date: '2026-12-01', slot: 'noon-out', memberId: 'UKEEPER1' },
    '2026-12-01(周二) 缺卡 4 次',
  ],
] as const)('%s', async (notice, where, ref, said) => {
  const { office, settled } = department.application;
  const { read } = office.database;
  const head = notice === 'record.head' ? await headOf(read) : undefined;
  const recipient = where === 'keeper1' ? userIdOf(where) : `#${where}`;
  const now = office.wallClock.now();
  const row = { key: `old:${notice}`, uuid: `old-${notice}`, recipient, act: 'post', notice, runAt: now, at: now };
  const kept = head === undefined ? ref : { ...ref, number: head.number, hash: head.hash };
  await read.outbox.create({ data: { ...row, ref: kept } });
  office.wake();
  await settled();
  const person = department.as(where === 'keeper1' ? where : 'manager');
  const { text } = await person.last(where === 'keeper1' ? undefined : where);
  expect(text).toContain(said);
  if (head !== undefined) expect(text).toContain(head.hash.slice(0, 16));
  expect(await read.outbox.findFirst({ where: { key: row.key }, select: { state: true } })).toEqual({ state: 'sent' });
});

it('a reminder whose sheet is not out yet says nothing: the sheet will', async () => {
  const { office, settled } = department.application;
  const now = office.wallClock.now();
  const ref = { kind: 'morning', date: '2026-12-02', startsAt: '2026-12-02T00:00:00.000Z', late: false };
  const row = { key: 'old', uuid: 'old', recipient: '#department', act: 'post', notice: 'meeting.reminder', ref };
  await office.database.read.outbox.create({ data: { ...row, runAt: now, at: now } });
  office.wake();
  await settled();
  const where = { key: 'old' };
  expect((await office.database.read.outbox.findFirst({ where }))?.state).toBe('dropped');
});
