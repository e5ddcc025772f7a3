/** Fills a new database with a dump whatever its age: at the schema of the dump first, and then brought up to date. */
import { type DatabaseSource, openDatabase } from '../store/database.ts';
import { doubtWaiting } from '../store/outbox.ts';
import { noteRestore } from '../store/restore.ts';
import type { Header, Part, Sum } from './dump.ts';
import { leap } from './leap.ts';
import { load } from './load.ts';
import { countsOf } from './tables.ts';

/**
 * Answers what each table has, compared with the dump. `restoredAt`: others went on working since the dump was made, and what
 * they numbered and told is not in it; that is noted with this instant. Throws, with nothing of it kept, when it cannot be
 * filled or is not empty; a server's tables are there then.
 */
export async function fillDatabase(
  target: DatabaseSource,
  { migrations, at }: Pick<Header, 'migrations' | 'at'>,
  parts: AsyncIterable<Part>,
  restoredAt?: Date,
): Promise<Record<string, Sum>> {
  const planted = await plantedBy(migrations);
  const database = await openDatabase(target, { migrates: migrations });
  let sums: Record<string, Sum>;
  try {
    sums = await load(database, parts, planted);
    // What waited then was perhaps sent since: it is looked for in Slack before it is sent again.
    await doubtWaiting(database.read);
    if (restoredAt !== undefined) await leap(database);
  } finally {
    await database.close();
  }
  const current = await openDatabase(target);
  try {
    if (restoredAt !== undefined) await noteRestore(current.read, new Date(at), restoredAt);
  } finally {
    await current.close();
  }
  return sums;
}

/** What tables have from migrations alone. */
async function plantedBy(migrations: readonly string[]): Promise<Map<string, number>> {
  const fresh = await openDatabase({ kind: 'memory' }, { migrates: migrations });
  try {
    return await fresh.copying(countsOf);
  } finally {
    await fresh.close();
  }
}
