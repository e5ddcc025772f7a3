/** Tests enter by the real doors; `test/run.ts` says which of them run how often. */
import { defineConfig } from 'vitest/config';

const all = ['test/**/*.test.ts', '{block-kit,folder-lock,workspace}/test/**/*.test.ts'];
const doors = ['test/{commands,scenario}/**/*.test.ts'];
const database = ['test/{store,workflows,commands,schedules,scheduler,scenario}/**/*.test.ts'];
// What fits into a message depends on neither the transport nor the database; once is enough.
const once = ['test/commands/limits.test.ts'];
/** Processes are killed and locks held there: a run of its own, and it needs a server. */
const replicas = ['test/chaos/**/*.test.ts'];
const onServer = process.env.TEST_DATABASE === 'server';
const run = process.env.TEST_RUN ?? 'any';

export default defineConfig({
  test: {
    include: { all, doors, database, replicas }[run] ?? all,
    exclude: { all: replicas, doors: once, database: once, replicas: [] }[run] ?? [],
    globalSetup: onServer ? [] : ['test/support/template.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
