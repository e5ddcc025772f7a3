/** The manifest Slack gets is within Slack's limits and asks for what the declarations need, and no more. */

import { readManifest } from '@tiaoli/workspace';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { EVENTS, manifestOf, SCOPES } from '../../src/slack/manifest.ts';
import { sourceFiles } from '../support/source.ts';
import { languages } from '../support/speech.ts';

describe.each(['zh-CN', 'en'] as const)('in %s', locale => {
  const socket = manifestOf(commands, languages, { mode: 'socket' }, locale);

  it('names every command once, within the limits', () => {
    const listed = socket.features?.slash_commands ?? [];
    expect(listed.map(({ command }) => command)).toEqual([
      ...[
        '/tiaoli',
        '/my',
        '/checkin',
        '/handover',
        '/askleave',
        '/trip',
        '/violation',
        '/praise',
        '/ledger',
        '/rules',
        '/approvals',
      ],
      ...['/meeting', '/calendar', '/post'],
    ]);
    expect(listed.length).toBeLessThanOrEqual(50);
    for (const { command, description, usage_hint } of listed) {
      expect(command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(100);
      expect((usage_hint ?? '').length).toBeLessThanOrEqual(1_000);
    }
  });

  it.each([{ mode: 'socket' }, { mode: 'http', url: 'https://bot.example/slack/events' }] as const)(
    'is taken as it is: $mode',
    transport => {
      const { commands: listed, events } = readManifest(manifestOf(commands, languages, transport, locale));
      // `/tiaoli` stands for `/help`, which cannot be registered.
      expect([listed?.length, events]).toEqual([commands.length, [...EVENTS]]);
    },
  );

  it('names the shortcuts on a message, within the limits', () => {
    expect(socket.features?.shortcuts).toEqual([
      {
        type: 'message',
        callback_id: 'violation.fromMessage',
        name: locale === 'en' ? 'File a case' : '提出违规',
        description:
          locale === 'en'
            ? 'File a case from this message, with the message as evidence'
            : '就这条消息提出违规，消息作为证据',
      },
    ]);
    for (const { name, description } of socket.features?.shortcuts ?? [])
      expect([name.length <= 24, description.length <= 150]).toEqual([true, true]);
  });

  it('introduces the app within the limits', () => {
    const { name, description = '' } = socket.display_information;
    expect([name.length <= 35, description.length <= 140]).toEqual([true, true]);
    expect(socket.features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  });
});

it('names them as they are set', () => {
  const naming = { '/tiaoli': '/house', '/help': '/house help', '/leave': '/hr-leave' };
  const { features } = manifestOf(commands, languages, { mode: 'socket' }, 'en', naming);
  expect(features?.slash_commands?.map(({ command }) => command)).toEqual([
    ...[
      '/house',
      '/me',
      '/checkin',
      '/handover',
      '/hr-leave',
      '/trip',
      '/violation',
      '/praise',
      '/ledger',
      '/rules',
      '/approvals',
    ],
    ...['/meeting', '/calendar', '/post'],
  ]);
});

it('asks for the scopes of what is called, and the events that are listened to', () => {
  const { oauth_config, settings, features } = manifestOf(commands, languages, { mode: 'socket' }, 'en');
  expect(oauth_config?.scopes?.bot).toEqual(Object.keys(SCOPES));
  expect(settings?.event_subscriptions?.bot_events).toEqual([...EVENTS]);
  // People write to the bot: Slack closes the Messages tab of an app that does not say so.
  expect(features?.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(features?.slash_commands?.every(({ should_escape }) => should_escape === true)).toBe(true);
});

it('says how deliveries come', () => {
  const url = 'https://bot.example/slack/events';
  expect(manifestOf(commands, languages, { mode: 'socket' }, 'en').settings).toMatchObject({
    socket_mode_enabled: true,
    interactivity: { is_enabled: true },
  });
  const http = manifestOf(commands, languages, { mode: 'http', url }, 'en');
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    event_subscriptions: { request_url: url },
  });
  expect(http.features?.slash_commands?.every(command => command.url === url)).toBe(true);
});

/** The bot scope each method of Slack's asks for; none where it asks for none. */
const scopeOf: Record<string, string | null> = {
  'auth.test': null,
  'chat.getPermalink': null,
  'bots.info': 'users:read',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.info': 'groups:read',
  'conversations.list': 'channels:read',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};

it('covers every method the bot calls', () => {
  const called = sourceFiles('src/slack', 'commands').flatMap(({ text }) =>
    [...text.matchAll(/\bclient\.([a-z]+)\.([a-zA-Z]+)\(/g)].map(([, family, method]) => `${family}.${method}`),
  );
  expect([...new Set(called)].sort()).toEqual(Object.keys(scopeOf).sort());
  const needed = Object.values(scopeOf).filter(scope => scope !== null);
  expect(needed.filter(scope => !(scope in SCOPES))).toEqual([]);
});
