/**
 * A copy of everything in the database as lines: a header, each table with its rows, the sequences, and a footer with
 * what a reader must find. Values are the database's own text for them, so they come back exactly, on either database.
 */
import { createHash } from 'node:crypto';
import type { Connection } from '../store/tx.ts';
import { quoted, type Sequence, sequencesOf, type Table, tablesOf } from './tables.ts';

export const FORMAT = 'tiaoli-dump';
export const VERSION = 1;

/** What a dump is made of: each a line of JSON, but for rows, which come many at a time. */
export type Part =
  | Header
  | { table: string; columns: string[] }
  | Rows
  | { sequence: Omit<Sequence, 'last'>; last: string }
  | Footer;

/**
 * Lines as they stand in the file: JSON arrays with a value for each column, which is the database's text for it, or
 * null for SQL's NULL.
 */
export type Rows = string[];

export interface Header {
  format: typeof FORMAT;
  version: number;
  /** The last migration of the database, and all of them in order. */
  schema: string;
  migrations: string[];
  /** When, as ISO 8601 in UTC. */
  at: string;
}

export interface Footer {
  end: typeof FORMAT;
  tables: Record<string, Sum>;
  /** Of all lines before this one that are not rows. */
  sha256: string;
}

/** How many rows a table has, and the checksum of their lines in order. */
export interface Sum {
  rows: number;
  sha256: string;
}

const rowsAtOnce = 1_000;

/** Everything, as it is at the moment of the connection's transaction. */
export async function* dumpOf(connection: Connection, at: Date): AsyncGenerator<Part> {
  const frame = new Summing();
  const framed = <P extends Exclude<Part, Rows>>(part: P): P => {
    frame.add([JSON.stringify(part)]);
    return part;
  };
  yield framed(await headerOf(connection, at));
  const tables: Footer['tables'] = {};
  for (const table of await tablesOf(connection)) {
    yield framed({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const sum = new Summing();
    for await (const rows of rowsOf(connection, table)) {
      sum.add(rows);
      yield rows;
    }
    tables[table.name] = sum.sum();
  }
  for (const { last, ...sequence } of await sequencesOf(connection))
    if (last !== null) yield framed({ sequence, last });
  yield { end: FORMAT, tables, sha256: frame.sum().sha256 };
}

/** What a dump would say of a table. */
export async function sumOf(connection: Connection, table: Table): Promise<Sum> {
  const sum = new Summing();
  for await (const rows of rowsOf(connection, table)) sum.add(rows);
  return sum.sum();
}

/** Adds up lines as they stand in a file. */
export class Summing {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#rows += lines.length;
    this.#hash.update(`${lines.join('\n')}\n`);
  }

  /** Ends it. */
  sum(): Sum {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** As it stands in a file. */
export function textOf(part: Part): string {
  return Array.isArray(part) ? `${part.join('\n')}\n` : `${JSON.stringify(part)}\n`;
}

async function headerOf(connection: Connection, at: Date): Promise<Header> {
  const { rows } = await connection.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`);
  const migrations = rows.map(({ name }) => name);
  return { format: FORMAT, version: VERSION, schema: migrations.at(-1) ?? '', migrations, at: at.toISOString() };
}

async function* rowsOf(connection: Connection, { name, columns, order }: Table): AsyncGenerator<Rows> {
  const list = columns.map(column => `${quoted(column.name)}::text`).join(', ');
  await connection.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${list} FROM ${quoted(name)} ORDER BY ${order}`);
  for (;;) {
    const { rows } = await connection.query<(string | null)[]>({
      text: `FETCH ${rowsAtOnce} FROM copied`,
      rowMode: 'array',
    });
    if (rows.length > 0) yield rows.map(row => JSON.stringify(row));
    if (rows.length < rowsAtOnce) break;
  }
  await connection.query('CLOSE copied');
}
