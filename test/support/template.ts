/** Before all tests: a migrated empty database to copy, and whether there is a PostgreSQL server to test on as well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.ts';

/** initdb takes seconds; a copy of its result takes a fraction of one. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-template-'));
  const database = await PGlite.create();
  const door = new PGLiteSocketServer({ db: database, path: join(folder, '.s.PGSQL.5432') });
  await door.start();
  const pool = new pg.Pool({ host: folder, user: 'postgres', database: 'postgres', max: 1 });
  await migrate(pool);
  await pool.end();
  await door.stop();
  const file = join(folder, 'template.tar');
  const dump = await database.dumpDataDir('none');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await database.close();
  process.env.TEST_TEMPLATE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
