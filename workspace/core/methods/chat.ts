/** `chat.*`: the app writes, changes and deletes messages. */

import { permalinkOf } from '../door/archives.ts';
import { asText, isNo, isObject, isYes, type JsonObject, objectsOf } from '../json.ts';
import { change, type Draft, identified, isOurs, postAsApp, remove, wireMessage } from '../message/message.ts';
import type { Channel, Message } from '../records.ts';
import {
  blocksArgument,
  channelArgument,
  destinationArgument,
  isMember,
  personArgument,
  textArgument,
} from './arguments.ts';
import { checkMessageBlocks } from './blocks.ts';
import { readMetadata } from './metadata.ts';
import { type Call, type Method, MethodError, TooSoon } from './method.ts';
import { parsedText } from './parse.ts';
import { checkSlackFiles } from './slack-files.ts';

/** Longer texts of a new message are cut off, those of a changed message refused. */
const MOST_POSTED = 40_000;
const MOST_UPDATED = 4_000;
const MOST_MARKDOWN = 12_000;
const MOST_ATTACHMENTS = 100;

export const chatMethods: Method[] = [
  {
    name: 'chat.postMessage',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const draft = readDraft(call);
      const channel = destinationArgument(call);
      mayWrite(call, channel);
      const thread = threadArguments(call);
      const wait = call.core.limiter.take(channel.id);
      if (wait > 0) throw new TooSoon(wait);
      const message = postAsApp(call.core, channel, { ...draft, ...disguise(call), ...thread });
      const shown = wireMessage(call.core, message, true);
      return { channel: channel.id, ts: message.ts, message: shown, ...truncation(call) };
    },
  },
  {
    name: 'chat.postEphemeral',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const draft = readDraft(call);
      const channel = destinationArgument(call);
      const reader = personArgument(call);
      mayWrite(call, channel);
      if (!channel.members.includes(reader.id)) throw new MethodError('user_not_in_channel');
      const thread_ts = textArgument(call, 'thread_ts');
      const message = postAsApp(call.core, channel, { ...draft, ...(thread_ts !== '' && { thread_ts }) }, reader.id);
      return { message_ts: message.ts };
    },
  },
  {
    name: 'chat.update',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const channel = channelArgument(call);
      const before = ownMessage(call, channel, 'cant_update_message');
      if (textArgument(call, 'text').length > MOST_UPDATED) throw new MethodError('msg_too_long');
      const after = change(call.core, channel, before, updated(call, before));
      // When it was written stands beside the message, not in it.
      const { ts, ...message } = wireMessage(call.core, after, true);
      return { channel: channel.id, ts, text: message.text, message };
    },
  },
  {
    name: 'chat.delete',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const channel = channelArgument(call);
      const message = ownMessage(call, channel, 'cant_delete_message');
      remove(call.core, channel, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  {
    name: 'chat.getPermalink',
    token: 'bot',
    scopes: [],
    run(call) {
      const channel = channelArgument(call);
      const ts = textArgument(call, 'message_ts');
      const message = call.core.state.message(channel.id, ts);
      if (!message || message.ephemeral_to !== undefined) throw new MethodError('message_not_found');
      const permalink = permalinkOf(call.core, message);
      return { channel: channel.id, permalink };
    },
  },
];

/** The contents of a new message; throws what Slack answers when there are none or they break its limits. */
export function readDraft(call: Call): Draft {
  const draft = readContents(call);
  if (isEmpty(draft)) throw new MethodError('no_text');
  return draft;
}

function isEmpty({ text, blocks, attachments }: Pick<Draft, 'text' | 'blocks' | 'attachments'>): boolean {
  return text.trim() === '' && !blocks && !attachments;
}

function readContents(call: Call): Draft {
  const blocks = blocksArgument(call);
  const text = textArgument(call, 'text').slice(0, MOST_POSTED);
  const markdown = textArgument(call, 'markdown_text');
  const attachments = objectsOf(call.args.attachments);
  if (attachments.length > MOST_ATTACHMENTS) throw new MethodError('too_many_attachments');
  if (markdown !== '' && (text !== '' || blocks)) throw new MethodError('markdown_text_conflict');
  if (markdown.length > MOST_MARKDOWN) throw new MethodError('msg_too_long');
  if (blocks) checkMessageBlocks(blocks);
  if (blocks) checkSlackFiles(call, blocks);
  for (const { blocks: inner } of attachments) if (inner !== undefined) checkMessageBlocks(listOf(inner));
  const shown = markdown === '' ? blocks : [{ type: 'markdown', text: markdown }];
  const metadata = readMetadata(call.args.metadata);
  return {
    text: markdown === '' ? parsedText(call, text) : markdown,
    ...(shown?.length && { blocks: shown }),
    ...(attachments.length > 0 && { attachments }),
    ...(metadata && { metadata }),
    ...(isNo(call.args.mrkdwn) && { mrkdwn: false as const }),
  };
}

/** The message with what the call gives in place of what was there; what it does not give stays. Throws `no_text` when it gives nothing. */
function updated(call: Call, before: Message): Message {
  const given = readContents(call);
  const has = (name: string): boolean => call.args[name] !== undefined && call.args[name] !== '';
  const hasText = textArgument(call, 'text').trim() !== '';
  if (!hasText && !['blocks', 'attachments', 'markdown_text'].some(has)) throw new MethodError('no_text');
  const { blocks: oldBlocks, attachments: oldAttachments, metadata: oldMetadata, ...kept } = before;
  const text = hasText || has('markdown_text') ? given.text : before.text;
  // Text alone takes the blocks away: Slack's rule, and a common surprise. An empty list takes away what it is a list of.
  const blocks = hasText || has('blocks') || has('markdown_text') ? given.blocks : oldBlocks;
  const attachments = has('attachments') ? given.attachments : oldAttachments;
  const metadata = has('metadata') ? given.metadata : oldMetadata;
  const contents = { ...(blocks && { blocks }), ...(attachments && { attachments }) };
  if (isEmpty({ text, ...contents })) throw new MethodError('no_text');
  // Where blocks are given, people see a redrawn card and no mark that somebody edited it.
  const isReworded = hasText && !given.blocks && text !== before.text;
  const edited = { user: call.core.state.bot.user_id, ts: `${call.core.state.seconds()}.000000` };
  return { ...kept, text, ...identified(contents), ...(metadata && { metadata }), ...(isReworded && { edited }) };
}

/** The thread a message is meant for, and whether the channel is to see it too. */
export function threadArguments(call: Call): Pick<Draft, 'thread_ts' | 'reply_broadcast' | 'subtype'> {
  const thread_ts = textArgument(call, 'thread_ts');
  if (thread_ts === '') return {};
  if (!isYes(call.args.reply_broadcast)) return { thread_ts };
  return { thread_ts, reply_broadcast: true, subtype: 'thread_broadcast' };
}

/** Slack says so when it cut a text off. */
function truncation(call: Call): JsonObject {
  if (textArgument(call, 'text').length <= MOST_POSTED) return {};
  return { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } };
}

function listOf(blocks: unknown): JsonObject[] {
  if (!Array.isArray(blocks) || !blocks.every(isObject)) throw new MethodError('invalid_attachments');
  return blocks;
}

/** Throws Slack's reason when the app may not write there. */
export function mayWrite(call: Call, channel: Channel): void {
  const { core, scopes } = call;
  if (channel.is_archived) throw new MethodError('is_archived');
  if (channel.kind === 'im' && !core.profile.messagesTab) throw new MethodError('messages_tab_disabled');
  const everywhere = scopes?.includes('chat:write.public') === true && channel.kind === 'channel';
  if (!isMember(call, channel) && !everywhere) throw new MethodError('not_in_channel');
}

function ownMessage(call: Call, channel: Channel, otherwise: string): Message {
  const message = call.core.state.message(channel.id, textArgument(call, 'ts'));
  if (!message || message.ephemeral_to !== undefined) throw new MethodError('message_not_found');
  if (!isOurs(call.core, message)) throw new MethodError(otherwise);
  if (channel.is_archived) throw new MethodError('is_archived');
  return message;
}

/** A name and picture of its own for one message; ignored without the scope for it, as on Slack. */
function disguise(call: Call): JsonObject {
  if (call.scopes && !call.scopes.includes('chat:write.customize')) return {};
  const fields = ['username', 'icon_emoji', 'icon_url'].filter(field => asText(call.args[field]) !== '');
  const worn = Object.fromEntries(fields.map(field => [field, asText(call.args[field])]));
  return fields.length > 0 ? { ...worn, subtype: 'bot_message' } : {};
}
