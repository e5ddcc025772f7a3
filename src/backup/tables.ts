/** The tables as the database's own catalogue tells them, so that a copy forgets none. */
import type { Connection } from '../store/tx.ts';

export interface Table {
  name: string;
  /** By name, so that two databases migrated in different ways agree. */
  columns: { name: string; type: string }[];
  /** What rows are put in order by, the same on every database whatever its collation. */
  order: string;
}

export interface Sequence {
  name: string;
  /** Whose numbers it gives. */
  table: string;
  column: string;
  /** The last number given; null when none was. */
  last: string | null;
}

/** All tables but the bookkeeping of migrations, by name. Columns the database computes itself are left out. */
export async function tablesOf(connection: Connection): Promise<Table[]> {
  const { rows } = await connection.query<Row>(`
    SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, a.atttypmod) AS type,
      a.attcollation <> 0 AS text, array_position(k.conkey, a.attnum) AS key
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname::text COLLATE "C", a.attname::text COLLATE "C"`);
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.table, [...(found.get(row.table) ?? []), row]);
  return [...found].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    order: orderOf(columns),
  }));
}

interface Row {
  table: string;
  column: string;
  type: string;
  text: boolean;
  key: number | null;
}

/** By the primary key; where there is none by everything. */
function orderOf(columns: readonly Row[]): string {
  const key = columns.filter(column => column.key !== null).toSorted((a, b) => Number(a.key) - Number(b.key));
  if (key.length === 0) return columns.map(({ column }) => `${quoted(column)}::text COLLATE "C"`).join(', ');
  return key.map(({ column, text }) => (text ? `${quoted(column)} COLLATE "C"` : quoted(column))).join(', ');
}

/** The sequences that belong to columns, by name. */
export async function sequencesOf(connection: Connection): Promise<Sequence[]> {
  const { rows } = await connection.query<Sequence>(`
    SELECT s.relname::text AS name, c.relname::text AS table, a.attname::text AS column, v.last_value::text AS last
    FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.deptype IN ('a', 'i')
    JOIN pg_class c ON c.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
    JOIN pg_sequences v ON v.schemaname = current_schema() AND v.sequencename = s.relname
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace
    ORDER BY s.relname::text COLLATE "C"`);
  return rows;
}

/** How many rows each table has. */
export async function countsOf(connection: Connection): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await tablesOf(connection)) {
    const { rows } = await connection.query<{ count: string }>(`SELECT count(*) FROM ${quoted(name)}`);
    counts.set(name, Number(rows[0]?.count ?? 0));
  }
  return counts;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
