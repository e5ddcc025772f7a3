/** The words under the names people type: what they write themselves is named, what people typed stays as it is. */
import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { LOCALES } from '../../src/kernel/locale.ts';
import { refuse } from '../../src/kernel/refusal.ts';
import { named } from '../../src/locales/naming.ts';
import { quoted } from '../../src/locales/quoted.ts';
import { readerOf, sentenceFor } from '../../src/locales/reader.ts';
import { speechOf } from '../../src/office/collected.ts';
import { namingOnSlack } from '../../src/slack/commandNames.ts';

const naming = { '/leave': '/askleave', '/me': '/my', '/help': '/tiaoli help', '/trip': '/trip' };
const words = named(
  {
    plain: 'Type `/leave`, /leave, (/me) or /help.',
    chinese: '输入/help看全部，/leave。',
    others: 'leave /leaves /leave-it a/leave https://x.example/me </me> /trip /me',
    usages: [{ line: '/help leave', does: '/me' }],
    say: (text: string) => `/leave: ${text} /me`,
    deep: ({ text, at }: { text: string; at: Date }) => ({ line: `/leave ${text}`, at }),
    keyed: (command: '/leave' | '/trip') => ({ '/leave': '`/leave` it is', '/trip': 'trip' })[command],
    refusal: ({ text, command }: { text: string; command: string }) => `${quoted(text)}: ${command}`,
    many: (names: string[]) => names.join(', '),
    count: (n: number) => n * 2,
  },
  naming,
);

it.each<[string, unknown, unknown]>([
  ['a sentence', words.plain, 'Type `/askleave`, /askleave, (/my) or /tiaoli help.'],
  ['without spaces', words.chinese, '输入/tiaoli help看全部，/askleave。'],
  ['what only looks like one', words.others, 'leave /leaves /leave-it a/leave https://x.example/me </me> /trip /my'],
  ['within lists', words.usages, [{ line: '/tiaoli help leave', does: '/my' }]],
  ['what was typed', words.say('see /leave and 12/7, /me'), '/askleave: see /leave and 12/7, /me /my'],
  ['signs a slash might be kept as', words.say('⧸/leave⧹'), '/askleave: ⧸/leave⧹ /my'],
  [
    'a date among what was typed',
    words.deep({ text: '/leave', at: new Date(0) }),
    { line: '/askleave /leave', at: new Date(0) },
  ],
  ['a command as a key', words.keyed('/leave'), '`/askleave` it is'],
  ['a key that keeps its name', words.keyed('/trip'), 'trip'],
  ['a refusal', words.refusal({ text: '/leave 12/7', command: '/leave 12-07' }), '/leave 12/7: /askleave 12-07'],
  ['a person who typed nothing but a name', words.refusal({ text: '/leave', command: '/me' }), '/leave: /my'],
  ['names already told', words.many(['/leave x', '/trip']), '/leave x, /trip'],
  ['a figure', words.count(2), 4],
])('%s', (_, said, expected) => {
  expect(said).toEqual(expected);
});

it('leaves the words alone where every command has its own name', () => {
  const own = { a: 'x' };
  expect(named(own, {})).toBe(own);
  expect(named(own, { '/trip': '/trip' })).toBe(own);
});

describe('all words of the house', () => {
  const found = namingOnSlack(['/help', '/me', '/leave'], { prefix: '', names: '' });
  const speech = speechOf(features, 'naming' in found ? found.naming : {});

  /** Every sentence that is one by itself. */
  function sentences(said: unknown): string[] {
    if (typeof said === 'string') return [said];
    return typeof said === 'object' && said !== null ? Object.values(said).flatMap(sentences) : [];
  }

  it.each(LOCALES)('name no command of Slack’s own but /invite in %s', locale => {
    const builtIn = sentences(speech.languages[locale]).filter(text =>
      /(?<![\w/])\/(leave|me|help)(?![\w-])/.test(text),
    );
    expect(builtIn).toEqual([]);
  });

  it.each([
    ['en', '“/leave tomorow” is not a day I can use'],
    ['zh-CN', '“/leave tomorow”不是可以用的日期'],
  ] as const)('quote in %s what was typed, and give an example that can be typed', (locale, beginning) => {
    const reader = readerOf(speech, locale, 'Asia/Shanghai');
    const said = sentenceFor(refuse('leave.noSuchDate', { command: '/leave', text: '/leave tomorow' }), reader);
    expect(said).toContain(beginning);
    expect(said).toContain('`/askleave ');
  });
});
