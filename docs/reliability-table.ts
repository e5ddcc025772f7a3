/** The table of the promises: what is promised, which tests show it, and what the last run of each counted. */
import type { Figure, Promised } from '../test/support/figures.ts';

interface PromiseRow {
  number: Promised;
  promise: string;
  /** The test files that show it. */
  tests: readonly string[];
}

export const PROMISES: readonly PromiseRow[] = [
  {
    number: 1,
    promise: 'A duty of the clock is announced once, whatever dies, freezes or fails meanwhile.',
    tests: [
      'test/chaos/chaos.test.ts',
      'test/chaos/unprotected.test.ts',
      'test/chaos/failpoints.test.ts',
      'test/chaos/long.ts',
      'test/scheduler/tick.test.ts',
      'test/scenario/outage.test.ts',
    ],
  },
  {
    number: 2,
    promise: 'What was missed is made good late within its grace, labelled so; after it, it is on record and told.',
    tests: ['test/kernel/occurrence.test.ts', 'test/scheduler/tick.test.ts', 'test/features/trouble/workflow.test.ts'],
  },
  {
    number: 3,
    promise: 'What was acknowledged is stored; what was not stored is called "not saved", and what was typed is kept.',
    tests: [
      'test/scenario/notSaved.test.ts',
      'test/slack/desk.test.ts',
      'test/main.test.ts',
      'test/store/receipt.test.ts',
    ],
  },
  {
    number: 4,
    promise: 'A decision is taken once, by somebody allowed at that moment.',
    tests: ['test/chaos/replicas.test.ts', 'test/features/approval/decision.test.ts', 'test/doors/privacy.test.ts'],
  },
  {
    number: 5,
    promise: 'Messages arrive, in order for each recipient and at Slack’s pace; what cannot arrive is told.',
    tests: [
      'test/scenario/crowd.test.ts',
      'test/office/sender.test.ts',
      'test/slack/failure.test.ts',
      'test/tools/outbox.test.ts',
    ],
  },
  {
    number: 6,
    promise: 'The embedded database is safe: one process, nightly backups, a way back and a way on.',
    tests: [
      'test/store/lock.test.ts',
      'test/store/database.test.ts',
      'test/store/dump.test.ts',
      'test/tools/backup.test.ts',
      'test/tools/move.test.ts',
    ],
  },
  {
    number: 7,
    promise: 'The record cannot be changed silently.',
    tests: [
      'test/store/record.test.ts',
      'test/store/chain.test.ts',
      'test/tools/verify.test.ts',
      'test/features/summary/clock.test.ts',
    ],
  },
  {
    number: 8,
    promise: 'It says what is wrong, and nothing it should not say.',
    tests: [
      'test/scenario/secrets.test.ts',
      'test/health/doctor.test.ts',
      'test/health/server.test.ts',
      'test/log.test.ts',
    ],
  },
  {
    number: 9,
    promise: 'It stops and starts well.',
    tests: ['test/scenario/connection.test.ts', 'test/app.test.ts', 'test/main.test.ts', 'test/slack/socket.test.ts'],
  },
  {
    number: 10,
    promise: 'Bad input and attacks change nothing they should not.',
    tests: [
      'test/attacks/list.test.ts',
      'test/attacks/raw.test.ts',
      'test/attacks/texts.test.ts',
      'test/doors/nonsense.test.ts',
      'test/scenario/flood.test.ts',
      'test/slack/intake.test.ts',
      'test/features/retention/door.test.ts',
      'test/tools/personal.test.ts',
    ],
  },
  {
    number: 11,
    promise: 'PostgreSQL in earnest: the suite, several replicas, lost connections, a role that can do little.',
    tests: [
      'test/scenario/notSaved.test.ts',
      'test/store/migrate.test.ts',
      'test/deploy/role.test.ts',
      'test/deploy/files.test.ts',
      'test/chaos/chaos.test.ts',
    ],
  },
];

/** The whole document. `figures` are what the tests kept; a promise's test that kept none stands there without. */
export function reliability(figures: readonly Figure[]): string {
  return [
    '# What is promised, and what the last runs counted',
    '',
    'Written by `npm run reliability` from what the tests kept under `reports/figures`; nothing here is typed by hand.',
    '`.ci/run` runs all of it but `npm run chaos`, the long run. The attacks one by one: [the list](../test/attacks/list.ts).',
    '',
    '`npm run replicas` kills replicas at nine named steps and at random, and has fifty presses meet on three of them. It also runs',
    'without the keys, and without looking for messages whose fate is unknown, and expects duplicates then: the test can fail.',
    '',
    '| | promise | shown by | counted |',
    '|---|---|---|---|',
    ...PROMISES.map(({ number, promise, tests }) => {
      const shown = tests.map(test => `[${nameOf(test)}](../${test})`).join('<br>');
      return `| ${number} | ${promise} | ${shown} | ${countedOf(figures.filter(one => one.promise === number)).join('<br>')} |`;
    }),
    '',
  ].join('\n');
}

function nameOf(test: string): string {
  return test.replace(/^test\//, '').replace(/(\.test)?\.ts$/, '');
}

/** A line for each test and run that kept figures. */
function countedOf(figures: readonly Figure[]): string[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${nameOf(figure.test)} (${figure.run})`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const lines = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return lines.map(([key, kept]) => `${key}: ${kept.map(({ name, value }) => `${name} **${value}**`).join(', ')}`);
}
