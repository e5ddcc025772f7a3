/** All that a database holds, as it tells it itself: what must be the same in a copy. */

import { countsOf } from '../../src/backup/tables.ts';
import type { Database } from '../../src/store/database.ts';

/** The rows of every table as text, by table. */
export function everything({ copying }: Database): Promise<Record<string, string[]>> {
  return copying(async connection => {
    const all: Record<string, string[]> = {};
    for (const name of (await countsOf(connection)).keys()) {
      const table = `"${name.replaceAll('"', '""')}"`;
      const { rows } = await connection.query(`SELECT t::text AS row FROM ${table} t ORDER BY t::text COLLATE "C"`);
      all[name] = rows.map(({ row }: { row: string }) => row);
    }
    return all;
  });
}
