/** Events: the Home tab is opened, the bot is spoken to, Slack knows something new about a person. */

import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Client } from './answer.ts';
import type { Said } from './command.ts';
import { type SlackUser, toProfile } from './directory.ts';
import { callOf, type Door } from './door.ts';
import { showHome } from './home.ts';
import { sendable } from './messenger.ts';
import { writtenLine } from './typed.ts';
import { runOnce } from './written.ts';

/** Listens to the events the manifest subscribes to. */
export function listenToEvents(door: Door): void {
  const { app, desk, office, reception } = door;

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await once(body, event.user, (me, reader) => showHome(door, client, me, reader));
  });

  app.event('app_mention', async ({ event, body, client, context }) => {
    if (event.user === undefined || event.bot_id !== undefined) return;
    const { user, channel, text } = event;
    await answer(body, client, { ...event, user, channel, text: writtenLine(text, context.botUserId) });
  });

  app.message(async ({ message, body, client, context }) => {
    if (message.channel_type !== 'im') return;
    // What Slack itself changes in a message, such as a preview of a link, leaves no mark of an edit.
    const written = message.subtype === 'message_changed' ? message.message : message;
    if (written?.subtype !== undefined || written.bot_id !== undefined) return;
    if (written !== message && written.edited === undefined) return;
    const { channel } = message;
    await answer(body, client, { ...written, channel, text: writtenLine(written.text ?? '', context.botUserId) });
  });

  // Told of everybody in the team: whom we never met, we do not meet for this.
  app.event('user_change', async ({ event, body }) => {
    if (!desk.isOurs({ team: body.team_id, app: body.api_app_id }, 'user_change')) return;
    const refreshed = reception
      .refresh(toProfile(event.user as SlackUser, door.ours().team))
      .catch((fault: unknown) => office.log.error('member.stale', { user: event.user.id, error: String(fault) }));
    desk.follow(refreshed);
    await refreshed;
  });

  /** Answered where it was written, and only they see it: what is asked in a channel is not for everybody there. */
  async function answer(body: Delivered, client: Client, written: Written): Promise<void> {
    const { channel, user, thread_ts } = written;
    const say = async (said: Said | undefined) => {
      if (said === undefined) return;
      const thread = thread_ts === undefined ? {} : { thread_ts };
      const { text, blocks } = sendable(said, 'message', office.log);
      const shown = { channel, user, ...thread, text, ...(blocks ? { blocks } : {}) };
      const lost = (fault: unknown) => office.log.warn('response.lost', { error: String(fault) });
      await client.chat.postEphemeral(shown).catch(lost);
    };
    const delivery = { ...deliveryOf(body), userId: user };
    const said = await desk.take<Said | undefined>(
      {
        ...delivery,
        sentence: text => ({ text }),
        again: () => undefined,
        elsewhere: () => undefined,
        async work(me, reader) {
          const call = callOf(door, client, { me, reader, channelId: channel });
          return { answer: await runOnce(door, { ...written, from: delivery.from }, call), keep: true };
        },
      },
      later => void say(later),
    );
    await say(said);
  }

  async function once(body: Delivered, userId: string, work: (me: Member, reader: Reader) => Promise<void>) {
    await desk.take<undefined>({
      ...deliveryOf(body),
      userId,
      sentence: () => undefined,
      async work(me, reader) {
        await work(me, reader);
        return { answer: undefined, keep: true };
      },
    });
  }
}

/** A message to the bot: its line, where and by whom it was written, and when it was edited, if it was. */
interface Written {
  channel: string;
  user: string;
  text: string;
  ts: string;
  thread_ts?: string | undefined;
  edited?: { ts: string } | undefined;
}

interface Delivered {
  event_id: string;
  team_id?: string;
  api_app_id?: string;
}

function deliveryOf({ event_id, team_id, api_app_id }: Delivered) {
  return { key: `event:${event_id}`, what: 'event', from: { team: team_id, app: api_app_id } };
}
