/**
 * Runs all tests: on the embedded database, and what touches a database again on a PostgreSQL server where there is
 * one. What cannot run is said plainly; under CI=true it must run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from './support/chromium.ts';
import { SERVER_URL, serverAnswers } from './support/postgres.ts';

const inCi = process.env.CI === 'true';
const missing: string[] = [];
const more = process.argv.slice(2);

if (chromium() === undefined)
  missing.push('Chromium: not found (set CHROMIUM to its path); the tests of the page in a browser are left out.');
const server = await serverAnswers();
if (!server)
  missing.push(
    `PostgreSQL: none answers at ${new URL(SERVER_URL).host} (set TEST_DATABASE_URL); the second run is left out.`,
  );
for (const reason of missing) console.log(reason);
if (inCi && missing.length > 0) {
  console.log('Under CI=true all of them must run.');
  process.exit(1);
}

let failed = run('embedded');
if (server) failed = run('server') || failed;
process.exit(failed ? 1 : 0);

function run(database: 'embedded' | 'server'): boolean {
  console.log(
    `\nTests on the ${database === 'embedded' ? 'embedded database' : `PostgreSQL server at ${new URL(SERVER_URL).host}`}`,
  );
  const vitest = 'node_modules/vitest/vitest.mjs';
  if (!existsSync(vitest)) throw new Error('Install the packages first: npm ci');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...more], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE: database },
  });
  return status !== 0;
}
