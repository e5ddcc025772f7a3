/** `npm run chaos`: the long run, on a server and embedded, and the same with protections switched off, which must go red. */
import { keepFigures } from '../support/figures.ts';
import { serverAnswers } from '../support/postgres.ts';
import { countsOf } from './counts.ts';
import { type ChaosOptions, runChaos } from './run.ts';

if (!(await serverAnswers())) {
  console.log('The run needs a PostgreSQL server: set TEST_DATABASE_URL.');
  process.exit(2);
}
const seed = Number(process.argv[2] ?? Date.now() % 100_000);
console.log(`Seed ${seed}; give it as an argument to repeat the run.`);
const runs: [name: string, options: Omit<ChaosOptions, 'seed'>][] = [
  ['three replicas on a server', { database: 'server', replicas: 3, occurrences: 200, kills: 100 }],
  ['one process, embedded', { database: 'embedded', replicas: 1, occurrences: 100, kills: 30 }],
  ['without keys', { database: 'server', replicas: 3, occurrences: 100, kills: 0, calm: true, without: 'keys' }],
  [
    'without reconciliation',
    { database: 'server', replicas: 3, occurrences: 100, kills: 20, without: 'reconciliation' },
  ],
];
let isAsPromised = true;
for (const [name, options] of runs) {
  const figures = await runChaos({ ...options, seed, tell: line => console.log(`  ${line}`) });
  const { missing, duplicates, lost, twice } = figures;
  const isClean = missing + duplicates + lost + twice === 0;
  isAsPromised &&= isClean === (options.without === undefined);
  console.log(name, figures, isClean ? 'clean' : 'red');
  keepFigures(1, 'test/chaos/long.ts', countsOf(name, figures));
}
process.exit(isAsPromised ? 0 : 1);
