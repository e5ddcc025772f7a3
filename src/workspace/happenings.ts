/** The names of everything the workspace may tell the app: events by their type, interactions by theirs. */

/** Events the workspace sends. */
export const EVENT_TYPES = [
  'app_home_opened',
  'app_mention',
  'member_joined_channel',
  'message',
  'reaction_added',
  'reaction_removed',
  'user_change',
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
