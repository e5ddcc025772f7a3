/** Writes docs/reliability.md from what the tests of the promises kept in their last runs. `npm run reliability`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURES, type Figure } from '../test/support/figures.ts';
import { reliability } from './reliability-table.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, FIGURES);
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
if (files.length === 0) {
  process.stderr.write('No test has kept figures yet; run npm test first.\n');
  process.exit(1);
}
const figures = files.flatMap(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Figure[]);
writeFileSync(join(root, 'docs/reliability.md'), reliability(figures));
console.log(`docs/reliability.md has ${figures.length} figures.`);
