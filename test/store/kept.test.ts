/** Whose the tables are: a table, or a column of free text, that nobody classifies fails here. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineKept } from '../../src/store/kept.ts';
import { openOffice, type TestOffice } from '../support/office.ts';
import { kept } from '../support/speech.ts';

let house: TestOffice;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.close());

const classified = { ...engineKept, ...kept };

it('every table is classified by the engine or by one feature, and none that is not there', async () => {
  const rows = await house.office.database.read.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  expect(Object.keys(classified).sort()).toEqual(rows.map(({ name }) => name));
  expect(Object.keys(engineKept).filter(table => table in kept)).toEqual([]);
});

it('every table in which a column names a member says how that is told to them', async () => {
  const rows = await house.office.database.read.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND (column_name LIKE '%Id' OR column_name LIKE '%By') AND data_type = 'text'
      AND column_name NOT IN ('nounId')`;
  expect(rows.map(({ name }) => name).filter(name => classified[name]?.about == null)).toEqual([]);
});

it('the columns people write in are there', async () => {
  const columns = await house.office.database.read.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text'`;
  const there = new Set(columns.map(({ name }) => name));
  const wanted = Object.entries(classified).flatMap(([table, { words }]) => words.map(column => `${table}.${column}`));
  expect(wanted.filter(name => !there.has(name))).toEqual([]);
});
