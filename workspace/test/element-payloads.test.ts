import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ELEMENT_TYPES } from '../core/view/elements.ts';
import { type Answer, type Bench, input, modal, openWithApp } from './bench.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true }) as const;
const placeholder = plain('Choose');
const confirm = {
  title: plain('Sure?'),
  text: plain('It cannot be undone.'),
  confirm: plain('Yes'),
  deny: plain('No'),
};
const options = ['a', 'b', 'c'].map(value => ({ text: plain(value), value }));
const [a, b, c] = options;
const found = { text: plain('Found'), value: 'found' };
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const general = 'C-general';
const support = 'C-support';
const direct = 'D-bob';

/** What an element is made of, what a person gives, and what the app is told. */
interface Row {
  element: object;
  given?: unknown;
  /** Beside type, action_id, block_id and action_ts in `actions`. */
  action: object;
  /** The value in `state.values` beside its type: before, as the element began, and after. Absent: it holds none. */
  state?: [begun: object, after: object];
  /** What stands there when the element was made without anything to begin with. */
  empty?: object;
}

const simple = (element: object, action: object, given?: string): Row => ({ element, action, ...(given && { given }) });
const menu = (begin: object, more: object, given: unknown, begun: object, after: object, empty: object): Row => ({
  element: { ...begin, ...more },
  given,
  action: { ...begin, ...after, ...shown(more) },
  state: [begun, after],
  empty,
});
const field = (begin: object, more: object, given: unknown, begun: object, after: object, empty: object): Row => ({
  element: { ...begin, ...more },
  given,
  action: after,
  state: [begun, after],
  empty,
});
/** The fields of a menu that its actions repeat. */
const shown = (element: object): object =>
  Object.fromEntries(
    Object.entries(element).filter(([key]) => ['placeholder', 'confirm', 'min_query_length'].includes(key)),
  );

const BUTTON = { text: plain('Go'), value: 'v', style: 'primary', url: 'https://example.com/', confirm };
const GOOD = { text: plain('Good'), value: 'good' };
const BAD = { text: plain('Bad'), value: 'bad' };

const TABLE: Record<string, Row> = {
  button: simple(BUTTON, BUTTON),
  icon_button: simple(
    { icon: 'trash', text: plain('Delete'), value: 'gone', confirm },
    { icon: 'trash', text: plain('Delete'), value: 'gone', confirm },
  ),
  feedback_buttons: simple({ positive_button: GOOD, negative_button: BAD }, BAD, 'bad'),
  overflow: simple({ options, confirm }, { selected_option: b, confirm }, 'b'),
  checkboxes: menu(
    { initial_options: [a] },
    { options, confirm },
    ['b', 'c'],
    { selected_options: [a] },
    { selected_options: [b, c] },
    { selected_options: [] },
  ),
  radio_buttons: menu(
    { initial_option: a },
    { options, confirm },
    'b',
    { selected_option: a },
    { selected_option: b },
    { selected_option: null },
  ),
  datepicker: menu(
    { initial_date: '2026-03-08' },
    { placeholder, confirm },
    '2026-03-09',
    { selected_date: '2026-03-08' },
    { selected_date: '2026-03-09' },
    { selected_date: null },
  ),
  timepicker: menu(
    { initial_time: '07:50' },
    { placeholder, confirm, timezone: 'Asia/Shanghai' },
    '07:55',
    { selected_time: '07:50', timezone: 'Asia/Shanghai' },
    { selected_time: '07:55', timezone: 'Asia/Shanghai' },
    { selected_time: null },
  ),
  datetimepicker: menu(
    { initial_date_time: 1773014400 },
    { confirm },
    1773018000,
    { selected_date_time: 1773014400 },
    { selected_date_time: 1773018000 },
    { selected_date_time: null },
  ),
  static_select: menu(
    { initial_option: a },
    { options, placeholder, confirm },
    'b',
    { selected_option: a },
    { selected_option: b },
    { selected_option: null },
  ),
  external_select: menu(
    { initial_option: a },
    { min_query_length: 0, placeholder, confirm },
    'found',
    { selected_option: a },
    { selected_option: found },
    { selected_option: null },
  ),
  users_select: menu(
    { initial_user: 'UALICE' },
    { placeholder, confirm },
    'bob',
    { selected_user: 'UALICE' },
    { selected_user: 'UBOB' },
    { selected_user: null },
  ),
  conversations_select: menu(
    { initial_conversation: general },
    { placeholder, confirm },
    'bob',
    { selected_conversation: general },
    { selected_conversation: direct },
    { selected_conversation: null },
  ),
  channels_select: menu(
    { initial_channel: general },
    { placeholder, confirm },
    '#support',
    { selected_channel: general },
    { selected_channel: support },
    { selected_channel: null },
  ),
  multi_static_select: menu(
    { initial_options: [a] },
    { options, placeholder, confirm, max_selected_items: 2 },
    ['b', 'c'],
    { selected_options: [a] },
    { selected_options: [b, c] },
    { selected_options: [] },
  ),
  multi_external_select: menu(
    { initial_options: [a] },
    { min_query_length: 0, placeholder, confirm },
    ['a', 'found'],
    { selected_options: [a] },
    { selected_options: [a, found] },
    { selected_options: [] },
  ),
  multi_users_select: menu(
    { initial_users: ['UALICE'] },
    { placeholder, confirm },
    ['bob', 'alice'],
    { selected_users: ['UALICE'] },
    { selected_users: ['UBOB', 'UALICE'] },
    { selected_users: [] },
  ),
  multi_conversations_select: menu(
    { initial_conversations: [general] },
    { placeholder, confirm },
    ['support', 'bob'],
    { selected_conversations: [general] },
    { selected_conversations: [support, direct] },
    { selected_conversations: [] },
  ),
  multi_channels_select: menu(
    { initial_channels: [general] },
    { placeholder, confirm },
    ['#support'],
    { selected_channels: [general] },
    { selected_channels: [support] },
    { selected_channels: [] },
  ),
  plain_text_input: field(
    { initial_value: 'words' },
    { placeholder, multiline: true },
    'other words',
    { value: 'words' },
    { value: 'other words' },
    { value: null },
  ),
  email_text_input: field(
    { initial_value: 'a@example.com' },
    { placeholder },
    'b@example.com',
    { value: 'a@example.com' },
    { value: 'b@example.com' },
    { value: null },
  ),
  url_text_input: field(
    { initial_value: 'https://example.com/a' },
    { placeholder },
    'https://example.com/b',
    { value: 'https://example.com/a' },
    { value: 'https://example.com/b' },
    { value: null },
  ),
  number_input: field(
    { initial_value: '1' },
    { placeholder, is_decimal_allowed: true },
    '1.5',
    { value: '1' },
    { value: '1.5' },
    { value: null },
  ),
  rich_text_input: field(
    { initial_value: rich('words') },
    { placeholder },
    'other words',
    { rich_text_value: rich('words') },
    { rich_text_value: rich('other words') },
    {},
  ),
};

let bench: Bench;
let view: ReturnType<typeof modal>;
let bodies: Answer[] = [];
let ids: Map<string, string>;

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/open', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push(body as unknown as Answer);
      await ack();
    });
    app.view('all', async ({ ack, body }) => {
      bodies.push(body as unknown as Answer);
      await ack();
    });
    app.options(/.*/, ({ ack }) => ack({ options: [found] }));
  });
  await bench.page.get('/human/messages?user=alice&channel=bob');
  const { channels } = await bench.page.get('/human/channels?user=alice');
  const idOf = (name: string): string => String([...(channels ?? [])].find(held => held.name === name)?.id);
  ids = new Map([
    [general, idOf('general')],
    [support, idOf('support')],
    [direct, idOf('bob')],
  ]);
});
afterAll(() => bench.stop());

/** The same with the ids these channels have here. */
const known = <T>(value: T): T => {
  let text = JSON.stringify(value ?? null);
  for (const [name, id] of ids) text = text.replaceAll(`"${name}"`, `"${id}"`);
  return JSON.parse(text) as T;
};

async function openModal(block: object): Promise<string> {
  view = modal('all', [block]);
  await bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/open' });
  await bench.workspace.settled(20);
  return String((await bench.page.get('/human/view?user=alice')).view?.id);
}

const rows = Object.entries(TABLE);
const stateful = rows.filter(([, row]) => row.state);

it('every element of the workspace stands in the table, files and workflows aside', () => {
  const others = ['file_input', 'workflow_button'];
  expect([...Object.keys(TABLE), ...others].sort()).toEqual([...ELEMENT_TYPES].sort());
});

describe('in `actions` the app is told all of', () => {
  it.each(rows)('%s', async (type, row) => {
    const element = { type, action_id: 'it', ...known(row.element) };
    const isPress = type.endsWith('button') || type.endsWith('buttons') || type === 'overflow';
    const inContext = type === 'icon_button' || type === 'feedback_buttons';
    const block = { type: inContext ? 'context_actions' : 'actions', block_id: 'the', elements: [element] };
    const at = { user: 'alice', action_id: 'it', selected: row.given, value: inContext ? row.given : undefined };
    bodies = [];
    if (isPress && type !== 'radio_buttons') {
      const { ts } = await bench.client.chat.postMessage({
        channel: '#general',
        text: 'x',
        blocks: [block] as never,
      });
      await bench.page.post('/human/click', { ...at, channel: 'general', ts });
    } else {
      const view_id = await openModal(input('the', element, { dispatch_action: true }));
      if (type.endsWith('external_select')) await bench.page.post('/human/options', { ...at, view_id, query: '' });
      await bench.page.post('/human/click', { ...at, view_id });
    }
    expect(bodies.map(({ actions }) => actions)).toEqual([
      [
        {
          type,
          action_id: 'it',
          block_id: 'the',
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
          ...known(row.action),
        },
      ],
    ]);
  });
});

describe('in `state.values` the app is told all of', () => {
  it.each(stateful)('%s, as it began and as it became', async (type, row) => {
    const element = { type, action_id: 'it', ...known(row.element) };
    const after: unknown[] = [];
    for (const values of [{}, { it: row.given }]) {
      const view_id = await openModal(input('the', element));
      if (type.endsWith('external_select'))
        await bench.page.post('/human/options', { user: 'alice', view_id, action_id: 'it' });
      bodies = [];
      await bench.page.post('/human/submit', { user: 'alice', view_id, values });
      after.push(bodies[0]?.view?.state?.values);
    }
    const [begun, became] = known(row.state ?? [{}, {}]);
    expect(after).toEqual([{ the: { it: { type, ...begun } } }, { the: { it: { type, ...became } } }]);
  });

  it.each(stateful)('%s, left empty', async (type, row) => {
    const required = Object.entries(row.element).filter(([key]) => ['options', 'is_decimal_allowed'].includes(key));
    const needs = Object.fromEntries(required);
    const view_id = await openModal(input('the', { type, action_id: 'it', ...needs }, { optional: true }));
    bodies = [];
    await bench.page.post('/human/submit', { user: 'alice', view_id, values: {} });
    expect(bodies[0]?.view?.state?.values).toEqual({ the: { it: { type, ...row.empty } } });
  });
});
