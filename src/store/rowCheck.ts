/** Compares the rows of decisions and money with what the record says they are, and finds the first that differs. */
import type { Facts, RecordedEntry, RecordedTable, RecordedTables } from '../office/recorded.ts';
import { Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

/** The first row that is not as the record says. `key` is its number, day or member. */
export type Difference = { table: string; key: string } & (
  | { what: 'differs'; field: string; recorded: unknown; present: unknown }
  /** The record has it, and it is not there. */
  | { what: 'gone' }
  /** It is there, and the record does not have it. */
  | { what: 'added' }
);

interface Kept {
  key: number | string;
  rows: Facts[];
  entries: RecordedEntry[];
}

/**
 * Checks every row of these tables, so many at a time; changes nothing. Rows and entries are read by one statement, so it
 * may be asked while others write. What the record does not know of a row is not compared.
 */
export async function checkRows(tx: Tx, tables: RecordedTables, page = 500): Promise<Difference | null> {
  for (const [name, table] of Object.entries(tables)) {
    for await (const { key, ...kept } of keptIn(tx, name, table, page)) {
      const found = compared(table, kept);
      if (found !== null) return { table: name, key: String(key), ...found };
    }
  }
  return null;
}

type Found = Difference extends infer D ? (D extends Difference ? Omit<D, 'table' | 'key'> : never) : never;

function compared(table: RecordedTable, { rows, entries }: Omit<Kept, 'key'>): Found | null {
  let known = table.begins;
  for (const entry of entries) known = table.after(known ?? {}, { ...entry, at: comparable(entry.at) as string });
  const [row] = rows;
  if (known === null) return row === undefined ? null : { what: 'added' };
  if (row === undefined) return { what: 'gone' };
  const present = table.stands?.(rows) ?? row;
  for (const [field, value] of Object.entries(known)) {
    const [recorded, stands] = [comparable(value), comparable(present[field] ?? null)];
    if (recorded === undefined || JSON.stringify(recorded) === JSON.stringify(stands)) continue;
    return { what: 'differs', field, recorded, present: stands };
  }
  return null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;

/** An instant as one text, whichever way the database or an entry writes it. */
function comparable(value: unknown): unknown {
  return typeof value === 'string' && INSTANT.test(value) ? new Date(value).toISOString() : value;
}

/** All rows with their entries in the order of their keys, then those of which only entries are left. */
async function* keptIn(tx: Tx, name: string, { noun, key, born }: RecordedTable, page: number): AsyncGenerator<Kept> {
  const [table, column] = [Prisma.raw(`"${name}"`), Prisma.raw(`"${key}"`)];
  const about = (nounId: Prisma.Sql) => Prisma.sql`
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'at', r.at, 'actor', r.actor, 'deed', r.deed, 'before', r.before, 'after', r.after) ORDER BY r.seq), '[]')
     FROM record r WHERE r.noun = ${noun} AND r."nounId" = ${nounId})`;
  for (let last: Kept['key'] | undefined; ; ) {
    const from = last === undefined ? Prisma.sql`true` : Prisma.sql`t.${column} > ${last}`;
    const found: Kept[] = await tx.$queryRaw`
      SELECT k.key, k.rows, ${about(Prisma.sql`k.key::text`)} AS entries
      FROM (SELECT t.${column} AS key, jsonb_agg(to_jsonb(t)) AS rows FROM ${table} t WHERE ${from}
            GROUP BY t.${column} ORDER BY t.${column} LIMIT ${page}) k
      ORDER BY k.key`;
    yield* found;
    last = found.at(-1)?.key;
    if (found.length < page) break;
  }
  for (let last = 0; ; ) {
    const left: (Kept & { seq: number })[] = await tx.$queryRaw`
      SELECT b."nounId" AS key, '[]'::jsonb AS rows, ${about(Prisma.sql`b."nounId"`)} AS entries, b.seq
      FROM record b
      WHERE b.noun = ${noun} AND b.deed = ANY(${[...born]}) AND b.seq > ${last}
        AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.${column}::text = b."nounId")
      ORDER BY b.seq LIMIT ${page}`;
    yield* left;
    last = left.at(-1)?.seq ?? last;
    if (left.length < page) return;
  }
}
