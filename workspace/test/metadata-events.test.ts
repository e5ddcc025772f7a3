import { expect, it } from 'vitest';
import { type Answer, openWithApp } from './bench.ts';

const manifest = (subscribed: string) => ({
  display_information: { name: 'Marker' },
  oauth_config: { scopes: { bot: ['chat:write', 'metadata.message:read'] } },
  settings: {
    event_subscriptions: {
      bot_events: ['message_metadata_posted', 'message_metadata_updated', 'message_metadata_deleted'],
      metadata_subscriptions: [{ app_id: 'A0LOCALAPP', event_type: subscribed }],
    },
  },
});
const marked = (n: number) => ({ event_type: 'marked', event_payload: { n } });

it.each([
  ['marked', 4],
  ['*', 4],
  ['other', 0],
])('an app subscribed to %s hears of metadata %i times', async (subscribed, times) => {
  const heard: Answer[] = [];
  const bench = await openWithApp(
    app => {
      for (const type of ['message_metadata_posted', 'message_metadata_updated', 'message_metadata_deleted'] as const)
        app.event(type, async ({ event }) => void heard.push(event as unknown as Answer));
    },
    { manifest: manifest(subscribed) },
  );
  const { client } = bench;
  const first = await client.chat.postMessage({ channel: '#general', text: 'a', metadata: marked(1) });
  const { channel = '', ts = '' } = first;
  await client.chat.update({ channel, ts, text: 'b' });
  await client.chat.update({ channel, ts, text: 'b', metadata: marked(2) });
  await client.chat.delete({ channel, ts });
  await client.chat.postMessage({ channel, text: 'without' });
  await client.chat.postMessage({ channel, text: 'second', metadata: marked(3) });
  await bench.workspace.settled();
  const about = {
    app_id: 'A0LOCALAPP',
    bot_id: 'B0LOCALAPP',
    user_id: 'U0LOCALAPP',
    team_id: 'T0TEAM',
    channel_id: channel,
    message_ts: ts,
    event_ts: expect.any(String),
  };
  expect(heard).toHaveLength(times);
  if (times > 0)
    expect(heard).toEqual([
      { type: 'message_metadata_posted', ...about, metadata: marked(1) },
      { type: 'message_metadata_updated', ...about, previous_metadata: marked(1), metadata: marked(2) },
      {
        type: 'message_metadata_deleted',
        ...about,
        previous_metadata: marked(2),
        deleted_ts: heard[2]?.event_ts,
      },
      { type: 'message_metadata_posted', ...about, message_ts: expect.any(String), metadata: marked(3) },
    ]);
  await bench.stop();
});
