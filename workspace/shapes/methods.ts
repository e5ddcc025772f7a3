/** What the methods of the Web API answer when they succeed. */
import { ASKED_CHANNEL, CHANNEL, LISTED_CHANNEL, OPENED, OWN_CHANNEL } from './channel.ts';
import { FULL_FILE } from './file.ts';
import { CHANGED, MESSAGE, MESSAGE_WITH_PERMALINK, SAID_MESSAGE, SENT } from './message.ts';
import { BOT, USER } from './people.ts';
import { absent, either, type Keys, must, type Recorded, without } from './shape.ts';
import { HOME, MODAL, VIEW } from './view.ts';

const SDK = 'node-slack-sdk/packages/web-api/src/types/response';
const SAMPLES = 'java-slack-sdk/json-logs/samples/api';

const CURSOR: Keys = { next_cursor: 'string' };
const WARNED: Keys = { 'warning?': 'string', 'response_metadata?': { warnings: ['string'] } };
const READ_CHANNEL: Keys = must(CHANNEL, 'last_read');

/** What is never granted here: no thread is an assistant's, and no bot opens a channel again. The refusal is all there is to compare. */
const refused = (error: string): Keys => ({ ok: 'false', error: `=${error}` });

const GROUP: Keys = {
  id: 'string',
  team_id: 'string',
  is_usergroup: 'true',
  is_subteam: 'true',
  name: 'string',
  description: 'string',
  handle: 'string',
  is_external: 'boolean',
  date_create: 'number',
  date_update: 'number',
  date_delete: 'number',
  auto_type: 'null',
  auto_provision: 'boolean',
  enterprise_subteam_id: 'string',
  created_by: 'string',
  updated_by: 'string',
  deleted_by: either('string', 'null'),
  prefs: { channels: ['string'], groups: ['string'] },
  'users?': ['string'],
  'user_count?': 'number',
  channel_count: absent('Which channels a group has stands in its `prefs` alone.'),
  is_section: absent('Groups have no sections of the sidebar here.'),
  is_visible: absent('Groups have no sections of the sidebar here.'),
  is_idp_group: absent('Nothing but the seed says who is in a group.'),
  is_membership_locked: absent('Nothing but the seed says who is in a group.'),
  is_editing_restricted: absent('Nothing but the seed says who is in a group.'),
  is_org_level: absent('There is no organisation of several teams here.'),
};

const DELAYED: Keys = {
  ...without(SAID_MESSAGE, 'ts', 'thread_ts', 'edited', 'reactions', 'files'),
  type: '=delayed_message',
};

/** The method, where its keys are known from, and what it answers beside `ok`. */
const ANSWERS: [name: string, source: string, answer: Keys][] = [
  ['api.test', `${SDK}/ApiTestResponse.ts`, { 'args?': 'anything' }],
  ['apps.connections.open', `${SDK}/AppsConnectionsOpenResponse.ts`, { url: 'string' }],
  [
    'auth.test',
    `${SDK}/AuthTestResponse.ts`,
    {
      url: 'string',
      team: 'string',
      user: 'string',
      team_id: 'string',
      user_id: 'string',
      bot_id: 'string',
      is_enterprise_install: 'false',
      enterprise_id: absent('There is no organisation of several teams here.'),
      expires_in: absent('Tokens are not rotated here.'),
    },
  ],
  ['blocks.validate', `${SDK}/BlocksValidateResponse.ts`, {}],
  ['bots.info', `${SAMPLES}/bots.info.json`, { bot: BOT }],
  ['chat.delete', `${SDK}/ChatDeleteResponse.ts`, { channel: 'string', ts: 'string' }],
  ['chat.deleteScheduledMessage', `${SDK}/ChatDeleteScheduledMessageResponse.ts`, {}],
  ['chat.getPermalink', `${SDK}/ChatGetPermalinkResponse.ts`, { channel: 'string', permalink: 'string' }],
  ['chat.postEphemeral', `${SDK}/ChatPostEphemeralResponse.ts`, { message_ts: 'string' }],
  [
    'chat.postMessage',
    `${SDK}/ChatPostMessageResponse.ts`,
    { channel: 'string', ts: 'string', message: SENT, ...WARNED },
  ],
  [
    'chat.scheduleMessage',
    `${SDK}/ChatScheduleMessageResponse.ts`,
    { scheduled_message_id: 'string', channel: 'string', post_at: 'number', message: DELAYED },
  ],
  [
    'chat.scheduledMessages.list',
    `${SDK}/ChatScheduledMessagesListResponse.ts`,
    {
      scheduled_messages: [
        { id: 'string', channel_id: 'string', post_at: 'number', date_created: 'number', text: 'string' },
      ],
      response_metadata: CURSOR,
    },
  ],
  [
    'chat.update',
    `${SDK}/ChatUpdateResponse.ts`,
    { channel: 'string', ts: 'string', text: 'string', message: CHANGED },
  ],
  ['conversations.archive', `${SDK}/ConversationsArchiveResponse.ts`, {}],
  ['conversations.create', `${SAMPLES}/conversations.create.json`, { channel: READ_CHANNEL }],
  [
    'conversations.history',
    `${SDK}/ConversationsHistoryResponse.ts`,
    {
      messages: [MESSAGE],
      has_more: 'boolean',
      pin_count: 'number',
      channel_actions_ts: either('number', 'null'),
      channel_actions_count: 'number',
      'oldest?': 'string',
      'latest?': 'string',
      'response_metadata?': CURSOR,
    },
  ],
  ['conversations.info', 'docs.slack.dev/reference/objects/conversation-object', { channel: ASKED_CHANNEL }],
  [
    'conversations.invite',
    `${SDK}/ConversationsInviteResponse.ts`,
    { channel: READ_CHANNEL, 'errors?': [{ user: 'string', ok: 'false', error: 'string' }] },
  ],
  ['conversations.join', `${SDK}/ConversationsJoinResponse.ts`, { channel: READ_CHANNEL, ...WARNED }],
  ['conversations.kick', `${SAMPLES}/conversations.kick.json`, { errors: {} }],
  ['conversations.leave', `${SDK}/ConversationsLeaveResponse.ts`, { 'not_in_channel?': 'true' }],
  [
    'conversations.list',
    `${SDK}/ConversationsListResponse.ts`,
    { channels: [LISTED_CHANNEL], response_metadata: CURSOR },
  ],
  [
    'conversations.members',
    `${SDK}/ConversationsMembersResponse.ts`,
    { members: ['string'], response_metadata: CURSOR },
  ],
  [
    'conversations.open',
    `${SDK}/ConversationsOpenResponse.ts`,
    { channel: OPENED, 'no_op?': 'true', 'already_open?': 'true' },
  ],
  ['conversations.rename', `${SDK}/ConversationsRenameResponse.ts`, { channel: READ_CHANNEL }],
  [
    'conversations.replies',
    `${SDK}/ConversationsRepliesResponse.ts`,
    { messages: [MESSAGE], has_more: 'boolean', 'response_metadata?': CURSOR },
  ],
  ['conversations.setPurpose', `${SDK}/ConversationsSetPurposeResponse.ts`, { channel: READ_CHANNEL }],
  ['conversations.setTopic', `${SDK}/ConversationsSetTopicResponse.ts`, { channel: READ_CHANNEL }],
  ['files.completeUploadExternal', `${SAMPLES}/files.list.json`, { files: [FULL_FILE] }],
  ['files.delete', `${SDK}/FilesDeleteResponse.ts`, {}],
  [
    'files.getUploadURLExternal',
    `${SDK}/FilesGetUploadURLExternalResponse.ts`,
    { upload_url: 'string', file_id: 'string' },
  ],
  [
    'files.info',
    `${SDK}/FilesInfoResponse.ts`,
    {
      file: FULL_FILE,
      'content?': 'string',
      'is_truncated?': 'boolean',
      comments: ['anything'],
      response_metadata: CURSOR,
      content_highlight_html: absent('Code is not coloured here.'),
      content_highlight_css: absent('Code is not coloured here.'),
    },
  ],
  [
    'files.list',
    `${SAMPLES}/files.list.json`,
    { files: [FULL_FILE], paging: { count: 'number', total: 'number', page: 'number', pages: 'number' } },
  ],
  ['pins.add', `${SDK}/PinsAddResponse.ts`, {}],
  ['reactions.add', `${SDK}/ReactionsAddResponse.ts`, {}],
  [
    'reactions.get',
    `${SDK}/ReactionsGetResponse.ts`,
    { type: '=message', channel: 'string', message: MESSAGE_WITH_PERMALINK },
  ],
  ['reactions.remove', `${SDK}/ReactionsRemoveResponse.ts`, {}],
  [
    'team.info',
    `${SAMPLES}/team.info.json`,
    {
      team: {
        id: 'string',
        name: 'string',
        domain: 'string',
        url: 'string',
        email_domain: 'string',
        icon: {
          image_default: 'true',
          image_34: 'string',
          image_44: 'string',
          image_68: 'string',
          image_88: 'string',
          image_102: 'string',
          image_132: 'string',
          image_230: 'string',
          image_original: absent('Nobody uploads a picture here.'),
        },
        is_verified: 'boolean',
        avatar_base_url: absent('Where a picture is stands in `icon`, whole.'),
        enterprise_id: absent('There is no organisation of several teams here.'),
        enterprise_name: absent('There is no organisation of several teams here.'),
      },
    },
  ],
  ['usergroups.list', `${SAMPLES}/usergroups.list.json`, { usergroups: [GROUP] }],
  ['usergroups.users.list', `${SDK}/UsergroupsUsersListResponse.ts`, { users: ['string'] }],
  [
    'users.conversations',
    `${SDK}/UsersConversationsResponse.ts`,
    { channels: [OWN_CHANNEL], response_metadata: CURSOR },
  ],
  ['users.info', `${SDK}/UsersInfoResponse.ts`, { user: USER }],
  ['users.list', `${SDK}/UsersListResponse.ts`, { members: [USER], cache_ts: 'number', response_metadata: CURSOR }],
  ['users.lookupByEmail', `${SDK}/UsersLookupByEmailResponse.ts`, { user: USER }],
  ['views.open', `${SDK}/ViewsOpenResponse.ts`, { view: MODAL }],
  ['views.publish', 'docs.slack.dev/reference/methods/views.publish', { view: HOME }],
  ['views.push', `${SDK}/ViewsPushResponse.ts`, { view: MODAL }],
  ['views.update', `${SDK}/ViewsUpdateResponse.ts`, { view: VIEW }],
];

export const METHOD_SHAPES: Recorded[] = [
  ...ANSWERS.map(([name, source, answer]): Recorded => [name, source, { ok: 'true', ...answer }]),
  ...['setStatus', 'setSuggestedPrompts', 'setTitle'].map(
    (name): Recorded => [
      `assistant.threads.${name}`,
      `${SDK}/AssistantThreadsSetStatusResponse.ts`,
      refused('invalid_thread_ts'),
    ],
  ),
  ['conversations.unarchive', `${SDK}/ConversationsUnarchiveResponse.ts`, refused('not_in_channel')],
];
