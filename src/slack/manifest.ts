/** The Slack app manifest, derived from the declarations that register the commands. */
import type { AppsManifestValidateArguments } from '@slack/web-api';
import type { Locale } from '../kernel/locale.ts';
import type { CommandWords } from '../locales/command.ts';
import { asHint } from '../locales/examples.ts';
import { type CommandNaming, calledIn } from '../locales/naming.ts';
import type { Languages } from '../locales/sentences.ts';
import type { Command } from './command.ts';
import { ENTRY, namingOnSlack } from './commandNames.ts';

export type Manifest = AppsManifestValidateArguments['manifest'];

/** Bot scopes and why each is needed; `npm run manifest` and the README list them. */
export const SCOPES = {
  commands: 'slash commands',
  'chat:write': 'post and update messages in channels the bot is in, and direct messages',
  'im:write': 'open the direct message in which a lost message is looked for',
  'users:read': 'name, language, zone, deactivated, guest',
  'channels:read': 'find the department channels by name',
  'groups:read': 'find the private #leaders channel by name, and see that it is private',
  'channels:history': 'find a message again after an unknown outcome',
  'groups:history': 'the same in #leaders',
  'im:history': 'the same in direct messages, and receive them',
  'files:read': 'take files in forms, as evidence of a case',
  'files:write': 'give a signed month of the ledger, or the files of a case, to whoever may read them',
  'app_mentions:read': 'answer when mentioned',
} as const;

/** Events the bot listens to. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message.im', 'user_change'] as const;

export type Transport = { mode: 'socket' } | { mode: 'http'; url: string };

/**
 * Command descriptions are in the department's language; `/help` answers in the reader's. Commands stand under the names
 * they have on Slack, first the one that reaches all; those that cannot be registered are left to it.
 */
export function manifestOf(
  commands: readonly Command[],
  languages: Languages,
  transport: Transport,
  locale: Locale,
  naming: CommandNaming = usualNaming(commands),
): Manifest {
  const t = languages[locale];
  const url = transport.mode === 'http' ? { url: transport.url } : {};
  const request = transport.mode === 'http' ? { request_url: transport.url } : {};
  const shortcuts = commands.flatMap(({ words, shortcuts: declared }) => {
    const named: CommandWords['shortcuts'] = t.commands[words].shortcuts ?? {};
    return Object.keys(declared ?? {}).map(callback_id => {
      const { name, description } = named[callback_id] ?? { name: callback_id, description: callback_id };
      return { type: 'message' as const, callback_id, name, description };
    });
  });
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: t.common.appName,
      description: t.common.appDescription,
      background_color: '#1f3a5f',
    },
    features: {
      ...(shortcuts.length === 0 ? {} : { shortcuts }),
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: t.common.botName, always_online: true },
      slash_commands: [
        { command: calledIn(naming, ENTRY), description: t.common.entry.summary, usage_hint: t.common.entry.hint },
        ...commands.map(({ name, words }) => ({
          command: calledIn(naming, name),
          description: t.commands[words].summary,
          usage_hint: usageHint(t.commands[words].usages),
        })),
      ]
        .filter(({ command }) => !command.includes(' '))
        .map(command => ({ ...command, should_escape: true, ...url })),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) as (keyof typeof SCOPES)[] } },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS], ...request },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(transport.mode === 'http' ? { message_menu_options_url: transport.url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: transport.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** What holds where nothing is set. Throws a sentence when the names of the house themselves cannot be registered. */
function usualNaming(commands: readonly Command[]): CommandNaming {
  const found = namingOnSlack(commands.map(({ name }) => name));
  if ('naming' in found) return found.naming;
  throw new Error(`The house's own names cannot be registered on Slack: ${JSON.stringify(found.faults)}`);
}

/** The first form with arguments, without the command itself. */
function usageHint(usages: { line: string }[]): string {
  const withArguments = usages.find(({ line }) => line.includes(' '));
  return withArguments === undefined ? '' : asHint(withArguments.line.slice(withArguments.line.indexOf(' ') + 1));
}
