import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COVERAGE, type Covered } from '../../src/workspace/coverage.ts';
import { ELEMENT_TYPES } from '../../src/workspace/elements.ts';
import { EVENT_TYPES, INTERACTION_TYPES } from '../../src/workspace/happenings.ts';
import { METHODS } from '../../src/workspace/methods/register.ts';

const names = (kind: Covered['kind'], isThere = true): string[] =>
  COVERAGE.filter(line => line.kind === kind && (line.level !== 'not supported') === isThere)
    .map(({ name }) => name)
    .sort();

/** The types a declaration file of Slack's own names where the pattern finds them. */
const declared = (file: string, pattern: RegExp): string[] => {
  const path = join(import.meta.dirname, '../../node_modules/@slack/types/dist/block-kit', file);
  return [...new Set([...readFileSync(path, 'utf8').matchAll(pattern)].map(([, type = '']) => type))].sort();
};

describe('the coverage list', () => {
  it('names exactly the methods that are answered', () => {
    expect(names('method')).toEqual([...METHODS.keys()].sort());
    for (const name of names('method', false)) expect(METHODS.has(name)).toBe(false);
  });

  it('names exactly the events and interactions that are sent', () => {
    expect(names('event')).toEqual([...EVENT_TYPES].sort());
    expect(names('interaction')).toEqual([...INTERACTION_TYPES, 'response_url', 'slash_commands'].sort());
  });

  it('names every block and element Slack declares', () => {
    expect([...names('block'), ...names('block', false)].sort()).toEqual(
      declared('blocks.d.ts', /^ {4}type: '(\w+)';/gm),
    );
    const elements = [...names('element'), ...names('element', false)].sort();
    expect(elements).toEqual([...ELEMENT_TYPES].sort());
    const actionable = /^export interface \w+ extends Actionable[^{]*\{.*?^ {4}type: '(\w+)';/gms;
    expect(elements).toEqual(declared('block-elements.d.ts', actionable));
  });

  it('gives a test that names the thing, and tells every difference', () => {
    const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.test.ts'));
    const texts = new Map(
      files.map(file => [file, readFileSync(join(import.meta.dirname, file), 'utf8').replace(/\s/g, '')]),
    );
    for (const { name, level, test, difference } of COVERAGE) {
      if (level !== 'not supported')
        expect(`${name}: ${texts.get(test ?? '')?.includes(inTest(name))}`).toBe(`${name}: true`);
      if (level !== 'supported') expect(difference, name).toMatch(/^[A-Z].*\.$/);
    }
  });
});

/** How a test speaks of the thing: some interactions by what a person does. */
function inTest(name: string): string {
  const deeds: Record<string, string> = {
    slash_commands: '/human/command',
    block_suggestion: '/human/options',
    view_submission: '/human/submit',
  };
  return deeds[name] ?? name;
}
