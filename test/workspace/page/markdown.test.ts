/** Standard markdown becomes pieces. */
import { expect, test } from 'vitest';
import { type Piece, parseMarkdown } from '../../../src/workspace/page/markdown.js';

const text = (value: string) => ({ type: 'text' as const, text: value });

const cases: [source: string, pieces: Piece[]][] = [
  ['# Title', [{ type: 'heading', level: 1, spans: [text('Title')] }]],
  [
    'a\nb\n\nc',
    [
      { type: 'paragraph', spans: [text('a'), { type: 'break' }, text('b')] },
      { type: 'paragraph', spans: [text('c')] },
    ],
  ],
  [
    '**b** *i* ~~s~~ `c`',
    [
      {
        type: 'paragraph',
        spans: [
          { type: 'strong', children: [text('b')] },
          text(' '),
          { type: 'em', children: [text('i')] },
          text(' '),
          { type: 's', children: [text('s')] },
          text(' '),
          { type: 'code', text: 'c' },
        ],
      },
    ],
  ],
  [
    '[x](https://a.example) [y](javascript:z)',
    [
      {
        type: 'paragraph',
        spans: [
          { type: 'link', url: 'https://a.example', children: [text('x')] },
          text(' '),
          text('[y](javascript:z)'),
        ],
      },
    ],
  ],
  [
    '- [x] done\n  - [ ] open',
    [
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          { spans: [text('done')], checked: true, depth: 0 },
          { spans: [text('open')], checked: false, depth: 1 },
        ],
      },
    ],
  ],
  [
    '3. three',
    [{ type: 'list', ordered: true, start: 3, items: [{ spans: [text('three')], checked: null, depth: 0 }] }],
  ],
  ['> quoted\n> more', [{ type: 'quote', spans: [text('quoted'), { type: 'break' }, text('more')] }]],
  ['```js\n<b>\n```', [{ type: 'pre', text: '<b>' }]],
  ['---', [{ type: 'rule' }]],
  [
    '| a | b |\n|---|:-:|\n| 1 | 2 |',
    [{ type: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] }],
  ],
];

test.each(cases)('%j', (source, pieces) => {
  expect(parseMarkdown(source)).toEqual(pieces);
});
