/** Backup and restore as an administrator types them, on a department that has lived through a day; the nightly ones; the disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backupDeadlines } from '../../schedules/backup.ts';
import { schedule } from '../../schedules/index.ts';
import { checkDump } from '../../src/backup/dumpFile.ts';
import { type Place, startRecall } from '../../src/backup/recall.ts';
import { lookAtDisk } from '../../src/backup/watch.ts';
import type { Past } from '../../src/office/office.ts';
import { makeTicker } from '../../src/scheduler/tick.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { claimUnread, leaveUnread, noteRestore } from '../../src/store/restore.ts';
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

function living(path: string, at: string, more: Partial<Parameters<typeof openDepartment>[0]> = {}) {
  return openDepartment({ at, database: { kind: 'folder', path }, environment: { DATA_DIR: path }, ...more });
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

/** The row a restore leaves: what the data are of, and that nothing was read back yet. */
const ofTheBackup = /^\(\d+,"2026-12-01 19:30:00\+00","[^"]+",,,\)$/;

function omitted<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = from;
  return rest;
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
  expect(after).toEqual({ ...before, restore: [expect.stringMatching(ofTheBackup)] });

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
  const again = await inside(other, everything);
  expect(again).toEqual({ ...before, restore: [expect.stringMatching(ofTheBackup)] });

  // With the bot stopped it opens the database itself.
  expect((await type('backup', ['--to', join(folder, 'stopped.gz')], { DATA_DIR: other })).status).toBe(0);
  const { restore, ...tables } = (await checkDump(join(folder, 'stopped.gz'))).tables;
  expect(restore?.rows).toBe(1);
  expect(tables).toEqual(omitted((await checkDump(kept)).tables, 'restore'));
  keepFigures(6, 'test/tools/backup.test.ts', { 'rows restored': rows });
  cpSync(kept, join(folder, 'good.gz'));
});

it('corrects what was told since the backup, tells the leaders once, and tells nothing twice', async () => {
  const lost = join(folder, 'lost');
  const open = (at: string) => living(lost, at, { remembers: true });
  let house = await open('2026-12-02T10:00');
  /** What stands there: each text with the number of buttons under it. */
  const seen = async (who: string, channel?: string) =>
    (await house.as(who).messages(channel))
      .filter(({ ephemeral }) => ephemeral !== true)
      .map(({ text, blocks }) => [text, (JSON.stringify(blocks ?? []).match(/"action_id":/g) ?? []).length]);
  await house.as('deputy').locale('en-US');
  await house.as('presales3').command('/leave 2026-12-18 annual 探亲');
  await house.as('presales1').command('/leave 2026-12-21 annual 回家');
  await house.as('presales2').say('早上好', 'department');
  const [cards, english] = [await seen('manager'), await seen('deputy')];
  expect(cards).toEqual([
    [expect.stringContaining('<@UPRESALES3> 的请假申请'), 2],
    [expect.stringContaining('<@UPRESALES1> 的请假申请'), 2],
  ]);

  // The backup is of the moment before the first of the manager's cards was sent.
  const { database, wallClock } = house.application.office;
  const { read } = database;
  const row = await read.outbox.findFirstOrThrow({
    where: { recipient: 'UMANAGER', notice: 'approval.card' },
    orderBy: { id: 'asc' },
  });
  const placed = await read.card.findUniqueOrThrow({ where: { key: row.card ?? '' } });
  const runAt = new Date(wallClock.now().getTime() + 86_400_000);
  const waiting = { state: 'pending', ts: null, sentAt: null, attempt: 0, runAt };
  await read.outbox.update({ where: { id: row.id }, data: waiting });
  await read.card.delete({ where: { key: placed.key } });
  const file = join(folder, 'lost.gz');
  expect((await type('backup', ['--to', file], { DATA_DIR: lost })).status).toBe(0);
  await read.card.create({ data: { ...placed, ref: placed.ref ?? {} } });
  const { state, ts, sentAt, attempt } = row;
  await read.outbox.update({ where: { id: row.id }, data: { state, ts, sentAt, attempt, runAt: row.runAt } });

  // The department lives on: one is approved, another asked for, a day off announced.
  await house.travel('10:30');
  await house.as('deputy').press('approval.approve');
  await house.as('presales2').command('/leave 2026-12-22 annual 搬家');
  await house.as('manager').does('/calendar 2026-12-09 off 盘点');
  await house.as('presales2').say('请看 12 月 9 日', 'department');
  expect(await seen('presales4', 'department')).toEqual([
    ['早上好', 0],
    [expect.stringContaining('2026-12-09(周三) · 休息'), 0],
    ['请看 12 月 9 日', 0],
  ]);
  expect((await seen('deputy')).map(([, buttons]) => buttons)).toEqual([2, 0, 2]);
  await house.close();

  expect((await type('restore', [file, '--force'], { DATA_DIR: lost })).status).toBe(0);
  house = await open('2026-12-02T10:40');
  await house.application.settled();
  const stands = async () => ({
    department: await seen('presales4', 'department'),
    manager: await seen('manager'),
    deputy: await seen('deputy'),
    leaders: await seen('manager', 'leaders'),
    requester: await seen('presales1'),
  });
  const outdated = ['数据已恢复到更早的备份，这条消息作废。这里办过的事没有留下记录，需要的话请重新提出。', 0];
  const outdatedInEnglish = [
    'This message is from before a backup was restored, and no longer counts. What was decided here is not on file any more; please ask again.',
    0,
  ];
  const corrected = {
    department: [['早上好', 0], outdated, ['请看 12 月 9 日', 0]],
    manager: [...cards, outdated],
    deputy: [...english, outdatedInEnglish],
    leaders: [
      [
        [
          '数据恢复到了备份',
          '数据回到了 2026-12-02 10:00，这之后办过的事我都不知道了。',
          '找到我在这之后发的消息 5 条，都已注明作废。',
          '更早的消息有 3 条，已改回备份时的内容。',
          '*请通知大家：这之后提出的申请、做过的决定，都要重新办理。*',
          '新的编号至少往后跳一千，不会与以前的重复。',
        ].join('\n'),
        0,
      ],
    ],
    requester: [outdated],
  };
  expect(await stands()).toEqual(corrected);
  await house.close();

  house = await open('2026-12-02T10:41');
  await house.application.settled();
  expect(await stands()).toEqual(corrected);
  await house.close();
});

it('is read back by one process, from the beginning again where that one stops, at the pace Slack asks for', async () => {
  const house = await openOffice('2026-12-02T10:00:00+08:00');
  const { database, wallClock, clock } = house.office;
  const since = new Date(clock.now().getTime() - 3_600_000);
  const stamp = (minutes: number) => String(since.getTime() / 1000 + minutes * 60);
  await noteRestore(database.read, since, wallClock.now());
  await noteRestore(database.read, new Date(since.getTime() + 60_000), wallClock.now());
  const message = (uuid: string, minutes: number) => ({ channel: 'C1', ts: stamp(minutes), uuid });
  const pages = [
    { marked: [message('new', 50), message('fixed', 40)], next: 'more' },
    { marked: [message('limited', 30), message('before', -10)], next: null },
  ];
  const calls: string[] = [];
  let limits = 1;
  let begun: (() => void) | undefined;
  /** One whose first correction never comes to an end. */
  const past = (name: string, hangs: boolean): Past => ({
    channelOf: async recipient => (recipient === '#service' ? null : 'C1'),
    page: async (_, from, cursor) => {
      calls.push(`${name} reads ${cursor ?? 'first'} since ${(since.getTime() - from.getTime()) / 86_400_000} days`);
      return pages[cursor === null ? 0 : 1] as (typeof pages)[0];
    },
    async outdate({ uuid }) {
      calls.push(`${name} outdates ${uuid}`);
      if (hangs) begun?.();
      if (hangs) throw new Error('limited');
      if (uuid === 'fixed') throw new Error('dead');
      if (uuid === 'limited' && limits-- > 0) throw new Error('limited');
    },
    failureOf: fault =>
      (fault as Error).message === 'dead'
        ? { ok: false, kind: 'dead', error: 'cant_update_message' }
        : { ok: false, kind: 'retry', error: 'ratelimited', retryAfterMs: hangs ? 300_000 : 1, passing: true },
  });
  const places = async (): Promise<Place[]> =>
    (['#department', '#service', '#notices'] as const).map(recipient => ({ recipient, locale: 'en' }));
  const start = (name: string, hangs = false) =>
    startRecall(house.office, { past: past(name, hangs), paceMs: 0, places });

  const isUnderWay = new Promise<void>(resolve => {
    begun = resolve;
  });
  const one = start('one', true);
  await isUnderWay;
  // Nobody else begins meanwhile, unless the one that did is heard of no more.
  const [now, hour] = [wallClock.now(), 3_600_000];
  expect(await claimUnread(database.read, 'other', now, hour)).toBe(null);
  expect(await claimUnread(database.read, 'other', new Date(now.getTime() + hour), hour)).toMatchObject({
    backupAt: since,
  });
  await leaveUnread(database.read, 'other');
  await one.stop();
  expect(calls).toEqual(['one reads first since 14 days', 'one outdates new']);
  calls.length = 0;
  const third = start('third');
  await third.settled(60_000);
  await third.stop();
  expect(calls).toEqual([
    'third reads first since 14 days',
    'third outdates new',
    'third outdates fixed',
    'third reads more since 14 days',
    'third outdates limited',
    'third outdates limited',
  ]);
  const told = await database.read.outbox.findMany();
  expect(told.map(({ recipient, notice, ref }) => [recipient, notice, ref])).toEqual([
    ['#leaders', 'trouble.restored', { since: since.toISOString(), outdated: 2, redrawn: 0, left: 2 }],
  ]);
  calls.length = 0;
  await start('fourth').settled(60_000);
  expect([calls, await database.read.outbox.count()]).toEqual([[], 1]);
  await house.close();
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

it('begins on a clock that runs, and names the next night afterwards', async () => {
  const house = await openOffice('2026-12-01T12:00:00+08:00');
  let passed = 0;
  const clock = { now: () => new Date(house.clock.now().getTime() + passed++) };
  const office = { ...house.office, clock, backups: { folder: join(folder, 'nightly'), keepDays: 3 } };
  const ticker = makeTicker(office, { ...schedule, duties: [], deadlines: backupDeadlines });
  await ticker.tick();
  expect(await ticker.nextAt()).toEqual(new Date('2026-12-02T03:00:00+08:00'));
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
