/** `npm run outbox` as an administrator types it. */
import type { SpawnSyncReturns } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/lock.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { type Console, openConsole } from '../support/console.ts';

let admin: Console;
beforeAll(async () => {
  admin = await openConsole('outbox');
});
afterAll(() => admin?.close());

const type = (line: string): SpawnSyncReturns<string> => admin.type('outbox', line);

it('lists, sends again and lets go, and never shows what a message says', async () => {
  const hourAgo = new Date(Date.now() - 3 * 3_600_000);
  const ids = await admin.inDatabase(async ({ transaction, read }) => {
    const errors = [null, 'not_in_channel', 'Invalid invocation: 发烧'];
    for (const [index, error] of errors.entries()) {
      const message = { key: `k${index}`, recipient: '#department', notice: 'leave.decided', ref: { reason: '发烧' } };
      await transaction(tx => enqueue(tx, message, hourAgo));
      if (error === null) continue;
      await read.outbox.updateMany({ where: { key: `k${index}` }, data: { state: 'dead', attempt: 12, error } });
    }
    return (await read.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);
  });
  const [first = 0, second = 0, third = 0] = ids;
  const all = type('');
  expect([all.status, all.stderr]).toEqual([0, '']);
  expect(all.stdout.split('\n')).toEqual([
    'id  state    age  to           what           attempts  error',
    `${first}   pending  3 h  #department  leave.decided  0`,
    `${second}   dead     3 h  #department  leave.decided  12        not_in_channel`,
    `${third}   dead     3 h  #department  leave.decided  12        see the log`,
    '',
  ]);
  expect(type(`retry ${second}`).stdout).toContain('1 message goes out again');
  expect(type(`retry ${first}`).stdout).toContain('Nothing of that was given up');
  expect(type(`drop ${first}`).stdout).toBe(`Message ${first} will not be sent.\n`);
  expect(type('drop 999999').status).toBe(1);
  expect(type('retry all').stdout).toContain('1 message goes out again');
  const [rows, deeds] = await admin.inDatabase(async ({ read }) => [
    await read.outbox.findMany({ orderBy: { id: 'asc' } }),
    await read.record.findMany({ orderBy: { seq: 'asc' } }),
  ]);
  expect(rows.map(({ state, attempt, doubt }) => [state, attempt, doubt])).toEqual([
    ['dropped', 0, false],
    ['pending', 0, true],
    ['pending', 0, true],
  ]);
  expect(deeds.map(({ actor, deed, nounId }) => `${actor} ${deed} ${nounId}`)).toEqual([
    `console message.retried ${second}`,
    `console message.dropped ${first}`,
    `console message.retried ${third}`,
  ]);
});

it.each(['retry', 'retry x', 'drop all', 'drop -1', 'list', 'retry 1 2'])('explains itself for “%s”', line => {
  const { status, stderr } = type(line);
  expect([status, stderr.split('\n').length]).toEqual([2, 4]);
});

it('says what to do while the bot has its embedded database open', () => {
  const path = join(admin.folder, 'taken');
  mkdirSync(path, { recursive: true });
  const unlock = lockFolder(path);
  const { status, stderr } = admin.type('outbox', '', { DATA_DIR: path });
  unlock();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `The bot is running (process ${process.pid}) and an embedded database belongs to one process.\n` +
      `Stop it (kill ${process.pid}), run this again, and start it: nothing that waits is lost by that.\n`,
  );
  expect(admin.type('outbox', '', { DATA_DIR: join(admin.folder, 'nothing') }).stderr).toContain(
    'There is no database',
  );
});
