/** After a restore numbers are never given twice: what was numbered since the backup is not known any more. */
import type { Database } from '../store/database.ts';
import { quoted, sequencesOf } from './tables.ts';

/** The fewest numbers left out. */
const LEAST = 1_000;

/** Numbers left out after so many were given: more than can have been given since a backup. */
export function leapOf(given: number): number {
  return Math.max(LEAST, Math.floor(given / 4));
}

/** Moves every sequence past the numbers that may have been given since the copy was made. */
export async function leap(database: Database): Promise<void> {
  await database.copying(async connection => {
    for (const { name, last } of await sequencesOf(connection)) {
      const given = Number(last ?? 0);
      await connection.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), String(given + leapOf(given))]);
    }
  });
}
