import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Bench, input, modal, openWithApp } from './bench.ts';

const text = { type: 'plain_text', text: 'x' } as const;
const card = [{ type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'go', text }] }];

let bench: Bench;
let now = 0;
let url = '';
let ts = '';

beforeAll(async () => {
  bench = await openWithApp(
    app => {
      app.command('/ask', async ({ ack, body, client }) => {
        url = body.response_url;
        await ack();
        if (body.text !== 'form') return;
        const select = { type: 'conversations_select', action_id: 'where', response_url_enabled: true };
        await client.views.open({ trigger_id: body.trigger_id, view: modal('form', [input('where', select)]) });
      });
      app.action('go', async ({ ack, body }) => {
        if (body.type === 'block_actions') url = body.response_url;
        await ack();
      });
      app.view('form', async ({ ack, body }) => {
        if (body.type === 'view_submission') url = body.response_urls?.[0]?.response_url ?? '';
        await ack();
      });
    },
    { elapsed: () => now },
  );
});
afterAll(() => bench.stop());

let channel = '';
let count = 0;
/** Each test has a channel of its own, with an admin and a colleague in it. */
beforeEach(async () => {
  count += 1;
  const made = await bench.client.conversations.create({ name: `room-${count}` });
  channel = made.channel?.id ?? '';
  await bench.client.conversations.invite({ channel, users: 'UALICE,UBOB' });
});

const send = async (body: unknown, type = 'application/json'): Promise<[number, string]> => {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: given });
  return [response.status, await response.text()];
};
const ok = [200, 'ok'];
const seen = async (user: string): Promise<unknown[]> =>
  [...((await bench.page.get(`/human/messages?user=${user}&channel=${channel}`)).messages ?? [])]
    .filter(message => !/has joined/.test(String(message.text)))
    .map(message => (message.ephemeral ? `(only you) ${message.text}` : message.text));

const command = (words = ''): Promise<Answer> =>
  bench.page.post('/human/command', { user: 'alice', channel, command: '/ask', text: words });
const press = (): Promise<Answer> => bench.page.post('/human/click', { user: 'alice', channel, ts, action_id: 'go' });
async function open(): Promise<void> {
  ({ ts = '' } = await bench.client.chat.postMessage({ channel, text: 'card', blocks: card as never }));
  await press();
}
async function openHidden(): Promise<void> {
  const shown = await bench.client.chat.postEphemeral({
    channel,
    user: 'UALICE',
    text: 'card',
    blocks: card as never,
  });
  ts = shown.message_ts ?? '';
  await press();
}
async function openForm(): Promise<void> {
  await command('form');
  await bench.workspace.settled(20);
  const { view } = await bench.page.get('/human/view?user=alice');
  await bench.page.post('/human/submit', { user: 'alice', view_id: view?.id, values: { where: channel } });
}

const said = { text: 'new' };
const everyone = { ...said, response_type: 'in_channel' };

describe('what an app sends is shown', () => {
  it.each<[string, () => Promise<unknown>, object, unknown[], unknown[]]>([
    ['of a command, alone', command, said, ['(only you) new'], []],
    ['of a command, alone, if it says nothing known', command, { ...said, response_type: 'x' }, ['(only you) new'], []],
    ['of a command, to everyone', command, everyone, ['new'], ['new']],
    [
      'of a command, anew when there is nothing to replace',
      command,
      { ...said, replace_original: true },
      ['(only you) new'],
      [],
    ],
    ['of a command, nothing when there is nothing to delete', command, { delete_original: true }, [], []],
    ['of a card, alone', open, said, ['card', '(only you) new'], ['card']],
    [
      'of a card, alone with replace_original false',
      open,
      { ...said, replace_original: false },
      ['card', '(only you) new'],
      ['card'],
    ],
    ['of a card, to everyone', open, everyone, ['card', 'new'], ['card', 'new']],
    ['of a card, in its place', open, { ...said, replace_original: true }, ['new'], ['new']],
    ['of a card, in its place, told in words', open, { ...said, replace_original: 'true' }, ['new'], ['new']],
    [
      'of a card, in its place, which stays for everyone',
      open,
      { ...said, replace_original: true, response_type: 'ephemeral' },
      ['new'],
      ['new'],
    ],
    ['of a card, taken away', open, { delete_original: true }, [], []],
    ['of a hidden card, alone', openHidden, said, ['(only you) card', '(only you) new'], []],
    ['of a hidden card, to everyone', openHidden, everyone, ['(only you) card', 'new'], ['new']],
    ['of a hidden card, in its place', openHidden, { ...said, replace_original: true }, ['(only you) new'], []],
    [
      'of a hidden card, in its place, which stays hidden',
      openHidden,
      { ...everyone, replace_original: true },
      ['(only you) new'],
      [],
    ],
    ['of a hidden card, taken away', openHidden, { delete_original: true }, [], []],
    ['of a form, alone', openForm, said, ['(only you) new'], []],
    ['of a form, to everyone', openForm, everyone, ['new'], ['new']],
  ])('%s', async (_, begin, body, mine, theirs) => {
    await begin();
    expect(await send(body)).toEqual(ok);
    expect([await seen('alice'), await seen('bob')]).toEqual([mine, theirs]);
  });

  it('beside what the same URL said before: the original is still the card', async () => {
    await open();
    expect(await send({ text: 'working on it' })).toEqual(ok);
    expect(await send({ text: 'done', replace_original: true })).toEqual(ok);
    expect(await seen('alice')).toEqual(['done', '(only you) working on it']);
  });

  it('in a thread, with blocks, attachments and metadata, as the app sent it', async () => {
    await open();
    const metadata = { event_type: 'asked', event_payload: { id: 7 } };
    const blocks = [{ type: 'section', block_id: 'b', text: { type: 'mrkdwn', text: '*new*' } }];
    const attachments = [{ color: '#f00', text: 'beside' }];
    expect(await send({ ...everyone, thread_ts: ts, blocks, attachments, metadata })).toEqual(ok);
    expect(await seen('bob')).toEqual(['card']);
    const { messages = [] } = await bench.client.conversations.replies({ channel, ts, include_all_metadata: true });
    expect(messages[1]).toMatchObject({
      text: 'new',
      thread_ts: ts,
      blocks,
      attachments: [{ id: 1, ...attachments[0] }],
      metadata,
    });
  });

  it('without the blocks there were when a text alone takes the place of a card', async () => {
    await open();
    expect(await send({ ...said, replace_original: true })).toEqual(ok);
    const { messages = [] } = await bench.client.conversations.history({ channel });
    expect(messages.find(message => message.ts === ts)).not.toHaveProperty('blocks');
  });

  it('with web addresses as links, unless it is no mrkdwn', async () => {
    await command();
    expect(await send({ ...everyone, text: 'see https://example.com/' })).toEqual(ok);
    expect(await send({ ...everyone, text: 'see https://example.com/', mrkdwn: false })).toEqual(ok);
    expect(await seen('bob')).toEqual(['see <https://example.com/>', 'see https://example.com/']);
  });

  it('from a form’s field as from JSON', async () => {
    await command();
    const form = new URLSearchParams({ payload: JSON.stringify(everyone) }).toString();
    expect(await send(form, 'application/x-www-form-urlencoded')).toEqual(ok);
    expect(await send(JSON.stringify({ ...everyone, text: 'plain' }), 'text/plain')).toEqual(ok);
    expect(await seen('bob')).toEqual(['new', 'plain']);
  });
});

describe('what cannot be shown is refused', () => {
  it.each<[string, unknown, number, object]>([
    ['text that is no JSON', 'hello', 400, { ok: false, error: 'invalid_payload' }],
    ['a list', [], 400, { ok: false, error: 'invalid_payload' }],
    ['nothing', '', 400, { ok: false, error: 'invalid_payload' }],
    ['an empty object', {}, 500, { ok: false, error: 'no_text' }],
    ['blocks that break Block Kit', { blocks: [{ type: 'header' }] }, 400, { ok: false, error: 'invalid_blocks' }],
    [
      'metadata that is none',
      { ...said, metadata: { event_type: 'x' } },
      400,
      { ok: false, error: 'invalid_metadata_schema' },
    ],
  ])('%s', async (_, body, status, answer) => {
    await command();
    expect(await send(body)).toEqual([status, JSON.stringify(answer)]);
    expect(await seen('alice')).toEqual([]);
  });

  it('the sixth answer', async () => {
    await command();
    for (let times = 0; times < 5; times += 1) expect(await send(said)).toEqual(ok);
    expect(await send(said)).toEqual([404, '{"ok":false,"error":"used_url"}']);
    expect(await seen('alice')).toHaveLength(5);
  });

  it('an answer after half an hour', async () => {
    await command();
    now += 30 * 60_000 - 1;
    expect(await send(said)).toEqual(ok);
    now += 1;
    expect(await send(said)).toEqual([404, '{"ok":false,"error":"expired_url"}']);
    expect(await seen('alice')).toHaveLength(1);
  });
});
