/** Examples that the doors name when they do not know a person: in Chinese they are Chinese throughout. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusals } from '../../../src/features/post/words.zh-CN.ts';

const folder = join(import.meta.dirname, '../../../commands');
const sources = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
/** What the doors write in their sources: lines with somebody to be filled in. */
const examples = sources.flatMap(text => [...text.matchAll(/'(\/[a-z]+ [^']*⟦@[^']*)'/g)].map(([, line = '']) => line));

it('stand in the doors', () => {
  expect(examples.length).toBeGreaterThan(5);
});

it.each(examples)('%s has no English word left', command => {
  const told = refusals['member.unknown']({ text: '@nobody', command });
  const words = told.replace(/⟦@[^⟧]*⟧|⟦day \d⟧|`\/[a-z]+/g, '').match(/[a-z]{2,}/g);
  expect([told, words]).toEqual([told, ['nobody']]);
});
