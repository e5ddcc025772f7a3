/** What somebody writes to make a page stand still: ten times the text is ten times the work, whatever it is made of. */
import { expect, it } from 'vitest';
import { parseMrkdwn, parsePlain } from '../../core/text/mrkdwn.js';
import { parseMarkdown } from '../../page/markdown.js';

const LENGTH = 3_000;
/** Of 10 for a text that is read in the square of its length, and 1 for one read once. */
const MOST = 3;
/** For a shape that seems slow: a text read once is quick in one of them, another in none. */
const TRIES = 60;

const SHAPES = [
  ...['*', '_', '~', '`', '<', '&', ':', '[', '!', '#', '-', '|', '>', ' ', '\n', '\t'],
  ...['*a ', '_a ', '~a ', '* ', 'a* ', ' *a', '***a ', '**a ', '*_~', '*_~a ', '*a _b ~c '],
  ...['`a', '`` ` ', '*`', '*`*', '<a', '<a|', '<a *b>', '_<a ', '<@U1> ', '<!date^1^{date}|'],
  ...['&amp;', '&gt;', ':a', ':a:', 'http://', ' http://a', 'h', '[a](', '![', '[[a]', '[a](b "'],
  ...[
    '- ',
    '- a\n',
    '- a\n\n',
    '1. a\n',
    '  - a\n',
    '> ',
    '>>',
    '&gt; ',
    '# a ',
    '|-',
    '| a |\n',
    '- - ',
    '```',
    '事*',
  ],
];
/** What stands before and after it: an end far away, or none, is what is looked for again and again. */
const AROUND: readonly [string, string][] = [
  ['', ''],
  ['*b', 'a*'],
  ['|\n', 'x'],
  ['# ', '`'],
];

const READERS: [string, (text: string) => unknown][] = [
  ['mrkdwn', parseMrkdwn],
  ['plain', parsePlain],
  ['markdown', parseMarkdown],
];

it.each(READERS)('%s', (_, read) => {
  const slow: string[] = [];
  for (const shape of SHAPES)
    for (const [before, after] of AROUND) {
      const text = (length: number) => before + shape.repeat(Math.ceil(length / shape.length)) + after;
      const grows = growth(read, text(LENGTH), text(LENGTH * 10));
      if (grows > MOST) slow.push(`${JSON.stringify(`${before}(${shape})${after}`)}: ${grows.toFixed(1)}`);
    }
  expect(slow).toEqual([]);
});

/**
 * How much longer the long text takes than the short one ten times: of several tries side by side the best of each,
 * so that a machine that is busy with others does not tell.
 */
function growth(read: (text: string) => unknown, short: string, long: string): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tried = 0; tried < TRIES; tried += 1) {
    least = Math.min(
      least,
      took(() => Array.from({ length: 10 }, () => read(short))),
    );
    most = Math.min(
      most,
      took(() => read(long)),
    );
    // Once it was as quick as it should be there is nothing to find out.
    if (most / least <= MOST) return most / least;
  }
  return most / least;
}

function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return Math.max(performance.now() - began, 0.01);
}
