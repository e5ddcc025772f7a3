/** What the workspace remembers of people, channels and messages, as it is stored. */
import type { JsonObject } from './json.ts';

/** A person or bot of the team. */
export interface Person {
  id: string;
  name: string;
  real_name: string;
  /** What they want to be called, where they chose that; clients show it in place of the full name. */
  display_name?: string;
  title: string;
  email: string;
  locale: string;
  /** Whether the locale was chosen for this person; otherwise it follows the page's language. */
  own_locale?: boolean;
  tz: string;
  deleted: boolean;
  is_bot: boolean;
  is_admin: boolean;
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_stranger: boolean;
  team_id: string;
  /** Unix seconds of the last change. */
  updated: number;
}

/** Whether somebody belongs to the team without being a bot, a guest or a person of another team. */
export function isFullMember({ is_bot, is_restricted, is_ultra_restricted, is_stranger }: Person): boolean {
  return !is_bot && !is_restricted && !is_ultra_restricted && !is_stranger;
}

/** A channel, private channel or direct message. */
export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'group' | 'im' | 'mpim';
  members: string[];
  creator: string;
  /** Unix seconds. */
  created: number;
  is_archived: boolean;
  topic: string;
  purpose: string;
  pins: string[];
  /** The channel everybody is in, which nobody leaves and which is never archived. */
  is_general?: boolean;
  /** What it was called before, the latest first. */
  previous_names?: string[];
  /** Who set topic and purpose, and when (Unix seconds); without it, whoever made the channel. */
  set?: { topic?: { creator: string; last_set: number }; purpose?: { creator: string; last_set: number } };
  /** Milliseconds of the last change, where there was one. */
  updated?: number;
  /** Ids of the other teams in it, when it is shared by Slack Connect. */
  shared_with?: string[];
}

/** A user group. */
export interface Group {
  id: string;
  handle: string;
  name: string;
  description: string;
  members: string[];
  /** Ids of the channels its members are invited to by default. */
  channels: string[];
  is_disabled: boolean;
  created_by: string;
  /** Unix seconds. */
  created: number;
}

/** A message as stored; `ephemeral_to` is the only person who sees it. */
export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks?: JsonObject[];
  attachments?: JsonObject[];
  bot_id?: string;
  /** What the client of the person who wrote it called it. */
  client_msg_id?: string;
  username?: string;
  icon_emoji?: string;
  icon_url?: string;
  subtype?: string;
  thread_ts?: string;
  reply_broadcast?: boolean;
  edited?: { user: string; ts: string };
  metadata?: JsonObject;
  /** Ids of the files shared with it. */
  files?: string[];
  /** Its text is shown as it is, without formatting. */
  mrkdwn?: false;
  /** Under which it waited for its time. */
  scheduled_message_id?: string;
  reactions?: { name: string; users: string[] }[];
  ephemeral_to?: string;
  /** What a notice tells beside its text: who brought somebody in, how the channel is and was called, what was set. */
  inviter?: string;
  name?: string;
  old_name?: string;
  topic?: string;
  purpose?: string;
}

/** What is known of a file before its bytes are there. */
export interface NewFile {
  id: string;
  name: string;
  title: string;
  user: string;
  alt_txt?: string;
  snippet_type?: string;
}

/** A file as remembered; its bytes are kept apart. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  /** Who uploaded it. */
  user: string;
  filetype: string;
  mimetype: string;
  pretty_type: string;
  mode: 'hosted' | 'snippet';
  size: number;
  /** Unix seconds. */
  created: number;
  alt_txt?: string;
  original_w?: number;
  original_h?: number;
  /** The messages that carry it. */
  shares: { channel: string; ts: string; thread_ts?: string }[];
  /** The app got it in a form, and may read it although it is shared nowhere. */
  given?: boolean;
  deleted?: boolean;
}

/** A message of the app that waits for its time. */
export interface Scheduled {
  id: string;
  channel: string;
  /** Unix seconds, as `date_created`. */
  post_at: number;
  date_created: number;
  draft: Omit<Message, 'channel' | 'ts' | 'user' | 'bot_id' | 'ephemeral_to'>;
}
