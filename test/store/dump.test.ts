/** What is dumped comes back exactly, whatever it is, and tables nobody named are dumped too. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDump, readDump, writeDump } from '../../src/backup/dumpFile.ts';
import { load } from '../../src/backup/load.ts';
import { countsOf } from '../../src/backup/tables.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { Prisma } from '../../src/store/generated/client.ts';
import { testDatabase } from '../support/database.ts';
import { everything } from '../support/everything.ts';

const at = new Date('2026-12-01T00:00:00.123Z');
let folder: string;
const ends: (() => Promise<void>)[] = [];
let source: Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-dump-'));
  source = await opened();
});
afterAll(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

/** With tables no schema of ours has: a trigger of its own, rows from its migration, references in a circle. */
async function opened(): Promise<Database> {
  const { source: where, drop } = await testDatabase();
  const database = await openDatabase(where);
  ends.push(async () => {
    await database.close();
    await drop();
  });
  for (const statement of [
    `CREATE TABLE head (id int PRIMARY KEY, mark text NOT NULL, bytes bytea, list text[], many numeric, long bigint)`,
    `INSERT INTO head (id, mark) VALUES (1, 'planted')`,
    `CREATE TRIGGER head_stands BEFORE DELETE ON head FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE FUNCTION mark_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.mark := 'by trigger'; RETURN NEW; END $$`,
    `CREATE TABLE marked (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mark text,
       twice text GENERATED ALWAYS AS (mark || mark) STORED, next bigint REFERENCES marked (id))`,
    `CREATE TRIGGER marked_always BEFORE INSERT ON marked FOR EACH ROW EXECUTE FUNCTION mark_it()`,
    `CREATE TABLE "Odd ""name" ("From" text)`,
  ])
    await database.read.$executeRawUnsafe(statement);
  return database;
}

const difficult = [
  '',
  ' ',
  '\\N \\ " \' , {} NULL null',
  'line\nline\r\nline\ttab\u2028and\u2029end\u0001',
  '条例 𠮷 👩‍👩‍👧 \u{10ffff} e\u0301',
  `${randomBytes(200_000).toString('base64')}\n`,
];

async function fill({ read, transaction }: Database): Promise<void> {
  const member = (id: string, leaderId: string | null, name: string) => ({
    id,
    name,
    handle: id,
    leaderId,
    seenAt: at,
  });
  // Who leads comes after who is led, in the order of the key.
  await read.member.create({ data: member('Z', null, '') });
  for (const [index, name] of difficult.entries()) await read.member.create({ data: member(`A${index}`, 'Z', name) });
  await read.member.update({ where: { id: 'Z' }, data: { leaderId: 'A1' } });
  const entry = { at, actor: 'clock', deed: 'test', noun: 'n' };
  await transaction(async tx => {
    await tx.record.create({ data: { ...entry, nounId: 'sql', before: Prisma.DbNull, after: Prisma.JsonNull } });
    for (const [index, text] of difficult.entries())
      await tx.record.create({
        data: {
          ...entry,
          nounId: String(index),
          after: { [`k${index}`]: text, deep: [1.5e300, -0.1, null, { text }] },
        },
      });
  });
  // Numbers given and taken back again are not given a second time.
  await read.post.create({ data: { memberId: 'Z', post: 'manager', since: new Date('0099-01-01T00:00:00.001Z') } });
  const gone = await read.post.create({ data: { memberId: 'Z', post: 'clerk', since: at } });
  await read.post.delete({ where: { id: gone.id } });
  await read.calendarDay.createMany({
    data: Array.from({ length: 2_345 }, (_, day) => ({ date: `d${day}`, working: day % 2 === 0, setBy: 'Z', at })),
  });
  for (const statement of [
    `UPDATE head SET mark = 'moved on', bytes = '\\x00ff', list = '{"a,b",NULL,"NULL",""}', many = 1e-30, long = 9007199254740993`,
    `INSERT INTO marked (mark, next) VALUES ('x', NULL), ('x', 1), ('x', 2)`,
    `UPDATE marked SET mark = 'as it was', next = 3 WHERE id = 1`,
    `INSERT INTO "Odd ""name" VALUES ('b'), (NULL), ('a')`,
  ])
    await read.$executeRawUnsafe(statement);
}

it('brings back every value, in every table', async () => {
  await fill(source);
  const file = join(folder, 'all.gz');
  const written = await writeDump(source, file, at);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['all.gz']);
  expect(await checkDump(file)).toEqual(written);

  const target = await opened();
  const planted = await target.copying(countsOf);
  expect(planted.get('head')).toBe(1);
  const sums = await load(target, readDump(file), planted);
  expect(sums).toEqual(written.tables);
  const before = await everything(source);
  expect(await everything(target)).toEqual(before);
  expect(Object.values(before).flat().length).toBe(written.rows);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['member', 'record', 'head', 'marked', 'Odd "name']));
  const again = join(folder, 'again.gz');
  expect((await writeDump(target, again, at)).tables).toEqual(written.tables);

  // Null of JSON is not NULL of SQL.
  const nulls = await target.read.$queryRaw`
    SELECT before IS NULL AS before, jsonb_typeof(after) AS after FROM record WHERE "nounId" = 'sql'`;
  expect(nulls).toEqual([{ before: true, after: 'null' }]);

  // The numbers go on where they were, the record and the references hold as before.
  const post = { memberId: 'Z', post: 'keeper', since: at };
  expect((await target.read.post.create({ data: post })).id).toBe(3);
  await expect(target.read.record.deleteMany()).rejects.toThrow('append-only');
  await expect(target.read.post.create({ data: { ...post, memberId: 'nobody' } })).rejects.toMatchObject({
    code: 'P2003',
  });
  await target.read.$executeRawUnsafe(`INSERT INTO marked (mark) VALUES ('new')`);
  expect(await target.read.$queryRawUnsafe('SELECT id::int, mark FROM marked ORDER BY id')).toEqual([
    { id: 1, mark: 'as it was' },
    { id: 2, mark: 'by trigger' },
    { id: 3, mark: 'by trigger' },
    { id: 4, mark: 'by trigger' },
  ]);
  await expect(load(target, readDump(file), planted)).rejects.toThrow('it is not empty: table Odd "name has 3 rows');
});

it('keeps nothing of a copy that breaks off', async () => {
  const file = join(folder, 'broken.gz');
  await writeDump(source, file, at);
  const target = await opened();
  const before = await everything(target);
  const planted = await target.copying(countsOf);
  async function* half() {
    for await (const part of readDump(file)) {
      if ('table' in part && part.table === 'outbox') throw new Error('somebody pulled the plug');
      yield part;
    }
  }
  await expect(load(target, half(), planted)).rejects.toThrow('somebody pulled the plug');
  expect(await everything(target)).toEqual(before);
  await load(target, readDump(file), planted);
  expect(await everything(target)).toEqual(await everything(source));
});

it('leaves no file behind when it cannot be written whole', async () => {
  const file = join(folder, 'never.gz');
  const failing: Database = {
    ...source,
    copying: work => work({ query: (() => Promise.reject(new Error('gone'))) as never }),
  };
  await expect(writeDump(failing, file, at)).rejects.toThrow('gone');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter(name => name.startsWith('never'))).toEqual([]);
  await writeDump(source, file, at);
  await expect(writeDump(source, file, at)).rejects.toThrow(`${file} is there already.`);
});

it('leaves none behind either where it fails before the file is open', async () => {
  const failing: Database = { ...source, copying: () => Promise.reject(new Error('gone')) };
  const files = Array.from({ length: 40 }, (_, index) => join(folder, `early${index}.gz`));
  const ends = await Promise.allSettled(files.map(file => writeDump(failing, file, at)));
  expect(ends.map(({ status }) => status)).toEqual(files.map(() => 'rejected'));
  await writeDump(source, join(folder, 'after.gz'), at);
  expect(readdirSync(folder).filter(name => name.startsWith('early'))).toEqual([]);
});
