/** Slack's mrkdwn becomes nodes: marks between word boundaries, links that may be linked, nothing that could be markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Inline, type Node, parseMrkdwn, parsePlain, safeUrl } from '../../core/text/mrkdwn.js';

const text = (value: string): Inline => ({ type: 'text', text: value });
const line: Inline = { type: 'break' };
const bold = (...children: Inline[]): Inline => ({ type: 'bold', children });
const italic = (...children: Inline[]): Inline => ({ type: 'italic', children });

const cases: [source: string, nodes: Node[]][] = [
  ['', []],
  ['hello', [text('hello')]],
  ['*bold*', [bold(text('bold'))]],
  ['_it_ ~no~', [italic(text('it')), text(' '), { type: 'strike', children: [text('no')] }]],
  ['*a _b_ c*', [bold(text('a '), italic(text('b')), text(' c'))]],
  ['2*3*4 snake_case_name', [text('2*3*4 snake_case_name')]],
  ['中*文*字', [text('中*文*字')]],
  ['中 *文* 字', [text('中 '), bold(text('文')), text(' 字')]],
  ['（*粗*）', [text('（'), bold(text('粗')), text('）')]],
  ['* not *', [text('* not *')]],
  ['*a\nb*', [text('*a'), line, text('b*')]],
  ['**', [text('**')]],
  ['*open', [text('*open')]],
  ['`a *b* <c>`', [{ type: 'code', text: 'a *b* c' }]],
  ['x ```a\n*b*``` y', [text('x '), { type: 'pre', text: 'a\n*b*' }, text(' y')]],
  ['```\nline\n```\nafter', [{ type: 'pre', text: 'line' }, text('after')]],
  ['```open', [text('```open')]],
  ['&gt; one\n&gt; two\nthree', [{ type: 'quote', children: [text('one'), line, text('two')] }, text('three')]],
  ['> typed', [{ type: 'quote', children: [text('typed')] }]],
  ['&gt;&gt;&gt; all\nof it', [{ type: 'quote', children: [text('all'), line, text('of it')] }]],
  ['a &lt;b&gt; &amp; &amp;lt;', [text('a <b> & &lt;')]],
  ['<script>alert(1)</script>', [text('<script>alert(1)</script>')]],
  ['<https://a.example/?x=1&amp;y=2|here>', [{ type: 'link', url: 'https://a.example/?x=1&y=2', text: 'here' }]],
  ['<javascript:alert(1)|x>', [text('<javascript:alert(1)|x>')]],
  ['<mailto:a@b.example>', [{ type: 'link', url: 'mailto:a@b.example', text: 'a@b.example' }]],
  [
    'see https://a.example/b_c, ok',
    [text('see '), { type: 'link', url: 'https://a.example/b_c', text: 'https://a.example/b_c' }, text(', ok')],
  ],
  ['<@U1> <@U2|bob>', [{ type: 'user', id: 'U1', label: '' }, text(' '), { type: 'user', id: 'U2', label: 'bob' }]],
  ['<#C1|general>', [{ type: 'channel', id: 'C1', label: 'general' }]],
  [
    '<!here> <!everyone|x>',
    [{ type: 'broadcast', range: 'here' }, text(' '), { type: 'broadcast', range: 'everyone' }],
  ],
  ['<!subteam^S1|@team>', [{ type: 'usergroup', id: 'S1', label: '@team' }]],
  [
    '<!date^1700000000^{date_num} {time}^https://a.example|then>',
    [{ type: 'date', seconds: 1700000000, format: '{date_num} {time}', url: 'https://a.example', fallback: 'then' }],
  ],
  [':tada: :no-such-thing: 8:00:00', [{ type: 'emoji', name: 'tada' }, text(' :no-such-thing: 8:00:00')]],
  ['*<@U1>*：_`x`_', [bold({ type: 'user', id: 'U1', label: '' }), text('：'), italic({ type: 'code', text: 'x' })]],
];

describe('mrkdwn', () => {
  test.each(cases)('%j', (source, nodes) => {
    expect(parseMrkdwn(source)).toEqual(nodes);
  });

  test.each([
    ['中文:tada:中文', [text('中文'), { type: 'emoji', name: 'tada' }, text('中文')]],
    [':wave::skin-tone-3:', [{ type: 'emoji', name: 'wave::skin-tone-3' }]],
    [':bow::no-such:', [{ type: 'emoji', name: 'bow' }, text(':no-such:')]],
    ['<!date^soon^{time}|soon>', [text('<!date^soon^{time}|soon>')]],
    ['<@> <#>', [text('<@> <#>')]],
  ])('%j', (source, nodes) => {
    expect(parseMrkdwn(source)).toEqual(nodes);
  });

  test('no text yields an address that is neither of the web nor of mail or telephone', () => {
    const words = fc.constantFrom(
      ...['<', '>', '|', '<!date^1^{time}^javascript:x|y>', 'javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x'],
      ...[
        'https://a.example',
        '*',
        '_',
        '`',
        '```',
        '&lt;',
        '&amp;',
        '\n',
        '"',
        ' onclick=x',
        '<script>',
        '\u0000',
        ':',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), pieces => {
        const drawn = JSON.stringify(parseMrkdwn(pieces.join('')), (key, value) => (key === 'fallback' ? '' : value));
        const urls = [...drawn.matchAll(/"type":"link","url":"((?:[^"\\\\]|\\\\.)*)"/g)].map(([, url = '']) => url);
        expect(urls.filter(url => safeUrl(url) === null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('verbatim leaves bare addresses alone', () => {
    expect(parseMrkdwn('https://a.example', { verbatim: true })).toEqual([text('https://a.example')]);
  });

  test('long and hostile texts are read in good time', () => {
    const began = performance.now();
    for (const piece of ['*a', '_', '<', '`', '*_~', '<!date^', ':a:']) parseMrkdwn(piece.repeat(3000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

test('plain text knows line breaks and emoji only', () => {
  expect(parsePlain('*a* :tada:\n<b>')).toEqual([text('*a* '), { type: 'emoji', name: 'tada' }, line, text('<b>')]);
  expect(parsePlain(':tada:', false)).toEqual([text(':tada:')]);
});

test.each([
  ['https://a.example', true],
  ['HTTP://a.example', true],
  ['mailto:a@b.example', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//a.example', false],
  [' https://a.example', false],
])('%s may be linked: %s', (url, may) => {
  expect(safeUrl(url) !== null).toBe(may);
});
