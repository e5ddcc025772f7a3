/** The record grows and never changes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '../../src/store/generated/client.ts';
import { entryInsert, record } from '../../src/store/record.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

let house: TestOffice;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.close());

const entry = { at: new Date('2026-12-01T00:00:00Z'), actor: 'manager', deed: 'post.given', noun: 'member' };

it('keeps who did what to what, before and after, in order', async () => {
  const { read, transaction } = house.office.database;
  await transaction(async tx => {
    await record(tx, { ...entry, nounId: 'presales1', before: null, after: { post: 'presales' } });
    const [before, after] = [{ state: 'pending' }, { state: 'approved' }];
    await record(tx, { ...entry, noun: 'leave', nounId: 7, before, after });
  });
  expect(await read.record.findMany({ orderBy: { seq: 'asc' } })).toEqual([
    { seq: 1, ...entry, nounId: 'presales1', before: null, after: { post: 'presales' } },
    { seq: 2, ...entry, noun: 'leave', nounId: '7', before: { state: 'pending' }, after: { state: 'approved' } },
  ]);
});

it.each([
  ['UPDATE', `UPDATE record SET actor = 'somebody else' WHERE seq = 1`],
  ['UPDATE', `UPDATE record SET after = NULL`],
  ['DELETE', 'DELETE FROM record WHERE seq = 1'],
  ['DELETE', 'DELETE FROM record'],
  ['TRUNCATE', 'TRUNCATE record'],
])('refuses %s: %s', async (deed, sql) => {
  const { read } = house.office.database;
  await expect(read.$executeRawUnsafe(sql)).rejects.toThrow(`The record is append-only: ${deed} is refused`);
  expect(await read.record.count()).toBe(2);
});

it('goes with the change: what is rolled back is not on it', async () => {
  const rolledBack = house.office.database.transaction(async tx => {
    await record(tx, { ...entry, nounId: 'x' });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await house.office.database.read.record.count()).toBe(2);
});

it('takes a decision only with the transaction that decides', async () => {
  const { read } = house.office.database;
  await expect(record(read, { ...entry, nounId: 'x' })).rejects.toThrow('post.given is chained');
  expect(await read.record.count()).toBe(2);
});

it('lends its insert to a larger statement, an entry for each row of that', async () => {
  const { read } = house.office.database;
  const [at, before] = [Prisma.sql`${entry.at}::timestamptz`, Prisma.sql`NULL`];
  const of = (noun: string) => ({
    ...entry,
    noun,
    nounId: 'keeper1',
    at,
    before,
    after: Prisma.sql`json_build_object('n', n)`,
  });
  await read.$executeRaw`${entryInsert(of('punch'), Prisma.sql`generate_series(1, 2) AS n`)}`;
  const kept = { ...entry, noun: 'punch', nounId: 'keeper1', before: null };
  const rows = await read.record.findMany({
    where: { nounId: 'keeper1' },
    orderBy: { seq: 'asc' },
    omit: { seq: true },
  });
  expect(rows).toEqual([
    { ...kept, after: { n: 1 } },
    { ...kept, after: { n: 2 } },
  ]);
});
