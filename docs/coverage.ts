/** Writes into the README how far the local workspace is Slack. `npm run coverage`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVERAGE } from '../workspace/coverage.ts';
import { withCoverage } from './coverage-tables.ts';

const readme = join(import.meta.dirname, '../README.md');
writeFileSync(readme, withCoverage(readFileSync(readme, 'utf8'), COVERAGE));
