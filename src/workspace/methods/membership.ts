/** `conversations.open`, `join` and `invite`: how the app and people come into conversations. */
import { channelFacts } from '../channel.ts';
import type { Core } from '../core.ts';
import { isYes, type JsonObject } from '../json.ts';
import { hasApp } from '../message.ts';
import type { Channel } from '../records.ts';
import { channelArgument, isMember, textArgument } from './arguments.ts';
import { type Call, invalidArguments, type Method, MethodError } from './method.ts';

export const membershipMethods: Method[] = [
  { name: 'conversations.open', token: 'bot', scopes: ['im:write', 'mpim:write'], run: open },
  {
    name: 'conversations.join',
    token: 'bot',
    scopes: ['channels:join'],
    run(call) {
      const channel = channelArgument(call);
      if (channel.kind !== 'channel') throw new MethodError('method_not_supported_for_channel_type');
      if (channel.is_archived) throw new MethodError('is_archived');
      if (isMember(call, channel))
        return {
          channel: channelFacts(call.core, channel),
          warning: 'already_in_channel',
          response_metadata: { warnings: ['already_in_channel'] },
        };
      return { channel: channelFacts(call.core, join(call.core, channel, [call.core.state.bot.user_id], '')) };
    },
  },
  {
    name: 'conversations.invite',
    token: 'bot',
    scopes: ['channels:write.invites', 'groups:write.invites', 'channels:manage', 'groups:write'],
    run(call) {
      const channel = channelArgument(call);
      if (!isMember(call, channel)) throw new MethodError('not_in_channel');
      if (channel.is_archived) throw new MethodError('is_archived');
      const users = listed(call);
      if (users.length === 0) throw new MethodError('no_user');
      if (users.includes(call.core.state.bot.user_id)) throw new MethodError('cant_invite_self');
      if (users.some(user => !call.core.state.people.has(user))) throw new MethodError('user_not_found');
      if (users.every(user => channel.members.includes(user))) throw new MethodError('already_in_channel');
      return { channel: channelFacts(call.core, join(call.core, channel, users, call.core.state.bot.user_id)) };
    },
  },
];

/** Makes people members of a channel and tells the app of each. */
export function join(core: Core, channel: Channel, users: string[], inviter: string): Channel {
  const fresh = users.filter(user => !channel.members.includes(user));
  const joined = core.state.putChannel({ ...channel, members: [...channel.members, ...fresh] });
  core.hints.tell({ type: 'channels', channel: channel.id });
  for (const user of fresh) {
    const event_ts = core.state.stamps.next();
    const channel_type = channel.kind === 'group' ? 'G' : 'C';
    const told = { user, channel: channel.id, channel_type, team: core.state.team.id, event_ts };
    const type = 'member_joined_channel' as const;
    if (hasApp(core, joined)) void core.deliverer.event({ type, ...told, ...(inviter !== '' && { inviter }) });
  }
  return joined;
}

function open(call: Call): JsonObject {
  const { state, hints } = call.core;
  const users = listed(call);
  if (textArgument(call, 'channel') !== '')
    return { no_op: true, already_open: true, channel: shown(call, channelArgument(call)) };
  if (users.length === 0) throw invalidArguments('missing required field: users or channel');
  if (users.length > 8) throw new MethodError('too_many_users');
  const people = users.map(user => state.people.get(user));
  if (people.some(person => !person)) throw new MethodError('user_not_found');
  if (people.some(person => person?.deleted)) throw new MethodError('user_disabled');
  if (users.length > 1) throw new MethodError('method_not_supported_for_channel_type');
  const user = users[0] ?? '';
  const known = [...state.channels.keys()].length;
  const channel = state.direct(user, call.core.state.bot.user_id);
  const already = known === state.channels.size;
  if (!already) hints.tell({ type: 'channels', user });
  return { ...(already && { no_op: true, already_open: true }), channel: shown(call, channel) };
}

function shown(call: Call, channel: Channel): JsonObject {
  return isYes(call.args.return_im) ? channelFacts(call.core, channel) : { id: channel.id };
}

function listed(call: Call): string[] {
  return textArgument(call, 'users')
    .split(',')
    .map(user => user.trim())
    .filter(user => user !== '');
}
