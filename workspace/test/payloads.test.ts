/** Fields that apps read and that are easily forgotten, as Slack gives them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, input, modal, openWithApp } from './bench.ts';

let bench: Bench;
let channel = '';
const seen: Record<string, unknown>[] = [];
const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const blocks = [{ type: 'actions', block_id: 'row', elements: [button] }] as never;

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.message(/./, async ({ message }) => void seen.push({ ...message }));
    app.action('go', async ({ ack, body }) => {
      await ack();
      if ('message' in body) seen.push({ ...body.message });
    });
    app.shortcut('read', async ({ ack, shortcut }) => {
      await ack();
      if ('message' in shortcut) seen.push({ ...shortcut.message });
    });
    app.command('/form', async ({ ack, body, client }) => {
      await ack();
      const element = { type: 'plain_text_input', action_id: 'word' };
      const fields = [input('word', element), input('more', element, { optional: true })];
      await client.views.open({ trigger_id: body.trigger_id, view: modal('form', fields) });
    });
    app.view('form', async ({ ack, view }) => {
      await ack();
      seen.push({ ...view });
    });
  });
  const { channels } = await bench.page.get('/human/channels?user=alice');
  channel = [...(channels ?? [])].find(({ name }) => name === 'general')?.id ?? '';
});
afterAll(() => bench.stop());

const newest = async (): Promise<object> =>
  (await bench.client.conversations.history({ channel, limit: 1 })).messages?.[0] ?? {};

it('what a person types has an id of their client, and its signs are escaped, wherever it is told', async () => {
  const typed = await bench.page.post('/human/message', { user: 'alice', channel, text: 'a < b & c > d' });
  await bench.page.post('/human/shortcut', { user: 'bob', callback_id: 'read', channel, ts: typed.ts });
  await bench.workspace.settled(40);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const [event, about] = seen.splice(0);
  for (const told of [event, about, await newest()])
    expect(told).toMatchObject({
      client_msg_id: expect.stringMatching(uuid),
      text: 'a &lt; b &amp; c &gt; d',
    });
  expect(event?.client_msg_id).toBe(about?.client_msg_id);
  await bench.client.chat.postMessage({ channel, text: 'a < b & c' });
  expect(await newest()).toMatchObject({ text: 'a &lt; b &amp; c' });
  expect(await newest()).not.toHaveProperty('client_msg_id');
});

describe('what an app says is told with its loose signs escaped', () => {
  it.each([
    ['R&D', 'R&amp;D'],
    ['AT&amp;T &lt;b&gt; &amp;amp;', 'AT&amp;T &lt;b&gt; &amp;amp;'],
    ['&copy; 2026 & more', '&amp;copy; 2026 &amp; more'],
    ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
    ['> quoted', '&gt; quoted'],
    ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
    ['<@U1> in <#C1|all>, <!here> and <!date^1^{time}|x>', '<@U1> in <#C1|all>, <!here> and <!date^1^{time}|x>'],
    ['<https://a.example/?b=1&c=2|a & b>', '<https://a.example/?b=1&amp;c=2|a &amp; b>'],
    ['see https://a.example/?b=1&c=2.', 'see <https://a.example/?b=1&amp;c=2>.'],
    ['<mailto:a@b.example|write> <a', '<mailto:a@b.example|write> &lt;a'],
    ['`a < b` and ```c & d```', '`a &lt; b` and ```c &amp; d```'],
  ])('%s', async (text, stored) => {
    for (const more of [{}, { parse: 'none' as const }]) {
      const { message } = await bench.client.chat.postMessage({ channel, text, ...more });
      const plain = stored.replace('see <https://a.example/?b=1&amp;c=2>.', 'see https://a.example/?b=1&amp;c=2.');
      expect(message?.text).toBe('parse' in more ? plain : stored);
      expect(await newest()).toMatchObject({ text: message?.text });
    }
    const { ts = '' } = await bench.client.chat.postMessage({ channel, text: 'before' });
    expect((await bench.client.chat.update({ channel, ts, text })).text).toBe(stored);
  });
});

it('a message of blocks alone says in its text that it cannot be displayed', async () => {
  const text = "This content can't be displayed.";
  // The client warns of messages without a text, which is the very thing here.
  const { apiUrl, botToken } = bench.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const body = JSON.stringify({ channel, blocks });
  const sent = (await (await fetch(`${apiUrl}chat.postMessage`, { method: 'POST', headers, body })).json()) as Answer;
  expect(sent.message).toMatchObject({ text });
  expect(await newest()).toMatchObject({ text });
  await bench.page.post('/human/click', { user: 'alice', channel, ts: sent.ts, action_id: 'go' });
  expect(seen.splice(0)).toEqual([expect.objectContaining({ text })]);
  const { messages } = await bench.page.get('/human/messages?user=alice&channel=general');
  expect([...(messages ?? [])].at(-1)?.text).toBe('');
});

it('an input says whether it may be left empty', async () => {
  await bench.page.post('/human/command', { user: 'alice', channel, command: '/form' });
  const { view } = await bench.page.get('/human/view?user=alice');
  const stated = [
    { block_id: 'word', optional: false },
    { block_id: 'more', optional: true },
  ];
  expect(view?.blocks).toMatchObject(stated);
  await bench.page.post('/human/submit', { user: 'alice', view_id: view?.id, values: { 'word/word': 'x' } });
  expect(seen.splice(0)).toMatchObject([{ blocks: stated }]);
});

it('a channel the app is in says how far it has read', async () => {
  const { channel: general } = await bench.client.conversations.info({ channel });
  expect(general).toMatchObject({ last_read: '0000000000.000000' });
  const { channel: opened } = await bench.client.conversations.open({ users: 'UALICE' });
  const direct = await bench.client.conversations.info({ channel: opened?.id ?? '' });
  expect(direct.channel).toMatchObject({ last_read: '0000000000.000000' });
});
