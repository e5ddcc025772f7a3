/** What the app declares about itself in its Slack manifest, read once; without a manifest everything is permitted. */
import type { Addresses } from './addresses.ts';
import { SUBSCRIPTION_SCOPES } from './happenings.ts';
import { type Manifest, type ManifestFault, manifestFaults, manifestSchema, notHere } from './manifest-schema.ts';

export type { ManifestFault } from './manifest-schema.ts';

/** A slash command as the composer offers it. */
export interface SlashCommand {
  command: string;
  description: string;
  usage_hint: string;
  should_escape: boolean;
  /** What it is called on Slack, where it is called otherwise here. */
  on_slack?: string;
}

/** A message or global shortcut. */
export interface Shortcut {
  name: string;
  type: 'message' | 'global';
  callback_id: string;
  description: string;
}

/** The app as the workspace knows it. `undefined` lists mean: not restricted. */
export interface AppProfile {
  name: string;
  description: string;
  commands: SlashCommand[] | undefined;
  shortcuts: Shortcut[] | undefined;
  scopes: string[] | undefined;
  events: string[] | undefined;
  /** The event types of metadata it hears of; `*` for any. */
  metadata: string[] | undefined;
  interactive: boolean;
  addresses: Addresses;
  socketMode: boolean;
  homeTab: boolean;
  messagesTab: boolean;
  messagesReadOnly: boolean;
  /** What the manifest asks for and no workspace of this kind has, by its fields. */
  notHere: string[];
}

/** What people read of it. */
export type AppWords = Pick<AppProfile, 'description' | 'commands' | 'shortcuts'>;

export function wordsOf({ description, commands, shortcuts }: AppProfile): AppWords {
  return { description, commands, shortcuts };
}

/** An app's manifest that Slack would not take, with each of its faults. */
export class ManifestError extends Error {
  readonly faults: readonly ManifestFault[];

  constructor(message: string, faults: readonly ManifestFault[]) {
    super(message);
    this.faults = faults;
  }
}

/** Reads a manifest; throws a ManifestError in clear words when it is not one. Absent: an app named "app" to which everything is open. */
export function readManifest(manifest: unknown): AppProfile {
  if (manifest === undefined) return OPEN;
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) {
    const faults = manifestFaults(parsed.error);
    const sentences = faults.map(({ sentence }) => sentence);
    throw new ManifestError(`The app's manifest is not valid: ${sentences.join('; ')}.`, faults);
  }
  const { display_information, features, oauth_config, settings } = parsed.data;
  const { slash_commands = [], shortcuts = [] } = features;
  checkScopes(oauth_config.scopes.bot, settings.event_subscriptions.bot_events, slash_commands.length > 0);
  return {
    name: features.bot_user?.display_name ?? display_information.name,
    description: display_information.description ?? '',
    commands: slash_commands.map(({ command, description, usage_hint = '', should_escape }) => ({
      command,
      description,
      usage_hint,
      should_escape,
    })),
    shortcuts: shortcuts.map(({ name, type, callback_id, description }) => ({
      name,
      type,
      callback_id,
      description,
    })),
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    metadata: (settings.event_subscriptions.metadata_subscriptions ?? []).map(({ event_type }) => event_type),
    interactive: settings.interactivity?.is_enabled ?? false,
    addresses: addressesIn(parsed.data),
    socketMode: settings.socket_mode_enabled,
    homeTab: features.app_home?.home_tab_enabled ?? false,
    messagesTab: features.app_home?.messages_tab_enabled ?? false,
    messagesReadOnly: features.app_home?.messages_tab_read_only_enabled ?? false,
    notHere: notHere(parsed.data),
  };
}

function addressesIn({ features, settings }: Manifest): Addresses {
  const { request_url: events } = settings.event_subscriptions;
  const { request_url: interactivity, message_menu_options_url: options } = settings.interactivity ?? {};
  const commands = (features.slash_commands ?? []).flatMap(({ command, url }) =>
    url === undefined ? [] : [[command, url]],
  );
  return {
    commands: Object.fromEntries(commands),
    ...(events !== undefined && { events }),
    ...(interactivity !== undefined && { interactivity }),
    ...(options !== undefined && { options }),
  };
}

/**
 * The commands with some called otherwise here than on Slack (`{ '/leave': '/askleave' }`). One whose name on Slack is a
 * command and a word of it ('/desk help') is described as that command.
 */
export function withAliases<Words extends AppWords>(words: Words, aliases: Readonly<Record<string, string>>): Words {
  if (words.commands === undefined) return words;
  const commands = [...words.commands];
  for (const [command, on_slack] of Object.entries(aliases)) {
    if (command === on_slack) continue;
    const at = commands.findIndex(declared => declared.command === on_slack);
    const declared = commands[at] ?? commands.find(({ command }) => on_slack.startsWith(`${command} `));
    if (declared === undefined)
      throw new Error(`The alias ${command} stands for ${on_slack}, which the manifest has not.`);
    if (at >= 0) commands[at] = { ...declared, command, on_slack };
    else commands.push({ ...declared, command, on_slack, usage_hint: '' });
  }
  return { ...words, commands };
}

/** Slack takes no manifest that asks for more than its scopes allow. */
function checkScopes(scopes: string[], events: string[], hasCommands: boolean): void {
  if (hasCommands && !scopes.includes('commands'))
    throw new ManifestError('The app\'s manifest has slash commands but not the scope "commands".', [
      { path: ['features', 'slash_commands'], sentence: 'features.slash_commands needs the scope "commands"' },
    ]);
  for (const [index, event] of events.entries()) {
    const needed = SUBSCRIPTION_SCOPES.get(event);
    if (!needed || needed.some(scope => scopes.includes(scope))) continue;
    const scope = `the scope "${needed.join('" or "')}"`;
    throw new ManifestError(`The app's manifest subscribes to ${event} but has not ${scope}.`, [
      { path: ['settings', 'event_subscriptions', 'bot_events', index], sentence: `the event ${event} needs ${scope}` },
    ]);
  }
}

const OPEN: AppProfile = {
  name: 'app',
  description: '',
  commands: undefined,
  shortcuts: undefined,
  scopes: undefined,
  events: undefined,
  metadata: undefined,
  interactive: true,
  addresses: { commands: {} },
  socketMode: false,
  homeTab: true,
  messagesTab: true,
  messagesReadOnly: false,
  notHere: [],
};
