/** Shortcuts on a message: what people choose in the menu of one. */
import { standingOf } from '../member/rules.ts';
import { answerUrl, spoken } from './answer.ts';
import type { Said, ShortcutCall } from './command.ts';
import { callOf, type Door } from './door.ts';
import { legible } from './typed.ts';

/** Listens to every shortcut; one that nobody declared any more says so, and those without a message are none of ours. */
export function listenToShortcuts(door: Door): void {
  const { app, desk, office, register, responseHosts } = door;

  app.shortcut(/.*/, async ({ ack, body, client }) => {
    if (body.type !== 'message_action') return ack();
    const { callback_id: id, trigger_id: triggerId, response_url: url, channel } = body;
    const message = messageOf(body);
    const say = async (said: Said | undefined) => {
      if (said !== undefined) await answerUrl(url, said, responseHosts, office.log);
    };
    const said = await desk.take<Said | undefined>(
      {
        key: `shortcut:${triggerId}`,
        what: id,
        from: { team: body.team?.id, app: (body as { api_app_id?: string }).api_app_id },
        userId: body.user.id,
        sentence: text => ({ text }),
        again: () => undefined,
        async work(me, reader) {
          const handler = register.shortcuts.get(id);
          if (handler === undefined) return { answer: { text: reader.t.common.unknownButton }, keep: true };
          const standing = standingOf(me);
          if (standing !== true) return { answer: spoken(standing, reader), keep: true };
          const call = callOf(door, client, { me, reader, channelId: channel.id, triggerId });
          return { answer: spoken(await handler({ ...call, message }), reader), keep: true };
        },
      },
      later => void say(later),
    );
    await ack();
    await say(said);
  });
}

/** The message it was chosen on, in our words. */
function messageOf(body: object): ShortcutCall['message'] {
  const { message, message_ts: at } = body as {
    message_ts?: string | null;
    message?: { ts?: string | null; user?: string | null; bot_id?: string | null; text?: string | null } | null;
  };
  const byApp = message?.bot_id != null || message?.user == null;
  return {
    ts: at ?? message?.ts ?? '',
    text: legible(message?.text ?? ''),
    authorId: byApp ? null : (message?.user ?? null),
  };
}
