/**
 * Runs all tests on the embedded database over Socket Mode, the people's doors again over HTTP, what touches a
 * database again on a PostgreSQL server where there is one, and there the tests that kill replicas. What cannot run is
 * said plainly; under CI=true it must run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@tiaoli/workspace/testing/chromium';
import { SERVER_URL, serverAnswers } from './support/postgres.ts';

const inCi = process.env.CI === 'true';
const missing: string[] = [];
/** `--only <run>` runs one of them: all, doors, database or replicas; everything else is handed to vitest. */
const { only, more } = wishOf(process.argv.slice(2));

if (chromium() === undefined)
  missing.push('Chromium: not found (set CHROMIUM to its path); the tests of the page in a browser are left out.');
const server = await serverAnswers();
if (!server)
  missing.push(
    `PostgreSQL: none answers at ${new URL(SERVER_URL).host} (set TEST_DATABASE_URL); that run is left out.`,
  );
for (const reason of missing) console.log(reason);
if (inCi && missing.length > 0) {
  console.log('Under CI=true all of them must run.');
  process.exit(1);
}

interface Run {
  title: string;
  environment: Record<string, string>;
}

const runs: Run[] = [
  { title: 'on the embedded database, over Socket Mode', environment: { TEST_RUN: 'all' } },
  { title: 'the doors again, over HTTP', environment: { TEST_RUN: 'doors', TEST_TRANSPORT: 'http' } },
];
if (server) {
  const title = `what touches a database again, on the PostgreSQL server at ${new URL(SERVER_URL).host}`;
  runs.push({ title, environment: { TEST_RUN: 'database', TEST_DATABASE: 'server' } });
  const replicas = 'replicas that are killed, on that server';
  runs.push({ title: replicas, environment: { TEST_RUN: 'replicas', TEST_DATABASE: 'server' } });
}
const chosen = runs.filter(({ environment }) => only === undefined || environment.TEST_RUN === only);
const failed = chosen.filter(each => !passes(each));
for (const { title } of failed) console.log(`Failed: ${title}`);
process.exit(failed.length > 0 ? 1 : 0);

function wishOf(words: string[]): { only: string | undefined; more: string[] } {
  if (words[0] !== '--only') return { only: undefined, more: words };
  return { only: words[1], more: words.slice(2) };
}

function passes({ title, environment }: Run): boolean {
  console.log(`\nTests ${title}`);
  const vitest = 'node_modules/vitest/vitest.mjs';
  if (!existsSync(vitest)) throw new Error('Install the packages first: npm ci');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--passWithNoTests', ...more], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}
