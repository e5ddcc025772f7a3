/**
 * Which test files run together, by what they need: one table, read by `vitest.config.ts` and `test/run.ts`. A file
 * belongs to the first row of the table whose globs name it; `rules`, the last row, takes what needs nothing. `server`
 * stands apart: it is the other half of the matrix and runs files again.
 */

export interface Project {
  name: string;
  /** What its files need, as a sentence's end. */
  needs: string;
  /** Globs of test files, seen from the root. */
  files: readonly string[];
  /** Of these, what runs elsewhere. */
  without: readonly string[];
  /** Runs on every `npm test`; the others are left for CI and `--all`. */
  everyday: boolean;
  /** Runs files again that another project runs already. */
  again?: boolean;
  /** Projects of one group run side by side; the next group begins when it is done. */
  group: number;
  /** How many of its files run at once: two, where most of the time is not spent waiting. */
  workers: number;
  /** What is started once for all of them, besides the template of the database. */
  setup?: string;
  /** What its processes find in the environment. */
  environment?: Readonly<Record<string, string>>;
}

type Row = Omit<Project, 'without' | 'workers'> & Partial<Pick<Project, 'workers'>>;

/** Each test file belongs to one of them. */
const TABLE: readonly Row[] = [
  {
    name: 'replicas',
    needs: 'a PostgreSQL server, and processes that are killed',
    files: ['test/chaos/**/*.test.ts'],
    everyday: false,
    group: 2,
    workers: 3,
    environment: { TEST_DATABASE: 'server' },
  },
  {
    name: 'page',
    needs: 'a browser',
    setup: 'workspace/test/browser/launch.ts',
    files: ['workspace/test/browser/**/*.test.ts', 'test/page/**/*.test.ts'],
    everyday: false,
    group: 1,
  },
  {
    name: 'tools',
    needs: 'programs started as an administrator starts them',
    files: [
      'test/main.test.ts',
      'test/tools/**/*.test.ts',
      'workspace/test/{cli,packed}.test.ts',
      'test/{deploy,health}/**/*.test.ts',
      'folder-lock/test/**/*.test.ts',
    ],
    everyday: false,
    group: 1,
  },
  {
    name: 'packages',
    needs: 'the local Slack alone, or Block Kit alone',
    files: ['{block-kit,workspace}/test/**/*.test.ts'],
    everyday: true,
    group: 0,
  },
  {
    name: 'scenarios',
    needs: 'patience: outages, floods, crowds, whole weeks and connections that break',
    files: [
      'test/scenario/{connection,crowd,fairness,flood,notSaved,outage,week}.test.ts',
      'test/doors/limits.test.ts',
    ],
    everyday: false,
    group: 0,
  },
  {
    name: 'store',
    needs: 'a database',
    files: [
      'test/{office,store}/**/*.test.ts',
      'test/scheduler/tick.test.ts',
      'test/features/trouble/**/*.test.ts',
      'test/log.test.ts',
    ],
    everyday: true,
    group: 0,
  },
  {
    name: 'doors',
    needs: 'a department',
    files: [
      'test/features/**/{clock,decision,door*,workflow*}.test.ts',
      'test/{doors,local,scenario}/**/*.test.ts',
      'test/attacks/{raw,texts}.test.ts',
      'test/app.test.ts',
    ],
    everyday: true,
    group: 0,
  },
  {
    name: 'rules',
    needs: 'nothing',
    files: ['test/**/*.test.ts'],
    everyday: true,
    group: 0,
    environment: { TEST_DATABASE: 'none' },
  },
];

/** Doors and stores again, on a PostgreSQL server and over HTTP. */
const SERVER: Project = {
  name: 'server',
  needs: 'a PostgreSQL server',
  files: [
    'test/features/**/{clock,decision,door*,workflow*}.test.ts',
    'test/{doors,office,scenario,store}/**/*.test.ts',
    'test/scheduler/tick.test.ts',
  ],
  // What fits into a message depends on neither, and the register knows no database.
  without: ['test/doors/{limits,register}.test.ts'],
  everyday: false,
  again: true,
  group: 0,
  workers: 2,
  environment: { TEST_DATABASE: 'server', TEST_TRANSPORT: 'http' },
};

export const PROJECTS: readonly Project[] = [
  ...TABLE.map((row, index) => ({ workers: 2, ...row, without: TABLE.slice(0, index).flatMap(({ files }) => files) })),
  SERVER,
];

/** Whether a project cannot run without a PostgreSQL server. */
export function isOnServer({ environment }: Pick<Project, 'environment'>): boolean {
  return environment?.TEST_DATABASE === 'server';
}
