/** Before all tests: a migrated database to copy, empty but for the regulation. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.ts';
import { REGULATION, rulebook, settingRows, versionRows } from './rulebook.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/tiaoli');
const migrations = join(root, 'prisma/migrations');

/** initdb takes seconds; a copy of its result takes a fraction of one. It is kept until a migration changes. */
export async function setup(): Promise<void> {
  const file = join(cache, `template-${fingerprint()}.tar`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, await make());
    renameSync(fresh, file);
  }
  process.env.TEST_TEMPLATE = file;
}

function fingerprint(): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(import.meta.filename))
    .update(readFileSync(REGULATION));
  for (const name of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrations, name)));
  return hash.digest('hex').slice(0, 16);
}

async function make(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-template-'));
  // Small, for it is copied once for each department: a log of 1 MB, and no further databases beside ours.
  const database = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const door = new PGLiteSocketServer({ db: database, path: join(folder, '.s.PGSQL.5432') });
  await door.start();
  const pool = new pg.Pool({ host: folder, user: 'postgres', database: 'postgres', max: 1 });
  await migrate(pool);
  // As after a department's first start.
  await pool.query('INSERT INTO rulebook (id, title, "loadedAt", "settingsAt", authority) VALUES (1, $1, $2, $2, $3)', [
    rulebook.title,
    new Date(0),
    JSON.stringify(rulebook.authority),
  ]);
  await pool.query(
    `INSERT INTO article_version SELECT * FROM jsonb_to_recordset($1::jsonb)
     AS row(number text, version int, "inForceFrom" text, body jsonb, "enteredAt" timestamptz)`,
    [JSON.stringify(versionRows)],
  );
  await pool.query(
    `INSERT INTO rulebook_setting SELECT name, article, coalesce(value, 'null'), reading, "enteredAt"
     FROM jsonb_to_recordset($1::jsonb) AS row(name text, article text, value jsonb, reading jsonb, "enteredAt" timestamptz)`,
    [JSON.stringify(settingRows)],
  );
  await pool.query("UPDATE pg_database SET datistemplate = false WHERE datname <> 'postgres'");
  for (const unused of ['template0', 'template1']) await pool.query(`DROP DATABASE ${unused}`);
  await pool.query('CHECKPOINT');
  await pool.end();
  await door.stop();
  const dump = await database.dumpDataDir('none');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  return Buffer.from(await dump.arrayBuffer());
}
