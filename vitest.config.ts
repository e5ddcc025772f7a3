/** Tests enter by the real doors. The second run, on a PostgreSQL server, repeats only what touches a database. */
import { defineConfig } from 'vitest/config';

const onServer = process.env.TEST_DATABASE === 'server';

export default defineConfig({
  test: {
    include: onServer
      ? ['test/{store,workflows,commands,schedules,scheduler,scenario}/**/*.test.ts']
      : ['test/**/*.test.ts'],
    globalSetup: onServer ? [] : ['test/support/template.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
