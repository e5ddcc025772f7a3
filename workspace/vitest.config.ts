/** The workspace's tests: those that speak to it as an app and as people do, and those that look at its page in a browser. */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Tests of the page that need a browser; they are left out, by themselves, where there is none. */
const inBrowser = ['test/browser/**/*.test.ts'];

const common = {
  root: import.meta.dirname,
  setupFiles: ['testing/unheard.ts'],
  // The machine may be busy; nothing here waits for long by itself.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Loading Bolt takes longer than most tests: a worker loads it once. Every test has a workspace of its own or its file's.
  isolate: false,
  maxWorkers: 2,
};

/** Two projects, which the vitest configuration of a repository around this package can list as its own. */
export const projects: TestProjectInlineConfiguration[] = [
  { test: { ...common, name: 'workspace', include: ['test/**/*.test.ts'], exclude: inBrowser } },
  {
    test: {
      ...common,
      name: 'page',
      include: inBrowser,
      globalSetup: ['test/browser/launch.ts'],
      testTimeout: 120_000,
    },
  },
];

export default defineConfig({ test: { projects } });
