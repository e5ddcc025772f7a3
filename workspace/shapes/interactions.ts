/** What a person’s doing sends to the app, and what the app answers through an address; by the name in the coverage list. */
import { PLACE } from './channel.ts';
import { ACTION } from './element.ts';
import { MESSAGE } from './message.ts';
import { ACTOR } from './people.ts';
import { absent, either, type Keys, type Recorded, without } from './shape.ts';
import { HOME, MODAL, STATE } from './view.ts';

const PYTHON = 'bolt-python/tests/scenario_tests';
const BOLT = 'bolt-js/src/types';
const DOCS = 'docs.slack.dev/reference/interaction-payloads';

/** What stands in every interaction. */
const TOLD: Keys = {
  token: 'string',
  team: {
    id: 'string',
    domain: 'string',
    enterprise_id: absent('There is no organisation of several teams here.'),
    enterprise_name: absent('There is no organisation of several teams here.'),
  },
  user: ACTOR,
  enterprise: 'null',
  is_enterprise_install: 'false',
};

/** All but shortcuts name the app too. */
const TO_APP: Keys = { ...TOLD, api_app_id: 'string' };

const ON_MESSAGE: Keys = {
  type: '=message',
  message_ts: 'string',
  channel_id: 'string',
  is_ephemeral: 'boolean',
  'thread_ts?': 'string',
};

const ON_ATTACHMENT: Keys = {
  ...ON_MESSAGE,
  type: '=message_attachment',
  attachment_id: 'number',
  is_app_unfurl: 'boolean',
};

const ON_VIEW: Keys = { type: '=view', view_id: 'string' };

const ACTED: Keys = { ...TO_APP, type: '=block_actions', trigger_id: 'string', actions: [ACTION] };

const AT_MESSAGE: Keys = { channel: PLACE, message: MESSAGE, state: STATE, response_url: 'string' };

const SUGGESTED: Keys = {
  ...TO_APP,
  type: '=block_suggestion',
  action_id: 'string',
  block_id: 'string',
  value: 'string',
};

const SHORTCUT: Keys = { ...TOLD, callback_id: 'string', trigger_id: 'string', action_ts: 'string' };

const RESPONSE_URL: Keys = { block_id: 'string', action_id: 'string', channel_id: 'string', response_url: 'string' };

export const INTERACTION_SHAPES: Recorded[] = [
  [
    'block_actions',
    `${BOLT}/actions/block-action.ts`,
    { ...ACTED, container: { ...ON_MESSAGE, is_ephemeral: 'false' }, ...AT_MESSAGE },
    'message',
  ],
  [
    'block_actions',
    `${PYTHON}/test_block_actions.py`,
    { ...ACTED, container: { ...ON_MESSAGE, is_ephemeral: 'true' }, ...without(AT_MESSAGE, 'message') },
    'ephemeral message',
  ],
  [
    'block_actions',
    `${DOCS}/block_actions-payload`,
    { ...ACTED, container: ON_ATTACHMENT, ...AT_MESSAGE },
    'attachment',
  ],
  ['block_actions', `${BOLT}/actions/block-action.ts`, { ...ACTED, container: ON_VIEW, view: MODAL }, 'modal'],
  ['block_actions', `${DOCS}/block_actions-payload`, { ...ACTED, container: ON_VIEW, view: HOME }, 'Home tab'],
  [
    'block_suggestion',
    `${PYTHON}/test_block_suggestion.py`,
    { ...SUGGESTED, container: ON_VIEW, view: MODAL },
    'modal',
  ],
  [
    'block_suggestion',
    `${BOLT}/options/index.ts`,
    { ...SUGGESTED, container: { ...ON_MESSAGE, is_ephemeral: 'false' }, channel: PLACE, message: MESSAGE },
    'message',
  ],
  [
    'message_action',
    `${BOLT}/shortcuts/message-shortcut.ts`,
    {
      ...SHORTCUT,
      type: '=message_action',
      message_ts: 'string',
      channel: PLACE,
      message: MESSAGE,
      response_url: 'string',
    },
  ],
  ['response_url', `${DOCS}`, either('=ok', { ok: 'false', error: 'string' })],
  [
    'shortcut',
    `${BOLT}/shortcuts/global-shortcut.ts`,
    { ...SHORTCUT, type: '=shortcut', user: without(ACTOR, 'name') },
  ],
  [
    'slash_commands',
    'docs.slack.dev/interactivity/implementing-slash-commands',
    {
      token: 'string',
      team_id: 'string',
      team_domain: 'string',
      channel_id: 'string',
      channel_name: 'string',
      user_id: 'string',
      user_name: 'string',
      command: 'string',
      text: 'string',
      api_app_id: 'string',
      is_enterprise_install: '=false',
      response_url: 'string',
      trigger_id: 'string',
      enterprise_id: absent('There is no organisation of several teams here.'),
      enterprise_name: absent('There is no organisation of several teams here.'),
    },
  ],
  [
    'view_closed',
    `${PYTHON}/test_view_closed.py`,
    { ...TO_APP, type: '=view_closed', view: MODAL, is_cleared: 'boolean' },
  ],
  [
    'view_submission',
    `${PYTHON}/test_view_submission.py`,
    { ...TO_APP, type: '=view_submission', trigger_id: 'string', view: MODAL, response_urls: [RESPONSE_URL] },
  ],
];
