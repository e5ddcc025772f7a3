/**
 * Writes the page's table of emoji from the list Slack's own names come from (`emoji.json` of the npm package
 * emoji-datasource, MIT): `node --import tsx workspace/core/text/write-emoji.ts <emoji.json>`. Needed again only when Slack takes up new ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toned } from './emoji.js';

interface Entry {
  unified: string;
  short_names: string[];
  category: string;
  sort_order: number;
  skin_variations?: Record<string, { unified: string }>;
}

const file = process.argv[2];
if (file === undefined) throw new Error('Say where emoji.json is.');
const entries = (JSON.parse(readFileSync(file, 'utf8')) as Entry[])
  .filter(({ category }) => category !== 'Component')
  .sort((one, other) => one.sort_order - other.sort_order);

const character = (unified: string): string =>
  String.fromCodePoint(...unified.split('-').map(code => Number.parseInt(code, 16)));

/** Whether the five plain skin tones are made by the rule the page follows. */
const takesTone = ({ unified, skin_variations }: Entry): boolean =>
  ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'].every((tone, index) => {
    const there = skin_variations?.[tone];
    return there !== undefined && character(there.unified) === toned(character(unified), index + 2);
  });

const categories = [...new Set(entries.map(({ category }) => category))];
const lines = categories.map(category => {
  const words = entries
    .filter(entry => entry.category === category)
    .map(entry => [character(entry.unified) + (takesTone(entry) ? '+' : ''), ...entry.short_names].join(' '));
  return `  '${category}': '${words.join(',')}',`;
});
const text = `/**
 * Slack's standard emoji, written by write-emoji.ts. By category, in Slack's order: the character (with a + when it takes
 * skin tones) and its names.
 * @type {Record<string, string>}
 */
export const EMOJI_TABLE = {
${lines.join('\n')}
};
`;
writeFileSync(join(import.meta.dirname, 'emoji-table.js'), text);
