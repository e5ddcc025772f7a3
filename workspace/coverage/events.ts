/** The events of the Events API; a subtype of `message` stands after a slash. */
import { covered, type Line, type Missing } from './line.ts';

const AGENTS = 'There are no agents here.';
const APP = 'The app is installed from the start and stays so.';
const CHANNEL = 'Never sent; channels are not deleted here, and their history and ids stay.';
const DIRECT = 'Never sent; direct messages are there when somebody writes.';
const FILES = 'Never sent; files are shared and deleted, and change in no other way.';
const GROUPS = 'The user groups stay as they are.';
const LINKS = 'Links are not unfurled here.';
const PINS = 'Never sent.';
const PROFILE = 'Nobody has a status here, and nobody is in a huddle.';
/** What is left out of what Slack does when the app is removed. */
const REMOVED = 'Slackbot’s direct message that says by whom the app was removed is not sent.';
const SHARED = 'Channels are not shared with other teams.';
const TEAM = 'The team stays as it is.';
const WORKFLOWS = 'Workflows do not run here.';

const LINES: Line[] = [
  ['app_home_opened', 'home.test.ts', 'Sent for the Home tab, not for the Messages tab.'],
  [
    'app_mention',
    'delivery.test.ts',
    'Sent where the app is a member, as on Slack; whoever names it elsewhere is not offered to invite it.',
  ],
  ['channel_archive', 'channel-changes.test.ts'],
  ['channel_created', 'difficult.test.ts', 'Only the app makes channels here.'],
  ['channel_left', 'channel-changes.test.ts', REMOVED],
  ['channel_rename', 'channel-changes.test.ts'],
  ['channel_unarchive', 'channel-changes.test.ts'],
  ['file_deleted', 'files.test.ts'],
  ['file_shared', 'files.test.ts'],
  ['group_archive', 'channel-changes.test.ts'],
  ['group_left', 'channel-changes.test.ts', REMOVED],
  ['group_rename', 'channel-changes.test.ts'],
  ['group_unarchive', 'channel-changes.test.ts'],
  ['member_joined_channel', 'rooms.test.ts'],
  ['member_left_channel', 'channel-changes.test.ts'],
  ['message', 'server.test.ts'],
  ['message/bot_message', 'subtypes.test.ts'],
  ['message/channel_archive', 'channel-changes.test.ts'],
  ['message/channel_convert_to_private', 'channel-changes.test.ts'],
  ['message/channel_join', 'channel-changes.test.ts', 'Not for whoever makes a channel; a team cannot turn it off.'],
  [
    'message/channel_leave',
    'channel-changes.test.ts',
    'Also for who is removed, without saying by whom; a team cannot turn it off.',
  ],
  ['message/channel_name', 'channel-changes.test.ts'],
  ['message/channel_purpose', 'channel-methods.test.ts'],
  ['message/channel_topic', 'channel-methods.test.ts'],
  ['message/channel_unarchive', 'channel-changes.test.ts'],
  ['message/file_share', 'files.test.ts'],
  ['message/message_changed', 'edit.test.ts'],
  ['message/message_deleted', 'take-back.test.ts'],
  ['message/thread_broadcast', 'messages.test.ts'],
  ['message_metadata_deleted', 'metadata-events.test.ts'],
  ['message_metadata_posted', 'metadata-events.test.ts'],
  ['message_metadata_updated', 'metadata-events.test.ts'],
  ['pin_added', 'messages.test.ts'],
  ['reaction_added', 'rooms.test.ts'],
  ['reaction_removed', 'rooms.test.ts'],
  [
    'user_change',
    'methods.test.ts',
    'For names, language and who is deactivated; there is nothing else of a profile to change.',
  ],
  ['user_profile_changed', 'refusals.test.ts'],
];

const MISSING: Missing[] = [
  ['agent_session_stopped', AGENTS],
  ['agent_session_title_changed', AGENTS],
  ['app_context_changed', AGENTS],
  ['app_deleted', APP],
  ['app_installed', APP],
  ['app_rate_limited', APP],
  ['app_requested', APP],
  ['app_uninstalled', APP],
  ['app_uninstalled_team', APP],
  ['assistant_thread_context_changed', AGENTS],
  ['assistant_thread_started', AGENTS],
  ['call_rejected', 'There are no calls here.'],
  ['channel_deleted', CHANNEL],
  ['channel_history_changed', CHANNEL],
  ['channel_id_changed', CHANNEL],
  ['channel_shared', SHARED],
  ['channel_unshared', SHARED],
  ['dnd_updated', 'Nobody’s notifications are paused here.'],
  ['dnd_updated_user', 'Nobody’s notifications are paused here.'],
  ['email_domain_changed', TEAM],
  ['emoji_changed', 'The team has no emoji of its own.'],
  ['entity_details_requested', LINKS],
  ['file_change', FILES],
  ['file_comment_deleted', FILES],
  ['file_created', FILES],
  ['file_public', FILES],
  ['file_unshared', FILES],
  ['function_executed', WORKFLOWS],
  ['grid_migration_finished', TEAM],
  ['grid_migration_started', TEAM],
  ['group_close', CHANNEL],
  ['group_deleted', CHANNEL],
  ['group_history_changed', CHANNEL],
  ['group_open', CHANNEL],
  ['im_close', DIRECT],
  ['im_created', DIRECT],
  ['im_history_changed', DIRECT],
  ['im_open', DIRECT],
  ['invite_requested', TEAM],
  ['link_shared', LINKS],
  ['message/channel_posting_permissions', 'Everybody in a channel may post in it.'],
  ['message/ekm_access_denied', 'Messages are not encrypted with keys of the team’s own.'],
  ['message/me_message', 'Nobody writes `/me` here.'],
  ['message/message_replied', 'Slack itself does not send it to apps: the reply comes as a message.'],
  ['pin_removed', PINS],
  ['shared_channel_invite_accepted', SHARED],
  ['shared_channel_invite_approved', SHARED],
  ['shared_channel_invite_declined', SHARED],
  ['shared_channel_invite_received', SHARED],
  ['shared_channel_invite_requested', SHARED],
  ['star_added', 'Nothing is starred here.'],
  ['star_removed', 'Nothing is starred here.'],
  ['subteam_created', GROUPS],
  ['subteam_members_changed', GROUPS],
  ['subteam_self_added', GROUPS],
  ['subteam_self_removed', GROUPS],
  ['subteam_updated', GROUPS],
  ['team_access_granted', TEAM],
  ['team_access_revoked', TEAM],
  ['team_domain_change', TEAM],
  ['team_join', TEAM],
  ['team_rename', TEAM],
  ['tokens_revoked', APP],
  ['user_huddle_changed', PROFILE],
  ['user_status_changed', PROFILE],
  ['workflow_deleted', WORKFLOWS],
  ['workflow_published', WORKFLOWS],
  ['workflow_step_deleted', WORKFLOWS],
  ['workflow_step_execute', WORKFLOWS],
  ['workflow_unpublished', WORKFLOWS],
];

export const EVENTS = covered('event', LINES, MISSING);
