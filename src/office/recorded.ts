/** What the record says of the rows of a table: each feature declares how its own are read against it. */

/** By the name of the table. */
export type RecordedTables = Readonly<Record<string, RecordedTable>>;

/** What is known or stands of a row, by the name of the field; undefined where nothing is known. */
export type Facts = Readonly<Record<string, unknown>>;

/** An entry of the record about a row. */
export interface RecordedEntry {
  /** ISO 8601, UTC. */
  at: string;
  actor: string;
  deed: string;
  before: Facts | null;
  after: Facts | null;
}

export interface RecordedTable {
  /** What the entries are about. */
  noun: string;
  /** The column they name a row by; rows that share its value are read together. */
  key: string;
  /** Deeds with whose entry a row comes: with such an entry, one has to be there. */
  born: readonly string[];
  /** What is known where no entry speaks of a row; null where there is no row without an entry. */
  begins: Facts | null;
  /** What is known after an entry; null: the row was taken away with it. */
  after(known: Facts, entry: RecordedEntry): Facts | null;
  /** What stands in the rows of one key, where it is not the columns of the one row. */
  stands?(rows: readonly Facts[]): Facts;
}

/** Those of these fields an entry says something about, as it says them. */
export function picked(said: Facts | null, fields: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(said ?? {}).filter(([field]) => fields.includes(field)));
}
