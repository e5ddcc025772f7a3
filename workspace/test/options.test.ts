/** What may be typed behind `npx tiaoli-workspace` or `npm run workspace --`. */
import { expect, it } from 'vitest';
import { HELP, Mistake, wishOf } from '../options.ts';

const OPTIONS = 'the options are --port, --data, --manifest, --seed, --deliver, --help.';
it.each<[string[], string]>([
  [['--port', 'http'], '--port must be a number from 0 (any free one) to 65535, not "http".'],
  [['--port', '70000'], '--port must be a number from 0 (any free one) to 65535, not "70000".'],
  [['--seed', 'empty'], '--seed must be neutral or difficult, not "empty".'],
  [
    ['--deliver', 'localhost:3000'],
    '--deliver must be the address the app listens on, such as http://127.0.0.1:3000/slack/events.',
  ],
  [['--token', 'x'], `Unknown option '--token'; ${OPTIONS}`],
  [['--data'], `Option '--data <value>' argument missing; ${OPTIONS}`],
  [['now'], `Unexpected argument 'now'; ${OPTIONS}`],
  [['--manifest', 'none.json'], 'The manifest none.json cannot be used: there is no such file.'],
])('%j gets one sentence', (args, sentence) => {
  expect(() => wishOf(args)).toThrow(new Mistake(sentence));
});

it('help is asked for by either name, and names every option that is there', () => {
  expect([wishOf(['--help']), wishOf(['-h']), wishOf(['--port', '0', '--help'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const told = [...HELP.matchAll(/^ {2}(--\w+)/gm)].map(([, name]) => name).join(', ');
  expect(`the options are ${told}.`).toBe(OPTIONS);
});

it('everything has a default, and what is typed counts', () => {
  expect(wishOf([])).toEqual({ port: 3100 });
  const typed = ['--port', '0', '--data', 'kept', '--seed', 'difficult', '--deliver', 'https://a.example/slack'];
  expect(wishOf(typed)).toEqual({ port: 0, directory: 'kept', seed: 'difficult', deliver: 'https://a.example/slack' });
});
