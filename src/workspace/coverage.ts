/** How far this workspace is Slack: every method, event, block, element and interaction, the test that proves it, and the difference in words. */

/** `partial`: works, with the difference told; `not supported`: refused in words, never silently wrong. */
export interface Covered {
  kind: 'method' | 'event' | 'block' | 'element' | 'interaction';
  name: string;
  level: 'supported' | 'partial' | 'not supported';
  /** The file under test/workspace that proves it. */
  test?: string;
  /** What is different on Slack. */
  difference?: string;
}

type Line = [name: string, test: string, difference?: string];

const METHODS: Line[] = [
  ['api.test', 'methods.test.ts'],
  ['apps.connections.open', 'delivery.test.ts'],
  ['auth.test', 'methods.test.ts'],
  ['blocks.validate', 'methods.test.ts', 'Takes the blocks of messages only.'],
  ['bots.info', 'methods.test.ts', 'Knows this one app.'],
  ['chat.delete', 'methods.test.ts'],
  ['chat.deleteScheduledMessage', 'scheduled.test.ts'],
  ['chat.getPermalink', 'methods.test.ts', 'The link has the form of Slack’s but leads nowhere.'],
  ['chat.postEphemeral', 'methods.test.ts', 'Always arrives; vanishes when the workspace is restarted.'],
  [
    'chat.postMessage',
    'methods.test.ts',
    'Links are not unfurled; `parse` and `link_names` are ignored; the buttons and menus of older attachments are shown, and do nothing.',
  ],
  [
    'chat.scheduleMessage',
    'scheduled.test.ts',
    'Messages come by the workspace’s own clock; as on Slack, one with metadata is accepted and never posted.',
  ],
  ['chat.scheduledMessages.list', 'scheduled.test.ts'],
  ['chat.update', 'methods.test.ts', 'There is no time after which a message can no longer be changed.'],
  ['conversations.create', 'rooms.test.ts'],
  ['conversations.history', 'methods.test.ts'],
  ['conversations.info', 'methods.test.ts'],
  ['conversations.invite', 'methods.test.ts'],
  ['conversations.join', 'methods.test.ts'],
  ['conversations.list', 'methods.test.ts'],
  ['conversations.members', 'methods.test.ts'],
  ['conversations.open', 'methods.test.ts', 'Opens direct messages with one person, not with several.'],
  ['conversations.replies', 'methods.test.ts'],
  [
    'files.completeUploadExternal',
    'files.test.ts',
    'Files are ready at once, and pictures get no smaller versions: every `thumb_` field leads to the picture itself.',
  ],
  ['files.delete', 'files.test.ts'],
  ['files.getUploadURLExternal', 'files.test.ts', 'A file may have 20 MB; some kinds of snippets are not known.'],
  ['files.info', 'files.test.ts'],
  ['files.list', 'files.test.ts'],
  ['pins.add', 'methods.test.ts'],
  ['reactions.add', 'methods.test.ts', 'Any name of an emoji is accepted.'],
  ['reactions.get', 'methods.test.ts'],
  ['reactions.remove', 'methods.test.ts'],
  ['team.info', 'methods.test.ts'],
  ['usergroups.list', 'rooms.test.ts', 'The team has no user groups; the list is always empty.'],
  ['usergroups.users.list', 'rooms.test.ts', 'The team has no user groups; always `no_such_subteam`.'],
  ['users.conversations', 'methods.test.ts'],
  ['users.info', 'methods.test.ts'],
  ['users.list', 'methods.test.ts'],
  ['users.lookupByEmail', 'methods.test.ts'],
  ['views.open', 'home.test.ts', 'A second root modal takes the place of the first.'],
  ['views.publish', 'home.test.ts'],
  ['views.push', 'modal.test.ts'],
  ['views.update', 'modal.test.ts'],
];

const EVENTS: Line[] = [
  ['app_home_opened', 'home.test.ts', 'Sent for the Home tab, not for the Messages tab.'],
  ['app_mention', 'delivery.test.ts'],
  ['file_deleted', 'files.test.ts'],
  ['file_shared', 'files.test.ts'],
  ['member_joined_channel', 'rooms.test.ts'],
  [
    'message',
    'server.test.ts',
    'With the subtypes bot_message, file_share, message_changed, message_deleted and thread_broadcast only.',
  ],
  ['pin_added', 'messages.test.ts'],
  ['reaction_added', 'rooms.test.ts'],
  ['reaction_removed', 'rooms.test.ts'],
  ['user_change', 'methods.test.ts', 'For changes of language only.'],
];

const BLOCKS: Line[] = [
  ['actions', 'blocks.test.ts'],
  ['alert', 'blocks.test.ts'],
  ['card', 'blocks.test.ts'],
  ['carousel', 'blocks.test.ts'],
  ['container', 'blocks.test.ts'],
  ['context', 'blocks.test.ts'],
  ['context_actions', 'blocks.test.ts'],
  ['data_table', 'blocks.test.ts'],
  ['divider', 'blocks.test.ts'],
  ['header', 'blocks.test.ts'],
  ['image', 'blocks.test.ts'],
  ['input', 'blocks.test.ts'],
  ['markdown', 'blocks.test.ts'],
  ['plan', 'blocks.test.ts'],
  ['rich_text', 'blocks.test.ts'],
  ['section', 'blocks.test.ts'],
  ['table', 'blocks.test.ts'],
  ['task_card', 'blocks.test.ts'],
  ['video', 'blocks.test.ts', 'Shown as a picture with a link, not played.'],
];

const ELEMENTS: Line[] = [
  ['button', 'click.test.ts'],
  ['channels_select', 'blocks.test.ts'],
  ['checkboxes', 'blocks.test.ts'],
  [
    'conversations_select',
    'blocks.test.ts',
    'The part of the filter about channels shared with other teams is not applied.',
  ],
  ['datepicker', 'click.test.ts'],
  ['datetimepicker', 'blocks.test.ts'],
  ['email_text_input', 'modal.test.ts'],
  ['external_select', 'modal.test.ts'],
  ['feedback_buttons', 'blocks.test.ts'],
  ['icon_button', 'blocks.test.ts', 'Shown to everyone, whatever `visible_to_user_ids` says.'],
  [
    'file_input',
    'files.test.ts',
    'What is wrong with the files is said when the form is sent, not when they are chosen.',
  ],
  ['multi_channels_select', 'blocks.test.ts'],
  [
    'multi_conversations_select',
    'blocks.test.ts',
    'The part of the filter about channels shared with other teams is not applied.',
  ],
  ['multi_external_select', 'blocks.test.ts'],
  ['multi_static_select', 'modal.test.ts'],
  ['multi_users_select', 'modal.test.ts'],
  ['number_input', 'modal.test.ts'],
  ['overflow', 'click.test.ts'],
  ['plain_text_input', 'modal.test.ts'],
  ['radio_buttons', 'modal.test.ts'],
  ['rich_text_input', 'modal.test.ts', 'What is typed becomes one piece of text without formatting.'],
  ['static_select', 'click.test.ts'],
  ['timepicker', 'modal.test.ts'],
  ['url_text_input', 'modal.test.ts'],
  ['users_select', 'modal.test.ts'],
];

const INTERACTIONS: Line[] = [
  ['block_actions', 'click.test.ts', 'The answers of dialogs that ask for confirmation are the page’s affair.'],
  ['block_suggestion', 'modal.test.ts'],
  ['message_action', 'home.test.ts'],
  ['response_url', 'click.test.ts'],
  ['shortcut', 'home.test.ts'],
  ['slash_commands', 'command.test.ts', 'Only names become links with `should_escape`, not web addresses.'],
  ['view_closed', 'modal.test.ts'],
  ['view_submission', 'modal.test.ts'],
];

const MISSING: Omit<Covered, 'level'>[] = [
  { kind: 'method', name: 'every other', difference: 'Answers `unknown_method`, and stands in the log.' },
  { kind: 'event', name: 'every other', difference: 'Never sent.' },
  {
    kind: 'block',
    name: 'file',
    difference: 'There are no remote files here, and Slack itself takes the block from no app.',
  },
  { kind: 'element', name: 'workflow_button', test: 'blocks.test.ts', difference: 'Is shown, and starts nothing.' },
];

/** The whole list; a test fails when it and the code disagree. */
export const COVERAGE: readonly Covered[] = [
  ...lines('method', METHODS),
  ...lines('event', EVENTS),
  ...lines('block', BLOCKS),
  ...lines('element', ELEMENTS),
  ...lines('interaction', INTERACTIONS),
  ...MISSING.map((missing): Covered => ({ ...missing, level: 'not supported' })),
];

function lines(kind: Covered['kind'], given: Line[]): Covered[] {
  return given.map(([name, test, difference]) => {
    const level = difference === undefined ? 'supported' : 'partial';
    return { kind, name, level, test, ...(difference !== undefined && { difference }) };
  });
}
