/** `chat.scheduleMessage`, `chat.scheduledMessages.list`, `chat.deleteScheduledMessage`: messages for later. */
import { APP_ID } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import { botProfile, identified } from '../message/message.ts';
import { schedule, waiting } from '../message/scheduled.ts';
import {
  channelArgument,
  channelOf,
  destinationArgument,
  directArgument,
  pageOf,
  requiredText,
  textArgument,
} from './arguments.ts';
import { mayWrite, readDraft, threadArguments } from './chat.ts';
import { type Call, type Method, MethodError } from './method.ts';

const FURTHEST_SECONDS = 120 * 24 * 3600;
/** So many messages may be meant for one channel within so many seconds. */
const MOST_IN_WINDOW = 30;
const WINDOW_SECONDS = 300;
/** Nearer to its time than this, a message can no longer be taken back. */
const FINAL_SECONDS = 60;

export const scheduledMethods: Method[] = [
  {
    name: 'chat.scheduleMessage',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const post_at = timeArgument(call);
      const draft = readDraft(call);
      const channel = destinationArgument(call);
      mayWrite(call, channel);
      if (isCrowded(call, channel.id, post_at)) throw new MethodError('restricted_too_many');
      const whole = { ...draft, ...identified(draft), ...threadArguments(call) };
      const { id } = schedule(call.core, channel.id, post_at, whole);
      const { text, blocks, attachments, metadata } = whole;
      const { bot, team } = call.core.state;
      const author = { user: bot.user_id, bot_id: bot.id, app_id: APP_ID, team: team.id };
      const message: JsonObject = {
        type: 'delayed_message',
        text,
        ...author,
        bot_profile: botProfile(call.core),
        ...(blocks && { blocks }),
        ...(attachments && { attachments }),
        ...(metadata && { metadata }),
      };
      return { scheduled_message_id: id, channel: channel.id, post_at, message };
    },
  },
  {
    name: 'chat.scheduledMessages.list',
    token: 'bot',
    scopes: [],
    run(call) {
      const wanted = textArgument(call, 'channel');
      const channel = wanted === '' ? undefined : channelOf(call, wanted);
      if (wanted !== '' && !channel) throw new MethodError('invalid_channel');
      const oldest = Number(textArgument(call, 'oldest') || 0);
      const latest = Number(textArgument(call, 'latest') || Number.POSITIVE_INFINITY);
      const all = waiting(call.core)
        .filter(each => !channel || each.channel === channel.id)
        .filter(({ post_at }) => post_at >= oldest && post_at <= latest);
      const { page, next } = pageOf(call, all);
      const scheduled_messages = page.map(({ id, channel: channel_id, post_at, date_created, draft }) => ({
        id,
        channel_id,
        post_at,
        date_created,
        text: draft.text,
      }));
      return { scheduled_messages, response_metadata: { next_cursor: next } };
    },
  },
  {
    name: 'chat.deleteScheduledMessage',
    token: 'bot',
    scopes: ['chat:write'],
    run(call) {
      const { state } = call.core;
      const channel = directArgument(call) ?? channelArgument(call);
      const found = state.scheduled.get(requiredText(call, 'scheduled_message_id'));
      if (!found || found.channel !== channel.id || found.post_at - state.seconds() <= FINAL_SECONDS)
        throw new MethodError('invalid_scheduled_message_id');
      state.removeScheduled(found.id);
      return {};
    },
  },
];

/** `post_at` in whole Unix seconds, in the next 120 days. */
function timeArgument(call: Call): number {
  const text = requiredText(call, 'post_at');
  const now = call.core.state.seconds();
  if (!/^\d{1,15}$/.test(text)) throw new MethodError('invalid_time');
  const post_at = Number(text);
  if (post_at <= now) throw new MethodError('time_in_past');
  if (post_at > now + FURTHEST_SECONDS) throw new MethodError('time_too_far');
  return post_at;
}

/** Whether one more message for this moment would be one too many in some window around it. */
function isCrowded(call: Call, channel: string, post_at: number): boolean {
  const near = waiting(call.core)
    .filter(each => each.channel === channel && Math.abs(each.post_at - post_at) < WINDOW_SECONDS)
    .map(each => each.post_at);
  const times = [...near, post_at].sort((one, other) => one - other);
  return times.some((time, index) => (times[index + MOST_IN_WINDOW] ?? Infinity) - time < WINDOW_SECONDS);
}
