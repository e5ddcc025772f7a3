/** The table of promises names tests that exist, and the document has the promises and tests of the table. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROMISES, reliability } from '../docs/reliability-table.ts';

const root = join(import.meta.dirname, '..');

it('names tests that exist', () => {
  expect(PROMISES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(PROMISES.flatMap(({ tests }) => tests).filter(test => !existsSync(join(root, test)))).toEqual([]);
});

it('stands in the document as it is, with the figures of the last run', () => {
  const written = readFileSync(join(root, 'docs/reliability.md'), 'utf8').split('\n');
  const bare = (line: string) => line.split(' | ').slice(0, 3).join(' | ');
  expect(written.map(bare)).toEqual(reliability([]).split('\n').map(bare));
  const uncounted = written.filter(line => /^\| \d+ \|/.test(line) && !/\*\*\d+\*\*/.test(line));
  expect(uncounted).toEqual([]);
});

it('writes a figure where it belongs', () => {
  const kept = {
    promise: 4,
    name: 'decisions taken',
    value: 1,
    test: 'test/features/approval/decision.test.ts',
    run: 'embedded',
  } as const;
  const row = reliability([kept])
    .split('\n')
    .find(line => line.startsWith('| 4 |'));
  expect(row?.endsWith('| features/approval/decision (embedded): decisions taken **1** |')).toBe(true);
});
