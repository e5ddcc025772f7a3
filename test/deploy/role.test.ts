/** The bot's own role on a real server: it can do all of its work, and nothing to the tables or the record. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseOverdue } from '../../src/features/retention/workflow.ts';
import { checkChain } from '../../src/store/chainCheck.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { serverAnswers, serverDatabase } from '../support/postgres.ts';
import { unchained } from '../support/speech.ts';

const script = readFileSync(join(import.meta.dirname, '../../deploy/role.sql'), 'utf8');
// Roles belong to the whole server, which other runs use as well.
const role = `tiaoli_app_${process.pid}`;

const there = await serverAnswers();

describe.runIf(there)('the role of deploy/role.sql', () => {
  let owner: pg.Client;
  let drop: () => Promise<void>;
  let url: string;
  let department: Department;
  beforeAll(async () => {
    const made = await serverDatabase();
    drop = made.drop;
    await (await openDatabase({ kind: 'server', url: made.url })).close(); // the owner applies the migrations
    owner = new pg.Client({ connectionString: made.url });
    await owner.connect();
    for (let run = 1; run <= 2; run++) await owner.query(script.replaceAll('tiaoli_app', role));
    const asRole = new URL(made.url);
    asRole.username = role;
    url = asRole.href;
    department = await openDepartment({ at: '2026-12-01T07:49', database: { kind: 'server', url } });
  });
  afterAll(async () => {
    await department.close();
    await owner.query(`DROP OWNED BY ${role}`);
    await owner.query(`DROP ROLE ${role}`);
    await owner.end();
    await drop();
  });

  it('starts, and does its work with every command', async () => {
    const as = (user: string) => department.as(user);
    for (const [user, line] of [
      ['presales1', '/help'],
      ['presales1', '/leave 2026-12-09 2026-12-09 annual family'],
      ['presales2', '/trip 2026-12-10 2026-12-10 fair'],
      ['presales1', '/checkin'],
      ['supervisor', '/violation @presales2 1.4 shops'],
      ['manager', '/calendar 2026-12-31 off stocktaking'],
      ['manager', '/approvals'],
      ['manager', '/approvals delegate @deputy 2026-12-02 2026-12-03'],
      ['manager', '/post @presales2 keeper'],
      ['manager', '/meeting'],
      ['presales1', '/me'],
    ] as const)
      expect(await as(user).command(line), line).not.toMatch(/编号|参考号/);
    await as('manager').press('approval.approve');
    await department.travel('08:00');
    await as('presales1').press('meeting.signIn', { channel: 'department' });
    await department.travel('08:10');
    expect(department.log.filter(({ level }) => level === 'error')).toEqual([]);
    const { rows } = await owner.query('SELECT count(*)::int AS entries FROM record');
    expect(rows[0]?.entries).toBeGreaterThan(10);
    const { head, found } = await checkChain(department.application.office.database.read, { unchained });
    expect([found, head.number > 10]).toEqual([null, true]);
  });

  it('posts the head of the record, erases what its time is over, and moves the head only on', async () => {
    await department.travel('20:00');
    expect((await department.as('manager').messages('leaders')).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^今日小结 · 2026-12-01.*记录校验：/s),
    );
    const { office } = department.application;
    await office.database.transaction(tx => eraseOverdue(office, tx, '2031-01-01'));
    const { rows } = await owner.query("SELECT count(*)::int AS entries FROM record WHERE noun = 'erasure'");
    expect(rows[0]?.entries).toBe(1);
    const back = office.database.read.$executeRawUnsafe('UPDATE chain_head SET number = 1');
    await expect(back).rejects.toThrow('The record is append-only: UPDATE is refused');
  });

  it.each([
    "UPDATE record SET actor = 'nobody'",
    'DELETE FROM record',
    "UPDATE chain_link SET hash = ''",
    'DELETE FROM chain_link',
    'TRUNCATE chain_link',
    'ALTER TABLE chain_link DISABLE TRIGGER ALL',
    'DELETE FROM chain_head',
    'TRUNCATE chain_head',
    'ALTER TABLE chain_head DISABLE TRIGGER ALL',
    'TRUNCATE record',
    'ALTER TABLE record DISABLE TRIGGER ALL',
    'DROP TRIGGER record_append_only ON record',
    'DROP TABLE record',
    'ALTER TABLE leave ADD COLUMN x int',
    'TRUNCATE approval',
    'CREATE TABLE mine (id int)',
    'CREATE TEMPORARY TABLE mine (id int)',
    'CREATE SCHEMA mine',
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "UPDATE _prisma_migrations SET checksum = 'x'",
    "SET session_replication_role = 'replica'",
    'CREATE ROLE other',
    "COPY record TO PROGRAM 'cat'",
  ])('may not: %s', async sql => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be (owner|superuser)/);
    } finally {
      await client.end();
    }
  });

  it('is told in words whose turn it is when a migration is missing', async () => {
    const { rows } = await owner.query(
      "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%init' RETURNING migration_name",
    );
    await expect(openDatabase({ kind: 'server', url })).rejects.toThrow(
      `Migration ${rows[0]?.migration_name} is missing and this role may not apply it: run prisma migrate deploy as the owner of the database, then deploy/role.sql.`,
    );
  });
});
