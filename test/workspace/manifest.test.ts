import { expect, it } from 'vitest';
import { readManifest } from '../../src/workspace/manifest.ts';

const manifest = (features: object, scopes: string[], bot_events: string[]) => ({
  display_information: { name: 'App' },
  features,
  oauth_config: { scopes: { bot: scopes } },
  settings: { event_subscriptions: { bot_events } },
});
const commands = { slash_commands: [{ command: '/a', description: 'A' }] };

it('is read as the app declares itself', () => {
  const given = manifest(
    { ...commands, app_home: { home_tab_enabled: true } },
    ['commands', 'im:history'],
    ['message.im'],
  );
  expect(readManifest(given)).toEqual({
    name: 'App',
    description: '',
    commands: [{ command: '/a', description: 'A', usage_hint: '', should_escape: false }],
    shortcuts: [],
    scopes: ['commands', 'im:history'],
    events: ['message.im'],
    metadata: [],
    interactive: false,
    homeTab: true,
    messagesTab: false,
    messagesReadOnly: false,
  });
});

it.each([
  ['no name', {}, /manifest is not valid/],
  [
    'a command without a slash',
    manifest({ slash_commands: [{ command: 'a', description: 'A' }] }, ['commands'], []),
    /not valid/,
  ],
  ['commands without their scope', manifest(commands, [], []), 'has slash commands but not the scope "commands"'],
  [
    'events without their scope',
    manifest({}, [], ['message.im']),
    'subscribes to message.im but has not the scope "im:history"',
  ],
])('is refused with %s', (_, given, words) => {
  expect(() => readManifest(given)).toThrow(words);
});
