/** What becomes of a thread whose first message is deleted, and of answers to a message that is not there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let channel = '';

beforeAll(async () => {
  bench = await openWorkspace();
  const made = await bench.client.conversations.create({ name: 'threads' });
  channel = made.channel?.id ?? '';
  await bench.client.conversations.invite({ channel, users: 'UALICE,UBOB' });
});
afterAll(() => bench.stop());

const said = async (text: string, more: object = {}): Promise<Answer> =>
  (await bench.client.chat.postMessage({ channel, text, ...more })) as unknown as Answer;
const lastTold = async (): Promise<Answer | undefined> => {
  await bench.workspace.settled(20);
  const { entries } = await bench.page.get('/human/log');
  return [...(entries ?? [])].map(({ payload }) => payload?.event).findLast(event => event?.type === 'message');
};
const texts = async (): Promise<unknown[]> =>
  ((await bench.client.conversations.history({ channel })).messages ?? []).map(({ text }) => text);

const left = {
  type: 'message',
  subtype: 'tombstone',
  text: 'This message was deleted.',
  user: 'USLACKBOT',
  hidden: true,
};

it('leaves a mark above the replies, which goes with the last of them', async () => {
  const { ts = '' } = await said('first');
  const reply = await said('an answer', { thread_ts: ts });
  const answered = await bench.page.post('/human/message', { user: 'bob', channel, text: 'another', thread_ts: ts });
  await bench.client.chat.delete({ channel, ts });
  const tombstone = {
    ...left,
    ts,
    thread_ts: ts,
    parent_user_id: 'USLACKBOT',
    reply_count: 2,
    latest_reply: answered.ts,
  };
  expect(await lastTold()).toMatchObject({
    subtype: 'message_changed',
    hidden: true,
    message: tombstone,
    previous_message: { ts, text: 'first' },
  });
  const { messages } = await bench.client.conversations.replies({ channel, ts });
  expect(messages?.[0]).toMatchObject(tombstone);
  expect(messages?.[0]).not.toHaveProperty('blocks');
  expect(messages?.slice(1).map(({ text }) => text)).toEqual(['an answer', 'another']);
  expect(messages?.[1]).toMatchObject({ parent_user_id: 'USLACKBOT' });
  const seen = await bench.page.get(`/human/messages?user=alice&channel=${channel}`);
  expect([...(seen.messages ?? [])].at(-1)).toMatchObject({ subtype: 'tombstone', reply_count: 2 });
  // The thread goes on: what is said into it stands there.
  const later = await said('later', { thread_ts: ts });
  expect(later.message).toMatchObject({ thread_ts: ts });
  await expect(bench.client.chat.delete({ channel, ts })).rejects.toMatchObject({
    data: { error: 'cant_delete_message' },
  });
  for (const one of [reply, later]) await bench.client.chat.delete({ channel, ts: String(one.ts) });
  expect(await texts()).toContain('This message was deleted.');
});

it('bears no reactions and no pins, and is nobody’s to change', async () => {
  const { ts = '' } = await bench.page.post('/human/message', { user: 'bob', channel, text: 'first' });
  await said('an answer', { thread_ts: ts });
  await bench.page.post('/human/delete', { user: 'bob', channel, ts });
  const { reactions, pins } = bench.client;
  const marks = [
    reactions.add({ channel, timestamp: ts, name: 'tada' }),
    reactions.get({ channel, timestamp: ts }),
    pins.add({ channel, timestamp: ts }),
  ];
  for (const mark of marks) await expect(mark).rejects.toMatchObject({ data: { error: 'message_not_found' } });
  const deed = { user: 'bob', channel, ts };
  expect([
    await bench.page.post('/human/react', { ...deed, name: 'tada' }),
    await bench.page.post('/human/edit', { ...deed, text: 'x' }),
    await bench.page.post('/human/delete', deed),
  ]).toEqual([
    { ok: false, error: 'message_not_found', message: `${ts} was deleted.` },
    { ok: false, error: 'cant_update_message', message: `${ts} was deleted already.` },
    { ok: false, error: 'cant_delete_message', message: `${ts} was deleted already.` },
  ]);
});

it('goes whole with its last reply', async () => {
  const { ts = '' } = await said('first');
  const reply = await said('the only answer', { thread_ts: ts });
  await bench.client.chat.delete({ channel, ts });
  await bench.client.chat.delete({ channel, ts: String(reply.ts) });
  expect(await lastTold()).toMatchObject({
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: { ...left, ts, reply_count: 0, latest_reply: '0000000000.000000', reply_users: [] },
  });
  await expect(bench.client.conversations.replies({ channel, ts })).rejects.toMatchObject({
    data: { error: 'thread_not_found' },
  });
});

it('takes an answer to what is not there into the channel, and says nothing of it', async () => {
  const { ts = '' } = await said('gone soon');
  await bench.client.chat.delete({ channel, ts });
  for (const thread_ts of [ts, '1.2']) {
    const { message } = await said('stray', { thread_ts, reply_broadcast: true });
    expect(message).toMatchObject({ text: 'stray' });
    for (const field of ['thread_ts', 'subtype', 'reply_broadcast']) expect(message).not.toHaveProperty(field);
  }
  expect((await texts()).slice(0, 2)).toEqual(['stray', 'stray']);
});
