/** The comparison of shapes itself: what it finds, and in which words. */
import { expect, it } from 'vitest';
import { differences, type Seen } from '../shapes/compare.ts';
import { absent, each, either, given, may, must, type Shape, without } from '../shapes/shape.ts';

const TEXT = { type: '=plain_text', text: 'string' } as const;
const OTHER = { type: '=mrkdwn', text: 'string', verbatim: 'boolean' } as const;

it.each<[what: string, value: unknown, shape: Shape, found: string[]]>([
  ['what fits', { ok: true, n: 1, s: '' }, { ok: 'true', n: 'number', s: 'string' }, []],
  ['a missing key', {}, { ok: 'boolean' }, ['$.ok is missing; Slack always sends it, as a boolean']],
  ['an unknown key', { a: 1 }, {}, ['$.a is not among the keys Slack sends']],
  [
    'several at once',
    { b: 1 },
    { a: [TEXT] },
    ['$.a is missing; Slack always sends it, as a list', '$.b is not among the keys Slack sends'],
  ],
  ['a wrong type', { a: '1' }, { a: 'number' }, ['$.a is the string "1", not a number']],
  ['null for a text', { a: null }, { a: 'string' }, ['$.a is null, not a string']],
  ['a text for null', { a: '' }, { a: 'null' }, ['$.a is the string "", not null']],
  ['null for an object', { a: null }, { a: TEXT }, ['$.a is null, not an object']],
  ['a list for an object', { a: [] }, { a: TEXT }, ['$.a is a list, not an object']],
  ['an object for a list', { a: {} }, { a: [TEXT] }, ['$.a is an object, not a list']],
  ['undefined for a text', { a: undefined }, { a: 'string' }, ['$.a is undefined, not a string']],
  ['no for yes', { ok: false }, { ok: 'true' }, ['$.ok is the boolean false, not true']],
  ['another word', { type: 'image' }, { type: '=image_block' }, ['$.type is the string "image", not "image_block"']],
  ['anything', { a: [null, {}] }, { a: 'anything' }, []],
  ['a key that may be missing', {}, { 'a?': 'string' }, []],
  ['one that may be missing and is there', { a: 'x' }, { 'a?': 'string' }, []],
  ['one that may be missing and is wrong', { a: 1 }, { 'a?': 'string' }, ['$.a is the number 1, not a string']],
  ['an empty list', [], [TEXT], []],
  [
    'deep in a list',
    { list: [{ in: { type: 'plain_text', text: 'x' } }, { in: { type: 'plain_text' } }] },
    { list: [{ in: TEXT }] },
    ['$.list[1].in.text is missing; Slack always sends it, as a string'],
  ],
  [
    'names of the app’s own',
    { a: { b: 1 }, c: { b: 'x' } },
    each({ b: 'number' }),
    ['$.c.b is the string "x", not a number'],
  ],
  ['what the app gave beside', { id: 1, color: 'red' }, given({ id: 'number' }), []],
  [
    'what the app gave, without what Slack adds',
    { color: 'red' },
    given({ id: 'number' }),
    ['$.id is missing; Slack always sends it, as a number'],
  ],
  ['one of two', { a: null }, { a: either('string', 'null') }, []],
  ['none of two', { a: 1 }, { a: either('string', 'null') }, ['$.a is the number 1, not a string or null']],
  [
    'nearest the one of its type',
    { type: 'mrkdwn', text: 'x' },
    either(TEXT, OTHER),
    ['$.verbatim is missing; Slack always sends it, as a boolean'],
  ],
  [
    'of no known type',
    { type: 'html', text: 'x' },
    either(TEXT, OTHER),
    ['$ is an object, not an object of the type "plain_text" or "mrkdwn"'],
  ],
  ['a key that is recorded as absent', {}, { a: absent('There is none here.') }, []],
  [
    'one that came all the same',
    { a: 1 },
    { a: absent('There is none here.') },
    ['$.a came, though it is recorded as absent: There is none here.'],
  ],
])('%s', (_, value, shape, found) => {
  expect(differences(value, shape)).toEqual(found);
});

it('tells which keys it has met, of what was not chosen none', () => {
  const seen: Seen = new Set();
  differences({ a: { b: 1 }, unknown: 1 }, { a: either({ b: 'string', 'c?': 'string' }, { b: 'number' }) }, '$', seen);
  expect([...seen].sort()).toEqual(['a', 'b']);
});

it('changes which keys may be missing, and leaves keys out', () => {
  const keys = { a: 'string', 'b?': 'number' } as const;
  expect([must(keys, 'b'), may(keys, 'a'), without(keys, 'b'), without(keys, 'a')]).toEqual([
    { a: 'string', b: 'number' },
    { 'a?': 'string', 'b?': 'number' },
    { a: 'string' },
    { 'b?': 'number' },
  ]);
});
