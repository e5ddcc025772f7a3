/** HTTP delivery to the addresses of the app's own manifest. */
import { afterEach, expect, it } from 'vitest';
import { type Bench, openWorkspace } from './bench.ts';
import { type HttpApp, httpApp } from './http-app.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

const select = { type: 'external_select', action_id: 'find', min_query_length: 0 };
const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const blocks = [{ type: 'actions', block_id: 'row', elements: [button, select] }] as never;

/** A manifest with these addresses: one for each kind of delivery, and none for `/plain`. */
const manifestOf = (at: (path: string) => string) => ({
  display_information: { name: 'spread' },
  features: {
    app_home: { messages_tab_enabled: true },
    bot_user: { display_name: 'spread' },
    slash_commands: [
      { command: '/one', description: 'One', url: at('/commands/one?by=slack') },
      { command: '/two', description: 'Two', url: at('/commands/two') },
      { command: '/plain', description: 'Plain' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'channels:history', 'im:history'] } },
  settings: {
    event_subscriptions: { request_url: at('/events'), bot_events: ['message.im'] },
    interactivity: {
      is_enabled: true,
      request_url: at('/interactivity'),
      message_menu_options_url: at('/options'),
    },
  },
});

async function use(bench: Bench, app: HttpApp): Promise<string[]> {
  const { channel, ts } = (await bench.client.chat.postMessage({ channel: 'UALICE', text: 'card', blocks })) as {
    channel: string;
    ts: string;
  };
  for (const command of ['/uno', '/two', '/plain'])
    await bench.page.post('/human/command', { user: 'alice', channel, command });
  await bench.page.post('/human/click', { user: 'alice', channel, ts, action_id: 'go' });
  await bench.page.post('/human/options', { user: 'alice', channel, ts, action_id: 'find' });
  await bench.page.post('/human/message', { user: 'alice', channel, text: 'hello' });
  await bench.workspace.settled(60);
  return [...new Set(app.received.filter(({ kind }) => kind !== 'ssl_check').map(({ url }) => url))].sort();
}

async function start(at: (app: HttpApp) => (path: string) => string): Promise<[Bench, HttpApp]> {
  const app = await httpApp((_, response) => response.end());
  const bench = await openWorkspace({ delivery: 'http', manifest: manifestOf(at(app)), aliases: { '/uno': '/one' } });
  open.push(app, bench);
  return [bench, app];
}

const own = ['/commands/one?by=slack', '/commands/two', '/events', '/interactivity', '/options'];

it('on this machine gets what each is for, without being told where the app listens', async () => {
  const [bench, app] = await start(
    ({ url }) =>
      path =>
        url.slice(0, -1) + path,
  );
  expect(await use(bench, app)).toEqual(own);
});

it('of a tunnel is looked for by its path where the app listens, which gets the rest', async () => {
  const [bench, app] = await start(() => path => `https://tunnel.example${path}`);
  bench.workspace.deliverTo(`${app.url}slack/events`);
  expect(await use(bench, app)).toEqual([...own, '/slack/events']);
});
