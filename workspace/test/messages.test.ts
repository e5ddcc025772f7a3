import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let channel = '';

beforeAll(async () => {
  bench = await openWorkspace();
  const { channels } = await bench.page.get('/human/channels?user=grace');
  channel = [...(channels ?? [])].find(({ name }) => name === 'general')?.id ?? '';
});
afterAll(() => bench.stop());

async function call(method: string, args: object = {}): Promise<Answer> {
  const { apiUrl, botToken } = bench.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await response.json()) as Answer;
}
/** The event as it was sent to the app; Bolt itself would keep from it what it did on its own. */
const told = (fits: (event: Answer) => boolean): Promise<Answer> =>
  vi.waitFor(async () => {
    const { entries } = await bench.page.get('/human/log');
    const event = [...(entries ?? [])].map(({ payload }) => payload?.event).findLast(each => each && fits(each));
    if (!event) throw new Error('The app has not been told yet.');
    return event;
  }, 5_000);
const post = async (args: object): Promise<Answer> => call('chat.postMessage', { channel, ...args });

describe('a thread', () => {
  it('takes an answer to a reply, and shows it in the channel when asked to', async () => {
    const { ts } = await post({ text: 'first' });
    const reply = await post({ text: 'reply', thread_ts: ts });
    const wide = await post({ text: 'to all', thread_ts: reply.ts, reply_broadcast: true });
    const root = expect.objectContaining({ ts, text: 'first', reply_count: 2 });
    expect(wide.message).toMatchObject({ thread_ts: ts, subtype: 'thread_broadcast', root });
    expect(await told(({ text }) => text === 'to all')).toMatchObject({ subtype: 'thread_broadcast', root });
    const { messages } = await bench.client.conversations.history({ channel, limit: 2 });
    expect(messages?.map(({ text }) => text)).toEqual(['to all', 'first']);
    const thread = await bench.client.conversations.replies({ channel, ts: ts ?? '' });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['first', 'reply', 'to all']);
    const { permalink } = await bench.client.chat.getPermalink({ channel, message_ts: reply.ts ?? '' });
    const place = `${bench.workspace.url}/archives/${channel}/p${reply.ts?.replace('.', '')}`;
    expect(permalink).toBe(`${place}?thread_ts=${ts}&cid=${channel}`);
  });
});

describe('a text', () => {
  it('of more than 40,000 characters is cut off, with a warning', async () => {
    const { message, ...answer } = await post({ text: 'x'.repeat(40_001) });
    expect(message?.text).toHaveLength(40_000);
    expect(answer).toEqual({
      ok: true,
      channel,
      ts: message?.ts,
      warning: 'message_truncated',
      response_metadata: { warnings: ['message_truncated'] },
    });
  });

  it('may be left without formatting', async () => {
    const { message } = await post({ text: '*not bold*', mrkdwn: false });
    expect(message).toMatchObject({ text: '*not bold*', mrkdwn: false });
    const { messages } = await bench.page.get(`/human/messages?user=alice&channel=${channel}`);
    expect([...(messages ?? [])].at(-1)).toMatchObject({ text: '*not bold*', mrkdwn: false });
  });

  it('keeps what a change does not give, but text alone takes its blocks away', async () => {
    const blocks = [{ type: 'divider', block_id: 'line' }];
    const attachments = [{ text: 'below', fallback: 'below' }];
    const { ts } = await post({ text: 'first', blocks, attachments });
    const update = async (more: object): Promise<Answer | undefined> =>
      (await call('chat.update', { channel, ts, ...more })).message;
    const below = { attachments: [{ id: 1, text: 'below' }] };
    expect(await update({ attachments })).toMatchObject({ text: 'first', blocks, ...below });
    expect(await update({ blocks: [{ type: 'divider', block_id: 'other' }] })).toMatchObject({
      text: 'first',
      blocks: [{ block_id: 'other' }],
      ...below,
    });
    const reworded = await update({ text: 'second' });
    expect(reworded).toMatchObject({ text: 'second', ...below });
    expect(reworded).not.toHaveProperty('blocks');
    await update({ text: 'third', blocks });
    expect(await update({ attachments: [] })).not.toHaveProperty('attachments');
    expect(await update({ blocks: [] })).not.toHaveProperty('blocks');
    expect((await call('chat.update', { channel, ts })).error).toBe('no_text');
    const { ts: bare } = await post({ blocks });
    expect((await call('chat.update', { channel, ts: bare, blocks: [] })).error).toBe('no_text');
  });

  it('is edited when it becomes another, not when blocks do', async () => {
    const { ts } = await post({ text: 'same' });
    const update = async (more: object): Promise<Answer | undefined> =>
      (await call('chat.update', { channel, ts, ...more })).message;
    expect(await update({ text: 'same', blocks: [{ type: 'divider' }] })).not.toHaveProperty('edited');
    expect(await update({ blocks: [{ type: 'divider' }] })).not.toHaveProperty('edited');
    expect(await update({ text: 'new', blocks: [{ type: 'divider' }] })).not.toHaveProperty('edited');
    expect((await update({ text: 'other' }))?.edited).toMatchObject({ user: 'U0LOCALAPP' });
    expect((await update({ blocks: [{ type: 'divider' }] }))?.edited).toMatchObject({ user: 'U0LOCALAPP' });
  });
});

describe('attachments', () => {
  it('are a hundred at most', async () => {
    const attachments = Array.from({ length: 101 }, () => ({ text: 'x' }));
    expect((await post({ attachments })).error).toBe('too_many_attachments');
    expect((await post({ attachments: attachments.slice(1) })).ok).toBe(true);
  });
});

describe('pins.add', () => {
  it('marks the message, and the app hears of it: pin_added', async () => {
    const { ts } = await post({ text: 'pinned' });
    await call('pins.add', { channel, timestamp: ts });
    expect(await told(({ type }) => type === 'pin_added')).toEqual({
      type: 'pin_added',
      user: 'U0LOCALAPP',
      channel_id: channel,
      item: {
        type: 'message',
        channel,
        created: expect.any(Number),
        created_by: 'U0LOCALAPP',
        message: expect.objectContaining({ ts, text: 'pinned', pinned_to: [channel], permalink: expect.any(String) }),
      },
      item_user: 'U0LOCALAPP',
      pin_count: 1,
      pinned_info: { channel, pinned_by: 'U0LOCALAPP', pinned_ts: expect.any(Number) },
      event_ts: expect.any(String),
    });
    const { messages } = await bench.client.conversations.history({ channel, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts, pinned_to: [channel] });
  });
});

describe('reactions', () => {
  it('are 23 of one person, and 50 different ones', async () => {
    const { ts: timestamp } = await post({ text: 'react' });
    const add = (name: string): Promise<Answer> => call('reactions.add', { channel, timestamp, name });
    for (let index = 0; index < 23; index += 1) expect((await add(`e${index}`)).ok).toBe(true);
    expect((await add('e23')).error).toBe('too_many_reactions');
    const react = (user: string, name: string): Promise<Answer> =>
      bench.page.post('/human/react', { user, channel, ts: timestamp, name });
    for (let index = 23; index < 46; index += 1) await react('alice', `e${index}`);
    for (let index = 46; index < 50; index += 1) await react('bob', `e${index}`);
    expect((await react('bob', 'e50')).error).toBe('too_many_emoji');
    expect((await react('bob', 'e1')).ok).toBe(true);
  });
});
