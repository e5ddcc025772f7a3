/** Messages, as methods, events and interactions show them. */
import { NOTICES, type Notice } from '../core/message/notice.ts';
import { ATTACHMENT, BLOCK, TYPED } from './block.ts';
import { FILE } from './file.ts';
import { BOT_PROFILE } from './people.ts';
import { absent, either, type Keys, may, must, type Shape, without } from './shape.ts';

export const WHOLE_METADATA: Keys = { event_type: 'string', event_payload: 'anything' };

/** The same as it stands in a message, whole only for whoever asks for it. */
const METADATA: Keys = may(WHOLE_METADATA, 'event_payload');

const REACTION: Keys = { name: 'string', users: ['string'], count: 'number' };

/** What a thread's first message tells of its replies. */
const THREAD: Keys = {
  'thread_ts?': 'string',
  'parent_user_id?': 'string',
  'reply_count?': 'number',
  'reply_users_count?': 'number',
  'latest_reply?': 'string',
  'reply_users?': ['string'],
  'is_locked?': 'boolean',
  'subscribed?': 'boolean',
};

/** What befalls a message after it was written. */
const MARKS: Keys = {
  'edited?': { user: 'string', ts: 'string' },
  'reactions?': [REACTION],
  'pinned_to?': ['string'],
  pinned_info: absent('Who pinned a message, and when, is told by the event alone.'),
};

const FILES: Keys = { 'files?': [FILE], 'upload?': 'boolean', 'display_as_bot?': 'boolean' };

/** What somebody typed. */
export const TYPED_MESSAGE: Keys = {
  type: '=message',
  user: 'string',
  ts: 'string',
  client_msg_id: 'string',
  text: 'string',
  team: 'string',
  blocks: [TYPED],
  'user_team?': 'string',
  'source_team?': 'string',
  ...FILES,
  ...THREAD,
  ...MARKS,
};

/** What an app said under its own name. */
export const SAID_MESSAGE: Keys = {
  type: '=message',
  user: 'string',
  ts: 'string',
  bot_id: 'string',
  app_id: 'string',
  bot_profile: BOT_PROFILE,
  text: 'string',
  team: 'string',
  'blocks?': [BLOCK],
  'attachments?': [ATTACHMENT],
  'metadata?': METADATA,
  'mrkdwn?': 'boolean',
  ...FILES,
  ...THREAD,
  ...MARKS,
};

/** What an app said under another name, or through an address. */
export const WORN_MESSAGE: Keys = {
  type: '=message',
  subtype: '=bot_message',
  ts: 'string',
  bot_id: 'string',
  'app_id?': 'string',
  username: 'string',
  'icons?': {
    'emoji?': 'string',
    'image_36?': 'string',
    'image_48?': 'string',
    'image_72?': 'string',
    image_64: absent('Emoji have no pictures of their own here.'),
  },
  text: 'string',
  'blocks?': [BLOCK],
  'attachments?': [ATTACHMENT],
  'metadata?': METADATA,
  ...THREAD,
  ...MARKS,
};

/** A message that has replies. */
const first = (keys: Keys): Keys =>
  must(keys, 'thread_ts', 'reply_count', 'reply_users_count', 'latest_reply', 'reply_users', 'is_locked');

/** What stays of a deleted message that has replies. */
const TOMBSTONE: Keys = {
  type: '=message',
  subtype: '=tombstone',
  user: 'string',
  text: 'string',
  ts: 'string',
  hidden: 'true',
  thread_ts: 'string',
  parent_user_id: 'string',
  reply_count: 'number',
  reply_users_count: 'number',
  latest_reply: 'string',
  reply_users: ['string'],
  is_locked: 'boolean',
  subscribed: 'boolean',
};

/** What Slack notes in a channel by the subtypes it has, each with what it says besides. */
const NOTES: Record<Notice, Keys> = {
  channel_archive: {},
  channel_convert_to_private: {},
  channel_join: { 'inviter?': 'string' },
  channel_leave: {},
  channel_name: { old_name: 'string', name: 'string' },
  channel_purpose: { purpose: 'string' },
  channel_topic: { topic: 'string' },
  channel_unarchive: {},
};

/** Such a note. */
export function noteOf(subtype: Notice): Keys {
  return {
    type: '=message',
    subtype: `=${subtype}`,
    user: 'string',
    text: 'string',
    ts: 'string',
    team: absent('Notes in a channel do not name the team: those captured of Slack do not, though its types have it.'),
    ...NOTES[subtype],
    ...THREAD,
    ...MARKS,
  };
}

/** What a reply shown in the channel brings along of the message it answers. */
const BROADCAST_KEYS: Keys = {
  subtype: '=thread_broadcast',
  thread_ts: 'string',
  root: either(
    first(TYPED_MESSAGE),
    first(SAID_MESSAGE),
    first(WORN_MESSAGE),
    TOMBSTONE,
    ...NOTICES.map(subtype => first(noteOf(subtype))),
  ),
};

/** A reply of the app shown in the channel too. */
export const BROADCAST: Keys = { ...SAID_MESSAGE, ...BROADCAST_KEYS };

/** Any message, as a history shows it. */
export const MESSAGE: Shape = either(
  TYPED_MESSAGE,
  SAID_MESSAGE,
  WORN_MESSAGE,
  BROADCAST,
  TOMBSTONE,
  ...NOTICES.map(noteOf),
);

/** The same with a way to it. */
export const MESSAGE_WITH_PERMALINK: Shape = either(
  { ...TYPED_MESSAGE, permalink: 'string' },
  { ...SAID_MESSAGE, permalink: 'string' },
  { ...WORN_MESSAGE, permalink: 'string' },
  ...NOTICES.map((subtype): Keys => ({ ...noteOf(subtype), permalink: 'string' })),
);

/** What the app just said, told to itself. */
export const SENT: Shape = either(
  { ...SAID_MESSAGE, 'metadata?': WHOLE_METADATA },
  { ...WORN_MESSAGE, 'metadata?': WHOLE_METADATA },
  BROADCAST,
);

/** A message the app just changed: when it was written stands beside it, not in it. */
export const CHANGED: Shape = either(
  { ...without(SAID_MESSAGE, 'ts'), 'metadata?': WHOLE_METADATA },
  without(WORN_MESSAGE, 'ts'),
);
