import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWithApp } from './bench.ts';

const text = { type: 'plain_text', text: 'x', emoji: true } as const;
const option = (value: string) => ({ text, value });
const BLOCKS = [
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'go', value: 'one', text },
      { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
      { type: 'overflow', action_id: 'more', options: [option('x'), option('y')] },
      { type: 'datepicker', action_id: 'day', initial_date: '2026-03-09' },
      { type: 'multi_users_select', action_id: 'whom', max_selected_items: 2 },
    ],
  },
  {
    type: 'section',
    block_id: 'aside',
    text,
    accessory: { type: 'button', action_id: 'go', value: 'two', text, style: 'danger' },
  },
  {
    type: 'container',
    title: text,
    child_blocks: [{ type: 'actions', block_id: 'inner', elements: [{ type: 'button', action_id: 'deep', text }] }],
  },
];

let bench: Bench;
let ts = '';
let hidden = '';
const bodies: Answer[] = [];

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.action(/^(?!replace|drop|wait)/, async ({ ack, body }) => {
      bodies.push(body as unknown as Answer);
      await ack();
    });
    app.action('replace', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'replaced', replace_original: true });
      await respond({ text: 'and a word', replace_original: false });
    });
    app.action('drop', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  const posted = await bench.client.chat.postMessage({ channel: '#support', text: 'Choose', blocks: BLOCKS as never });
  ts = posted.ts ?? '';
  const own = [
    { type: 'actions', elements: ['replace', 'drop'].map(action_id => ({ type: 'button', action_id, text })) },
  ];
  const secret = await bench.client.chat.postEphemeral({
    channel: '#support',
    user: 'UALICE',
    text: 'Choose',
    blocks: own as never,
  });
  hidden = secret.message_ts ?? '';
});

afterAll(() => bench.stop());

const click = async (fields: object): Promise<Answer> => {
  bodies.length = 0;
  return bench.page.post('/human/click', { user: 'carol', channel: 'support', ts, ...fields });
};

describe('a click in a message', () => {
  it('tells the app who pressed what, and where', async () => {
    expect(await click({ action_id: 'go', value: 'two' })).toEqual({ ok: true, ack_ms: expect.any(Number) });
    const [body] = bodies;
    const channel = { id: expect.stringMatching(/^C/), name: 'support' };
    expect(body).toEqual({
      type: 'block_actions',
      user: { id: 'UCAROL', username: 'carol', name: 'carol', team_id: 'T0TEAM' },
      api_app_id: 'A0LOCALAPP',
      token: expect.any(String),
      team: { id: 'T0TEAM', domain: 'team' },
      enterprise: null,
      is_enterprise_install: false,
      container: { type: 'message', message_ts: ts, channel_id: body?.channel?.id, is_ephemeral: false },
      channel,
      message: expect.objectContaining({
        type: 'message',
        ts,
        text: 'Choose',
        bot_id: 'B0LOCALAPP',
        app_id: 'A0LOCALAPP',
      }),
      state: {
        values: {
          row: {
            pick: { type: 'static_select', selected_option: null },
            day: { type: 'datepicker', selected_date: '2026-03-09' },
            whom: { type: 'multi_users_select', selected_users: [] },
          },
        },
      },
      response_url: expect.stringContaining(`${bench.workspace.url}/actions/T0TEAM/`),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
      actions: [
        {
          type: 'button',
          action_id: 'go',
          block_id: 'aside',
          text,
          value: 'two',
          style: 'danger',
          action_ts: expect.any(String),
        },
      ],
    });
  });

  it.each([
    ['pick', 'b', { selected_option: option('b') }],
    ['more', 'y', { selected_option: option('y') }],
    ['day', '2026-03-10', { selected_date: '2026-03-10', initial_date: '2026-03-09' }],
    ['whom', ['@alice', 'bob'], { selected_users: ['UALICE', 'UBOB'] }],
  ])('tells what was chosen in %s', async (action_id, selected, told) => {
    await click({ action_id, selected });
    expect(bodies[0]?.actions?.[0]).toMatchObject(told);
  });

  it('finds elements inside other blocks', async () => {
    await click({ action_id: 'deep' });
    expect(bodies[0]?.actions?.[0]).toMatchObject({ action_id: 'deep', block_id: 'inner' });
  });

  it('remembers what this person chose in the message, and not what another did', async () => {
    await click({ action_id: 'go' });
    expect(bodies[0]?.state?.values?.row?.pick).toEqual({ type: 'static_select', selected_option: option('b') });
    await click({ action_id: 'go', user: 'dave' });
    expect(bodies[0]?.state?.values?.row?.pick).toEqual({ type: 'static_select', selected_option: null });
  });

  it.each([
    ['nothing of that name', { action_id: 'none' }, 'action_not_found'],
    ['no such message', { action_id: 'go', ts: '1.000001' }, 'message_not_found'],
    ['a message of others', { action_id: 'replace', ts: () => hidden }, 'message_not_found'],
    ['a closed channel', { action_id: 'go', channel: 'planning' }, 'channel_not_found'],
    ['nowhere', { action_id: 'go', ts: undefined }, 'invalid_arguments'],
    ['nothing chosen', { action_id: 'pick' }, 'invalid_value'],
    ['too many chosen', { action_id: 'whom', selected: ['alice', 'bob', 'emma'] }, 'invalid_value'],
    ['nobody', { action_id: 'go', user: 'stranger' }, 'user_not_found'],
  ])('is refused: %s', async (_, fields, error) => {
    const at = 'ts' in fields && typeof fields.ts === 'function' ? { ts: fields.ts() } : {};
    expect(await click({ ...fields, ...at })).toEqual({
      ok: false,
      error,
      message: expect.stringMatching(/^[A-Z\w].*\.$/),
    });
    expect(bodies).toEqual([]);
  });
});

describe('a response URL of a click', () => {
  const seen = async (): Promise<string[]> => {
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=support');
    return [...(messages ?? [])].filter(message => message.ephemeral).map(message => String(message.text));
  };

  it('replaces and deletes the message clicked, also one that only one person sees', async () => {
    const at = { user: 'alice', channel: 'support', ts: hidden };
    await bench.page.post('/human/click', { ...at, action_id: 'replace' });
    await bench.workspace.settled(60);
    expect(await seen()).toEqual(['replaced', 'and a word']);
    const again = await bench.page.post('/human/click', { ...at, action_id: 'drop' });
    expect(again.error).toBe('action_not_found');
  });

  it('works five times within half an hour, and says why it does not', async () => {
    await click({ action_id: 'go' });
    const url = bodies[0]?.response_url ?? '';
    const post = async (body: unknown, to: string = url): Promise<unknown> => {
      const response = await fetch(to, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      return [response.status, await response.text()];
    };
    expect(await post({ text: '' })).toEqual([500, '{"ok":false,"error":"no_text"}']);
    for (const text of ['1', '2', '3', '4']) expect(await post({ text })).toEqual([200, 'ok']);
    expect(await post({ text: '6' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    expect(await post({ text: '7' }, `${url}x`)).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });
});
