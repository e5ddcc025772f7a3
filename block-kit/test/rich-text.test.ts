import { expect, test } from 'vitest';
import { type Fault, validateMessage } from '../validate.ts';

const of = (...elements: unknown[]): Fault[] =>
  validateMessage({ text: 'text', blocks: [{ type: 'rich_text', elements }] });
const sectionOf = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const text = (words = 'text', more: object = {}) => ({ type: 'text', text: words, ...more });
const link = { type: 'link', url: 'https://example.com', text: 'here' };

test('everything rich text can hold', () => {
  const pieces = [
    text('all', { style: { bold: true, italic: true, strike: true, underline: true, code: true } }),
    link,
    { type: 'emoji', name: 'wave', unicode: '1f44b', skin_tone: 2 },
    { type: 'user', user_id: 'U1', style: { bold: true } },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'channel', channel_id: 'C1' },
    { type: 'team', team_id: 'T1' },
    { type: 'broadcast', range: 'here' },
    { type: 'color', value: '#ff0000' },
    { type: 'date', timestamp: 1628633820, format: '{date_num}', fallback: '2021-08-10' },
  ];
  expect(
    of(
      sectionOf(...pieces),
      sectionOf(),
      { type: 'rich_text_list', style: 'ordered', elements: [sectionOf(...pieces)], indent: 8, offset: 3, border: 1 },
      { type: 'rich_text_quote', elements: pieces, border: 0 },
      { type: 'rich_text_preformatted', elements: [text(), link], language: 'ts' },
    ),
  ).toEqual([]);
});

test.each<[unknown, string, string]>([
  [text(), '/type', 'unsupported type: text'],
  [sectionOf(text('')), '/elements/0/text', 'must be more than 0 characters'],
  [sectionOf(text('a', { style: 'bold' })), '/elements/0/style', 'must provide an object'],
  [sectionOf(text('a', { style: { loud: true } })), '/elements/0/style', 'invalid additional property: loud'],
  [sectionOf({ type: 'mrkdwn', text: 'a' }), '/elements/0/type', 'unsupported type: mrkdwn'],
  [sectionOf({ type: 'link', text: 'a' }), '/elements/0', 'missing required field: url'],
  [sectionOf({ type: 'link', url: 'example' }), '/elements/0/url', 'must be a valid url'],
  [sectionOf({ type: 'broadcast', range: 'all' }), '/elements/0/range', 'must be a valid enum value'],
  [sectionOf({ type: 'date', timestamp: 'now', format: '{date}' }), '/elements/0/timestamp', 'must provide a number'],
  [sectionOf(sectionOf()), '/elements/0/type', 'unsupported type: rich_text_section'],
  [{ type: 'rich_text_list', elements: [sectionOf()] }, '', 'missing required field: style'],
  [{ type: 'rich_text_list', style: 'bullet', elements: [text()] }, '/elements/0/type', 'unsupported type: text'],
  [{ type: 'rich_text_list', style: 'bullet', elements: [sectionOf()], indent: 9 }, '/indent', 'must be less than 9'],
  [{ type: 'rich_text_quote', elements: [text()], border: 2 }, '/border', 'must be a valid enum value'],
  [
    { type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] },
    '/elements/0/type',
    'unsupported type: user',
  ],
])('%j', (element, path, message) => {
  expect(of(element)).toEqual([{ message, pointer: `/blocks/0/elements/0${path}` }]);
});
