/** Questions of several stores asked by one statement, for what has to be known at every press. Each store words its own. */
import { Prisma } from './generated/client.ts';
import type { Tx } from './tx.ts';

/** A question about the tables of the store that words it. */
export interface Question<Answer> {
  /** A query for one value. */
  sql: Prisma.Sql;
  /** Makes the answer of that value as JSON holds it: instants are texts there. */
  read(value: unknown): Answer;
}

/** A query for one instant, or for none. */
export function instant(sql: Prisma.Sql): Question<Date | null> {
  return { sql, read: value => (value === null ? null : new Date(value as string)) };
}

type Answers<Questions> = {
  [Name in keyof Questions]: Questions[Name] extends Question<infer Answer> ? Answer : never;
};

/** The answers to all of them, as of one moment. */
export async function ask<Questions extends Record<string, Question<unknown>>>(
  tx: Tx,
  questions: Questions,
): Promise<Answers<Questions>> {
  const parts = Object.entries(questions).map(([name, { sql }]) => Prisma.sql`${name}::text, (${sql})`);
  const [row] = await tx.$queryRaw<{ values: Record<string, unknown> }[]>`
    SELECT json_build_object(${Prisma.join(parts)}) AS values`;
  const answers = Object.entries(questions).map(([name, { read }]) => [name, read(row?.values[name] ?? null)]);
  return Object.fromEntries(answers) as Answers<Questions>;
}
