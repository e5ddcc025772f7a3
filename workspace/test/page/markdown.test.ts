/** Standard markdown becomes pieces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Item, type Piece, parseMarkdown, type Span } from '../../page/markdown.js';

const text = (value: string) => ({ type: 'text' as const, text: value });
const strong = (...children: Span[]): Span => ({ type: 'strong', children });
const em = (...children: Span[]): Span => ({ type: 'em', children });
const TADA: Span = { type: 'emoji', name: 'tada' };
const paragraph = (...spans: Span[]): Piece => ({ type: 'paragraph', spans });
const item = (checked: boolean | null, said: string, ...more: Piece[]): Item => ({
  checked,
  pieces: [paragraph(text(said)), ...more],
});
const list = (...items: Item[]) => ({ type: 'list' as const, ordered: false, start: 1, items });

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
  ['- [x] done\n  - [ ] open', [list(item(true, 'done', list(item(false, 'open'))))]],
  ['3. three', [{ ...list(item(null, 'three')), ordered: true, start: 3 }]],
  ['- a\n  1. b\n  2. c', [list(item(null, 'a', { ...list(item(null, 'b'), item(null, 'c')), ordered: true }))]],
  ['- a\n\n- b\n\nc', [list(item(null, 'a'), item(null, 'b')), paragraph(text('c'))]],
  [
    '> quoted\n> more\n> - a',
    [
      {
        type: 'quote',
        pieces: [paragraph(text('quoted'), { type: 'break' }, text('more')), list(item(null, 'a'))],
      },
    ],
  ],
  ['```js\n<b>\n```', [{ type: 'pre', text: '<b>' }]],
  ['---', [{ type: 'rule' }]],
  ['~~~\na\n~~~', [{ type: 'pre', text: 'a' }]],
  ['* * *', [{ type: 'rule' }]],
  ['Title\n---\ntext', [{ type: 'heading', level: 2, spans: [text('Title')] }, paragraph(text('text'))]],
  [
    '| a | b |\n|---|:-:|\n| 1 \\| `x|y` | 2 |\n| 3 |',
    [
      {
        type: 'table',
        align: ['left', 'center'],
        head: [[text('a')], [text('b')]],
        rows: [
          [[text('1 | '), { type: 'code', text: 'x|y' }], [text('2')]],
          [[text('3')], []],
        ],
      },
    ],
  ],
  ['***b*** *a **b***', [paragraph(strong(em(text('b'))), text(' '), em(text('a '), strong(text('b'))))]],
  ['中**粗**字 snake_case_x \\*no\\*', [paragraph(text('中'), strong(text('粗')), text('字 snake_case_x *no*'))]],
  ['**open `` a`b `` :tada:', [paragraph(text('**open '), { type: 'code', text: 'a`b' }, text(' '), TADA)]],
  [
    '![alt](https://a.example/b.png "t") <https://a.example>',
    [
      paragraph({ type: 'image', url: 'https://a.example/b.png', alt: 'alt' }, text(' '), {
        type: 'link',
        url: 'https://a.example',
        children: [text('https://a.example')],
      }),
    ],
  ],
];

test.each(cases)('%j', (source, pieces) => {
  expect(parseMarkdown(source)).toEqual(pieces);
});

const shown = (value: unknown): string => JSON.stringify(value) ?? '';

test('no address but a web or mail address becomes a link or a picture', () => {
  const hostile = fc.array(
    fc.constantFrom(
      '[a](',
      '![a](',
      '<',
      '>',
      ')',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a.example',
      '"',
      ' onload=x',
      '`',
      '*',
      '|',
      '\n',
      '- ',
      '> ',
      '<script>',
      '\\',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(hostile, words => {
      const urls = [...shown(parseMarkdown(words.join(''))).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url);
      expect(urls.filter(url => !/^(https?:\/\/|mailto:|tel:)/i.test(url))).toEqual([]);
    }),
  );
});

test.each(['*a', '**a ', '_', '[', '`', '![', '- ', '> ', '|', '<h', '*_~', '[a](', '  - a\n', '~~a'])(
  'twelve thousand characters of %j are read in good time',
  piece => {
    const began = performance.now();
    parseMarkdown(piece.repeat(12_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(1500);
  },
);
