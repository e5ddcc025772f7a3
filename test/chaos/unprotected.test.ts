/** A chaos run goes red when a protection is missing: the counts of `chaos.test.ts` can fail. */
import { expect, it } from 'vitest';
import { keepFigures } from '../support/figures.ts';
import { runChaos } from './run.ts';

it.each([
  // Three replicas find the same thing due at the same moment.
  { without: 'keys', kills: 0, calm: true },
  // One posts and is killed before it knows; the next looks for the message, and does not find it.
  { without: 'reconciliation', kills: 8, calm: false },
] as const)(
  'without $without it goes red',
  async how => {
    const { duplicates } = await runChaos({ ...how, database: 'server', replicas: 3, occurrences: 60, seed: 3 });
    expect(duplicates).toBeGreaterThan(0);
    keepFigures(1, 'test/chaos/unprotected.test.ts', { [`without ${how.without}: duplicates`]: duplicates });
  },
  400_000,
);
