/** A database with a record older than the chain: the chain begins after it, and where it begins cannot be moved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { beginning } from '../../src/store/chain.ts';
import { checkChain } from '../../src/store/chainCheck.ts';
import { type Database, type DatabaseSource, openDatabase } from '../../src/store/database.ts';
import { record } from '../../src/store/record.ts';
import { testDatabase } from '../support/database.ts';
import { unchained } from '../support/speech.ts';

/** One that is still there when it is opened again. */
async function kept(): Promise<DatabaseSource> {
  const { source, drop } = await testDatabase();
  onTestFinished(drop);
  if (source.kind === 'server') return source;
  const path = mkdtempSync(join(tmpdir(), 'tiaoli-chain-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return { kind: 'folder', path };
}

async function inDatabase<T>(source: DatabaseSource, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(source);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const entry = { at: new Date('2026-12-01T02:00:00Z'), actor: 'manager', deed: 'leave.approve', noun: 'leave' };

it('begins after what was there', async () => {
  const source = await kept();
  await inDatabase(source, async ({ read }) => {
    await read.$executeRawUnsafe('DROP TABLE chain_link, chain_head');
    await read.$executeRawUnsafe(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%\\_chain'`);
    for (const nounId of ['1', '2', '3']) await read.record.create({ data: { ...entry, nounId } });
  });
  await inDatabase(source, async ({ read, transaction }) => {
    expect(await checkChain(read, { unchained })).toEqual({ head: beginning(3), found: null });
    await transaction(tx => record(tx, { ...entry, nounId: 4 }));
    const { head, found } = await checkChain(read, { unchained });
    expect([head.number, head.after, found]).toEqual([1, 3, null]);
    await read.$executeRawUnsafe('ALTER TABLE chain_head DISABLE TRIGGER ALL');
    await read.$executeRawUnsafe('UPDATE chain_head SET after = 2');
    expect((await checkChain(read, { unchained })).found).toEqual({ what: 'altered', number: 1, seq: 4 });
  });
});

it('begins with the first entry of a new one, whoever comes first', async () => {
  const { source, drop } = await testDatabase();
  onTestFinished(drop);
  await inDatabase(source, async ({ read, transaction }) => {
    expect(await read.chainHead.count()).toBe(0); // nothing that a restore would meet
    const first = Array.from({ length: 20 }, (_, id) => transaction(tx => record(tx, { ...entry, nounId: id })));
    await Promise.all(first);
    const { head, found } = await checkChain(read, { unchained });
    expect([head.number, head.after, found]).toEqual([20, 0, null]);
  });
});
