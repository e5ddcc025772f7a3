/** Fills an empty, migrated database with what a dump holds, in one transaction: all of it, proved, or nothing. */
import type { Database } from '../store/database.ts';
import type { Connection } from '../store/tx.ts';
import { type Footer, type Part, type Rows, type Sum, sumOf } from './dump.ts';
import { countsOf, quoted, type Table, tablesOf } from './tables.ts';

/** The database is not one to be filled, or what came in is not what the dump says. */
export class LoadFault extends Error {}

/** Rows a table has from its migrations alone; they give way to the dump's. */
export type Planted = ReadonlyMap<string, number>;

/**
 * Copies a dump in and compares every table with the footer before anything is kept. Needs the owner of the tables,
 * for triggers and constraints hold again only at the end. Throws a `LoadFault` when a table holds more than was planted.
 */
export async function load(
  database: Database,
  parts: AsyncIterable<Part>,
  planted: Planted,
): Promise<Record<string, Sum>> {
  return database.copying(async connection => {
    const tables = await tablesOf(connection);
    const setAgain = await relaxed(connection, tables);
    await emptied(connection, planted);
    const footer = await filled(connection, parts, new Map(tables.map(table => [table.name, table])));
    await connection.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const statement of setAgain) await connection.query(statement);
    return proved(connection, tables, footer);
  });
}

/**
 * Triggers of our own are silent meanwhile, for they speak about new deeds; references may come before what they name.
 * Answers what puts that back.
 */
async function relaxed(connection: Connection, tables: readonly Table[]): Promise<string[]> {
  const { rows: constraints } = await connection.query<{ table: string; name: string }>(`
    SELECT r.relname::text AS table, c.conname::text AS name FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
    WHERE c.contype = 'f' AND NOT c.condeferrable AND r.relnamespace = current_schema()::regnamespace`);
  const { rows: triggers } = await connection.query<{ table: string; name: string; how: string }>(`
    SELECT r.relname::text AS table, t.tgname::text AS name,
      CASE t.tgenabled WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END AS how
    FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND r.relnamespace = current_schema()::regnamespace`);
  // Whoever else may be at this database waits, and finds it filled or empty.
  for (const { name } of tables) await connection.query(`LOCK TABLE ${quoted(name)} IN ACCESS EXCLUSIVE MODE`);
  const alter = ({ table }: { table: string }) => `ALTER TABLE ${quoted(table)}`;
  for (const one of triggers) await connection.query(`${alter(one)} DISABLE TRIGGER ${quoted(one.name)}`);
  for (const one of constraints)
    await connection.query(`${alter(one)} ALTER CONSTRAINT ${quoted(one.name)} DEFERRABLE INITIALLY DEFERRED`);
  await connection.query('SET CONSTRAINTS ALL DEFERRED');
  return [
    ...constraints.map(one => `${alter(one)} ALTER CONSTRAINT ${quoted(one.name)} NOT DEFERRABLE`),
    ...triggers.map(one => `${alter(one)} ${one.how} TRIGGER ${quoted(one.name)}`),
  ];
}

async function emptied(connection: Connection, planted: Planted): Promise<void> {
  const counts = await countsOf(connection);
  for (const [name, count] of counts)
    if (count > (planted.get(name) ?? 0)) throw new LoadFault(`it is not empty: table ${name} has ${count} rows`);
  for (const [name, count] of counts) if (count > 0) await connection.query(`DELETE FROM ${quoted(name)}`);
}

async function filled(
  connection: Connection,
  parts: AsyncIterable<Part>,
  tables: ReadonlyMap<string, Table>,
): Promise<Footer> {
  let into: { table: Table; columns: string[] } | null = null;
  for await (const part of parts) {
    if (Array.isArray(part)) {
      if (into !== null) await insert(connection, into.table, into.columns, part);
    } else if ('table' in part) into = { table: fitting(tables, part), columns: part.columns };
    else if ('sequence' in part) await advance(connection, part);
    else if ('end' in part) return part;
  }
  throw new LoadFault('the copy broke off before its end');
}

function fitting(
  tables: ReadonlyMap<string, Table>,
  { table: name, columns }: { table: string; columns: string[] },
): Table {
  const table = tables.get(name);
  if (table === undefined) throw new LoadFault(`table ${name} is not in its schema`);
  const known = table.columns.map(column => column.name);
  const strange = [
    ...columns.filter(column => !known.includes(column)),
    ...known.filter(one => !columns.includes(one)),
  ];
  if (strange.length > 0) throw new LoadFault(`table ${name} has other columns there: ${strange.join(', ')}`);
  return table;
}

async function insert(connection: Connection, table: Table, columns: readonly string[], rows: Rows): Promise<void> {
  const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map((column, index) => `(r.value->>${index})::${typeOf.get(column)}`);
  await connection.query(
    `INSERT INTO ${quoted(table.name)} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS r`,
    [`[${rows.join(',')}]`],
  );
}

/** To the last number given, and past every number there is. */
async function advance(
  connection: Connection,
  { sequence: { name, table, column }, last }: Extract<Part, { last: string }>,
): Promise<void> {
  await connection.query(
    `SELECT setval($1::regclass, greatest($2::bigint, (SELECT max(${quoted(column)})::bigint FROM ${quoted(table)})))`,
    [quoted(name), last],
  );
}

async function proved(
  connection: Connection,
  tables: readonly Table[],
  { tables: promised }: Footer,
): Promise<Record<string, Sum>> {
  const sums: Record<string, Sum> = {};
  for (const table of tables) {
    const wanted = promised[table.name];
    const sum = await sumOf(connection, table);
    if (sum.rows !== (wanted?.rows ?? 0) || (wanted !== undefined && sum.sha256 !== wanted.sha256))
      throw new LoadFault(`table ${table.name} came out different: ${sum.rows} rows, ${wanted?.rows ?? 0} expected`);
    sums[table.name] = sum;
  }
  return sums;
}
