/** Messages without an author: under a name of their own, and said to all through an address. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Bench, openWithApp } from './bench.ts';

let bench: Bench;
const blocks = [
  {
    type: 'actions',
    block_id: 'row',
    elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
  },
] as never;

beforeAll(async () => {
  bench = await openWithApp(app => {
    app.command('/loud', ({ ack }) => ack({ response_type: 'in_channel', text: 'at once' }));
    app.command('/late', async ({ ack, respond }) => {
      await ack();
      await respond({ response_type: 'in_channel', text: 'later' });
    });
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'pressed' });
    });
  });
});
afterAll(() => bench.stop());

const events = async (fits: (event: Answer) => boolean): Promise<Answer[]> => {
  await bench.workspace.settled(40);
  const { entries } = await bench.page.get('/human/log');
  return [...(entries ?? [])].map(({ payload }) => payload?.event as Answer).filter(event => event && fits(event));
};
const newest = async (channel: string): Promise<object> =>
  (await bench.client.conversations.history({ channel, limit: 1 })).messages?.[0] ?? {};

it('under a name of its own has that name and its picture, and no user', async () => {
  const disguise = { username: 'Herald', icon_emoji: ':bell:' };
  const sent = await bench.client.chat.postMessage({ channel: '#general', text: 'hear', ...disguise });
  const { channel = '', ts = '', message } = sent;
  const expected = { subtype: 'bot_message', username: 'Herald', icons: { emoji: ':bell:' }, bot_id: 'B0LOCALAPP' };
  const told = (await events(event => event.text === 'hear'))[0];
  for (const shown of [message, await newest(channel), told]) {
    expect(shown).toMatchObject(expected);
    for (const field of ['user', 'icon_emoji', 'bot_profile']) expect(shown).not.toHaveProperty(field);
  }
  await bench.page.post('/human/message', { user: 'alice', channel, text: 'I hear', thread_ts: ts });
  await bench.client.chat.postMessage({ channel, thread_ts: ts, text: 'good', username: 'Herald' });
  expect(await newest(channel)).toMatchObject({ reply_users: ['UALICE', 'B0LOCALAPP'] });
  await bench.page.post('/human/react', { user: 'bob', channel, ts, name: 'tada' });
  expect((await events(({ type }) => type === 'reaction_added'))[0]).not.toHaveProperty('item_user');
  const pictured = await bench.client.chat.postMessage({ channel, text: 'x', icon_url: 'https://example.com/i.png' });
  expect(pictured.message).toMatchObject({ icons: { image_48: 'https://example.com/i.png' } });
});

it.each([
  ['/loud', 'at once'],
  ['/late', 'later'],
])('said to all in answer to %s has the app’s name and no user', async (command, text) => {
  const { channels } = await bench.page.get('/human/channels?user=alice');
  const channel = [...(channels ?? [])].find(({ name }) => name === 'general')?.id ?? '';
  await bench.page.post('/human/command', { user: 'alice', channel, command });
  const told = (await events(event => event.text === text))[0];
  for (const shown of [told, await newest(channel)]) {
    expect(shown).toMatchObject({ subtype: 'bot_message', text, bot_id: 'B0LOCALAPP', username: 'app' });
    expect(shown).not.toHaveProperty('user');
  }
});

it('that is replaced through its response URL is under the app’s own name from then on', async () => {
  const card = { text: 'card', blocks, username: 'Herald', icon_emoji: ':bell:' };
  const { channel = '', ts = '' } = await bench.client.chat.postMessage({ channel: '#random', ...card });
  await bench.page.post('/human/click', { user: 'alice', channel, ts, action_id: 'go' });
  await bench.workspace.settled(40);
  const replaced = await newest(channel);
  expect(replaced).toMatchObject({ ts, text: 'pressed', username: 'app' });
  expect(replaced).not.toHaveProperty('icons');
});
