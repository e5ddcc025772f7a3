import type { ViewClosedAction } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, input, modal, openWithApp } from './bench.ts';

const text = { type: 'plain_text', text: 'x', emoji: true } as const;
const button = (action_id: string, value = 'v') => ({ type: 'button', action_id, value, text }) as const;

let bench: Bench;
const closed: string[] = [];
const submitted: Answer[] = [];

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/open', async ({ ack, body, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: VIEWS[command.text] as never });
    });
    app.action('deeper', async ({ ack, body, client }) => {
      await ack();
      const { trigger_id } = body as { trigger_id: string };
      await client.views
        .push({
          trigger_id,
          view: modal('deeper', [{ type: 'actions', elements: [button('deeper')] }], { notify_on_close: true }),
        })
        .catch((error: { data: { error: string } }) => closed.push(error.data.error));
    });
    app.action('rename', async ({ ack, body, client }) => {
      await ack();
      const { view } = body as unknown as { view: { id: string; hash: string } };
      const blocks = [...VIEWS.keep.blocks, { type: 'divider' }];
      await client.views.update({ view_id: view.id, hash: view.hash, view: modal('keep', blocks) });
      const again = client.views.update({ view_id: view.id, hash: view.hash, view: modal('keep', blocks) });
      await again.catch((error: { data: { error: string } }) => closed.push(error.data.error));
    });
    app.view('form', async ({ ack, body }) => {
      submitted.push(body as unknown as Answer);
      await ack();
    });
    app.view('judge', ({ ack, view }) => {
      const said = view.state.values.word?.word?.value;
      if (said === 'no') return ack({ response_action: 'errors', errors: { word: 'Say yes' } });
      if (said === 'update') return ack({ response_action: 'update', view: modal('judged', [{ type: 'divider' }]) });
      if (said === 'push') return ack({ response_action: 'push', view: modal('judge', VIEWS.judge.blocks) });
      if (said === 'nonsense') return ack({ response_action: 'errors', errors: { other: 'there is no such field' } });
      return ack(said === 'clear' ? { response_action: 'clear' } : undefined);
    });
    app.view<ViewClosedAction>({ callback_id: /.*/, type: 'view_closed' }, async ({ ack, body, view }) => {
      closed.push(`${view.callback_id} ${body.is_cleared}`);
      await ack();
    });
    app.options('find', ({ ack, options }) =>
      ack({ options: [{ text: { type: 'plain_text', text: `Found ${options.value}` }, value: options.value }] }),
    );
  });
});

afterAll(() => bench.stop());

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase(), emoji: true }, value });
const options = ['a', 'b', 'c'].map(option);
const EVERYTHING = [
  input('name', { type: 'plain_text_input', action_id: 'name', max_length: 5, initial_value: 'Ann' }),
  input('mail', { type: 'email_text_input', action_id: 'mail' }),
  input('link', { type: 'url_text_input', action_id: 'link' }, { optional: true }),
  input('count', {
    type: 'number_input',
    action_id: 'count',
    is_decimal_allowed: false,
    min_value: '1',
    max_value: '9',
  }),
  input('note', { type: 'rich_text_input', action_id: 'note' }, { optional: true }),
  input('day', { type: 'datepicker', action_id: 'day', initial_date: '2026-03-09' }),
  input('time', { type: 'timepicker', action_id: 'time' }),
  input('moment', { type: 'datetimepicker', action_id: 'moment' }, { optional: true }),
  input('one', { type: 'static_select', action_id: 'one', options }),
  input('many', {
    type: 'multi_static_select',
    action_id: 'many',
    option_groups: [{ label: option('g').text, options }],
  }),
  input('boxes', { type: 'checkboxes', action_id: 'boxes', options, initial_options: [options[0]] }),
  input('radio', { type: 'radio_buttons', action_id: 'radio', options, initial_option: options[1] }),
  input('who', { type: 'users_select', action_id: 'who' }),
  input('whom', { type: 'multi_users_select', action_id: 'whom' }),
  input('where', { type: 'conversations_select', action_id: 'where', response_url_enabled: true }),
  input('channel', { type: 'channels_select', action_id: 'channel' }, { optional: true }),
  input('found', { type: 'external_select', action_id: 'find', min_query_length: 2 }),
  { type: 'section', block_id: 'aside', text, accessory: { type: 'static_select', action_id: 'aside', options } },
];
const VIEWS = {
  form: modal('form', EVERYTHING),
  judge: modal('judge', [input('word', { type: 'plain_text_input', action_id: 'word' })]),
  stack: modal('stack', [{ type: 'actions', elements: [button('deeper')] }], { notify_on_close: true }),
  keep: modal('keep', [
    input('word', { type: 'plain_text_input', action_id: 'word' }),
    { type: 'actions', elements: [button('rename')] },
  ]),
} as Record<string, ReturnType<typeof modal>> & { judge: ReturnType<typeof modal>; keep: ReturnType<typeof modal> };

async function open(user: string, name: string): Promise<string> {
  await bench.page.post('/human/command', { user, channel: 'general', command: '/open', text: name });
  await bench.workspace.settled(60);
  return (await view(user)).id ?? '';
}

async function view(user: string): Promise<Answer> {
  return (await bench.page.get(`/human/view?user=${user}`)).view as Answer;
}

describe('a modal with every input', () => {
  it('is refused by the client itself while fields are missing or wrong, in the language of the person', async () => {
    const view_id = await open('carol', 'form');
    const wrong = { name: 'Annabel', mail: 'nobody', count: '1.5', where: '#planning' };
    const no = await bench.page.post('/human/submit', { user: 'carol', view_id, values: wrong });
    expect(no).toEqual({ ok: false, error: 'invalid_value', message: 'where: There is no channel "#planning".' });
    const rest = await bench.page.post('/human/submit', {
      user: 'carol',
      view_id,
      values: { ...wrong, where: '' },
    });
    const missing = '请填写此必填字段。';
    expect(rest).toEqual({
      ok: false,
      errors: {
        name: '最多可输入 5 个字符。',
        mail: '请输入有效的电子邮件地址。',
        count: '请输入整数。',
        time: missing,
        one: missing,
        many: missing,
        who: missing,
        whom: missing,
        where: missing,
        found: missing,
      },
    });
    expect(submitted).toEqual([]);
  });

  it('arrives with every value in the shape Slack gives it', async () => {
    const { id: view_id = '' } = await view('carol');
    const offer = await bench.page.post('/human/options', {
      user: 'carol',
      view_id,
      action_id: 'find',
      query: 'ox',
    });
    expect(offer.options).toEqual([{ text: { type: 'plain_text', text: 'Found ox' }, value: 'ox' }]);
    const values = {
      name: 'Bo',
      mail: 'bo@example.com',
      count: 3,
      note: 'hello',
      time: '07:55',
      moment: 1770000000,
      one: 'b',
      many: ['a', 'c'],
      boxes: ['b'],
      who: 'alice',
      whom: ['bob', '@emma'],
      where: '#general',
      find: 'ox',
      aside: 'c',
    };
    const done = await bench.page.post('/human/submit', { user: 'carol', view_id, values });
    expect(done).toEqual({ ok: true, ack_ms: expect.any(Number), view: null });
    const [body] = submitted as unknown as {
      view: { state: { values: object } };
      response_urls: { channel_id: string }[];
    }[];
    const channel = body?.response_urls[0]?.channel_id;
    expect(body?.view.state.values).toEqual({
      name: { name: { type: 'plain_text_input', value: 'Bo' } },
      mail: { mail: { type: 'email_text_input', value: 'bo@example.com' } },
      link: { link: { type: 'url_text_input', value: null } },
      count: { count: { type: 'number_input', value: '3' } },
      note: {
        note: {
          type: 'rich_text_input',
          rich_text_value: {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hello' }] }],
          },
        },
      },
      day: { day: { type: 'datepicker', selected_date: '2026-03-09' } },
      time: { time: { type: 'timepicker', selected_time: '07:55' } },
      moment: { moment: { type: 'datetimepicker', selected_date_time: 1770000000 } },
      one: { one: { type: 'static_select', selected_option: options[1] } },
      many: { many: { type: 'multi_static_select', selected_options: [options[0], options[2]] } },
      boxes: { boxes: { type: 'checkboxes', selected_options: [options[1]] } },
      radio: { radio: { type: 'radio_buttons', selected_option: options[1] } },
      who: { who: { type: 'users_select', selected_user: 'UALICE' } },
      whom: { whom: { type: 'multi_users_select', selected_users: ['UBOB', 'UEMMA'] } },
      where: { where: { type: 'conversations_select', selected_conversation: channel } },
      channel: { channel: { type: 'channels_select', selected_channel: null } },
      found: {
        find: {
          type: 'external_select',
          selected_option: { text: { type: 'plain_text', text: 'Found ox', emoji: true }, value: 'ox' },
        },
      },
      aside: { aside: { type: 'static_select', selected_option: options[2] } },
    });
    expect(Object.keys(body ?? {}).sort()).toEqual([
      'api_app_id',
      'enterprise',
      'is_enterprise_install',
      'response_urls',
      'team',
      'token',
      'trigger_id',
      'type',
      'user',
      'view',
    ]);
  });

  it.each([
    ['day', '2026-02-30', 'A date is written YYYY-MM-DD and must exist.'],
    ['time', '24:00', 'A time is written HH:mm.'],
    ['one', 'z', '"z" is not among the options.'],
    ['one', ['a', 'b'], 'Only one may be chosen here.'],
    ['who', 'nobody', 'There is no person "nobody".'],
  ])('takes no %s %j', async (field, value, sentence) => {
    const view_id = await open('dave', 'form');
    const answer = await bench.page.post('/human/submit', { user: 'dave', view_id, values: { [field]: value } });
    expect(answer).toEqual({ ok: false, error: 'invalid_value', message: `${field}: ${sentence}` });
  });
});

describe('the answer to a submission', () => {
  const submit = async (user: string, word: string): Promise<Answer> => {
    const { id: view_id } = await view(user);
    return bench.page.post('/human/submit', { user, view_id, values: { word } });
  };

  it('may be errors, shown at their fields', async () => {
    await open('alice', 'judge');
    expect(await submit('alice', 'no')).toEqual({
      ok: false,
      ack_ms: expect.any(Number),
      errors: { word: 'Say yes' },
    });
    expect(await submit('alice', 'nonsense')).toMatchObject({ ok: false, error: 'invalid_errors' });
    expect((await view('alice')).state?.values?.word?.word).toEqual({ type: 'plain_text_input', value: 'nonsense' });
  });

  it('may push views, three at most, and clear them all', async () => {
    const root = (await view('alice')).id;
    expect((await submit('alice', 'push')).view).toMatchObject({ previous_view_id: root, root_view_id: root });
    expect(await submit('alice', 'push')).toMatchObject({ ok: true });
    expect(await submit('alice', 'push')).toMatchObject({ ok: false, error: 'push_limit_reached' });
    expect(await submit('alice', 'fine')).toMatchObject({ ok: true, view: { previous_view_id: root } });
    expect(await submit('alice', 'clear')).toEqual({ ok: true, ack_ms: expect.any(Number), view: null });
  });

  it('may change the view, which keeps its id and gets a new hash', async () => {
    await open('bob', 'judge');
    const before = await view('bob');
    const { view: after } = await submit('bob', 'update');
    expect(after).toMatchObject({ id: before.id, callback_id: 'judged' });
    expect(after?.hash).not.toBe(before.hash);
  });
});

describe('an open modal', () => {
  it('is stacked by the app, three high, and told about when closed', async () => {
    const first = await open('emma', 'stack');
    for (const _ of [1, 2, 3]) {
      await bench.page.post('/human/click', {
        user: 'emma',
        view_id: (await view('emma')).id,
        action_id: 'deeper',
      });
      await bench.workspace.settled(60);
    }
    expect(closed).toEqual(['push_limit_reached']);
    const top = (await view('emma')).id;
    const buried = await bench.page.post('/human/close', { user: 'emma', view_id: first });
    expect(buried).toEqual({ ok: false, error: 'view_not_found', message: `UEMMA has no view ${first} before them.` });
    expect(await bench.page.post('/human/close', { user: 'emma', view_id: top })).toMatchObject({
      ok: true,
      view: { callback_id: 'deeper' },
    });
    const { id: view_id } = await view('emma');
    expect(await bench.page.post('/human/close', { user: 'emma', view_id, all: true })).toEqual({
      ok: true,
      view: null,
    });
    expect(closed.splice(0)).toEqual(['push_limit_reached', 'deeper false', 'deeper true', 'stack true']);
  });

  it('keeps what was typed when it is updated, and is not updated from an old form', async () => {
    const view_id = await open('frank', 'keep');
    await bench.page.post('/human/click', {
      user: 'frank',
      view_id,
      action_id: 'rename',
      values: { word: 'half a sent' },
    });
    await bench.workspace.settled(60);
    const after = await view('frank');
    expect(after.blocks?.at(-1)).toMatchObject({ type: 'divider' });
    expect(after.state?.values?.word?.word?.value).toBe('half a sent');
    expect(closed.splice(0)).toEqual(['hash_conflict']);
  });
});
