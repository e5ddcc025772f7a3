/** A fresh database for a test file: on PGlite, or in the suite's second run on a PostgreSQL server. */
import { readFileSync } from 'node:fs';
import type { DatabaseSource } from '../../src/store/database.ts';
import { serverDatabase } from './postgres.ts';

export interface TestDatabase {
  source: DatabaseSource;
  drop: () => Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  if (process.env.TEST_DATABASE === 'server') {
    const { url, drop } = await serverDatabase();
    return { source: { kind: 'server', url }, drop };
  }
  const template = process.env.TEST_TEMPLATE;
  const source: DatabaseSource =
    template === undefined ? { kind: 'memory' } : { kind: 'memory', template: new Blob([readFileSync(template)]) };
  return { source, drop: async () => {} };
}
