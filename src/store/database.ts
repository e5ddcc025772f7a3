/**
 * Opens the database: PGlite in a folder by default, PostgreSQL by URL. Both are spoken to by the same driver
 * (`pg`) through the same Prisma adapter, so there is one dialect, one set of migrations and one code path.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { thenLink } from './chain.ts';
import { PrismaClient } from './generated/client.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';
import { keepDataPrivate, keepPrivate, PRIVATE_FOLDER } from './private.ts';
import type { Connection, Tx } from './tx.ts';

export interface Database {
  /** For single statements. Never use it inside `transaction`: the embedded database has one session. */
  readonly read: Tx;
  /**
   * Runs `work` in one transaction; rejects, with nothing stored, when the work or the commit fails. What it recorded of
   * decisions and money is linked into the chain as its last statements.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * For copies of whole tables: a connection to itself, in one transaction that sees one moment, under the settings in
   * which values are written exactly. On the embedded database everybody else waits until it ends.
   */
  copying<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Which database this is, for people. */
  readonly description: string;
  close(): Promise<void>;
}

export type DatabaseSource =
  | { kind: 'server'; url: string }
  | { kind: 'folder'; path: string }
  /** `template` is a dump of PGlite to begin from, which is much faster than making a new one. */
  | { kind: 'memory'; template?: Blob };

/** A database that is there in name only: a wrong address, password or name, or nobody who answers. */
export class DatabaseUnusable extends Error {
  readonly source: DatabaseSource;
  readonly reason: string;
  constructor(source: DatabaseSource, description: string, fault: unknown) {
    // Node gathers the failures of a host's several addresses in an error without words of its own.
    const first = fault instanceof AggregateError ? fault.errors[0] : fault;
    const reason = first instanceof Error ? first.message : String(first);
    super(`${description} cannot be used: ${reason}`, { cause: fault });
    this.source = source;
    this.reason = reason;
  }
}

export interface Opening {
  migrates?: boolean | readonly string[];
  /** What entries of the record are about that the chain does not hold. */
  unchained?: readonly string[];
}

/**
 * Opens, migrates and checks a database. Throws `FolderTaken`, `DatabaseUnusable` or a sentence when it cannot be used.
 * Without `migrates` it is left as it is, for whoever only looks; with names, only the migrations of those names are
 * applied.
 */
export async function openDatabase(
  source: DatabaseSource,
  { migrates = true, unchained = [] }: Opening = {},
): Promise<Database> {
  const opened = source.kind === 'server' ? server(source.url) : await embedded(source);
  const { pool, release, description } = opened;
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    errorFormat: 'minimal', // no source lines quoted in faults
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
    await release();
  };
  try {
    // Here a wrong address, password or name shows.
    const first = await pool.connect().catch((fault: unknown) => {
      throw new DatabaseUnusable(source, description, fault);
    });
    first.release();
    await assertUtc(pool);
    if (migrates !== false) await migrate(pool, migrates === true ? undefined : migrates);
    await prisma.$connect();
  } catch (fault) {
    await close();
    throw fault;
  }
  return {
    read: prisma,
    transaction: work => prisma.$transaction(tx => thenLink(tx, work, unchained)),
    copying: work => copying(pool, work),
    description,
    close,
  };
}

interface Opened {
  pool: pg.Pool;
  description: string;
  release: () => Promise<void>;
}

// Instants are stored right only when the session's zone is UTC; a server's or a machine's own setting must not decide.
const inUtc = '-c timezone=UTC';

function server(url: string): Opened {
  const pool = new pg.Pool({ connectionString: url, options: inUtc, max: 10, connectionTimeoutMillis: 5_000 });
  return { pool, description: `PostgreSQL at ${new URL(url).host}`, release: async () => {} };
}

/** Of 128 MB, the default, a department's data fill a part; all of it is written to at every start, and stays in memory. */
const SMALL = ['-c', 'shared_buffers=16MB'];

async function embedded(source: Exclude<DatabaseSource, { kind: 'server' }>): Promise<Opened> {
  const unlock = source.kind === 'folder' ? lockFolder(source.path) : () => {};
  try {
    const folder = source.kind === 'folder' ? join(source.path, 'database') : undefined;
    if (source.kind === 'folder' && folder !== undefined) {
      // Private before anything stands in it: what PGlite makes first is everybody's to read.
      mkdirSync(folder, PRIVATE_FOLDER);
      keepDataPrivate(source.path);
    }
    const pglite = await PGlite.create({
      startParams: [...PGlite.defaultStartParams, ...SMALL],
      ...(folder === undefined ? {} : { dataDir: folder }),
      ...(source.kind === 'memory' && source.template !== undefined ? { loadDataDir: source.template } : {}),
    });
    if (folder !== undefined) keepPrivate(folder);
    await pglite.exec("SET timezone TO 'UTC'");
    const door = await openDoor(pglite);
    // One session, so one connection: a transaction holds it, everybody else waits in the pool's queue.
    const pool = new pg.Pool({ ...door.address, user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 });
    return {
      pool,
      description: source.kind === 'folder' ? `embedded database in ${source.path}` : 'embedded database in memory',
      release: async () => {
        await door.close();
        await pglite.close();
        unlock();
      },
    };
  } catch (fault) {
    unlock();
    throw fault;
  }
}

// The pool has one connection, but throws it away after a failed statement and opens the next before the listener has
// noticed the end of the first; refused then, whatever comes next would fail as well.
const maxConnections = 8;

/** A Unix socket in a folder only this user can enter; a loopback port where there are no Unix sockets. */
async function openDoor(db: PGlite): Promise<{ address: pg.PoolConfig; close: () => Promise<void> }> {
  if (process.platform === 'win32') {
    const listener = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections });
    await listener.start();
    const port = Number(listener.getServerConn().split(':').at(-1));
    return { address: { host: '127.0.0.1', port }, close: () => listener.stop() };
  }
  const host = mkdtempSync(join(tmpdir(), 'tiaoli-'));
  const listener = new PGLiteSocketServer({ db, path: join(host, '.s.PGSQL.5432'), maxConnections });
  await listener.start();
  const close = async () => {
    await listener.stop();
    rmSync(host, { recursive: true, force: true });
  };
  return { address: { host, port: 5432 }, close };
}

async function copying<T>(pool: pg.Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await connection.query("SET LOCAL datestyle TO 'ISO, YMD'");
    await connection.query("SET LOCAL intervalstyle TO 'iso_8601'");
    await connection.query("SET LOCAL bytea_output TO 'hex'");
    await connection.query('SET LOCAL extra_float_digits TO 1');
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (fault) {
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw fault;
  } finally {
    connection.release(broken);
  }
}

async function assertUtc(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ zone: string }>("SELECT current_setting('timezone') AS zone");
  const zone = rows[0]?.zone ?? 'unknown';
  if (!['UTC', 'GMT', 'Etc/UTC'].includes(zone)) {
    throw new Error(`The database session is in time zone ${zone}; it must be UTC, or instants are stored wrong.`);
  }
}
