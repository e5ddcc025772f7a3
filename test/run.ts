/**
 * Runs the tests of every day: rules, doors and stores on the embedded database, the two packages. `--all`, and CI=true,
 * add what needs a browser, processes or a PostgreSQL server. What is left out or cannot run is said plainly; under
 * CI=true everything must run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@tiaoli/workspace/testing/chromium';
import { isOnServer, PROJECTS, type Project } from './projects.ts';
import { SERVER_URL, serverAnswers } from './support/postgres.ts';

const inCi = process.env.CI === 'true';
/** `--only <project>` runs one of them; words without a dash are paths, and what they name runs wherever it lies. */
const { only, all, more } = wishOf(process.argv.slice(2));
const everything = all || inCi;
const named = more.some(word => !word.startsWith('-'));

const missing: string[] = [];
if (chromium() === undefined)
  missing.push('Chromium: not found (set CHROMIUM to its path); the tests of the page in a browser are left out.');
const server = await serverAnswers();
if (!server)
  missing.push(
    `PostgreSQL: none answers at ${new URL(SERVER_URL).host} (set TEST_DATABASE_URL); what needs it is left out.`,
  );
if (everything || named || only !== undefined) for (const reason of missing) console.log(reason);
if (inCi && missing.length > 0) {
  console.log('Under CI=true all of them must run.');
  process.exit(1);
}

if (only !== undefined && !PROJECTS.some(({ name }) => name === only)) {
  console.log(`There is no project ${only}, only: ${PROJECTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = PROJECTS.filter(isWanted).filter(each => server || !isOnServer(each));
const left = PROJECTS.filter(each => !chosen.includes(each));
const status = chosen.length === 0 ? 0 : run(chosen);
if (only === undefined && !named && left.length > 0) {
  console.log(everything ? '\nLeft out:' : '\nLeft for CI; npm run tests -- --all runs them too:');
  for (const { name, needs } of left) console.log(`  ${name.padEnd(9)} needs ${needs}`);
}
process.exit(status);

function isWanted(project: Project): boolean {
  if (only !== undefined) return project.name === only;
  return everything || project.everyday || (named && !project.again);
}

function wishOf(words: string[]): { only: string | undefined; all: boolean; more: string[] } {
  const all = words.includes('--all');
  const rest = words.filter(word => word !== '--all');
  if (rest[0] !== '--only') return { only: undefined, all, more: rest };
  return { only: rest[1], all, more: rest.slice(2) };
}

function run(chosen: readonly Project[]): number {
  const vitest = 'node_modules/vitest/vitest.mjs';
  if (!existsSync(vitest)) throw new Error('Install the packages first: npm ci');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...more], {
    stdio: 'inherit',
    env: { ...process.env, TEST_PROJECTS: chosen.map(({ name }) => name).join(',') },
  });
  return status ?? 1;
}
