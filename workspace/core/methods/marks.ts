/** `reactions.*` and `pins.add`: small marks on messages. */
import { permalinkOf } from '../door/archives.ts';
import { isYes, type JsonObject } from '../json.ts';
import { authorOf, reactionFacts, wireMessage } from '../message/message.ts';
import { addReaction, emojiName, hasReacted, reactionObstacle, removeReaction } from '../message/reaction.ts';
import { isTombstone } from '../message/tombstone.ts';
import type { Channel, Message } from '../records.ts';
import { channelArgument, isMember, textArgument } from './arguments.ts';
import { type Call, type Method, MethodError } from './method.ts';

export const markMethods: Method[] = [
  {
    name: 'reactions.add',
    token: 'bot',
    scopes: ['reactions:write'],
    run(call) {
      const { channel, message } = marked(call);
      if (channel.is_archived) throw new MethodError('is_archived');
      const name = emoji(call);
      const { user_id } = call.core.state.bot;
      if (hasReacted(message, user_id, name)) throw new MethodError('already_reacted');
      const obstacle = reactionObstacle(message, user_id, name);
      if (obstacle) throw new MethodError(obstacle);
      addReaction(call.core, channel, message, user_id, name);
      return {};
    },
  },
  {
    name: 'reactions.remove',
    token: 'bot',
    scopes: ['reactions:write'],
    run(call) {
      const { channel, message } = marked(call);
      const name = emoji(call);
      if (!hasReacted(message, call.core.state.bot.user_id, name)) throw new MethodError('no_reaction');
      removeReaction(call.core, channel, message, call.core.state.bot.user_id, name);
      return {};
    },
  },
  {
    name: 'reactions.get',
    token: 'bot',
    scopes: ['reactions:read'],
    run(call) {
      const { channel, message } = marked(call);
      const reactions = reactionFacts(call.core, message, isYes(call.args.full));
      const shown = { ...wireMessage(call.core, message), ...(message.reactions && { reactions }) };
      return {
        type: 'message',
        channel: channel.id,
        message: withPermalink(call, shown, message),
      };
    },
  },
  {
    name: 'pins.add',
    token: 'bot',
    scopes: ['pins:write'],
    run(call) {
      const { channel, message } = marked(call);
      if (channel.pins.includes(message.ts)) throw new MethodError('already_pinned');
      call.core.state.putChannel({ ...channel, pins: [...channel.pins, message.ts] });
      call.core.hints.tell({ type: 'changed', channel: channel.id, ts: message.ts });
      const [created, user] = [call.core.state.seconds(), call.core.state.bot.user_id];
      const pinned = { type: 'message', created, created_by: user, channel: channel.id };
      const item = { ...pinned, message: withPermalink(call, wireMessage(call.core, message), message) };
      const item_user = authorOf(message);
      const told = {
        user,
        channel_id: channel.id,
        item,
        ...(item_user && { item_user }),
        pin_count: channel.pins.length + 1,
        pinned_info: { channel: channel.id, pinned_by: user, pinned_ts: created },
      };
      const event_ts = call.core.state.stamps.next();
      void call.core.deliverer.event({ type: 'pin_added', ...told, event_ts });
      return {};
    },
  },
];

/** A message as it is shown, with the way to it. */
function withPermalink(call: Call, shown: JsonObject, message: Message): JsonObject {
  return { ...shown, permalink: permalinkOf(call.core, message) };
}

function marked(call: Call): { channel: Channel; message: Message } {
  const timestamp = textArgument(call, 'timestamp');
  if (textArgument(call, 'channel') === '') throw new MethodError('no_item_specified');
  const channel = channelArgument(call);
  if (!isMember(call, channel)) throw new MethodError('not_in_channel');
  if (timestamp === '') throw new MethodError('no_item_specified');
  if (!/^\d+\.\d+$/.test(timestamp)) throw new MethodError('bad_timestamp');
  const message = call.core.state.message(channel.id, timestamp);
  // What is left of a deleted message bears no marks.
  if (!message || message.ephemeral_to !== undefined || isTombstone(message))
    throw new MethodError('message_not_found');
  return { channel, message };
}

function emoji(call: Call): string {
  const name = emojiName(textArgument(call, 'name'));
  if (name === undefined) throw new MethodError('invalid_name');
  return name;
}
