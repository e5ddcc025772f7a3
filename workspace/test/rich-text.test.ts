/** What people type reaches the app as the rich text Slack makes of it, in messages and in rich text inputs. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { richText, richTextFaults } from '../core/message/rich-text.ts';
import { type Bench, input, modal, openWithApp } from './bench.ts';

let bench: Bench;
const submitted: unknown[] = [];

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/write', async ({ ack, client, body }) => {
      await ack();
      const element = { type: 'rich_text_input', action_id: 'a' };
      await client.views.open({ trigger_id: body.trigger_id, view: modal('write', [input('text', element)]) });
    });
    app.view('write', async ({ ack, view }) => {
      submitted.push(view.state.values.text?.a);
      await ack();
    });
  });
});
afterAll(() => bench.stop());

/** Opens the form and submits it with this in its only field. */
async function submit(a: unknown) {
  submitted.length = 0;
  await bench.page.post('/human/command', { user: 'carol', channel: 'support', command: '/write', text: '' });
  await bench.workspace.settled();
  const view_id = (await bench.page.get('/human/view?user=carol')).view?.id;
  return bench.page.post('/human/submit', { user: 'carol', view_id, values: { a } });
}

const text = (said: string, ...styles: string[]) => ({
  type: 'text',
  text: said,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map(style => [style, true])) }),
});
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const items = (style: string, indent: number, ...lines: string[]) => ({
  type: 'rich_text_list',
  style,
  indent,
  border: 0,
  elements: lines.map(line => section(text(line))),
});
const tada = { type: 'emoji', name: 'tada', unicode: '1f389' };

it.each<[typed: string, elements: object[]]>([
  ['hello', [section(text('hello'))]],
  ['a < b & c', [section(text('a < b & c'))]],
  [
    '*bold* _it ~both~_ `code`',
    [
      section(
        text('bold', 'bold'),
        text(' '),
        text('it ', 'italic'),
        text('both', 'italic', 'strike'),
        text(' '),
        text('code', 'code'),
      ),
    ],
  ],
  [
    'https://a.example *<@UALICE>* <#C1|general> <!here> :tada::wave::skin-tone-3:',
    [
      section(
        { type: 'link', url: 'https://a.example' },
        text(' '),
        { type: 'user', user_id: 'UALICE', style: { bold: true } },
        text(' '),
        { type: 'channel', channel_id: 'C1' },
        text(' '),
        { type: 'broadcast', range: 'here' },
        text(' '),
        tada,
        { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 },
      ),
    ],
  ],
  ['one\n\ntwo', [section(text('one\n\ntwo'))]],
  [
    'list:\n- a\n- b\n  - c\n3. d\n4. e\nend',
    [
      section(text('list:')),
      items('bullet', 0, 'a', 'b'),
      items('bullet', 1, 'c'),
      { ...items('ordered', 0, 'd', 'e'), offset: 2 },
      section(text('end')),
    ],
  ],
  [
    '> a *b*\n> c\n```\nx = 1\n```\nafter',
    [
      { type: 'rich_text_quote', elements: [text('a '), text('b', 'bold'), text('\nc')] },
      { type: 'rich_text_preformatted', elements: [text('x = 1')], border: 0 },
      section(text('after')),
    ],
  ],
  [
    '<https://a.example|here> <mailto:a@b.example|a@b.example>',
    [
      section({ type: 'link', url: 'https://a.example', text: 'here' }, text(' '), {
        type: 'link',
        url: 'mailto:a@b.example',
      }),
    ],
  ],
])('%j is submitted as rich text', async (typed, elements) => {
  await submit(typed);
  expect(submitted).toEqual([{ type: 'rich_text_input', rich_text_value: { type: 'rich_text', elements } }]);
});

it('takes a rich text as it is, and says what is wrong with one that is none', async () => {
  expect(await submit({ type: 'rich_text', elements: [{ type: 'rich_text_poem', elements: [] }] })).toEqual({
    ok: false,
    error: 'invalid_value',
    message: 'a: This is no rich text: unsupported type: rich_text_poem [json-pointer:/elements/0/type]',
  });
  const given = { type: 'rich_text', elements: [section(text('given', 'bold'))] };
  await submit(given);
  expect(submitted).toEqual([{ type: 'rich_text_input', rich_text_value: given }]);
});

it('an empty rich text does not fill in a required field', async () => {
  expect(await submit({ type: 'rich_text', elements: [section(text(' '))] })).toEqual({
    ok: false,
    errors: { text: '请填写此必填字段。' },
  });
});

it('whatever is typed becomes rich text that Slack would take', () => {
  const words = fc.constantFrom(
    ...['*', '_', '~', '`', '```', '\n', '> ', '- ', '1. ', '  ', 'a', '中', ':tada:', 'https://a.example', '<@U1>'],
    ...['<', '>', '&', '&lt;', '<!date^1^{time}|x>', '<#C1|c>', '<mailto:a@b.example>', '<javascript:x|y>', '|', '^'],
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), typed => {
      const said = typed.join('');
      const block = richText(said);
      expect(said.trim() === '' ? [] : richTextFaults(block)).toEqual([]);
      expect(JSON.stringify(block)).not.toContain('"url":"javascript:');
    }),
    { numRuns: 1000 },
  );
});
