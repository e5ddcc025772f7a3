/** The list of attacks is true: each has a test by that name, or a reason why there is nothing to try. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepFigures } from '../support/figures.ts';
import { ATTACKS } from './list.ts';

const root = join(import.meta.dirname, '../..');

it('names a test for every attack', () => {
  const missing = ATTACKS.flatMap(({ number, by }) => {
    if ('nothing' in by) return [];
    const [file, name] = by;
    const found = existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(name);
    return found ? [] : [`${number}: ${file} has no “${name}”`];
  });
  expect(missing).toEqual([]);
  const tried = new Set(ATTACKS.filter(({ by }) => !('nothing' in by)).map(({ number }) => number));
  keepFigures(10, 'test/attacks/list.test.ts', { 'kinds of attack listed, each with its test': tried.size });
});
