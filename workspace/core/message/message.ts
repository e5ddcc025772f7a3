/** Messages on their way in and out: posting, changing and deleting with their events, and the form in which Slack's API shows them. */
import { avatarUrls } from '../avatar/avatar.ts';
import type { Core } from '../core.ts';
import { filesIn, forgetShares, noteShares } from '../file/file.ts';
import { APP_ID, foreignBot } from '../identity.ts';
import { type JsonObject, objectsOf } from '../json.ts';
import type { Channel, Message, Person } from '../records.ts';
import { withIds } from '../view/elements.ts';
import { tellMetadata } from './metadata-events.ts';
import { isNotice } from './notice.ts';
import { richText } from './rich-text.ts';
import { isTombstone, tombstoneOf } from './tombstone.ts';

/** Whether a message was written by the app. */
export function isOurs(core: Core, message: Message): boolean {
  return message.bot_id === core.state.bot.id;
}

/** Whether the app is in the channel. */
export function hasApp(core: Core, channel: Channel): boolean {
  return channel.members.includes(core.state.bot.user_id);
}

/** What Slack tells of the text of a message that has none beside its blocks. */
const NO_TEXT = "This content can't be displayed.";

/** The message as methods and events show it; metadata in full only on demand, otherwise its type alone. */
export function wireMessage(core: Core, message: Message, allMetadata = false): JsonObject & { type: 'message' } {
  if (isTombstone(message)) {
    const { channel: _channel, ...left } = message;
    return { type: 'message', ...left, hidden: true, ...threadFacts(core, message), parent_user_id: message.user };
  }
  const { channel: _channel, scheduled_message_id: _id, ephemeral_to, metadata, files, ...rest } = message;
  // That a reply is shown in the channel is told by its subtype.
  const { icon_emoji, icon_url, reply_broadcast: _shown, ...fields } = rest;
  const team = core.state.people.get(message.user)?.team_id ?? core.state.team.id;
  const wire: JsonObject & { type: 'message' } = { type: 'message', ...fields };
  if (authorOf(message) !== undefined && !isNotice(message)) wire.team = team;
  if (team !== core.state.team.id && !isNotice(message)) Object.assign(wire, { user_team: team, source_team: team });
  if (message.text === '' && message.blocks) wire.text = NO_TEXT;
  if (ephemeral_to !== undefined) wire.is_ephemeral = true;
  if (message.bot_id !== undefined) Object.assign(wire, writtenBy(core, message));
  else if (!message.blocks && !isNotice(message)) wire.blocks = [{ ...richText(message.text), block_id: 'typed' }];
  if (icon_emoji !== undefined) wire.icons = { emoji: icon_emoji };
  else if (icon_url !== undefined) wire.icons = { image_36: icon_url, image_48: icon_url, image_72: icon_url };
  if (files) Object.assign(wire, { files: filesIn(core, files), upload: false, display_as_bot: false });
  if (metadata) wire.metadata = allMetadata ? metadata : { event_type: metadata.event_type };
  if (message.reactions?.length) wire.reactions = reactionFacts(core, message);
  if (core.state.channels.get(message.channel)?.pins.includes(message.ts)) wire.pinned_to = [message.channel];
  return { ...wire, ...threadFacts(core, message), ...rootOf(core, message) };
}

/** Who wrote it, as Slack tells it: of what is said under another name, or through an address alone, that is nobody. */
export function authorOf({ subtype, user }: Message): string | undefined {
  return subtype === 'bot_message' ? undefined : user;
}

/** How many of those who reacted are named with a message; Slack names not all either, and publishes no number. */
const MOST_NAMED = 50;

/** Who reacted how: the count is of all, the names are cut off unless `full`; the app's own is always among them. */
export function reactionFacts(core: Core, { reactions = [] }: Message, full = false): JsonObject[] {
  const own = core.state.bot.user_id;
  return reactions.map(({ name, users }) => {
    const named = users.slice(0, full ? users.length : MOST_NAMED);
    if (users.includes(own) && !named.includes(own)) named[named.length - 1] = own;
    return { name, users: named, count: users.length };
  });
}

/** A reply shown in the channel brings its thread's first message along. */
function rootOf(core: Core, { channel, subtype, thread_ts = '' }: Message): JsonObject {
  const root = subtype === 'thread_broadcast' ? core.state.message(channel, thread_ts) : undefined;
  return root ? { root: wireMessage(core, root) } : {};
}

/** What a thread's first message tells about its replies, and a reply about the first. */
export function threadFacts(core: Core, message: Message): JsonObject {
  if (message.thread_ts !== undefined && message.thread_ts !== message.ts) {
    const parent = core.state.message(message.channel, message.thread_ts);
    const parent_user_id = parent ? authorOf(parent) : '';
    return parent_user_id === undefined ? {} : { parent_user_id };
  }
  const replies = core.state.replies(message.channel, message.ts);
  const last = replies.at(-1);
  if (!last && !isTombstone(message)) return {};
  const reply_users = [...new Set(replies.map(reply => authorOf(reply) ?? reply.bot_id ?? reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: reply_users.length,
    latest_reply: last?.ts ?? '0000000000.000000',
    reply_users,
    is_locked: false,
    subscribed: false,
  };
}

/** Which app wrote the message, ours or another's. */
function writtenBy(core: Core, message: Message): JsonObject {
  const bot_profile = isOurs(core, message)
    ? botProfile(core)
    : foreignBotProfile(core, core.state.people.get(message.user));
  const app_id = bot_profile?.app_id ?? APP_ID;
  if (authorOf(message) !== undefined) return { app_id, bot_profile: bot_profile ?? botProfile(core) };
  return { app_id, user: undefined, username: message.username ?? core.profile.name };
}

/** Another app's bot as it is shown beside its messages; undefined when the person is none. */
export function foreignBotProfile(core: Core, person: Person | undefined): JsonObject | undefined {
  if (!person?.is_bot) return undefined;
  const { id: user_id, real_name: name, deleted, updated, team_id } = person;
  return {
    ...foreignBot(user_id),
    user_id,
    name,
    deleted,
    updated,
    team_id,
    icons: avatarUrls(core.url(), user_id, 'bot'),
  };
}

/** The app as it is shown beside its messages. */
export function botProfile(core: Core): JsonObject {
  return {
    id: core.state.bot.id,
    app_id: APP_ID,
    user_id: core.state.bot.user_id,
    name: core.profile.name,
    deleted: false,
    updated: 0,
    team_id: core.state.team.id,
    icons: avatarUrls(core.url(), core.state.bot.user_id, 'bot'),
  };
}

/** What the app wants written. */
export type Draft = Omit<Message, 'channel' | 'ts' | 'user' | 'bot_id' | 'ephemeral_to'>;

/**
 * Writes a message of the app; in a channel everyone sees, the app is told like everyone. A reply to what is not there
 * (any more) comes to stand in the channel like any other message: Slack says nothing of it.
 */
export function postAsApp(core: Core, channel: Channel, draft: Draft, ephemeral_to?: string): Message {
  const message: Message = {
    ...(ephemeral_to === undefined ? inThread(core, channel, draft) : draft),
    channel: channel.id,
    ts: core.state.stamps.next(),
    user: core.state.bot.user_id,
    bot_id: core.state.bot.id,
    ...identified(draft),
    ...(ephemeral_to !== undefined && { ephemeral_to }),
  };
  return post(core, channel, message);
}

/** The draft in the thread of the message it answers, or out of any when there is no such message. */
function inThread(core: Core, channel: Channel, draft: Draft): Draft {
  const { thread_ts, reply_broadcast, subtype, ...alone } = draft;
  if (thread_ts === undefined) return draft;
  const head = core.state.message(channel.id, thread_ts);
  // A reply has no thread of its own: what answers it stands in the same one.
  if (head && head.ephemeral_to === undefined) return { ...draft, thread_ts: head.thread_ts ?? head.ts };
  return { ...alone, ...(subtype && subtype !== 'thread_broadcast' && { subtype }) };
}

/** The blocks of a draft, also those in attachments, with the ids Slack gives them. */
export function identified({
  blocks,
  attachments,
}: Pick<Draft, 'blocks' | 'attachments'>): Pick<Draft, 'blocks' | 'attachments'> {
  return {
    ...(blocks && { blocks: withIds(blocks) }),
    ...(attachments && { attachments: attachments.map(attached) }),
  };
}

function attached(attachment: JsonObject, index: number): JsonObject {
  const id = index + 1;
  return Array.isArray(attachment.blocks)
    ? { id, ...attachment, blocks: withIds(objectsOf(attachment.blocks)) }
    : { id, ...attachment };
}

/** Stores a message, shows it, and tells the app if it is in the channel. */
export function post(core: Core, channel: Channel, message: Message): Message {
  core.state.putMessage(message);
  if (message.files) noteShares(core, channel, message, message.files);
  const { ts, user, ephemeral_to } = message;
  if (ephemeral_to !== undefined) {
    core.hints.tell({ type: 'ephemeral', channel: channel.id, ts, user: ephemeral_to });
    return message;
  }
  core.hints.tell({ type: 'message', channel: channel.id, ts });
  if (message.bot_id === undefined && !isNotice(message)) core.state.markRead(user, channel.id, ts);
  const subtype = message.files && { subtype: 'file_share' };
  void tellApp(core, channel, { ...wireMessage(core, message), ...subtype, event_ts: ts });
  void tellMetadata(core, channel, undefined, message);
  return message;
}

/** Puts a changed message in place of the old one. */
export function change(core: Core, channel: Channel, before: Message, after: Message): Message {
  core.state.putMessage(after);
  const { ts, ephemeral_to } = after;
  core.hints.tell({
    type: 'changed',
    channel: channel.id,
    ts,
    ...(ephemeral_to !== undefined && { user: ephemeral_to }),
  });
  if (ephemeral_to === undefined) {
    const event_ts = core.state.stamps.next();
    const told = { type: 'message' as const, subtype: 'message_changed', hidden: true, ts: event_ts, event_ts };
    const [message, previous_message] = [wireMessage(core, after), wireMessage(core, before)];
    void tellApp(core, channel, { ...told, message, previous_message });
    void tellMetadata(core, channel, before, after);
  }
  return after;
}

/** Takes a message away for everyone who saw it; where it has replies, a mark of it stays above them until they are gone too. */
export function remove(core: Core, channel: Channel, message: Message): void {
  const { ts, thread_ts = '', ephemeral_to } = message;
  forgetShares(core, message);
  if (ephemeral_to === undefined && !isTombstone(message) && core.state.replies(channel.id, ts).length > 0) {
    change(core, channel, message, tombstoneOf(message));
    unpin(core, message);
    return;
  }
  core.state.removeMessage(channel.id, ts);
  core.hints.tell({
    type: 'deleted',
    channel: channel.id,
    ts,
    ...(ephemeral_to !== undefined && { user: ephemeral_to }),
  });
  if (ephemeral_to !== undefined) return;
  const event_ts = core.state.stamps.next();
  const told = {
    type: 'message' as const,
    subtype: 'message_deleted',
    hidden: true,
    ts: event_ts,
    event_ts,
    deleted_ts: ts,
  };
  void tellApp(core, channel, { ...told, previous_message: wireMessage(core, message) });
  void tellMetadata(core, channel, message, undefined);
  unpin(core, message);
  const first = core.state.message(channel.id, thread_ts);
  if (first && isTombstone(first) && core.state.replies(channel.id, thread_ts).length === 0)
    remove(core, channel, first);
}

/** What is gone is pinned no more. */
function unpin({ state }: Core, { channel, ts }: Message): void {
  const held = state.channels.get(channel);
  if (held?.pins.includes(ts)) state.putChannel({ ...held, pins: held.pins.filter(pinned => pinned !== ts) });
}

/** Delivers a message event under the subscription that fits the kind of channel, if the app is a member. */
async function tellApp(core: Core, channel: Channel, event: JsonObject & { type: 'message' }): Promise<void> {
  if (!hasApp(core, channel)) return;
  const kinds = { channel: 'message.channels', group: 'message.groups', im: 'message.im', mpim: 'message.mpim' };
  await core.deliverer.event({ ...event, channel: channel.id, channel_type: channel.kind }, kinds[channel.kind]);
}
