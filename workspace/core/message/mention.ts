/** `app_mention`: the app is told of messages that name it. */
import type { Core } from '../core.ts';
import type { Channel, Message } from '../records.ts';
import { hasApp, wireMessage } from './message.ts';

/**
 * Tells the app of a message that names it: when it is said, and again whenever it is reworded and still names it or does
 * so now, which `edited` tells apart. Nothing where the app is not, nor in a direct message, where all is said to it.
 */
export async function tellMention(core: Core, channel: Channel, message: Message): Promise<void> {
  if (channel.kind === 'im' || !hasApp(core, channel)) return;
  if (!message.text.includes(`<@${core.state.bot.user_id}>`)) return;
  const { type: _type, ...wire } = wireMessage(core, message);
  const event_ts = message.edited ? core.state.stamps.next() : message.ts;
  await core.deliverer.event({ type: 'app_mention', ...wire, channel: channel.id, event_ts });
}
