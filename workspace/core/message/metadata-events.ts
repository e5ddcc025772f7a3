/** Tells the app of metadata that comes, changes and goes with messages in its channels, as far as its manifest subscribes to them. */
import type { Core } from '../core.ts';
import { APP_ID } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Message } from '../records.ts';

/** Tells what became of a message's metadata between two states; a message that is not there has none. */
export async function tellMetadata(
  core: Core,
  channel: Channel,
  before: Message | undefined,
  after: Message | undefined,
): Promise<void> {
  // Of a deleted message a mark may stay, which is nobody's; what was said is told of whoever said it.
  const message = before ?? after;
  const [previous_metadata, metadata] = [before?.metadata, after?.metadata];
  if (!message || !channel.members.includes(core.state.bot.user_id)) return;
  const subscribed = core.profile.metadata;
  const named = String((metadata ?? previous_metadata)?.event_type);
  if (subscribed && !subscribed.includes(named) && !subscribed.includes('*')) return;
  const event_ts = core.state.stamps.next();
  const about: JsonObject = {
    app_id: APP_ID,
    bot_id: message.bot_id,
    user_id: message.user,
    team_id: core.state.team.id,
    channel_id: channel.id,
    message_ts: message.ts,
    event_ts,
  };
  if (metadata && !previous_metadata)
    await core.deliverer.event({ type: 'message_metadata_posted', ...about, metadata });
  else if (metadata && JSON.stringify(metadata) !== JSON.stringify(previous_metadata))
    await core.deliverer.event({ type: 'message_metadata_updated', ...about, previous_metadata, metadata });
  else if (!metadata && previous_metadata)
    await core.deliverer.event({
      type: 'message_metadata_deleted',
      ...about,
      previous_metadata,
      deleted_ts: event_ts,
    });
}
