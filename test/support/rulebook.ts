/** The regulation as its file says it, for tests of rules and for the databases that departments are copied from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/features/rulebook/article.ts';
import { type Rulebook, readRulebook } from '../../src/features/rulebook/yaml.ts';
import { features } from '../../src/features.ts';
import { interpretingBy } from '../../src/office/collected.ts';

export const REGULATION = join(import.meta.dirname, '../../src/features/rulebook/regulation.yaml');

/** What may stand beside articles. */
export const interpreting = interpretingBy(features);

export const rulebook: Rulebook = readOrThrow();

/** Every article, in the regulation's order. */
export const articles: readonly Article[] = rulebook.sections.flatMap(section => section.articles);

/** The rows of the table that a department's first start writes. */
export const versionRows = articles.map(({ number, version, inForceFrom, ...body }) => {
  return { number, version, inForceFrom, body, enteredAt: new Date(0) };
});

/** The same of its settings. */
export const settingRows = rulebook.settings.map(one => ({ ...one, enteredAt: new Date(0) }));

function readOrThrow(): Rulebook {
  const read = readRulebook(readFileSync(REGULATION, 'utf8'), 'en', interpreting);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read;
}
