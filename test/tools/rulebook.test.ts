/** `npm run rulebook` as an administrator types it. */
import type { SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { loadRulebook } from '../../src/features/rulebook/workflow.ts';
import { readRulebook } from '../../src/features/rulebook/yaml.ts';
import { type Console, openConsole } from '../support/console.ts';
import { interpreting, REGULATION, rulebook } from '../support/rulebook.ts';

let admin: Console;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-rulebook-'));
  admin = await openConsole('rulebook');
  await admin.inDatabase(async database => {
    await loadRulebook({ database, wallClock: { now: () => new Date() }, interpreting }, null);
  });
});
afterAll(async () => {
  await admin?.close();
  rmSync(folder, { recursive: true, force: true });
});

const type = (line = ''): SpawnSyncReturns<string> => admin.type('rulebook', line);
const answerOf = ({ status, stdout, stderr }: SpawnSyncReturns<string>) => [status, stdout, stderr];

it('exports what is in force, and what is exported is right and reads back to the same', () => {
  const file = join(folder, 'ours.yaml');
  expect(answerOf(type(`export --to ${file}`))).toEqual([0, `The regulation is in ${file}.\n`, '']);
  expect(readRulebook(readFileSync(file, 'utf8'), 'en', interpreting)).toEqual(rulebook);
  expect(answerOf(type(`check ${file}`))).toEqual([
    0,
    `${file} is right: 64 articles in 8 sections, 43 of which can be broken. A department that has no regulation yet begins with it by RULEBOOK_FILE.\n`,
    '',
  ]);
  expect(type('export').stdout).toBe(readFileSync(file, 'utf8'));
  const again = type(`export --to ${file}`);
  expect([again.status, again.stderr.split(':')[0]]).toEqual([1, `${file} was not written`]);
});

it('names the lines of what is wrong', () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, readFileSync(REGULATION, 'utf8').replace('fine: 50', 'fine: fifty').replace('"1.14"', '"1.15"'));
  const wrong = type(`check ${file}`);
  expect([wrong.status, wrong.stdout]).toEqual([1, '']);
  expect(wrong.stderr.split('\n')[0]).toBe(`${file} cannot be a rulebook yet:`);
  expect(wrong.stderr).toMatch(/ {2}- line \d+: sections\.0\.articles\.3\.tiers\.0\.fine: /);
  const none = type(`check ${join(folder, 'none.yaml')}`);
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('none.yaml cannot be read: ENOENT')]);
  expect(existsSync(join(folder, 'none.yaml'))).toBe(false);
});

test.each(['', 'check', 'check a b', 'export a', 'export --to', 'import'])('explains itself for “%s”', line => {
  const { status, stdout, stderr } = type(line);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('npm run rulebook -- check <file>');
});
