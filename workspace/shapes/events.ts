/** Events: the whole of what is delivered, by the name they have in the coverage list. */
import { CREATED } from './channel.ts';
import {
  BROADCAST,
  MESSAGE,
  MESSAGE_WITH_PERMALINK,
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

const MARKED: Keys = {
  app_id: 'string',
  bot_id: 'string',
  user_id: 'string',
  team_id: 'string',
  channel_id: 'string',
  message_ts: 'string',
  event_ts: 'string',
};

const EVENTS: [name: string, source: string, event: Shape][] = [
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
  ['channel_created', `${TYPES}/channel.ts`, { type: '=channel_created', channel: CREATED, event_ts: 'string' }],
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
  [
    'member_joined_channel',
    `${PYTHON}/test_events.py`,
    {
      type: '=member_joined_channel',
      user: 'string',
      channel: 'string',
      channel_type: either('=C', '=G'),
      team: 'string',
      'inviter?': 'string',
      event_ts: 'string',
    },
  ],
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
    { type: '=user_change', user: USER, cache_ts: 'number', event_ts: 'string' },
  ],
];

export const EVENT_SHAPES: Recorded[] = EVENTS.map(([name, source, event]) => [name, source, around(event)]);
