/** What the workspace remembers of people, channels and messages, as it is stored. */
import type { JsonObject } from './json.ts';

/** A person or bot of the team. */
export interface Person {
  id: string;
  name: string;
  real_name: string;
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
