/** Columns in which people write freely: whether words stand there, and what takes their place when they are erased. */
import { ERASED } from '../kernel/erasure.ts';
import { Prisma } from './generated/client.ts';

/** The same for a question about one column: not empty, and not erased. */
export const WORDS = { notIn: ['', ERASED] };

/** Whether words stand in the column. */
export function holdsWords(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(${column} <> '' AND ${column} <> ${ERASED}, false)`;
}

/** What the column holds once words are erased; a place that never held any stays as it is. */
export function withoutWords(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${holdsWords(column)} THEN ${ERASED} ELSE ${column} END`;
}
