/** Migrations are applied once each, by one process at a time, and never changed afterwards. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { serverDatabase } from '../support/postgres.ts';

const names = readdirSync(join(import.meta.dirname, '../../prisma/migrations'))
  .filter(name => /^\d/.test(name))
  .sort();

let pool: pg.Pool;
let close: () => Promise<void>;
beforeAll(async () => {
  if (process.env.TEST_DATABASE === 'server') {
    const { url, drop } = await serverDatabase();
    pool = new pg.Pool({ connectionString: url });
    close = drop;
  } else {
    const database = await PGlite.create();
    const door = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 });
    await door.start();
    const port = Number(door.getServerConn().split(':').at(-1));
    pool = new pg.Pool({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', max: 1 });
    close = async () => {
      await door.stop();
      await database.close();
    };
  }
});
beforeEach(() => pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
afterAll(async () => {
  await pool.end();
  await close();
});

interface Row {
  migration_name: string;
  checksum: string;
  id: string;
}

async function applied(): Promise<Row[]> {
  const { rows } = await pool.query<Row>('SELECT * FROM _prisma_migrations ORDER BY migration_name');
  return rows;
}

it('are applied in order, once, and noted as Prisma Migrate notes them', async () => {
  await migrate(pool);
  const first = await applied();
  expect(first).toEqual(
    names.map(migration_name => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      finished_at: expect.any(Date),
      migration_name,
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    })),
  );
  await migrate(pool);
  expect(await applied()).toEqual(first);
});

it('are applied once by several processes starting at the same moment', async () => {
  await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  expect((await applied()).map(row => row.migration_name)).toEqual(names);
});

it('that were changed afterwards are refused', async () => {
  await migrate(pool);
  await pool.query('UPDATE _prisma_migrations SET checksum = $1 WHERE migration_name = $2', ['0'.repeat(64), names[0]]);
  await expect(migrate(pool)).rejects.toThrow(`Migration ${names[0]} was changed after it had been applied.`);
});

it('that were begun and not finished are refused', async () => {
  await migrate(pool);
  await pool.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [names[0]]);
  await expect(migrate(pool)).rejects.toThrow(`Migration ${names[0]} was begun and not finished`);
});

it('that fail leave the database as it was, and can be applied when the cause is gone', async () => {
  await pool.query('CREATE TABLE member (id int)'); // in the way of the first migration
  await expect(migrate(pool)).rejects.toThrow(`Migration ${names[0]} failed`);
  expect(await applied()).toEqual([]);
  await pool.query('DROP TABLE member');
  await migrate(pool);
  expect((await applied()).length).toBe(names.length);
});

it('carry the cases of a department from before over: by the first version of their articles, those decided as final', async () => {
  const before = names.filter(name => name < '20261130170000');
  await migrate(pool, before);
  const states = ['upheld', 'proposed', 'recommended', 'rejected', 'withdrawn', 'reversed', 'upheld', 'upheld'];
  for (const state of states) {
    await pool.query(
      `INSERT INTO violation_case
         ("accusedId", "filerId", article, tier, "rulebookVersion", date, facts, amount, state, "filedAt", "decidedAt")
       VALUES ('U1', 'U2', '1.9', 'jd', '1', '2026-11-20', 'absent', 20000, $1, '2026-11-20T02:00:00Z', '2026-11-20T03:00:00Z')`,
      [state],
    );
  }
  await pool.query(
    `INSERT INTO violation_case ("accusedId", "filerId", article, tier, "rulebookVersion", date, facts, amount, state, "filedAt")
     VALUES ('U1', 'clock', '3.2.4', 'plain', '1', '2026-11-21', 'clock:papersOverdue:4', NULL, 'proposed', '2026-11-21T02:00:00Z'),
            ('U1', 'clock', '8.3', 'plain', '1', '2026-11-21', 'clock:notices:3', NULL, 'proposed', '2026-11-21T02:00:00Z'),
            ('U1', 'U2', '1.28', 'plain', '1', '2026-11-21', 'lost', 90000, 'upheld', '2026-11-21T02:00:00Z')`,
  );
  for (const [subjectId, state] of [
    [7, 'pending'],
    [8, 'rejected'],
  ])
    await pool.query(
      `INSERT INTO approval (kind, "subjectId", step, "requesterId", "concernsId", token, state, escalated, "requestedAt")
       VALUES ('appeal', $1, 'president', 'U1', 'U1', $2, $2, false, '2026-11-22T02:00:00Z')`,
      [subjectId, state],
    );
  await migrate(pool);
  const { rows } = await pool.query(
    `SELECT id, state, "finalAt" IS NOT NULL AS final, "appealUntil", "hearingUntil", "articleVersion", compensates
     FROM violation_case ORDER BY id`,
  );
  const at = { appealUntil: null, hearingUntil: null, articleVersion: 1, compensates: false };
  expect(rows).toEqual([
    { id: 1, state: 'final', final: true, ...at },
    { id: 2, state: 'deciding', final: false, ...at },
    { id: 3, state: 'recommended', final: false, ...at },
    { id: 4, state: 'dismissed', final: false, ...at },
    { id: 5, state: 'withdrawn', final: false, ...at },
    { id: 6, state: 'overturned', final: false, ...at },
    { id: 7, state: 'appealed', final: true, ...at },
    { id: 8, state: 'final', final: true, ...at },
    { id: 9, state: 'deciding', final: false, ...at },
    { id: 10, state: 'proposed', final: false, ...at },
    { id: 11, state: 'final', final: false, ...at, compensates: true },
  ]);
  // The regulation itself comes with the next start.
  expect((await pool.query('SELECT * FROM rulebook')).rows).toEqual([]);
});
