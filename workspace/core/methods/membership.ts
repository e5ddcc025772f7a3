/** `conversations.open`, `join` and `invite`: how the app and people come into conversations. */

import { takeIn } from '../channel/changes.ts';
import { isYes, type JsonObject } from '../json.ts';
import { memberFacts } from '../message/channel.ts';
import type { Channel } from '../records.ts';
import { channelArgument, isMember, textArgument } from './arguments.ts';
import { type Call, type Method, MethodError, requireScope } from './method.ts';
import { isOutOfSight } from './sight.ts';

const MOST_INVITED = 100;
/** The app itself not counted. */
const MOST_IN_PARTY = 8;

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
          channel: memberFacts(call.core, channel),
          warning: 'already_in_channel',
          response_metadata: { warnings: ['already_in_channel'] },
        };
      return { channel: memberFacts(call.core, takeIn(call.core, channel, [call.core.state.bot.user_id], '')) };
    },
  },
  {
    name: 'conversations.invite',
    token: 'bot',
    scopes: ['channels:write.invites', 'groups:write.invites', 'channels:manage', 'groups:write'],
    run: invite,
  },
];

function invite(call: Call): JsonObject {
  const channel = channelArgument(call);
  if (channel.kind === 'im' || channel.kind === 'mpim') throw new MethodError('method_not_supported_for_channel_type');
  if (!isMember(call, channel)) throw new MethodError('not_in_channel');
  if (channel.is_archived) throw new MethodError('is_archived');
  const users = listed(call);
  if (users.length === 0) throw new MethodError('no_user');
  if (users.length > MOST_INVITED) throw new MethodError('too_many_users');
  const refused = users.flatMap(user => {
    const error = whyNotInvited(call, channel, user);
    return error === undefined ? [] : [{ user, ok: false, error }];
  });
  const welcome = users.filter(user => !refused.some(held => held.user === user));
  const [first] = refused;
  if (first && (welcome.length === 0 || !isYes(call.args.force)))
    throw new MethodError(first.error, { errors: refused });
  const joined = takeIn(call.core, channel, welcome, call.core.state.bot.user_id);
  return { channel: memberFacts(call.core, joined), ...(first && { errors: refused }) };
}

/** Slack's word for why somebody cannot be invited here; undefined when they can. */
function whyNotInvited({ core: { state } }: Call, channel: Channel, user: string): string | undefined {
  const person = state.people.get(user);
  if (!person) return 'user_not_found';
  if (user === state.bot.user_id) return 'cant_invite_self';
  if (channel.members.includes(user)) return 'already_in_channel';
  const isElsewhere = person.is_stranger && !channel.shared_with?.includes(person.team_id);
  if (person.deleted || isElsewhere) return 'cant_invite';
  const isPlaced = [...state.channels.values()].some(({ kind, members }) => kind !== 'im' && members.includes(user));
  return person.is_ultra_restricted && isPlaced ? 'ura_max_channels' : undefined;
}

function open(call: Call): JsonObject {
  const { state, hints } = call.core;
  if (textArgument(call, 'channel') !== '') return resumed(call, channelArgument(call));
  const users = [...new Set(listed(call))];
  if (users.length === 0) throw new MethodError('users_list_not_supplied');
  if (users.length > MOST_IN_PARTY) throw new MethodError('too_many_users');
  for (const user of users) checkOpened(call, user);
  const others = users.filter(user => user !== state.bot.user_id);
  const isParty = others.length > 1;
  requireScope(call, [isParty ? 'mpim:write' : 'im:write']);
  const members = [...others, state.bot.user_id];
  const [other = state.bot.user_id] = others;
  const known = isParty ? state.knownParty(members) : state.knownDirect(other, state.bot.user_id);
  if (known) return { no_op: true, already_open: true, channel: shown(call, known) };
  if (isYes(call.args.prevent_creation)) throw new MethodError('channel_not_found');
  const channel = isParty ? state.party(members) : state.direct(other, state.bot.user_id);
  hints.tell({ type: 'channels', channel: channel.id });
  return { channel: shown(call, channel) };
}

function resumed(call: Call, channel: Channel): JsonObject {
  if (channel.kind !== 'im' && channel.kind !== 'mpim') throw new MethodError('method_not_supported_for_channel_type');
  return { no_op: true, already_open: true, channel: shown(call, channel) };
}

function checkOpened({ core }: Call, user: string): void {
  const person = core.state.people.get(user);
  if (!person) throw new MethodError('user_not_found');
  if (person.deleted) throw new MethodError('user_disabled');
  if (person.is_bot && user !== core.state.bot.user_id) throw new MethodError('cannot_dm_bot');
  if (isOutOfSight(core, person)) throw new MethodError('user_not_visible');
}

function shown(call: Call, channel: Channel): JsonObject {
  return isYes(call.args.return_im) ? memberFacts(call.core, channel) : { id: channel.id };
}

function listed(call: Call): string[] {
  return textArgument(call, 'users')
    .split(',')
    .map(user => user.trim())
    .filter(user => user !== '');
}
