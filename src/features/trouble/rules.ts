/** Why a message never arrived, as far as somebody can do something about it. */

/** What to do is one sentence for each. */
export const CAUSES = [
  'notInChannel', // the bot is not in the channel
  'noChannel', // no such channel, or a private one the bot is not in: Slack says the same of both
  'archived', // the channel is archived
  'scope', // the token lacks a scope
  'token', // the token is no longer good for anything
  'person', // the person cannot be written to: deactivated, or gone
  'forbidden', // the workspace's rules do not let the bot write there
  'unfit', // Slack does not take this message: too long, or drawn wrong
  'gone', // the message to be changed is not there any more
  'unreachable', // Slack could not be reached for a day
  'other', // anything else Slack said
  'ours', // a fault of the program
] as const;

export type Cause = (typeof CAUSES)[number];

export interface Judged {
  cause: Cause;
  /** Slack's own word for it; null for a fault of ours, whose text may carry anything. */
  code: string | null;
  /** The scope Slack asks for. */
  scope: string | null;
}

const byCode: Record<string, Cause> = {
  not_in_channel: 'notInChannel',
  is_archived: 'archived',
  missing_scope: 'scope',
  not_allowed_token_type: 'scope',
  no_permission: 'scope',
  invalid_auth: 'token',
  not_authed: 'token',
  token_revoked: 'token',
  token_expired: 'token',
  account_inactive: 'token',
  app_uninstalled: 'token',
  team_disabled: 'token',
  user_not_found: 'person',
  user_disabled: 'person',
  user_not_visible: 'person',
  users_not_found: 'person',
  cannot_dm_bot: 'person',
  messages_tab_disabled: 'person',
  restricted_action: 'forbidden',
  restricted_action_read_only_channel: 'forbidden',
  restricted_action_thread_only_channel: 'forbidden',
  restricted_action_non_threadable_channel: 'forbidden',
  ekm_access_denied: 'forbidden',
  access_denied: 'forbidden',
  msg_too_long: 'unfit',
  msg_blocks_too_long: 'unfit',
  no_text: 'unfit',
  invalid_blocks: 'unfit',
  invalid_blocks_format: 'unfit',
  invalid_arguments: 'unfit',
  invalid_metadata_format: 'unfit',
  invalid_metadata_schema: 'unfit',
  metadata_too_large: 'unfit',
  metadata_must_be_sent_from_app: 'unfit',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  ratelimited: 'unreachable',
  rate_limited: 'unreachable',
  internal_error: 'unreachable',
  fatal_error: 'unreachable',
  service_unavailable: 'unreachable',
  request_timeout: 'unreachable',
};

/** Reads the error an outbox row was given up with: Slack's code, perhaps with a word after a colon. */
export function causeOf(error: string | null, recipient: string): Judged {
  const [, code = null, word = null] = /^([a-z][a-z0-9_]*)(?:: (\S+))?$/.exec(error ?? '') ?? [];
  if (code === null) return { cause: /^A request error/.test(error ?? '') ? 'unreachable' : 'ours', code, scope: null };
  const cause =
    code === 'channel_not_found' ? (recipient.startsWith('#') ? 'noChannel' : 'person') : (byCode[code] ?? 'other');
  return { cause, code, scope: cause === 'scope' && word !== null && /^[a-z:.]+$/.test(word) ? word : null };
}

/** What stays so for every message to that recipient until somebody mends it. */
export const LASTING: ReadonlySet<Cause> = new Set(['notInChannel', 'noChannel', 'archived', 'person', 'forbidden']);

/**
 * Why nothing is posted to the leaders' channel: everybody reads it, it is another that bears its name, it is archived,
 * or we cannot see it.
 */
export const UNFIT = ['public', 'other', 'archived', 'unseen'] as const;
export type Unfit = (typeof UNFIT)[number];

const unfitByCode: Record<string, Unfit> = {
  leaders_channel_public: 'public',
  leaders_channel_other: 'other',
  is_archived: 'archived',
  channel_not_found: 'unseen',
  not_in_channel: 'unseen',
};

/** Read from Slack's word, or our own, with which a message to them is given up; null for every other. */
export function unfitLeaders(code: string): Unfit | null {
  return unfitByCode[code] ?? null;
}
