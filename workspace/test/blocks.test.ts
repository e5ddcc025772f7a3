import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, input, modal, openWithApp } from './bench.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true }) as const;
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: false }) as const;
const options = ['a', 'b'].map(value => ({ text: plain(value), value }));
const picture = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' };
const rich = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'rich' }] }],
};
const go = { type: 'button', action_id: 'go', text: plain('Go') };
const task = { type: 'task_card', task_id: 't', title: 'T', status: 'complete' };

/** One of each block, as a message or a modal takes it. */
const BLOCKS: Record<string, object> = {
  actions: { type: 'actions', elements: [go] },
  alert: { type: 'alert', text: mrkdwn('Mind the gap'), level: 'warning' },
  card: { type: 'card', title: mrkdwn('Card'), actions: [go] },
  carousel: { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('Card'), actions: [go] }] },
  container: { type: 'container', title: plain('C'), child_blocks: [{ type: 'actions', elements: [go] }] },
  context: { type: 'context', elements: [mrkdwn('small'), picture] },
  context_actions: {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'good' },
        negative_button: { text: plain('Bad'), value: 'bad' },
      },
      { type: 'icon_button', action_id: 'icon', icon: 'trash', text: plain('Delete'), value: 'gone' },
    ],
  },
  data_table: {
    type: 'data_table',
    caption: 'Data',
    rows: [[{ type: 'raw_text', text: 'Name' }], [{ type: 'raw_text', text: 'Ann' }]],
  },
  divider: { type: 'divider' },
  header: { type: 'header', text: plain('Head') },
  image: { ...picture },
  input: input('in', { type: 'plain_text_input', action_id: 'typed' }, { dispatch_action: true }),
  markdown: { type: 'markdown', text: '**bold**' },
  plan: { type: 'plan', title: 'Plan', tasks: [task] },
  rich_text: rich,
  section: { type: 'section', text: mrkdwn('Text'), accessory: go },
  table: { type: 'table', rows: [[{ type: 'raw_text', text: 'cell' }]] },
  task_card: task,
  video: {
    type: 'video',
    video_url: 'https://example.com/v',
    thumbnail_url: 'https://example.com/t.png',
    alt_text: 'v',
    title: plain('V'),
  },
};

/** One of each element: what it needs, the value given, and what the app is told. */
const ELEMENTS: Record<string, [needs: object, given: unknown, told: object]> = {
  button: [{ text: plain('Go'), value: 'v' }, undefined, { value: 'v' }],
  channels_select: [{}, '#general', { selected_channel: expect.stringMatching(/^C/) }],
  checkboxes: [{ options }, ['a', 'b'], { selected_options: options }],
  conversations_select: [{}, 'alice', { selected_conversation: expect.stringMatching(/^D/) }],
  datepicker: [{}, '2026-03-09', { selected_date: '2026-03-09' }],
  datetimepicker: [{}, 1773014400, { selected_date_time: 1773014400 }],
  email_text_input: [{}, 'a@example.com', { value: 'a@example.com' }],
  external_select: [{ min_query_length: 0 }, 'found', { selected_option: { text: plain('Found'), value: 'found' } }],
  multi_channels_select: [{}, ['general', 'random'], { selected_channels: [expect.any(String), expect.any(String)] }],
  multi_conversations_select: [{}, ['general'], { selected_conversations: [expect.any(String)] }],
  multi_external_select: [
    { min_query_length: 0 },
    ['found'],
    { selected_options: [{ text: plain('Found'), value: 'found' }] },
  ],
  multi_static_select: [{ options }, ['b'], { selected_options: [options[1]] }],
  multi_users_select: [{}, ['bob'], { selected_users: ['UBOB'] }],
  number_input: [{ is_decimal_allowed: true }, '1.5', { value: '1.5' }],
  overflow: [{ options }, 'b', { selected_option: options[1] }],
  plain_text_input: [{}, 'words', { value: 'words' }],
  radio_buttons: [{ options }, 'a', { selected_option: options[0] }],
  rich_text_input: [{}, 'words', { rich_text_value: { type: 'rich_text', elements: [expect.any(Object)] } }],
  static_select: [{ option_groups: [{ label: plain('G'), options }] }, 'b', { selected_option: options[1] }],
  timepicker: [{ timezone: 'Asia/Shanghai' }, '07:55', { selected_time: '07:55', timezone: 'Asia/Shanghai' }],
  url_text_input: [{}, 'https://example.com', { value: 'https://example.com' }],
  users_select: [{}, '@bob', { selected_user: 'UBOB' }],
};

let bench: Bench;
let view: object = {};
const acted: Answer[] = [];

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/open', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: view as never });
    });
    app.action(/.*/, async ({ ack, action }) => {
      acted.push(action as unknown as Answer);
      await ack();
    });
    app.options(/.*/, ({ ack }) => ack({ options: [{ text: plain('Found'), value: 'found' }] }));
  });
});
afterAll(() => bench.stop());

const openModal = async (blocks: object[]): Promise<string> => {
  view = modal('all', blocks);
  await bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/open' });
  await bench.workspace.settled(60);
  return (await bench.page.get('/human/view?user=alice')).view?.id ?? '';
};

describe('a block', () => {
  it.each(Object.keys(BLOCKS).filter(name => name !== 'alert'))(
    '%s reaches the person as it was sent, with ids',
    async name => {
      const sent = BLOCKS[name] as object;
      const answer = await bench.client.chat.postMessage({ channel: '#random', text: name, blocks: [sent] as never });
      const { messages } = await bench.page.get('/human/messages?user=emma&channel=random');
      const shown = [...(messages ?? [])].at(-1)?.blocks;
      expect(answer.ok).toBe(true);
      expect([...(shown ?? [])][0]).toMatchObject({ ...sent, block_id: expect.stringMatching(/./) });
    },
  );

  it.each(['actions', 'card', 'carousel', 'container', 'section'])(
    '%s carries buttons that can be pressed',
    async name => {
      const { ts } = await bench.client.chat.postMessage({
        channel: '#random',
        text: name,
        blocks: [BLOCKS[name]] as never,
      });
      acted.length = 0;
      await bench.page.post('/human/click', { user: 'emma', channel: 'random', ts, action_id: 'go' });
      expect(acted).toEqual([
        expect.objectContaining({ type: 'button', action_id: 'go', block_id: expect.stringMatching(/./) }),
      ]);
    },
  );

  it('and a view say of every text whether emoji are drawn in it and whether it is verbatim', async () => {
    const bare = (type: string, more: object = {}) => ({ type, text: 'x', ...more });
    const sent = (full: boolean) => [
      {
        ...{ type: 'section', block_id: 'b', text: bare('mrkdwn', full ? { verbatim: false } : {}) },
        fields: [bare('mrkdwn', { verbatim: true }), bare('plain_text', { emoji: false })],
        accessory: {
          ...{ type: 'static_select', action_id: 's', placeholder: bare('plain_text', full ? { emoji: true } : {}) },
          options: [{ text: bare('plain_text', full ? { emoji: true } : {}), value: 'v' }],
        },
      },
      { type: 'rich_text', block_id: 'r', elements: rich.elements },
    ];
    const { message } = await bench.client.chat.postMessage({
      channel: '#random',
      text: 'x',
      blocks: sent(false) as never,
    });
    expect(message?.blocks).toEqual(sent(true));
    await openModal(sent(false).slice(0, 1));
    const { view: open } = await bench.page.get('/human/view?user=alice');
    expect([open?.title, open?.submit, open?.close, [...(open?.blocks ?? [])]]).toEqual([
      plain('all'),
      plain('OK'),
      null,
      sent(true).slice(0, 1),
    ]);
  });

  it('table may leave the look of a column as it is by null', async () => {
    const table = {
      type: 'table',
      block_id: 'table',
      column_settings: [null, { align: 'right' }],
      rows: [[1, 2].map(number => ({ type: 'raw_text', text: `${number}` }))],
    };
    const { message } = await bench.client.chat.postMessage({
      channel: '#general',
      text: 't',
      blocks: [table] as never,
    });
    expect(message?.blocks).toEqual([table]);
  });

  it('alert stands in modals', async () => {
    await openModal([BLOCKS.alert as object]);
    const { view: open } = await bench.page.get('/human/view?user=alice');
    expect([...(open?.blocks ?? [])]).toEqual([{ ...BLOCKS.alert, block_id: expect.stringMatching(/./) }]);
  });

  it('context_actions takes feedback and presses of icons', async () => {
    const { ts } = await bench.client.chat.postMessage({
      channel: '#random',
      text: 'x',
      blocks: [BLOCKS.context_actions] as never,
    });
    acted.length = 0;
    const at = { user: 'emma', channel: 'random', ts };
    await bench.page.post('/human/click', { ...at, action_id: 'feedback', value: 'bad' });
    await bench.page.post('/human/click', { ...at, action_id: 'icon' });
    expect(acted).toMatchObject([
      { type: 'feedback_buttons', value: 'bad', text: plain('Bad') },
      { type: 'icon_button', value: 'gone' },
    ]);
    const neither = await bench.page.post('/human/click', { ...at, action_id: 'feedback', value: 'so-so' });
    expect(neither).toMatchObject({ ok: false, error: 'invalid_value' });
  });
});

describe('an element', () => {
  it.each(Object.entries(ELEMENTS))(
    "%s tells the app what was done with it, in Slack's shape",
    async (type, [needs, given, told]) => {
      const element = { type, action_id: 'it', ...needs };
      const isAction = type === 'button' || type === 'overflow';
      const view_id = await openModal([
        isAction ? { type: 'actions', elements: [element] } : input('the', element, { dispatch_action: true }),
      ]);
      const at = { user: 'alice', view_id, action_id: 'it' };
      if (type.endsWith('external_select')) await bench.page.post('/human/options', at);
      acted.length = 0;
      expect(await bench.page.post('/human/click', { ...at, selected: given })).toMatchObject({ ok: true });
      expect(acted).toEqual([expect.objectContaining({ type, action_id: 'it', ...told })]);
      if (isAction) return;
      const { view: open } = await bench.page.get('/human/view?user=alice');
      expect(open?.state?.values?.the?.it).toEqual({ type, ...told });
    },
  );

  it.each([
    ['channels_select', {}, 'alice'],
    ['conversations_select', { filter: { include: ['private'] } }, '#general'],
    ['multi_conversations_select', { filter: { exclude_bot_users: true } }, ['app']],
  ])('%s offers no more than its kind and filter let through', async (type, needs, given) => {
    const view_id = await openModal([input('the', { type, action_id: 'it', ...needs })]);
    const answer = await bench.page.post('/human/submit', { user: 'alice', view_id, values: { it: given } });
    expect(answer).toEqual({
      ok: false,
      error: 'invalid_value',
      message: `it: There is no channel "${[given].flat()[0]}".`,
    });
  });

  it('has option values of 150 characters at most', async () => {
    const { apiUrl, botToken } = bench.workspace;
    const post = async (length: number): Promise<Answer> => {
      const long = { text: plain('long'), value: 'v'.repeat(length) };
      const elements = ['static_select', 'overflow', 'checkboxes'].map(type => ({ type, options: [long] }));
      const body = { channel: '#general', text: 'o', blocks: [{ type: 'actions', elements }] };
      const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await (await fetch(`${apiUrl}chat.postMessage`, sent)).json()) as Answer;
    };
    expect((await post(150)).ok).toBe(true);
    expect((await post(151)).error).toBe('invalid_blocks');
  });

  it('a file that is not there and workflow_button are refused with a sentence', async () => {
    const view_id = await openModal([input('f', { type: 'file_input', action_id: 'f' }, { optional: true })]);
    const upload = await bench.page.post('/human/submit', { user: 'alice', view_id, values: { f: ['F1'] } });
    expect(upload).toEqual({
      ok: false,
      error: 'invalid_value',
      message: 'f: There is no file "F1".',
    });
    const workflow = {
      type: 'workflow_button',
      action_id: 'w',
      text: plain('W'),
      workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft1/x' } },
    };
    const { ts } = await bench.client.chat.postMessage({
      channel: '#random',
      text: 'x',
      blocks: [{ type: 'actions', elements: [workflow] }] as never,
    });
    const pressed = await bench.page.post('/human/click', { user: 'alice', channel: 'random', ts, action_id: 'w' });
    expect(pressed).toMatchObject({ ok: false, error: 'not_supported' });
  });
});
