/** `reactions.*` and `pins.add`: small marks on messages. */
import type { EventType } from '../happenings.ts';
import { BOT_USER_ID } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import { wireMessage } from '../message.ts';
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
      const name = emoji(call);
      const held = message.reactions ?? [];
      const users = held.find(reaction => reaction.name === name)?.users ?? [];
      if (users.includes(BOT_USER_ID)) throw new MethodError('already_reacted');
      const fresh = { name, users: [...users, BOT_USER_ID] };
      const known = held.some(reaction => reaction.name === name);
      const reactions = known ? held.map(reaction => (reaction.name === name ? fresh : reaction)) : [...held, fresh];
      return mark(call, channel, { ...message, reactions }, 'reaction_added', name);
    },
  },
  {
    name: 'reactions.remove',
    token: 'bot',
    scopes: ['reactions:write'],
    run(call) {
      const { channel, message } = marked(call);
      const name = emoji(call);
      const held = message.reactions ?? [];
      if (!held.some(reaction => reaction.name === name && reaction.users.includes(BOT_USER_ID)))
        throw new MethodError('no_reaction');
      const reactions = held
        .map(({ name: other, users }) => ({
          name: other,
          users: other === name ? users.filter(user => user !== BOT_USER_ID) : users,
        }))
        .filter(reaction => reaction.users.length > 0);
      return mark(call, channel, { ...message, reactions }, 'reaction_removed', name);
    },
  },
  {
    name: 'reactions.get',
    token: 'bot',
    scopes: ['reactions:read'],
    run(call) {
      const { channel, message } = marked(call);
      return { type: 'message', channel: channel.id, message: wireMessage(call.core, message) };
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
      return {};
    },
  },
];

function marked(call: Call): { channel: Channel; message: Message } {
  const channel = channelArgument(call);
  if (!isMember(channel)) throw new MethodError('not_in_channel');
  const message = call.core.state.message(channel.id, textArgument(call, 'timestamp'));
  if (!message || message.ephemeral_to !== undefined) throw new MethodError('message_not_found');
  return { channel, message };
}

function emoji(call: Call): string {
  const name = textArgument(call, 'name').replace(/^:|:$/g, '');
  if (!/^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name)) throw new MethodError('invalid_name');
  return name;
}

function mark({ core }: Call, channel: Channel, message: Message, type: EventType, reaction: string): JsonObject {
  core.state.putMessage(message);
  core.hints.tell({ type: 'changed', channel: channel.id, ts: message.ts });
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  const event_ts = core.state.stamps.next();
  void core.deliverer.event({ type, user: BOT_USER_ID, reaction, item, item_user: message.user, event_ts });
  return {};
}
