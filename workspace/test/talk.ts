/** A channel with two people, another app's bot and an app that listens; what they say there, change and take back. */
import { expect } from 'vitest';
import { type Answer, type Bench, openWithApp, TEAM } from './bench.ts';

const ROBOT = { id: 'UROBOT', name: 'robot', real_name: 'Robot', is_bot: true };

/** A moment as Slack writes it, and one of a whole second. */
export const STAMP = expect.stringMatching(/^\d{10}\.\d{6}$/);
export const SECOND = expect.stringMatching(/^\d{10}\.000000$/);

/** A call that was refused. */
export const no = (error: string, message: string) => ({ ok: false, error, message });

/** The blocks of a typed message of one line. */
export const section = (...elements: object[]) => [
  { type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] },
];

/** A message of Alice's as the app is shown it. */
export const said = (ts: string, text: string, more: object = {}) => ({
  type: 'message',
  user: 'UALICE',
  ts,
  text,
  team: 'T0TEAM',
  client_msg_id: expect.any(String),
  blocks: section({ type: 'text', text }),
  ...more,
});

export async function openTalk() {
  const heard: Answer[] = [];
  const bench: Bench = await openWithApp(
    app => {
      for (const type of ['message', 'app_mention'] as const)
        app.event(type, async ({ event }) => void heard.push(event as unknown as Answer));
    },
    { seed: { ...TEAM, people: [...TEAM.people, ROBOT] } },
  );
  const { client, page, workspace } = bench;
  const made = await client.conversations.create({ name: 'second-thoughts' });
  const channel = made.channel?.id ?? '';
  await client.conversations.invite({ channel, users: 'UALICE,UBOB,UROBOT' });
  return {
    ...bench,
    channel,
    /** Says something, which the app has heard and which counts no more. */
    async say(user: string, text: string, more: object = {}): Promise<string> {
      const { ts } = await page.post('/human/message', { user, channel, text, ...more });
      await workspace.settled();
      heard.length = 0;
      return String(ts);
    },
    edit: (user: string, ts: string, text: string, more: object = {}) =>
      page.post('/human/edit', { user, channel, ts, text, ...more }),
    takeBack: (user: string, ts: string, more: object = {}) =>
      page.post('/human/delete', { user, channel, ts, ...more }),
    /** What a listener of the app heard since this was asked, or something was said. */
    async told(): Promise<Answer[]> {
      await workspace.settled();
      return heard.splice(0);
    },
    async seenBy(user: string, path = 'messages?'): Promise<Answer[]> {
      const { messages } = await page.get(`/human/${path}user=${user}&channel=${channel}`);
      return [...(messages ?? [])];
    },
    /** What every event about a changed or deleted message of the channel bears. */
    about: { type: 'message', hidden: true, channel, channel_type: 'channel', ts: STAMP, event_ts: STAMP },
  };
}
