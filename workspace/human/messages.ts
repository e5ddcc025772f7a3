/** `/human/messages`, `/human/replies`, `/human/message`, `/human/read`, `/human/react`: what a person reads and says. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { filesIn } from '../core/file/file.ts';
import { foreignBot } from '../core/identity.ts';
import { tellMention } from '../core/message/mention.ts';
import { isOurs, post, threadFacts } from '../core/message/message.ts';
import { isNotice } from '../core/message/notice.ts';
import { addReaction, emojiName, hasReacted, reactionObstacle, removeReaction } from '../core/message/reaction.ts';
import { isTombstone } from '../core/message/tombstone.ts';
import type { Message, Person } from '../core/records.ts';
import { filesOf } from './files.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { refuse } from './refusal.ts';
import { asTyped, MOST_TYPED, typedMessage } from './typed.ts';
import {
  channelOf,
  joinedChannelOf,
  messageOf,
  named,
  otherIn,
  personOf,
  speakerOf,
  writableChannelOf,
} from './who.ts';

const paging = {
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
  before: z.string().optional(),
  from: z.string().optional(),
};

export const messageCalls: HumanCall[] = [
  humanCall('GET', '/human/messages', z.object({ user: named, channel: named, ...paging }), (core, fields) => {
    const person = personOf(core, fields.user);
    const channel = channelOf(core, person, fields.channel);
    const all = core.state
      .messages(channel.id, person.id)
      .filter(({ thread_ts, reply_broadcast }) => thread_ts === undefined || reply_broadcast === true);
    const { from = '', before = '~', limit = all.length } = fields;
    const asked = all.filter(({ ts }) => ts >= from && ts < before);
    const shown = fields.from === undefined ? asked.slice(-Math.max(1, limit)) : asked.slice(0, limit);
    const [first, last] = [shown[0]?.ts ?? (from || before), shown.at(-1)?.ts ?? ''];
    return {
      messages: shown.map(message => seen(core, message, person)),
      has_more: all.some(({ ts }) => ts < first),
      has_later: all.some(({ ts }) => ts > last && ts >= from),
    };
  }),
  humanCall('GET', '/human/replies', z.object({ user: named, channel: named, ts: z.string() }), (core, fields) => {
    const person = personOf(core, fields.user);
    const channel = channelOf(core, person, fields.channel);
    const parent = messageOf(core, person, channel, fields.ts);
    return {
      messages: [parent, ...core.state.replies(channel.id, parent.ts, person.id)].map(message =>
        seen(core, message, person),
      ),
    };
  }),
  humanCall(
    'POST',
    '/human/message',
    z.object({
      user: named,
      channel: named,
      text: z.string().max(MOST_TYPED).default(''),
      thread_ts: z.string().optional(),
      files: z.array(z.string()).max(10).default([]),
    }),
    async (core, fields) => {
      const person = speakerOf(core, fields.user);
      const channel = writableChannelOf(core, person, fields.channel);
      refuse(channel.is_archived ? 'is_archived' : undefined);
      if (fields.text.trim() === '' && fields.files.length === 0)
        throw new HumanError('no_text', 'There is nothing to say.');
      const files = filesOf(core, person, fields.files);
      if (channel.kind === 'im' && core.state.people.get(otherIn(channel, person.id))?.deleted)
        throw new HumanError('user_disabled', `${otherIn(channel, person.id)} has been deactivated and reads nothing.`);
      const thread = fields.thread_ts && messageOf(core, person, channel, fields.thread_ts);
      const text = typedMessage(core, person, fields.text);
      const message = post(core, channel, {
        channel: channel.id,
        ts: core.state.stamps.next(),
        user: person.id,
        text,
        ...(person.is_bot ? { bot_id: foreignBot(person.id).id } : { client_msg_id: randomUUID() }),
        ...(thread && { thread_ts: thread.thread_ts ?? thread.ts }),
        ...(files.length > 0 && { files: files.map(({ id }) => id) }),
      });
      await tellMention(core, channel, message);
      return { ok: true, ts: message.ts, channel: channel.id };
    },
  ),
  humanCall(
    'POST',
    '/human/read',
    z.object({ user: named, channel: named, ts: z.string().optional() }),
    (core, fields) => {
      const person = personOf(core, fields.user);
      const channel = joinedChannelOf(core, person, fields.channel);
      const ts = fields.ts ?? core.state.messages(channel.id).at(-1)?.ts;
      if (ts !== undefined) core.state.markRead(person.id, channel.id, ts);
      core.hints.tell({ type: 'read', channel: channel.id, user: person.id });
      return { ok: true };
    },
  ),
  humanCall(
    'POST',
    '/human/react',
    z.object({ user: named, channel: named, ts: z.string(), name: z.string(), remove: z.boolean().default(false) }),
    (core, fields) => {
      const person = personOf(core, fields.user);
      const channel = joinedChannelOf(core, person, fields.channel);
      const message = messageOf(core, person, channel, fields.ts);
      refuse(channel.is_archived ? 'is_archived' : undefined);
      if (isTombstone(message)) throw new HumanError('message_not_found', `${fields.ts} was deleted.`);
      const name = emojiName(fields.name);
      if (name === undefined) throw new HumanError('invalid_name', `"${fields.name}" is not the name of an emoji.`);
      const has = hasReacted(message, person.id, name);
      if (fields.remove && has) removeReaction(core, channel, message, person.id, name);
      const obstacle = fields.remove || has ? undefined : reactionObstacle(message, person.id, name);
      if (obstacle) throw new HumanError(obstacle, 'There are as many reactions here as a message may have.');
      if (!fields.remove && !has) addReaction(core, channel, message, person.id, name);
      return { ok: true };
    },
  ),
];

function nameOf(core: Core, message: Message): string {
  const other = isOurs(core, message) ? undefined : core.state.people.get(message.user);
  return other?.real_name ?? core.profile.name;
}

/** A message as the page draws it; to whoever wrote it, also what they would type to say it again, where that is not its text. */
export function seen(core: Core, message: Message, reader?: Person): object {
  const {
    ts,
    user,
    text,
    blocks,
    attachments,
    files,
    thread_ts,
    username,
    icon_emoji,
    icon_url,
    subtype,
    reactions,
    mrkdwn,
    inviter,
    name,
    old_name,
    topic,
    purpose,
  } = message;
  const bot = message.bot_id !== undefined;
  const typed = bot || reader?.id !== user ? text : asTyped(core, text);
  return {
    ts,
    user,
    text,
    blocks: blocks ?? [],
    ephemeral: message.ephemeral_to !== undefined,
    edited: message.edited !== undefined,
    ...(bot && { bot, username: username ?? nameOf(core, message) }),
    ...(icon_emoji && { icon_emoji }),
    ...(icon_url && { icon_url }),
    ...(attachments && { attachments }),
    ...(mrkdwn === false && { mrkdwn }),
    ...(typed !== text && { typed }),
    ...(files && { files: filesIn(core, files) }),
    ...(thread_ts && { thread_ts }),
    ...(subtype && { subtype }),
    ...(isNotice(message) && { inviter, name, old_name, topic, purpose }),
    ...(reactions?.length && { reactions }),
    ...(isOurs(core, message) && { bot_id: message.bot_id }),
    ...threadFacts(core, message),
    pinned: core.state.channels.get(message.channel)?.pins.includes(ts) === true,
  };
}
