import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withDiagram } from '../../../docs/cases-diagram.ts';

it('the diagram in docs/cases.md is that of the states', () => {
  const page = readFileSync('docs/cases.md', 'utf8');
  expect(page).toContain('deciding --> upheld: uphold');
  expect(withDiagram(page)).toBe(page);
});
