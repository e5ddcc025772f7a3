/** What CI refuses to install: a package nobody can check, or one that would run something unread. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
type Package = Record<string, unknown>;
interface Lock {
  lockfileVersion: number;
  packages: Record<string, Package>;
}
const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** What is said about the lock file, and whether it is refused. */
function judged(lock: Lock): { status: number | null; said: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-lock-'));
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify(lock));
  const { status, stderr } = spawnSync(process.execPath, [join(root, '.ci/packages.mjs'), file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, said: stderr.replaceAll(file, 'the file').trim().split('\n').filter(Boolean) };
}

const changed = (name: string, to: Package): Lock => {
  const path = `node_modules/${name}`;
  return { ...locked, packages: { ...locked.packages, [path]: { ...locked.packages[path], ...to } } };
};

it('takes the lock file that is there', () => {
  expect(judged(locked)).toEqual({ status: 0, said: [] });
});

it.each<[string, Lock, string]>([
  ['without integrity', changed('zod', { integrity: undefined }), 'zod has no sha512 integrity.'],
  ['with a weak sum', changed('pg', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }), 'pg has no sha512 integrity.'],
  [
    'from elsewhere',
    changed('dayjs', { resolved: 'https://example.com/dayjs.tgz' }),
    'dayjs comes from https://example.com/dayjs.tgz, not from https://registry.npmjs.org/.',
  ],
  [
    'from a repository',
    changed('undici', { resolved: 'git+ssh://git@github.com/nodejs/undici.git#1' }),
    'undici comes from git+ssh://git@github.com/nodejs/undici.git#1, not from https://registry.npmjs.org/.',
  ],
  [
    'with a script nobody read',
    changed('node-schedule', { hasInstallScript: true }),
    'node-schedule would run a script when it is installed; name it in .ci/packages.mjs once somebody read it.',
  ],
  [
    'with a script, below another',
    changed('pg/node_modules/esbuild-like', { ...locked.packages['node_modules/pg'], hasInstallScript: true }),
    'esbuild-like would run a script when it is installed; name it in .ci/packages.mjs once somebody read it.',
  ],
  ['of an older form', { ...locked, lockfileVersion: 1 }, 'the file is of another form (1); this reads 3.'],
])('refuses a package %s', (_, lock, fault) => {
  expect(judged(lock)).toEqual({ status: 1, said: [fault] });
});

it('comes before the installation, which runs no script of a package', () => {
  const lines = readFileSync(join(root, '.ci/run'), 'utf8').split('\n');
  const steps = lines.filter(line => /^(node|npm) /.test(line));
  expect(steps).toEqual([
    'node .ci/packages.mjs package-lock.json',
    'npm ci --ignore-scripts',
    'npm run generate',
    'npm test',
  ]);
});
