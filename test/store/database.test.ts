/** The one door to both databases keeps its promises: all or nothing, UTC, and a sentence when it cannot be opened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { Prisma } from '../../src/store/generated/client.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await testDatabase();
  database = await openDatabase(test.source);
  await database.read.$executeRawUnsafe('CREATE TABLE parent (id int PRIMARY KEY)');
  await database.read.$executeRawUnsafe(
    'CREATE TABLE child (id int REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)',
  );
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const day = (date: string) => ({ date, working: true, setBy: 'manager', at: new Date('2026-12-01T00:00:00Z') });

it('has every table and column of the schema', async () => {
  const models = database.read as unknown as Record<string, { findFirst(): Promise<unknown> }>;
  // A department's regulation is loaded already.
  const { Rulebook, ArticleVersion, RulebookSetting } = Prisma.ModelName;
  const loaded: string[] = [Rulebook, ArticleVersion, RulebookSetting];
  for (const name of Object.values(Prisma.ModelName)) {
    const first = await models[name.charAt(0).toLowerCase() + name.slice(1)]?.findFirst();
    expect(first, name).toEqual(loaded.includes(name) ? expect.objectContaining({}) : null);
  }
});

it('rejects when the commit fails, with nothing stored', async () => {
  const failing = database.transaction(async tx => {
    await tx.calendarDay.create({ data: day('2026-12-01') });
    await tx.$executeRawUnsafe('INSERT INTO child VALUES (1)'); // fails at COMMIT, not here
    return 'done';
  });
  await expect(failing).rejects.toThrow();
  expect(await database.read.calendarDay.count()).toBe(0);
});

it('rejects when the work fails, with nothing stored', async () => {
  const failing = database.transaction(async tx => {
    await tx.calendarDay.create({ data: day('2026-12-02') });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await database.read.calendarDay.count()).toBe(0);
});

it('goes on after a failed transaction', async () => {
  await database.transaction(tx => tx.calendarDay.create({ data: day('2026-12-03') }));
  expect(await database.read.calendarDay.count()).toBe(1);
});

it('runs many transactions at once, each by itself', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      database.transaction(async tx => {
        await tx.calendarDay.create({ data: day(`2027-01-${String(index).padStart(2, '0')}`) });
        if (index % 2 === 1) throw new Error('odd');
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'rejected').length).toBe(20);
  expect(await database.read.calendarDay.count({ where: { date: { startsWith: '2027-01' } } })).toBe(20);
});

it('stores instants in UTC whatever the zone of the machine', async () => {
  expect(await database.read.$queryRaw`SELECT current_setting('timezone') AS zone`).toEqual([{ zone: 'UTC' }]);
  const rows = await database.read.$queryRaw<{ text: string }[]>`
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS text FROM calendar_day WHERE date = '2026-12-03'`;
  expect(rows).toEqual([{ text: '2026-12-01 00:00' }]);
});

it('goes on after failed statements, for whoever else is at it, and in UTC', async () => {
  const { read } = database;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0
        ? read.calendarDay.create({ data: day('2026-12-03') }) // taken
        : read.calendarDay.count(),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(
    outcomes.map((_, index) => (index % 2 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(await read.$queryRaw`SELECT current_setting('timezone') AS zone`).toEqual([{ zone: 'UTC' }]);
});

it('says in one sentence that no server answers', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => closed.once('listening', resolve));
  const { port } = closed.address() as { port: number };
  await new Promise(resolve => closed.close(resolve));
  await expect(openDatabase({ kind: 'server', url: `postgresql://x@127.0.0.1:${port}/x` })).rejects.toThrow(
    `PostgreSQL at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}`,
  );
});

if (process.env.TEST_DATABASE === 'server') {
  it('refuses a session whose zone the URL has turned', async () => {
    if (test.source.kind !== 'server') throw new Error('not a server');
    const url = new URL(test.source.url);
    url.searchParams.set('options', '-c timezone=Asia/Ho_Chi_Minh');
    await expect(openDatabase({ kind: 'server', url: url.href })).rejects.toThrow(
      'The database session is in time zone Asia/Ho_Chi_Minh; it must be UTC, or instants are stored wrong.',
    );
  });
} else {
  it('keeps a folder, and gives it back when it is closed', async () => {
    const path = mkdtempSync(join(tmpdir(), 'tiaoli-folder-'));
    const source = { kind: 'folder', path } as const;
    const first = await openDatabase(source);
    await first.read.calendarDay.create({ data: day('2026-12-01') });
    await expect(openDatabase(source)).rejects.toThrow(`The data folder ${path} is in use by process ${process.pid}.`);
    await first.close();
    const second = await openDatabase(source);
    expect(await second.read.calendarDay.count()).toBe(1);
    await second.close();
    rmSync(path, { recursive: true });
  });
}
