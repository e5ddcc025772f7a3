/** Channels and direct messages. */
import { absent, either, type Keys, type Shape } from './shape.ts';

const UNREAD = 'Nothing is counted as unread for the app.';
const NO_TABS = 'Channels have no tabs, canvases or other properties here.';

const SAID: Keys = { value: 'string', creator: 'string', last_set: 'number' };

/** What is always told of a channel that is no direct message of two. */
const FACTS: Keys = {
  id: 'string',
  name: 'string',
  name_normalized: 'string',
  is_channel: 'boolean',
  is_group: 'boolean',
  is_im: 'false',
  is_mpim: 'boolean',
  is_private: 'boolean',
  created: 'number',
  updated: 'number',
  creator: 'string',
  is_archived: 'boolean',
  is_frozen: 'boolean',
  is_general: 'boolean',
  unlinked: 'number',
  is_shared: 'boolean',
  is_org_shared: 'boolean',
  is_ext_shared: 'boolean',
  is_pending_ext_shared: 'boolean',
  pending_shared: ['string'],
  pending_connected_team_ids: ['string'],
  shared_team_ids: ['string'],
  parent_conversation: 'null',
  context_team_id: 'string',
  topic: SAID,
  purpose: SAID,
  previous_names: ['string'],
  properties: absent(NO_TABS),
  internal_team_ids: absent('There is no organisation of several teams here.'),
  connected_team_ids: absent('Which teams a channel is shared with stands in `shared_team_ids` alone.'),
  conversation_host_id: absent('Which teams a channel is shared with stands in `shared_team_ids` alone.'),
  is_read_only: absent('Everybody in a channel may write there.'),
  is_thread_only: absent('Everybody in a channel may write there.'),
  is_non_threadable: absent('Everybody in a channel may write there.'),
};

const DIRECT: Keys = {
  id: 'string',
  created: 'number',
  updated: 'number',
  is_im: 'true',
  is_archived: 'boolean',
  is_org_shared: 'boolean',
  context_team_id: 'string',
  user: 'string',
  is_user_deleted: 'boolean',
  priority: 'number',
};

/** A channel the app is told of alone: whether it is in it, and how far it has read. */
export const CHANNEL: Keys = { ...FACTS, is_member: 'boolean', 'last_read?': 'string' };

/** The same as `conversations.info` tells it, with what was asked for. */
export const ASKED_CHANNEL: Shape = either(
  { ...CHANNEL, 'num_members?': 'number', 'locale?': 'string' },
  { ...DIRECT, is_open: 'true', 'last_read?': 'string', 'locale?': 'string', unread_count: absent(UNREAD) },
);

/** One of the channels of `conversations.list`. */
export const LISTED_CHANNEL: Shape = either({ ...FACTS, is_member: 'boolean', num_members: 'number' }, DIRECT);

/** One of the channels of `users.conversations`: everything is one the person asked about is in. */
export const OWN_CHANNEL: Shape = either(FACTS, DIRECT);

/** A direct message that was opened: its id, or all of it when that was asked for. */
export const OPENED: Shape = either(
  { id: 'string' },
  {
    ...DIRECT,
    is_open: 'true',
    last_read: 'string',
    latest: absent(UNREAD),
    unread_count: absent(UNREAD),
    unread_count_display: absent(UNREAD),
  },
  { ...CHANNEL, last_read: 'string', latest: absent(UNREAD), unread_count: absent(UNREAD) },
);

/** A channel as the event about its making tells of it. */
export const CREATED: Keys = {
  id: 'string',
  name: 'string',
  name_normalized: 'string',
  created: 'number',
  creator: 'string',
  is_channel: 'true',
  is_group: 'boolean',
  is_im: 'boolean',
  is_mpim: 'boolean',
  is_private: 'boolean',
  is_archived: 'boolean',
  is_frozen: 'boolean',
  is_general: 'boolean',
  is_shared: 'boolean',
  is_org_shared: 'boolean',
  is_ext_shared: 'boolean',
  is_pending_ext_shared: 'boolean',
  context_team_id: 'string',
};

/** A channel as the event about its new name tells of it. */
export const RENAMED: Keys = {
  id: 'string',
  name: 'string',
  name_normalized: 'string',
  created: 'number',
  is_channel: 'boolean',
  is_mpim: 'boolean',
};

/** A channel where something was done. */
export const PLACE: Keys = { id: 'string', name: 'string' };
