/** What the tests of the promises counted, kept beside the run so that `npm run reliability` can show it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The promises of docs/reliability.md by number. */
export type Promised = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

export interface Figure {
  promise: Promised;
  /** What was counted, in English, such as `duplicates`. */
  name: string;
  value: number;
  /** The test file that counted it, such as `test/chaos/chaos.test.ts`. */
  test: string;
  /** Where it ran: `embedded` or `PostgreSQL`, over `Socket Mode` or `HTTP`. */
  run: string;
}

export const FIGURES = join('reports', 'figures');

/** Keeps figures a test of a promise counted; called after what must hold of them was expected. */
export function keepFigures(promise: Promised, test: string, figures: Record<string, number>): void {
  const database = process.env.TEST_DATABASE === 'server' ? 'PostgreSQL' : 'embedded';
  const transport = process.env.TEST_TRANSPORT === 'http' ? 'HTTP' : 'Socket Mode';
  const run = `${database}, ${transport}`;
  mkdirSync(FIGURES, { recursive: true });
  const kept: Figure[] = Object.entries(figures).map(([name, value]) => ({ promise, name, value, test, run }));
  const name = `${promise} ${test} ${run} ${Object.keys(figures).join(' ')}`.replace(/[^\w]+/g, '-');
  writeFileSync(join(FIGURES, `${name.slice(0, 200)}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
