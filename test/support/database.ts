/** A fresh database for a test file: a copy of the run's template, on PGlite or on a PostgreSQL server. */
import { readFileSync } from 'node:fs';
import type { DatabaseSource } from '../../src/store/database.ts';
import { serverDatabase } from './postgres.ts';

export interface TestDatabase {
  source: DatabaseSource;
  drop: () => Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  if (process.env.TEST_DATABASE === 'none')
    throw new Error('Tests of rules open no database: name this file in another project of test/projects.ts.');
  if (process.env.TEST_DATABASE === 'server') {
    const { url, drop } = await serverDatabase(process.env.TEST_SERVER_TEMPLATE);
    return { source: { kind: 'server', url }, drop };
  }
  const template = process.env.TEST_TEMPLATE;
  const source: DatabaseSource =
    template === undefined ? { kind: 'memory' } : { kind: 'memory', template: new Blob([readFileSync(template)]) };
  return { source, drop: async () => {} };
}
