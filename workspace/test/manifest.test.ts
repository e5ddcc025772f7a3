import { describe, expect, it, vi } from 'vitest';
import { readManifest } from '../core/app/manifest.ts';
import { startWorkspace } from '../workspace.ts';

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
    addresses: { commands: {} },
    socketMode: false,
    homeTab: true,
    messagesTab: false,
    messagesReadOnly: false,
    notHere: [],
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

it.each(['leave', 'me', 'help', 'status', 'invite', 'dnd', 'who', 'unmute', 'open'])(
  'is refused whole, in Slack’s words, for a command called /%s as one of Slack’s own',
  name => {
    const slash_commands = ['/a', `/${name}`, '/b'].map(command => ({ command, description: 'd' }));
    expect(() => readManifest(manifest({ slash_commands }, ['commands'], []))).toThrow(
      `features.slash_commands[1].command is /${name}, which is built into Slack: "The slash command has an invalid name".`,
    );
  },
);

it('takes a command that only begins as one of Slack’s own', () => {
  const slash_commands = ['/leaves', '/me-too', '/askleave', '/helpdesk'].map(command => ({
    command,
    description: 'd',
  }));
  expect(readManifest(manifest({ slash_commands }, ['commands'], [])).commands).toHaveLength(4);
});

describe('a field at its limit is taken, one more is refused by name', () => {
  const chars = (count: number): string => 'x'.repeat(count);
  const times = <T>(count: number, one: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => one(index));
  const characters = (path: string, most: number): string => `${path} may have ${most} characters at most`;
  const entries = (path: string, most: number): string => `${path} may have ${most} entries at most`;
  const command = (more: object) => ({ features: { slash_commands: [{ command: '/a', description: 'd', ...more }] } });
  const shortcut = (more: object) => ({
    features: { shortcuts: [{ name: 'n', type: 'global', callback_id: 'c', description: 'd', ...more }] },
  });
  const info = (more: object) => ({ display_information: { name: 'App', ...more } });
  const subscribe = (more: object) => ({ settings: { event_subscriptions: more } });
  const scopes = (more: object) => ({ oauth_config: { scopes: { bot: ['commands'], ...more } } });

  it.each<[string, number, (count: number) => object, string]>([
    ['name', 35, n => info({ name: chars(n) }), characters('display_information.name', 35)],
    ['description', 140, n => info({ description: chars(n) }), characters('display_information.description', 140)],
    [
      'long_description',
      4000,
      n => info({ long_description: chars(n) }),
      characters('display_information.long_description', 4000),
    ],
    [
      'bot name',
      80,
      n => ({ features: { bot_user: { display_name: chars(n) } } }),
      characters('features.bot_user.display_name', 80),
    ],
    [
      'commands',
      50,
      n => ({ features: { slash_commands: times(n, i => ({ command: `/c${i}`, description: 'd' })) } }),
      entries('features.slash_commands', 50),
    ],
    [
      'command',
      32,
      n => command({ command: `/${chars(n - 1)}` }),
      'features.slash_commands[0].command must be a slash and a word, 32 characters at most',
    ],
    [
      'command description',
      2000,
      n => command({ description: chars(n) }),
      characters('features.slash_commands[0].description', 2000),
    ],
    [
      'usage hint',
      1000,
      n => command({ usage_hint: chars(n) }),
      characters('features.slash_commands[0].usage_hint', 1000),
    ],
    [
      'shortcuts',
      10,
      n => ({
        features: { shortcuts: times(n, i => ({ name: 'n', type: 'message', callback_id: `${i}`, description: 'd' })) },
      }),
      entries('features.shortcuts', 10),
    ],
    ['shortcut name', 24, n => shortcut({ name: chars(n) }), characters('features.shortcuts[0].name', 24)],
    [
      'redirect address',
      2500,
      n => ({ oauth_config: { redirect_urls: [chars(n)] } }),
      characters('oauth_config.redirect_urls[0]', 2500),
    ],
    ['bot scope', 50, n => scopes({ bot: ['commands', chars(n)] }), characters('oauth_config.scopes.bot[1]', 50)],
    [
      'event',
      50,
      n => subscribe({ bot_events: [chars(n)] }),
      characters('settings.event_subscriptions.bot_events[0]', 50),
    ],
    [
      'request address',
      3500,
      n => subscribe({ request_url: `https://a.example/${chars(n - 18)}` }),
      characters('settings.event_subscriptions.request_url', 3500),
    ],
    [
      'address of a command',
      3000,
      n => command({ url: `https://a.example/${chars(n - 18)}` }),
      characters('features.slash_commands[0].url', 3000),
    ],
    [
      'callback_id',
      255,
      n => shortcut({ callback_id: chars(n) }),
      characters('features.shortcuts[0].callback_id', 255),
    ],
    [
      'shortcut description',
      150,
      n => shortcut({ description: chars(n) }),
      characters('features.shortcuts[0].description', 150),
    ],
    [
      'unfurl domains',
      5,
      n => ({ features: { unfurl_domains: times(n, i => `${i}.example`) } }),
      entries('features.unfurl_domains', 5),
    ],
    [
      'agent description',
      300,
      n => ({ features: { agent_view: { agent_description: chars(n) } } }),
      characters('features.agent_view.agent_description', 300),
    ],
    [
      'agent prompts',
      4,
      n => ({ features: { agent_view: { suggested_prompts: times(n, () => ({ title: 't', message: 'm' })) } } }),
      entries('features.agent_view.suggested_prompts', 4),
    ],
    [
      'redirect addresses',
      1000,
      n => ({ oauth_config: { redirect_urls: times(n, i => `https://a.example/${i}`) } }),
      entries('oauth_config.redirect_urls', 1000),
    ],
    [
      'bot scopes',
      255,
      n => scopes({ bot: times(n, i => `commands${i || ''}`) }),
      entries('oauth_config.scopes.bot', 255),
    ],
    ['user scopes', 255, n => scopes({ user: times(n, i => `s${i}`) }), entries('oauth_config.scopes.user', 255)],
    [
      'optional bot scopes',
      255,
      n => scopes({ bot_optional: times(n, i => `s${i}`) }),
      entries('oauth_config.scopes.bot_optional', 255),
    ],
    [
      'optional user scopes',
      255,
      n => scopes({ user_optional: times(n, i => `s${i}`) }),
      entries('oauth_config.scopes.user_optional', 255),
    ],
    [
      'bot events',
      100,
      n => subscribe({ bot_events: times(n, i => `e${i}`) }),
      entries('settings.event_subscriptions.bot_events', 100),
    ],
    [
      'user events',
      100,
      n => subscribe({ user_events: times(n, i => `e${i}`) }),
      entries('settings.event_subscriptions.user_events', 100),
    ],
    [
      'metadata',
      20,
      n => subscribe({ metadata_subscriptions: times(n, i => ({ app_id: '*', event_type: `e${i}` })) }),
      entries('settings.event_subscriptions.metadata_subscriptions', 20),
    ],
    [
      'addresses allowed',
      50,
      n => ({ settings: { allowed_ip_address_ranges: times(n, i => `10.0.0.${i}`) } }),
      entries('settings.allowed_ip_address_ranges', 50),
    ],
    ['version', 2, n => ({ _metadata: { major_version: n } }), '_metadata.major_version must be 1 or 2'],
  ])('%s: %i', (_, most, part, sentence) => {
    const whole = (count: number): object => ({
      ...info({}),
      oauth_config: { scopes: { bot: ['commands'] } },
      ...part(count),
    });
    expect(() => readManifest(whole(most))).not.toThrow();
    expect(() => readManifest(whole(most + 1))).toThrow(`The app's manifest is not valid: ${sentence}.`);
  });

  it.each<[string, object, string]>([
    [
      'a colour',
      info({ background_color: 'blue' }),
      'display_information.background_color must be a colour like #1f3a5f',
    ],
    [
      'too short a long description',
      info({ long_description: chars(174) }),
      'display_information.long_description must have 175 characters at least',
    ],
    [
      'no metadata subscription',
      subscribe({ metadata_subscriptions: [] }),
      'settings.event_subscriptions.metadata_subscriptions must have one entry at least',
    ],
    [
      'an address without a certificate',
      subscribe({ request_url: 'http://bot.example/slack' }),
      'settings.event_subscriptions.request_url must be a whole https address',
    ],
    [
      'a shortcut of another kind',
      shortcut({ type: 'local' }),
      'features.shortcuts[0].type must be "message" or "global"',
    ],
    ['an unknown field', { feature: {} }, 'A manifest has no field "feature"'],
    [
      'unknown fields within',
      { features: { app_home: { home_tab: true, messages_tab: true } } },
      'features.app_home has no field "home_tab" or "messages_tab"',
    ],
    ['an unknown field of a command', command({ hint: 'h' }), 'features.slash_commands[0] has no field "hint"'],
    ['an unknown setting', { settings: { socket_mode: true } }, 'settings has no field "socket_mode"'],
    [
      'no commands in a list',
      { features: { slash_commands: [] } },
      'features.slash_commands must have one entry at least, or be left out',
    ],
    [
      'no shortcuts in a list',
      { features: { shortcuts: [] } },
      'features.shortcuts must have one entry at least, or be left out',
    ],
    [
      'no domains in a list',
      { features: { unfurl_domains: [] } },
      'features.unfurl_domains must have one entry at least, or be left out',
    ],
    [
      'an event twice',
      subscribe({ bot_events: ['app_home_opened', 'app_home_opened'] }),
      'settings.event_subscriptions.bot_events names the same twice',
    ],
    [
      'an address twice',
      { oauth_config: { redirect_urls: ['https://a.example', 'https://a.example'] } },
      'oauth_config.redirect_urls names the same twice',
    ],
    ['an empty description', info({ description: '' }), 'display_information.description must not be empty'],
    ['an empty hint', command({ usage_hint: '' }), 'features.slash_commands[0].usage_hint must not be empty'],
    [
      'a domain that is none',
      { features: { unfurl_domains: ['https://a.example/'] } },
      'features.unfurl_domains[0] must be a domain in small letters, such as example.com',
    ],
    [
      'a range that is none',
      { settings: { allowed_ip_address_ranges: ['10.0.0.256'] } },
      'settings.allowed_ip_address_ranges[0] must be an address such as 10.0.0.1 or 10.0.0.0/24',
    ],
    [
      'interactivity that says neither',
      { settings: { interactivity: { request_url: 'https://a.example/' } } },
      'settings.interactivity.is_enabled must say true or false',
    ],
    [
      'two things at once',
      { ...info({ name: '' }), _metadata: { major_version: 0 } },
      '_metadata.major_version must be 1 or 2; display_information.name must not be empty',
    ],
  ])('%s', (_, part, sentence) => {
    expect(() => readManifest({ ...info({}), ...part })).toThrow(`The app's manifest is not valid: ${sentence}.`);
  });
});

it('takes any redirect address, as Slack does', () => {
  const redirect_urls = ['http://localhost:3000/slack', 'myapp://slack', '://asdf'];
  expect(() => readManifest({ display_information: { name: 'App' }, oauth_config: { redirect_urls } })).not.toThrow();
});

describe('what it asks for and is not here', () => {
  const asking = {
    display_information: { name: 'App' },
    features: { assistant_view: { assistant_description: 'Helps' }, unfurl_domains: ['a.example'] },
    functions: { greet: { title: 'Greet' } },
    settings: { is_hosted: true },
  };
  const fields = ['features.unfurl_domains', 'features.assistant_view', 'functions', 'settings.is_hosted'];

  it('is named by its fields', () => {
    expect(readManifest(asking).notHere).toEqual(fields);
  });

  it('is told at the start, and the rest of the app is taken', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const workspace = await startWorkspace({ port: 0, manifest: asking });
    await workspace.stop();
    expect(warned.mock.calls).toEqual([
      [`The manifest asks for what is not here: ${fields.join(', ')}. COVERAGE.md says how far it is Slack.`],
    ]);
  });
});
