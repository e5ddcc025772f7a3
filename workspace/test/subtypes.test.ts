import { expect, it } from 'vitest';
import { openWithApp } from './bench.ts';

it('tells the app of changed and deleted messages, and of those under another name', async () => {
  const bench = await openWithApp(() => {});
  const { client } = bench;
  const post = { channel: '#general', text: 'first', username: 'Herald', icon_emoji: ':bell:' };
  const { ts = '', channel = '' } = await client.chat.postMessage(post);
  await client.chat.update({ channel, ts, text: 'second' });
  await client.chat.delete({ channel, ts });
  await bench.workspace.settled();
  // Bolt keeps an app's own messages from its listeners, so what was sent is read in the log.
  const { entries } = await bench.page.get('/human/log');
  const heard = [...(entries ?? [])].filter(({ type }) => type === 'message').map(({ payload }) => payload?.event);
  const message = { type: 'message', channel, channel_type: 'channel', ts: expect.any(String) };
  expect(heard).toEqual([
    expect.objectContaining({ ...message, subtype: 'bot_message', ts, text: 'first', username: 'Herald' }),
    expect.objectContaining({
      ...message,
      subtype: 'message_changed',
      hidden: true,
      message: expect.objectContaining({
        ts,
        text: 'second',
        edited: { user: bench.workspace.botUserId, ts: expect.any(String) },
      }),
      previous_message: expect.objectContaining({ ts, text: 'first' }),
    }),
    expect.objectContaining({
      ...message,
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: ts,
      previous_message: expect.objectContaining({ ts, text: 'second' }),
    }),
  ]);
  await bench.stop();
});
