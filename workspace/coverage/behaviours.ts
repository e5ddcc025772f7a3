/** What people and apps do with blocks, views, messages and commands, each with the very test that shows it. */
import { covered, type Line, type Missing } from './line.ts';

const LINES: Line[] = [
  [
    'acknowledgement within three seconds',
    "command.test.ts: says in Slack's words that nobody acknowledged within three seconds",
  ],
  [
    'app_mention and messages by pattern',
    'apps.test.ts: hears messages by word, by pattern and by name, and answers in threads',
  ],
  [
    'apps over Socket Mode, HTTP and Express, written as Bolt’s guide shows',
    'apps.test.ts: hears messages by word, by pattern and by name, and answers in threads',
  ],
  [
    'archived channels: closed to all that is new, and the app out of public ones',
    'channel-changes.test.ts: is closed to all that is new, and the app is out of a public one',
  ],
  ['Block Kit’s limits', 'methods.test.ts: are refused with pointers to what breaks Block Kit'],
  ['buttons and menus in messages', 'click.test.ts: tells the app who pressed what, and where'],
  ['buttons in the Home tab', 'apps.test.ts: keeps a Home tab that acts'],
  [
    'cards replaced, answered in their thread, taken away',
    'apps.test.ts: decides on a card: replaced for everyone, told in its thread, or taken away',
  ],
  ['commands answered at once, to the person alone', 'command.test.ts: answers the person alone, with names as links'],
  ['commands answered for everyone', 'command.test.ts: is shown with its answer when the answer is for everyone'],
  [
    'channels made private',
    'channel-changes.test.ts: a public channel made private keeps its id, its members and what was said',
    'By people only; there is no way back.',
  ],
  [
    'commands answered later',
    'command.test.ts: may be answered later, and to everyone; an answer before is no original to be replaced',
  ],
  [
    'commands in channels, private channels and direct messages',
    'apps.test.ts: takes commands in channels, private channels and direct messages',
  ],
  [
    'confirm dialogs',
    'browser/page.test.ts: two people side by side; a dangerous button asks first',
    'Asked by the page; who calls `/human/click` is not asked.',
  ],
  ['deliveries made twice', 'delivery.test.ts: delivers a thing twice when asked to, under the same envelope'],
  ['deliveries signed over HTTP', 'delivery.test.ts: is signed, answered and measured'],
  [
    'dispatch_action, and updating a view while it is filled in',
    'apps.test.ts: offers a form whose fields refuse, suggest and preview',
  ],
  [
    'events sent again at once, after one minute and after five',
    'retries.test.ts: an event that fails by HTTP is sent again at once, after one minute and after five, and then no more',
  ],
  [
    'external selects: typeahead, groups, least length of a query',
    'apps.test.ts: offers a form whose fields refuse, suggest and preview',
  ],
  [
    'faults: 429, 500, timeouts, internal_error, slowness',
    'delivery.test.ts: strike the next calls as Slack fails, and are written down',
  ],
  [
    'deliveries to the manifest’s own addresses',
    'addresses.test.ts: on this machine gets what each is for, without being told where the app listens',
  ],
  [
    'incoming webhooks',
    'webhook.test.ts: says it as the app, from JSON and from a form',
    'Their addresses are those of `/human/webhooks`; a message bears the bot of the app, not one of the webhook.',
  ],
  ['message metadata', 'methods.test.ts: are found again by their metadata, which is told in full only on demand'],
  [
    'messages people delete',
    'take-back.test.ts: is gone for everybody, with its pin and reactions; the app hears message_deleted',
    'One’s own alone; on Slack admins may delete what others said, and a team may keep its members from deleting. Its files stay with whoever sent them, and no `pin_removed` is sent.',
  ],
  [
    'messages people edit',
    'edit.test.ts: is read like a new one, stays where it is, and says that it was edited; the app hears message_changed',
    'At any time, and up to 12,000 characters; on Slack a team may set a limit of time (`edit_window_closed`).',
  ],
  [
    'messages edited so that they name the app: app_mention again, with `edited`',
    'edit.test.ts: tells an app it names, now or still, by app_mention with the mark of the edit',
  ],
  [
    'messages edited, deleted, reacted to and answered by Slack’s keys',
    'browser/edit.test.ts: are walked and reworded by the keyboard alone; Escape leaves all as it was',
    'Up in an empty field recalls what was typed, commands too; on Slack it goes to the last message or edits it, as one prefers.',
  ],
  ['messages for one person alone', 'methods.test.ts: for one person alone are seen by that person alone'],
  ['modals: answered with an update', 'modal.test.ts: may change the view, which keeps its id and gets a new hash'],
  ['modals: answered with errors', 'modal.test.ts: may be errors, shown at their fields'],
  ['modals: answered with push or clear', 'modal.test.ts: may push views, three at most, and clear them all'],
  [
    'modals: stacked three high, and told about when closed',
    'modal.test.ts: is stacked by the app, three high, and told about when closed',
  ],
  [
    'modals: the client’s own checks',
    'modal.test.ts: is refused by the client itself while fields are missing or wrong, in the language of the person',
  ],
  [
    'modals: typing outlives an update; hash_conflict',
    'modal.test.ts: keeps what was typed when it is updated, and is not updated from an old form',
  ],
  ['modals: values of every kind of field', 'modal.test.ts: arrives with every value in the shape Slack gives it'],
  [
    'one message a second and channel',
    'methods.test.ts: lets one message per second into a channel when asked to, and says how long to wait',
  ],
  [
    'pictures of people, bots and teams, in every size',
    'avatar.test.ts: is there in every size Slack has, of people, of bots and of the team',
    'A mark and a colour that follow from the id, on this machine; nobody uploads one, so that there is no `image_original`, and pages of other addresses do not get them.',
  ],
  [
    'pictures of people, bots and teams in blocks',
    'avatar.test.ts: is taken in messages, attachments, views and the Home tab, as Slack’s own are',
  ],
  [
    'pictures by their address',
    'pictures.test.ts: is said of pictures inside blocks, in messages, attachments, validation and views',
    'Nothing is fetched: an address that leads to no picture is taken, unless it leads to no public machine. Pictures of people, bots and teams are taken, though they are on this machine.',
  ],
  ['pages by cursor', 'web-client.test.ts: goes through every list page by page'],
  [
    'response_url: five times in half an hour',
    'click.test.ts: works five times within half an hour, and says why it does not',
  ],
  [
    'response_url: in_channel and ephemeral',
    'apps.test.ts: answers a command later, to everyone and to one, and speaks where it was called',
  ],
  [
    'response_url: replace and delete the original',
    'click.test.ts: replaces and deletes the message clicked, also one that only one person sees',
  ],
  [
    'response_url: what a webhook client sends',
    'socket-client.test.ts: gets response URLs that take what a webhook client sends',
  ],
  ['scopes, and missing_scope', 'web-client.test.ts: is told its scopes with every answer, and those it lacks'],
  [
    'shortcuts, global and on a message',
    'apps.test.ts: answers a shortcut on a message in its thread, and the person alone',
  ],
  ['Socket Mode: pings', 'socket-client.test.ts: has its pings answered and stays'],
  [
    'Socket Mode: reconnecting, also to a workspace started anew',
    'socket-client.test.ts: finds the workspace again after that was started anew',
  ],
  ['Socket Mode: several connections', 'socket-client.test.ts: shares the work with a second client'],
  [
    'the Messages tab: closed unless the manifest opens it, or for reading alone',
    'browser/messages-tab.test.ts: that is read only shows what the app says, and a sentence where one would write',
    'Files the app shares still arrive where the tab is off.',
  ],
  ['the Home tab', 'home.test.ts: is published when it is opened, and acts like any view'],
  [
    'the app removed from a channel and brought back',
    'channel-changes.test.ts: hears that it was removed, and no longer what happens there',
  ],
  ['threads', 'methods.test.ts: stand in threads'],
  [
    'threads whose first message is deleted',
    'tombstone.test.ts: leaves a mark above the replies, which goes with the last of them',
  ],
  ['trigger_id: three seconds, once', 'home.test.ts: is opened with a fresh trigger, once'],
  [
    'typed text: names, addresses, emoji and rich text',
    'typed.test.ts: comes with rich text that says the same',
    'Formatting signs stay text in the rich text; rarer emoji stay characters.',
  ],
  [
    'unfurling of links is off',
    'web-client.test.ts: leaves links as they are',
    'On Slack links may be unfurled; here they never are.',
  ],
  [
    'user ids in Slack’s form; the Web API takes no handle for one',
    'ids.test.ts: leaves a handle in a text as the text it is',
  ],
  [
    'values chosen in a message are each person’s own',
    'click.test.ts: remembers what this person chose in the message, and not what another did',
  ],
  [
    'who may rename, archive, remove, leave',
    'refusals.test.ts: and is told before it is tried',
    'As a new team on Slack begins: owners cannot change it, and who made a channel is its only manager.',
  ],
  [
    'WebClient: retries and Retry-After',
    'web-client.test.ts: waits as long as it is told to when it calls too often, and then goes on',
  ],
  ['WebClient: tokens', 'web-client.test.ts: may give a token with each call, and is told what is wrong with it'],
  [
    'WebClient: unknown methods',
    'web-client.test.ts: is told plainly of a method that is not there, which stands in the log',
  ],
];

const MISSING: Missing[] = [
  ['installing by OAuth', 'The app is installed from the start; `oauth.v2.access` answers `unknown_method`.'],
  ['tokens of people', 'The app has the token of its bot and that of the app alone.'],
];

export const BEHAVIOURS = covered('behaviour', LINES, MISSING);
