/** Backup and restore as an administrator types them, on a department that has lived through a day; the nightly ones; the disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schedule } from '../../schedules/index.ts';
import { checkDump } from '../../src/backup/dumpFile.ts';
import { lookAtDisk } from '../../src/backup/watch.ts';
import { makeTicker } from '../../src/scheduler/tick.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { everything } from '../support/everything.ts';
import { keepFigures } from '../support/figures.ts';
import { furnish } from '../support/folder.ts';
import { openOffice } from '../support/office.ts';

const root = join(import.meta.dirname, '../..');
const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
let folder: string;
let data: string;
let department: Department;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-backup-'));
  data = join(folder, 'data');
  furnish(data);
  department = await living(data, '2026-12-01T07:45');
});
afterAll(async () => {
  await department.close();
  rmSync(folder, { recursive: true, force: true });
});

function living(path: string, at: string): Promise<Department> {
  return openDepartment({ at, database: { kind: 'folder', path }, environment: { DATA_DIR: path } });
}

async function type(command: string, words: string[], environment: Record<string, string> = { DATA_DIR: data }) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', loader, join(root, `src/tools/${command}.ts`), ...words], {
    cwd: folder,
    env: { PATH, HOME, DEPARTMENT_LOCALE: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status: status as number, stdout, stderr };
}

/** The number a request for leave was given. */
function numberIn(answer: string): number {
  return Number(/第 (\d+) 号/.exec(answer)?.[1]);
}

async function inside<T>(path: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ kind: 'folder', path }, { migrates: false });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

it('makes a backup each night and on demand, and a department lives on from it', async () => {
  await department.as('presales1').command('/leave 2026-12-21 2026-12-22 annual 回家𠮷');
  await department.as('supervisor').does('/violation @presales2 1.1 200 没有计划');
  await department.travel('08:05');
  await department.as('presales2').command('/checkin');
  await department.travel('2026-12-02T03:30');
  expect(readdirSync(join(data, 'backups'))).toEqual(['tiaoli-2026-12-01T19-00-00Z.jsonl.gz']);
  const me = await department.as('presales1').command('/me');

  const kept = join(folder, 'kept.gz');
  const made = await type('backup', ['--to', kept]); // while it runs
  expect([made.status, made.stderr]).toEqual([0, '']);
  const { rows } = await checkDump(kept);
  expect(made.stdout).toBe(
    `${rows} rows are in ${kept}, read back and found whole. npm run restore -- <file> restores it.\n`,
  );
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readdirSync(data).filter(name => name.startsWith('backup-'))).toEqual([]);
  expect((await type('restore', [kept])).stderr).toContain(`The bot is running (process ${process.pid})`);
  const before = await everything(department.application.office.database);
  // What is numbered between the backup and the restore is lost, and its numbers with it.
  const between = numberIn(await department.as('presales1').command('/leave 2027-01-11 annual 回家'));
  const charged = await department.as('supervisor').does('/violation @presales2 1.1 100 没有记录');
  expect([between, charged]).toEqual([2, expect.stringContaining('第 2 号')]);
  await department.close();

  const other = join(folder, 'other');
  const restored = await type('restore', [kept], { DATA_DIR: other });
  expect([restored.status, restored.stderr]).toEqual([0, '']);
  expect(restored.stdout).toContain(`${rows} rows of 2026-12-01T19:30:00.000Z are restored`);
  const after = await inside(other, everything);
  expect([before.leave?.length, before.violation_case?.length]).toEqual([1, 1]);
  expect(before.meeting?.length).toBeGreaterThan(0);
  // The request itself is kept before it is answered; nothing else happened meanwhile.
  expect(after).toEqual(before);

  department = await living(other, '2026-12-02T03:31');
  expect(await department.as('presales1').command('/me')).toBe(me);
  expect(numberIn(await department.as('presales1').command('/leave 2027-01-11 annual 回家'))).toBe(1002);
  expect(await department.as('supervisor').does('/violation @presales2 1.1 100 没有记录')).toContain('第 1002 号');
  await department.close();

  const refused = await type('restore', [kept], { DATA_DIR: other });
  expect(refused.stderr).toBe(
    `Nothing was restored: there is a database in ${other}; with --force it is moved aside, not deleted.\n`,
  );
  const forced = await type('restore', [kept, '--force'], { DATA_DIR: other });
  expect(forced.stdout).toMatch(/The database that was there is in .*database\.before-/);
  expect(readdirSync(other).filter(name => name.startsWith('database')).length).toBe(2);
  expect(await inside(other, everything)).toEqual(before);

  // With the bot stopped it opens the database itself.
  expect((await type('backup', ['--to', join(folder, 'stopped.gz')], { DATA_DIR: other })).status).toBe(0);
  expect((await checkDump(join(folder, 'stopped.gz'))).tables).toEqual((await checkDump(kept)).tables);
  keepFigures(6, 'test/tools/backup.test.ts', { 'rows restored': rows });
  cpSync(kept, join(folder, 'good.gz'));
});

it('names what is wrong with a file, and makes nothing of it', async () => {
  const good = readFileSync(join(folder, 'good.gz'));
  const lines = gunzipSync(good).toString().split('\n');
  const zipped = (change: (lines: string[]) => string[]) => gzipSync(change([...lines]).join('\n'));
  const first = lines.findIndex(line => line.startsWith('['));
  const flipped = Buffer.from(good);
  flipped[flipped.length - 6] = (flipped[flipped.length - 6] ?? 0) ^ 1;
  const damaged: [name: string, bytes: Buffer, says: string][] = [
    ['empty', Buffer.alloc(0), 'is empty'],
    ['other', Buffer.from('<html>'), 'is not a backup of Tiaoli'],
    ['half', good.subarray(0, good.length / 2), 'is cut short: its end is missing'],
    ['endless', zipped(all => [...all.slice(0, -2), '']), 'is cut short: its end is missing'],
    ['flipped', flipped, 'is damaged: incorrect data check'],
    [
      'altered',
      zipped(all => all.with(first, String(all[first]).replace(/"[^"]*"\]$/, '"x"]'))),
      'was altered: rows of table',
    ],
    ['fewer', zipped(all => all.toSpliced(first, 1)), 'was altered: table'],
    [
      'sequence',
      zipped(all => all.map(one => one.replace(/"last":"\d+"/, '"last":"1000000"'))),
      'its header or its sequences',
    ],
    [
      'newer',
      zipped(all => all.with(0, String(all[0]).replace('"migrations":[', '"migrations":["20991231_future",'))),
      'is of a newer schema than this program: 20991231_future',
    ],
    [
      'format',
      zipped(all => all.with(0, String(all[0]).replace('"version":1', '"version":2'))),
      'was written by another version of the program (format 2; this one reads 1)',
    ],
  ];
  for (const [name, bytes, says] of damaged) {
    const file = join(folder, `${name}.gz`);
    writeFileSync(file, bytes);
    await expect(checkDump(file), name).rejects.toThrow(says);
  }
  for (const name of ['half', 'altered', 'newer']) {
    const target = join(folder, `from-${name}`);
    const { status, stderr } = await type('restore', [join(folder, `${name}.gz`)], { DATA_DIR: target });
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toContain(`Nothing was restored: ${join(folder, name)}.gz`);
    expect(existsSync(join(target, 'database'))).toBe(false);
  }
  keepFigures(6, 'test/tools/backup.test.ts', { 'damaged files refused': damaged.length });
});

it('keeps so many days of nightly ones, never none, and tells the leaders of a failure', async () => {
  const house = await openOffice('2026-12-01T12:00:00+08:00');
  const backups = { folder: join(folder, 'nightly'), keepDays: 3 };
  let free = 10e9;
  const office = { ...house.office, backups, disk: { freeBytes: async () => free, warnBelowMb: 500 } };
  const ticker = makeTicker(office, { ...schedule, duties: [] });
  const names = () => readdirSync(backups.folder).map(name => name.slice(7, 20));
  await ticker.tick();
  for (let night = 0; night < 6; night++) {
    const next = await ticker.nextAt();
    if (next === null) throw new Error('a night is due');
    await house.clock.set(next);
    await ticker.tick();
  }
  expect(names()).toEqual(['2026-12-04T19', '2026-12-05T19', '2026-12-06T19']);
  await house.clock.set(new Date('2026-12-20T09:00:00+08:00')); // away for two weeks: one, late
  await ticker.tick();
  await ticker.tick();
  expect(names()).toEqual(['2026-12-20T01']);
  free = 60 * 1024 * 1024;
  writeFileSync(join(backups.folder, 'tiaoli-2026-12-20T02-00-00Z.jsonl.gz'), Buffer.alloc(9e6));
  await house.clock.set(new Date('2026-12-21T03:00:00+08:00'));
  await ticker.tick();
  await ticker.tick();
  expect(names().length).toBe(2);
  const told = await house.office.database.read.outbox.findMany({ where: { notice: 'trouble.backup' } });
  expect(told.map(({ recipient, ref }) => [recipient, ref])).toEqual([
    ['#leaders', { date: '2026-12-21', folder: backups.folder, trouble: 'full' }],
  ]);
  expect(house.logged.filter(line => line.includes('backup.failed'))).toEqual(['error backup.failed']);
  await house.close();
});

it('tells once that the disk is nearly full, and again only after it was fine', async () => {
  const house = await openOffice();
  let free = 0;
  const office = { ...house.office, disk: { freeBytes: async () => free * 1024 * 1024, warnBelowMb: 500 } };
  let since: string | null = null;
  const mark = {
    read: () => since,
    write: (to: string | null) => {
      since = to;
    },
  };
  const told = async () => house.office.database.read.outbox.count({ where: { notice: 'trouble.disk' } });
  const counts: number[] = [];
  for (free of [900, 499, 300, 20, 500, 700, 499, 400]) {
    await lookAtDisk(office, mark);
    await house.pass(60_000);
    counts.push(await told());
  }
  expect(counts).toEqual([0, 1, 1, 1, 1, 1, 2, 2]);
  expect(house.logged.filter(line => line.includes('disk.'))).toEqual([
    'warn disk.little',
    'info disk.fine',
    'warn disk.little',
  ]);
  await house.close();
});
