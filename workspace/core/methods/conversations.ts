/** `conversations.*` and `users.conversations`: what channels there are, who is in them, and what was said. */

import { asText, isYes, type JsonObject } from '../json.ts';
import { channelFacts, memberFacts } from '../message/channel.ts';
import { wireMessage } from '../message/message.ts';
import type { Channel, Message } from '../records.ts';
import { channelArgument, isMember, pageOf, requiredText, textArgument } from './arguments.ts';
import { type Call, type Method, MethodError, requireScope } from './method.ts';

/** The word in a scope for each kind of conversation. */
const SCOPE_WORD: Record<Channel['kind'], string> = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' };
const READ = Object.values(SCOPE_WORD).map(word => `${word}:read`);
const HISTORY = Object.values(SCOPE_WORD).map(word => `${word}:history`);
/** Messages a page of a conversation's history may hold. */
const MOST_HISTORY = 999;
const TYPES: Record<string, Channel['kind']> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

export const conversationMethods: Method[] = [
  {
    name: 'conversations.list',
    token: 'bot',
    scopes: READ,
    run: call =>
      list(
        call,
        channel => channel.kind === 'channel' || isMember(call, channel),
        channel => ({
          ...channelFacts(call.core, channel),
          ...(channel.kind !== 'im' && { num_members: channel.members.length }),
        }),
      ),
  },
  {
    name: 'users.conversations',
    token: 'bot',
    scopes: READ,
    run(call) {
      const user = textArgument(call, 'user') || call.core.state.bot.user_id;
      if (!call.core.state.people.has(user)) throw new MethodError('user_not_found');
      return list(
        call,
        channel => channel.members.includes(user) && (channel.kind === 'channel' || isMember(call, channel)),
        channel => {
          // Everything here is a channel the person is in: that is not told of each.
          const { is_member: _is, ...facts } = channelFacts(call.core, channel);
          return facts;
        },
      );
    },
  },
  {
    name: 'conversations.info',
    token: 'bot',
    scopes: READ,
    run(call) {
      const channel = readable(call, 'read');
      const counted = isYes(call.args.include_num_members) && channel.kind !== 'im';
      return {
        channel: {
          ...(isMember(call, channel) ? memberFacts : channelFacts)(call.core, channel),
          ...(counted && { num_members: channel.members.length }),
          ...(isYes(call.args.include_locale) && { locale: localeOf(call, channel) }),
        },
      };
    },
  },
  {
    name: 'conversations.members',
    token: 'bot',
    scopes: READ,
    run(call) {
      const channel = readable(call, 'read');
      const { page, next } = pageOf(call, channel.members);
      return { members: page, response_metadata: { next_cursor: next } };
    },
  },
  { name: 'conversations.history', token: 'bot', scopes: HISTORY, run: history },
  { name: 'conversations.replies', token: 'bot', scopes: HISTORY, run: replies },
];

/** A conversation's language: that of whoever made it, or of the person the app writes with. */
function localeOf({ core: { state } }: Call, { kind, members, creator }: Channel): string {
  const speaker = kind === 'im' ? members.find(member => member !== state.bot.user_id) : creator;
  return state.people.get(speaker ?? creator)?.locale ?? 'en-US';
}

function list(call: Call, visible: (channel: Channel) => boolean, facts: (channel: Channel) => JsonObject): JsonObject {
  const words = (textArgument(call, 'types') || 'public_channel').split(',').map(word => word.trim());
  const kinds = words.map(word => {
    const kind = TYPES[word];
    if (!kind) throw new MethodError('invalid_types');
    requireScope(call, [`${SCOPE_WORD[kind]}:read`]);
    return kind;
  });
  const skipArchived = isYes(call.args.exclude_archived);
  const all = [...call.core.state.channels.values()].filter(
    channel => kinds.includes(channel.kind) && visible(channel) && !(skipArchived && channel.is_archived),
  );
  const { page, next } = pageOf(call, all);
  return { channels: page.map(facts), response_metadata: { next_cursor: next } };
}

function history(call: Call): JsonObject {
  const channel = member(call);
  checkTimes(call);
  const all = call.core.state
    .messages(channel.id)
    .filter(message => message.thread_ts === undefined || message.reply_broadcast === true)
    .filter(message => within(call, message))
    .reverse();
  const { page, next } = pageOf(call, all, 100, MOST_HISTORY);
  const { oldest, latest } = call.args;
  return {
    ...(asText(oldest) !== '' && { oldest: asText(oldest) }),
    ...(asText(latest) !== '' && { latest: asText(latest) }),
    messages: wire(call, page),
    has_more: next !== '',
    pin_count: channel.pins.length,
    channel_actions_ts: null,
    channel_actions_count: 0,
    ...(next !== '' && { response_metadata: { next_cursor: next } }),
  };
}

function replies(call: Call): JsonObject {
  const channel = member(call);
  checkTimes(call);
  const ts = requiredText(call, 'ts');
  const asked = call.core.state.message(channel.id, ts);
  if (!asked || asked.ephemeral_to !== undefined) throw new MethodError('thread_not_found');
  const parent = call.core.state.message(channel.id, asked.thread_ts ?? ts) ?? asked;
  const rest = call.core.state.replies(channel.id, parent.ts).filter(message => within(call, message));
  const { page, next } = pageOf(call, [parent, ...rest], 1000);
  const more = next !== '' && { response_metadata: { next_cursor: next } };
  return { messages: wire(call, page), has_more: next !== '', ...more };
}

function wire(call: Call, messages: Message[]): JsonObject[] {
  const all = isYes(call.args.include_all_metadata);
  return messages.map(message => wireMessage(call.core, message, all));
}

/** Throws `invalid_ts_oldest` or `invalid_ts_latest` when a bound is no timestamp. */
function checkTimes(call: Call): void {
  for (const name of ['oldest', 'latest'])
    if (!/^(\d+(\.\d*)?)?$/.test(textArgument(call, name))) throw new MethodError(`invalid_ts_${name}`);
}

function within(call: Call, { ts }: Message): boolean {
  const oldest = Number(textArgument(call, 'oldest') || 0);
  const latest = Number(textArgument(call, 'latest') || Number.POSITIVE_INFINITY);
  const at = Number(ts);
  return isYes(call.args.inclusive) ? at >= oldest && at <= latest : at > oldest && at < latest;
}

/** The channel, if the token may read about it in this way. */
function readable(call: Call, right: 'read' | 'history'): Channel {
  const channel = channelArgument(call);
  requireScope(call, [`${SCOPE_WORD[channel.kind]}:${right}`]);
  return channel;
}

function member(call: Call): Channel {
  const channel = readable(call, 'history');
  if (!isMember(call, channel)) throw new MethodError('not_in_channel');
  return channel;
}
