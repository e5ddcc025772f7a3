/**
 * Applies `prisma/migrations` at start, keeping the table of Prisma Migrate exactly, so that `prisma migrate deploy`
 * and this runner can follow each other on the same database.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Tx } from './tx.ts';

const folder = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
// The lock Prisma Migrate takes as well: of several starting processes one migrates, the others wait for it.
const advisoryLock = 72_707_369;

/**
 * Applies what is missing, or of that only what is named, each migration in a transaction of its own. Throws when an
 * applied one was changed since.
 */
export async function migrate(pool: pg.Pool, only?: readonly string[]): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    // Not made where it is there: the bot's own role may have no right to make tables.
    const { rows: tables } = await connection.query("SELECT to_regclass('_prisma_migrations') AS found");
    if (tables[0]?.found === null) await connection.query(bookkeeping);
    const { rows } = await connection.query<{ migration_name: string; checksum: string; finished: boolean }>(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const applied = new Map(rows.map(row => [row.migration_name, row]));
    for (const { name, sql, checksum } of migrations()) {
      const before = applied.get(name);
      if (before === undefined && only?.includes(name) === false) continue;
      if (before === undefined) await apply(connection, name, sql, checksum);
      else if (!before.finished)
        throw new Error(`Migration ${name} was begun and not finished; restore a backup or resolve it.`);
      else if (before.checksum !== checksum)
        throw new Error(`Migration ${name} was changed after it had been applied.`);
    }
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [advisoryLock]).catch(() => {});
    connection.release();
  }
}

export interface MigrationState {
  applied: number;
  /** Known here and not there: applied at the next start. */
  missing: string[];
  /** There and not known here, begun and not finished, or changed since: not to be started upon. */
  strange: string[];
}

/** How the database's migrations compare with those of this program; changes nothing. */
export async function migrationState(tx: Tx): Promise<MigrationState> {
  const [table] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  const rows = table?.there
    ? await tx.$queryRaw<{ name: string; checksum: string; finished: boolean }[]>`
        SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
        WHERE rolled_back_at IS NULL`
    : [];
  const ours = new Map(migrations().map(({ name, checksum }) => [name, checksum]));
  const there = new Set(rows.map(({ name }) => name));
  return {
    applied: rows.length,
    missing: [...ours.keys()].filter(name => !there.has(name)),
    strange: rows
      .filter(({ name, checksum, finished }) => ours.get(name) !== checksum || !finished)
      .map(row => row.name),
  };
}

/** The names of the migrations this program knows, in order. */
export function knownMigrations(): string[] {
  return migrations().map(({ name }) => name);
}

function migrations(): { name: string; sql: string; checksum: string }[] {
  return readdirSync(folder)
    .filter(name => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function apply(connection: pg.PoolClient, name: string, sql: string, checksum: string): Promise<void> {
  await connection.query('BEGIN');
  try {
    await connection.query(sql);
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await connection.query('COMMIT');
  } catch (fault) {
    await connection.query('ROLLBACK');
    if ((fault as { code?: unknown }).code === insufficientPrivilege)
      throw new Error(
        `Migration ${name} is missing and this role may not apply it: run prisma migrate deploy as the owner of the database, then deploy/role.sql.`,
        { cause: fault },
      );
    throw new Error(`Migration ${name} failed; the database is as before.`, { cause: fault });
  }
}

const insufficientPrivilege = '42501';

const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
