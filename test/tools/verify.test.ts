/** `npm run verify` as an administrator types it. */
import type { SpawnSyncReturns } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headOf } from '../../src/store/chain.ts';
import { lockFolder } from '../../src/store/lock.ts';
import { record } from '../../src/store/record.ts';
import { type Console, openConsole } from '../support/console.ts';
import { keepFigures } from '../support/figures.ts';

let admin: Console;
beforeAll(async () => {
  admin = await openConsole('verify');
  await admin.inDatabase(async () => {});
});
afterAll(() => admin?.close());

const type = (line = ''): SpawnSyncReturns<string> => admin.type('verify', line);
const answerOf = ({ status, stdout, stderr }: SpawnSyncReturns<string>) => [status, stdout, stderr];

/** By hand, with the triggers out of the way. */
function altered(sql: string): Promise<unknown> {
  return admin.inDatabase(async ({ transaction }) =>
    transaction(async tx => {
      const tables = ['record', 'chain_link', 'chain_head'];
      for (const table of tables) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      await tx.$executeRawUnsafe(sql);
      for (const table of tables) await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
    }),
  );
}

function decided(entries: number): Promise<string> {
  return admin.inDatabase(async ({ transaction, read }) => {
    await transaction(async tx => {
      for (let id = 1; id <= entries; id += 1) {
        const [at, after] = [new Date('2026-12-01T02:00:00Z'), { state: 'upheld', amount: 5_000 * id }];
        await record(tx, { at, actor: 'manager', deed: 'case.uphold', noun: 'case', nounId: id, after });
      }
    });
    return (await headOf(read)).hash;
  });
}

it('says how many are verified and the head, and compares with a posted one', async () => {
  expect(answerOf(type())).toEqual([
    0,
    expect.stringMatching(/^Whole: 0 entries verified, in the .*\.\nHead: [0-9a-f]{64}\n$/),
    '',
  ]);
  const first = await decided(3);
  const then = await decided(2);
  const whole = `Whole: 5 entries verified, in the ${admin.where}.\nHead: ${then}\n`;
  expect(answerOf(type())).toEqual([0, whole, '']);
  expect(answerOf(type(`--head ${then}`))).toEqual([
    0,
    `${whole}As posted: that was entry 5, and nothing was added since.\n`,
    '',
  ]);
  expect(answerOf(type(`--head ${first.toUpperCase()}`))).toEqual([
    0,
    `${whole}As posted: that was entry 3, and 2 were added since.\n`,
    '',
  ]);
  const other = 'a'.repeat(64);
  expect(answerOf(type(`--head ${other}`))).toEqual([
    1,
    whole,
    `Not as it was posted: no entry has the hash ${other}. The chain was made anew since, or this is another database.\n`,
  ]);
});

it('compares what stands in the tables with the record, and names the row, the field, and both', async () => {
  const at = 'now(), now()';
  const blows = [
    [
      `INSERT INTO leave ("memberId", kind, "from", "fromHalf", "to", "toHalf", "halfDays", reason, state, "requestedAt", "changedAt")
       VALUES ('m', 'annual', '2026-12-07', 'am', '2026-12-07', 'pm', 2, '', 'approved', ${at})`,
      'row 1 of leave is not on the record: it was added by hand.',
      'DELETE FROM leave',
    ],
    [
      `WITH one AS (INSERT INTO member (id, name, handle, "seenAt") VALUES ('mallory', 'M', 'm', now()) RETURNING id)
       INSERT INTO post ("memberId", post, since) SELECT id, 'president', now() FROM one`,
      'row mallory of post has posts ["president"]; the record says [].',
      'DELETE FROM post',
    ],
  ] as const;
  for (const [sql, says, undone] of blows) {
    await altered(sql);
    expect(answerOf(type()), sql).toEqual([1, '', `Not as the record says, in the ${admin.where}: ${says}\n`]);
    await altered(undone);
  }
});

it('names the first row that was altered, removed, cut off or added, one after the other', async () => {
  // From the end to the beginning: each is found although all that was done before is there as well.
  const blows = [
    [
      `INSERT INTO record (seq, at, actor, deed, noun, "nounId") VALUES (77, now(), 'x', 'case.uphold', 'case', '9')`,
      'row 77 of record was added beside the chain. All entries of the chain are as they were.',
    ],
    [
      `UPDATE chain_head SET hash = reverse(hash)`,
      'the row of chain_head was altered or removed. Entries 1 to 5 agree with each other, but nothing says any more that they are all: compare with a posted head.',
    ],
    ['DELETE FROM chain_link WHERE number = 5', 'entry 5 was cut off at the end. All before it is as it was.'],
    [
      'DELETE FROM chain_link WHERE number >= 4',
      'entries 4 to 5 were cut off at the end. All before them is as it was.',
    ],
    [
      `UPDATE record SET after = '{"state": "upheld", "amount": 1}' WHERE seq = 3`,
      'entry 3 was altered (row 3 of record, or its row of chain_link). All before it is as it was.',
    ],
    [
      'DELETE FROM record WHERE seq = 2',
      'entry 2 is missing: row 2 of record was removed. All before it is as it was.',
    ],
    [
      'DELETE FROM chain_link WHERE number = 1',
      'entry 1 is missing: its row of chain_link was removed. All before it is as it was.',
    ],
  ] as const;
  let found = 0;
  for (const [sql, says] of blows) {
    await altered(sql);
    expect(answerOf(type()), sql).toEqual([1, '', `Not whole, in the ${admin.where}: ${says}\n`]);
    found += 1;
  }
  keepFigures(7, 'test/tools/verify.test.ts', { 'alterations tried': blows.length, 'alterations found': found });
});

it.each(['--head', '--head abc', '--head x y', 'all'])('explains itself for “%s”', line => {
  const { status, stderr } = type(line);
  expect([status, stderr.split('\n').length]).toEqual([2, 4]);
});

it('says what to do while the bot has its embedded database open, and where there is none', () => {
  const path = join(admin.folder, 'taken');
  mkdirSync(path, { recursive: true });
  const unlock = lockFolder(path);
  const { status, stderr } = admin.type('verify', '', { DATA_DIR: path });
  unlock();
  expect([status, stderr]).toEqual([1, expect.stringContaining(`The bot is running (process ${process.pid})`)]);
  expect(admin.type('verify', '', { DATA_DIR: join(admin.folder, 'nothing') }).stderr).toContain(
    'There is no database',
  );
});
