import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const rows = readFileSync(join(root, 'slack-rules.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|') && !/^\|(---| Rule )/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()));
const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, name = '']) => name);

it('every rule names files that enforce it and tests that are there', () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const [, rule, where, test] of rows) {
    expect([rule, namesIn(where).length > 0, namesIn(test).length > 0]).toEqual([rule, true, true]);
    expect([rule, [...namesIn(where), ...namesIn(test)].filter(name => !existsSync(join(root, name)))]).toEqual([
      rule,
      [],
    ]);
  }
});
