/** A short chaos run on each database; `npm run chaos` is the long one. */
import { expect, it } from 'vitest';
import { keepFigures } from '../support/figures.ts';
import { countsOf } from './counts.ts';
import { runChaos } from './run.ts';

const test = 'test/chaos/chaos.test.ts';
const unhurt = { missing: 0, duplicates: 0, lost: 0, twice: 0 };

it('three replicas on a server lose nothing and say nothing twice', async () => {
  const figures = await runChaos({ database: 'server', replicas: 3, occurrences: 60, kills: 15, seed: 1 });
  expect(figures).toMatchObject({ announced: 60, ...unhurt });
  expect(figures.kills).toBeGreaterThanOrEqual(15);
  keepFigures(1, test, countsOf('three replicas', figures));
}, 400_000);

it('one process on the embedded database loses nothing and says nothing twice', async () => {
  const figures = await runChaos({ database: 'embedded', replicas: 1, occurrences: 20, kills: 5, seed: 2 });
  expect(figures).toMatchObject({ announced: 20, ...unhurt });
  keepFigures(1, test, countsOf('one embedded', figures));
}, 400_000);
