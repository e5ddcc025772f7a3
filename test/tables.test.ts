/** No SQL names a table of another feature: each table belongs to the feature whose schema file declares it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from './support/source.ts';

const models = join(import.meta.dirname, '../prisma/models');
const features = readdirSync(models).map(file => basename(file, '.prisma'));

/** The feature of each table, and of each model in small letters. */
const ownerOf = new Map(
  features.flatMap(feature => {
    const schema = readFileSync(join(models, `${feature}.prisma`), 'utf8');
    const tables = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(match => match[1] ?? '');
    return tables.map(table => [table, feature] as const);
  }),
);

/** The feature a file belongs to: by its folder, or in the store by its name; what is nobody's there is the engine's. */
function featureOf(path: string): string | null {
  const [, folder, name = ''] = /^src\/(features|store|member|office)\/([\w-]+)/.exec(path) ?? [];
  if (folder === 'features') return name;
  if (folder === 'member') return 'member';
  if (folder === 'store') return features.includes(name) ? name : (ownerOf.get(name) ?? 'office');
  return folder === 'office' ? 'office' : null;
}

/** What stands in a template or a string from its opening quote on; places left for values are a `?`. */
function literalAt(text: string, opening: number): string {
  const quote = text.charAt(opening);
  let said = '';
  let depth = 0;
  for (let at = opening + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (depth === 0 && sign === quote) return said;
    if (quote === '`' && depth === 0 && text.startsWith('${', at)) said += '?';
    if (quote === '`' && sign === '{' && (depth > 0 || text.charAt(at - 1) === '$')) depth += 1;
    else if (depth > 0 && sign === '}') depth -= 1;
    else if (depth === 0 && !(quote === '`' && text.startsWith('${', at))) said += sign;
  }
  throw new Error(`a text that begins and never ends: ${text.slice(opening, opening + 60)}`);
}

/** Every piece of SQL in a source file, as it is written; SQL within SQL is a piece of its own. */
function sqlIn(text: string): string[] {
  const openings =
    /(?:\$(?:query|execute)Raw|\bsql)(?:<[^`;]*>)?(?=`)|(?:RawUnsafe|\.query)(?:<[^;]*?>)?\(\s*(?=[`'"])/g;
  return [...text.matchAll(openings)].map(({ 0: found, index }) => literalAt(text, index + found.length));
}

/** The tables a piece of SQL names, each once. */
function tablesIn(sql: string): string[] {
  const words = sql.replace(/'[^']*'|--.*$/gm, ' ').match(/(?<![.\w])\w+/g) ?? [];
  return [...new Set(words.filter(word => ownerOf.has(word)))];
}

// Places for values are written `#{…}` here.
it.each([
  ['a query', 'await tx.$queryRaw<Row[]>`SELECT * FROM meeting m JOIN "leave" l ON true`', ['meeting', 'leave']],
  ['a query with a type of braces', 'tx.$queryRaw<{ at: Date }[]>`SELECT at FROM punch`', ['punch']],
  ['a list of tables', 'tx.$executeRaw`TRUNCATE receipt, card`', ['receipt', 'card']],
  ['a fragment', 'const own = Prisma.sql`EXISTS (SELECT 1 FROM approval)`;', ['approval']],
  [
    'SQL within SQL',
    'Prisma.sql`SELECT #{earliest ? Prisma.sql`1 FROM leave` : rest} FROM report`',
    ['report', 'leave'],
  ],
  ['a value in braces', 'tx.$executeRaw`UPDATE card SET ref = #{{ leave: 1 }} WHERE key = #{key}`', ['card']],
  ['a text of SQL', "tx.$executeRaw`UPDATE outbox SET act = 'post'`", ['outbox']],
  ['a column', 'Prisma.sql`o.card = #{card}`', []],
  ['a statement of the driver', 'connection.query<Row>(`LOCK TABLE post`)', ['post']],
  ['one in quotes', "pool.query('SELECT max(seq) FROM record')", ['record']],
  ['what is not SQL', 'refuse(`leave #{id} of the member`)', []],
])('reads %s', (_, text, tables) => {
  expect(sqlIn(text.replaceAll('#{', '${')).flatMap(tablesIn)).toEqual(tables);
});

it('finds the SQL there is', () => {
  const named = new Set(sourceFiles('src').flatMap(({ text }) => sqlIn(text).flatMap(tablesIn)));
  expect([...named].sort()).toEqual(expect.arrayContaining(['calendar_day', 'leave', 'outbox', 'punch', 'record']));
});

it('names no table of another feature', () => {
  const foreign = sourceFiles('src', 'commands', 'schedules').flatMap(({ path, text }) =>
    sqlIn(text)
      .flatMap(tablesIn)
      .filter(table => ownerOf.get(table) !== featureOf(path))
      .map(table => `${path}: ${table} is ${ownerOf.get(table)}'s`),
  );
  expect(foreign).toEqual([]);
});

/**
 * The one exception: a statement so hot that it may not become two carries the record's own insert, which `store/record.ts`
 * words. Whoever lends it out anew says so here.
 */
it('the record lends its insert to the statement that keeps a punch, and to no other', () => {
  const borrowers = sourceFiles('src').filter(
    ({ path, text }) => /\bentryInsert\(/.test(text) && !/record\.ts$/.test(path),
  );
  expect(borrowers.map(({ path }) => featureOf(path))).toEqual(['attendance']);
});
