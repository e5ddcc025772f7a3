/** The names of everything the workspace may tell the app: events by their type, interactions by theirs. */

/** Events the workspace sends. */
export const EVENT_TYPES = [
  'app_home_opened',
  'app_mention',
  'channel_archive',
  'channel_created',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'file_deleted',
  'file_shared',
  'group_archive',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message',
  'message_metadata_deleted',
  'message_metadata_posted',
  'message_metadata_updated',
  'pin_added',
  'reaction_added',
  'reaction_removed',
  'user_change',
  'user_profile_changed',
] as const;

/** Interactions the workspace sends, commands aside. */
export const INTERACTION_TYPES = [
  'block_actions',
  'block_suggestion',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
export type InteractionType = (typeof INTERACTION_TYPES)[number];

/** The scopes of which an app must have one to subscribe to an event; events not named here need none. */
export const SUBSCRIPTION_SCOPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['app_mention', ['app_mentions:read']],
  ['channel_archive', ['channels:read']],
  ['channel_created', ['channels:read']],
  ['channel_left', ['channels:read']],
  ['channel_rename', ['channels:read']],
  ['channel_unarchive', ['channels:read']],
  ['file_deleted', ['files:read']],
  ['file_shared', ['files:read']],
  ['group_archive', ['groups:read']],
  ['group_left', ['groups:read']],
  ['group_rename', ['groups:read']],
  ['group_unarchive', ['groups:read']],
  ['member_joined_channel', ['channels:read', 'groups:read']],
  ['member_left_channel', ['channels:read', 'groups:read']],
  ['message.channels', ['channels:history']],
  ['message.groups', ['groups:history']],
  ['message.im', ['im:history']],
  ['message.mpim', ['mpim:history']],
  ['message_metadata_deleted', ['metadata.message:read']],
  ['message_metadata_posted', ['metadata.message:read']],
  ['message_metadata_updated', ['metadata.message:read']],
  ['pin_added', ['pins:read']],
  ['reaction_added', ['reactions:read']],
  ['reaction_removed', ['reactions:read']],
  ['user_change', ['users:read']],
  ['user_profile_changed', ['users:read']],
]);
