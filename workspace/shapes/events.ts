/** Events: the whole of what is delivered, by the name they have in the coverage list. */
import { NOTICES, type Notice } from '../core/message/notice.ts';
import { CREATED, RENAMED } from './channel.ts';
import {
  BROADCAST,
  MESSAGE,
  MESSAGE_WITH_PERMALINK,
  noteOf,
  SAID_MESSAGE,
  TYPED_MESSAGE,
  WHOLE_METADATA,
  WORN_MESSAGE,
} from './message.ts';
import { USER } from './people.ts';
import { absent, either, type Keys, may, must, type Recorded, type Shape } from './shape.ts';
import { HOME } from './view.ts';

const PYTHON = 'bolt-python/tests/scenario_tests';
const TYPES = 'node-slack-sdk/packages/types/src/events';

/** What is around every event. */
const around = (event: Shape): Keys => ({
  token: 'string',
  team_id: 'string',
  context_team_id: 'string',
  context_enterprise_id: 'null',
  enterprise_id: absent('There is no organisation of several teams here.'),
  api_app_id: 'string',
  event,
  type: '=event_callback',
  event_id: 'string',
  event_time: 'number',
  authorizations: [
    {
      enterprise_id: 'null',
      team_id: 'string',
      user_id: 'string',
      is_bot: 'true',
      is_enterprise_install: 'false',
    },
  ],
  is_ext_shared_channel: 'boolean',
  event_context: 'string',
});

/** What an event about a message says of when and where. */
const PLACE: Keys = {
  channel: 'string',
  channel_type: either('=channel', '=group', '=im', '=mpim'),
  event_ts: 'string',
};

/** What is told of a message that was changed or deleted. */
const AFTER: Keys = { type: '=message', ts: 'string', hidden: 'true', previous_message: MESSAGE, ...PLACE };

/** A message with files, which need not name the team. */
const withFiles = (keys: Keys): Keys => ({
  ...must(may(keys, 'team'), 'files', 'upload', 'display_as_bot'),
  subtype: '=file_share',
});

const REACTED: Keys = {
  user: 'string',
  reaction: 'string',
  item: { type: '=message', channel: 'string', ts: 'string' },
  'item_user?': 'string',
  event_ts: 'string',
};

/** What is told of somebody who comes or goes. */
const MOVED: Keys = {
  user: 'string',
  channel: 'string',
  channel_type: either('=C', '=G'),
  team: 'string',
  event_ts: 'string',
};

/** What is told of a channel that was archived, opened again, or that the app is out of. */
const CLOSED: Keys = { channel: 'string', user: 'string', is_moved: 'number', event_ts: 'string' };
const BY_ACTOR: Keys = { channel: 'string', actor_id: 'string', event_ts: 'string' };

const PERSON: Keys = { user: USER, cache_ts: 'number', event_ts: 'string' };

const MARKED: Keys = {
  app_id: 'string',
  bot_id: 'string',
  user_id: 'string',
  team_id: 'string',
  channel_id: 'string',
  message_ts: 'string',
  event_ts: 'string',
};

type Told = [name: string, source: string, event: Shape];

/** What Slack notes in a channel, as an event. */
function noted(subtype: Notice): Told {
  // Slack's own types do not have this one.
  const source = subtype === 'channel_convert_to_private' ? 'slack-edge/slack-edge/pull/42' : `${TYPES}/message.ts`;
  return [`message/${subtype}`, source, { ...noteOf(subtype), ...PLACE }];
}

const EVENTS: Told[] = [
  [
    'app_home_opened',
    `${TYPES}/app.ts`,
    { type: '=app_home_opened', user: 'string', channel: 'string', tab: '=home', 'view?': HOME, event_ts: 'string' },
  ],
  [
    'app_mention',
    `${PYTHON}/test_events.py`,
    { ...TYPED_MESSAGE, type: '=app_mention', channel: 'string', event_ts: 'string' },
  ],
  ['channel_archive', `${TYPES}/channel.ts`, { type: '=channel_archive', ...CLOSED }],
  ['channel_created', `${TYPES}/channel.ts`, { type: '=channel_created', channel: CREATED, event_ts: 'string' }],
  ['channel_left', `${TYPES}/channel.ts`, { type: '=channel_left', ...BY_ACTOR }],
  ['channel_rename', `${TYPES}/channel.ts`, { type: '=channel_rename', channel: RENAMED, event_ts: 'string' }],
  [
    'channel_unarchive',
    `${TYPES}/channel.ts`,
    { type: '=channel_unarchive', channel: 'string', user: 'string', event_ts: 'string' },
  ],
  ['file_deleted', `${TYPES}/file.ts`, { type: '=file_deleted', file_id: 'string', event_ts: 'string' }],
  [
    'file_shared',
    `${TYPES}/file.ts`,
    {
      type: '=file_shared',
      file_id: 'string',
      user_id: 'string',
      file: { id: 'string' },
      channel_id: 'string',
      event_ts: 'string',
    },
  ],
  ['group_archive', `${TYPES}/group.ts`, { type: '=group_archive', ...CLOSED }],
  ['group_left', `${TYPES}/group.ts`, { type: '=group_left', ...BY_ACTOR }],
  ['group_rename', `${TYPES}/group.ts`, { type: '=group_rename', channel: RENAMED, event_ts: 'string' }],
  ['group_unarchive', `${TYPES}/group.ts`, { type: '=group_unarchive', ...BY_ACTOR }],
  [
    'member_joined_channel',
    `${PYTHON}/test_events.py`,
    { type: '=member_joined_channel', ...MOVED, 'inviter?': 'string' },
  ],
  ['member_left_channel', `${TYPES}/member.ts`, { type: '=member_left_channel', ...MOVED }],
  ['message', `${PYTHON}/test_message_bot.py`, either({ ...TYPED_MESSAGE, ...PLACE }, { ...SAID_MESSAGE, ...PLACE })],
  ['message/bot_message', `${PYTHON}/test_message_bot.py`, { ...WORN_MESSAGE, ...PLACE }],
  [
    'message/file_share',
    `${PYTHON}/test_message_file_share.py`,
    either({ ...withFiles(TYPED_MESSAGE), ...PLACE }, { ...withFiles(SAID_MESSAGE), ...PLACE }),
  ],
  [
    'message/message_changed',
    `${PYTHON}/test_message_changed.py`,
    { subtype: '=message_changed', message: MESSAGE, ...AFTER },
  ],
  [
    'message/message_deleted',
    `${PYTHON}/test_message_deleted.py`,
    { subtype: '=message_deleted', deleted_ts: 'string', ...AFTER },
  ],
  ['message/thread_broadcast', `${PYTHON}/test_message_thread_broadcast.py`, { ...BROADCAST, ...PLACE }],
  [
    'message_metadata_deleted',
    `${TYPES}/message-metadata.ts`,
    { type: '=message_metadata_deleted', ...MARKED, previous_metadata: WHOLE_METADATA, deleted_ts: 'string' },
  ],
  [
    'message_metadata_posted',
    `${TYPES}/message-metadata.ts`,
    { type: '=message_metadata_posted', ...MARKED, metadata: WHOLE_METADATA },
  ],
  [
    'message_metadata_updated',
    `${TYPES}/message-metadata.ts`,
    { type: '=message_metadata_updated', ...MARKED, previous_metadata: WHOLE_METADATA, metadata: WHOLE_METADATA },
  ],
  [
    'pin_added',
    `${TYPES}/pin.ts`,
    {
      type: '=pin_added',
      user: 'string',
      channel_id: 'string',
      item: {
        type: '=message',
        created: 'number',
        created_by: 'string',
        channel: 'string',
        message: MESSAGE_WITH_PERMALINK,
      },
      'item_user?': 'string',
      pin_count: 'number',
      pinned_info: { channel: 'string', pinned_by: 'string', pinned_ts: 'number' },
      event_ts: 'string',
    },
  ],
  ['reaction_added', `${PYTHON}/test_events.py`, { type: '=reaction_added', ...REACTED }],
  ['reaction_removed', `${TYPES}/reaction.ts`, { type: '=reaction_removed', ...REACTED }],
  [
    'user_change',
    'java-slack-sdk/json-logs/samples/events/UserChangePayload.json',
    { type: '=user_change', ...PERSON },
  ],
  [
    'user_profile_changed',
    'java-slack-sdk/json-logs/samples/events/UserProfileChangedPayload.json',
    { type: '=user_profile_changed', ...PERSON },
  ],
  ...NOTICES.map(subtype => noted(subtype)),
];

export const EVENT_SHAPES: Recorded[] = EVENTS.map(([name, source, event]) => [name, source, around(event)]);
