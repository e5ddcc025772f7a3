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
  const file = process.env.TEST_TEMPLATE;
  if (file === undefined) return { source: { kind: 'memory' }, drop: async () => {} };
  template ??= new Blob([readFileSync(file)]);
  return { source: { kind: 'memory', template }, drop: async () => {} };
}

/** Read once in a process, however many departments it opens. */
let template: Blob | undefined;
