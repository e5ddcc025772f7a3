/** Events: the Home tab is opened, the bot is spoken to, Slack knows something new about a person. */

import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import { type SlackUser, toProfile } from './directory.ts';
import type { Door } from './door.ts';
import { showHome } from './home.ts';

/** Listens to the events the manifest subscribes to. */
export function listenToEvents(door: Door): void {
  const { app, desk, office, reception } = door;

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await once(body, event.user, (me, reader) => showHome(door, client, me, reader));
  });

  app.event('app_mention', async ({ event, body, client }) => {
    if (event.user === undefined || event.bot_id !== undefined) return;
    const { channel, user } = event;
    await once(body, user, async (_, reader) => {
      await client.chat.postEphemeral({ channel, user, text: reader.t.common.hello });
    });
  });

  app.message(async ({ message, body, client }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined) return;
    const { channel, user } = message;
    await once(body, user, async (_, reader) => {
      await client.chat.postEphemeral({ channel, user, text: reader.t.common.hello });
    });
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

  async function once(
    body: { event_id: string; team_id?: string; api_app_id?: string },
    userId: string,
    work: (me: Member, reader: Reader) => Promise<void>,
  ): Promise<void> {
    await desk.take<undefined>({
      key: `event:${body.event_id}`,
      what: 'event',
      from: { team: body.team_id, app: body.api_app_id },
      userId,
      sentence: () => undefined,
      async work(me, reader) {
        await work(me, reader);
        return { answer: undefined, keep: true };
      },
    });
  }
}
