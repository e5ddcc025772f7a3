/** Tests enter by the real doors; `test/projects.ts` says which files run together, `test/run.ts` which of them run. */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { isOnServer, PROJECTS, type Project } from './test/projects.ts';
import { Minutes } from './test/support/minutes.ts';

/** `test/run.ts` names them; without it each file runs once, where no server is needed. */
const named = process.env.TEST_PROJECTS?.split(',');
const isChosen = (each: Project) => named?.includes(each.name) ?? !isOnServer(each);

const project = ({
  name,
  files,
  without,
  group,
  workers,
  setup,
  environment = {},
}: Project): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [...files],
    exclude: [...without],
    env: environment,
    globalSetup: [
      isOnServer({ environment }) ? 'test/support/serverTemplate.ts' : 'test/support/template.ts',
      ...(setup === undefined ? [] : [setup]),
    ],
    sequence: { groupOrder: group },
    maxWorkers: workers,
  },
});

export default defineConfig({
  test: {
    projects: PROJECTS.filter(isChosen).map(project),
    reporters: ['default', new Minutes()],
    setupFiles: ['test/support/setup.ts'],
    // The files a process runs share what is dear to make: the modules, and the compiled database.
    isolate: false,
    // Against hanging only: no test may depend on how busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000, interval: 100 } },
  },
});
