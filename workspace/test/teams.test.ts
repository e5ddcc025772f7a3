import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Seed } from '../workspace.ts';
import { type Answer, type Bench, clientOf, input, modal, openWorkspace } from './bench.ts';

const BRANCH = {
  team: { id: 'T0BRANCH', name: 'Branch', domain: 'branch' },
  // The same handle as somebody of the first team, and channels of the same name.
  people: [
    { id: 'UEVE', name: 'ann', real_name: 'Eve', is_admin: true },
    { id: 'UDAN', name: 'dan', real_name: 'Dan' },
  ],
  channels: [
    { name: 'all', members: 'everyone' as const },
    { name: 'branch-only', members: ['UEVE'], is_private: true },
  ],
};
const SEED: Seed = {
  team: { id: 'T0MAIN', name: 'Main', domain: 'main' },
  people: [
    { id: 'UANN', name: 'ann', real_name: 'Ann' },
    { id: 'UBOB', name: 'bob', real_name: 'Bob' },
  ],
  channels: [
    { name: 'all', members: 'everyone' },
    { name: 'leads', members: ['UANN'], is_private: true },
  ],
  further: [BRANCH],
};

interface Heard {
  what: string;
  team: unknown;
  body: Answer;
}

let bench: Bench;
let app: App;
let branch: WebClient;
const heard: Heard[] = [];

/** Any app that several teams have installed: it looks up each team's own token. */
async function openInstalledApp(): Promise<App> {
  const bolt = await import('@slack/bolt');
  const { appToken, apiUrl, teams } = bench.workspace;
  const logLevel = LogLevel.ERROR;
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logLevel,
    clientPingTimeout: 1_500,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  const installed = new bolt.App({
    receiver,
    logLevel,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
    convoStore: false,
    authorize: async ({ teamId }) => {
      const team = teams.find(({ id }) => id === teamId);
      if (!team) throw new Error(`Not installed in ${teamId}`);
      return { botToken: team.botToken, botUserId: team.botUserId, teamId: team.id };
    },
  });
  const hear = (what: string, team: unknown, body: unknown) => heard.push({ what, team, body: body as Answer });
  installed.command('/hello', async ({ ack, command, client, context, respond }) => {
    await ack();
    hear('command', context.teamId, command);
    await respond({ text: 'heard', response_type: 'in_channel' });
    const value = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
    await client.chat.postMessage({
      channel: command.channel_id,
      text: `hello ${command.user_name}`,
      blocks: [{ type: 'actions', elements: [value] }] as never,
    });
  });
  installed.action('go', async ({ ack, body, client, context }) => {
    await ack();
    hear('click', context.teamId, body);
    const field = input('f', { type: 'plain_text_input', action_id: 'said' });
    await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: modal('form', [field]) });
  });
  installed.view('form', async ({ ack, body, view, client, context }) => {
    await ack();
    hear('submit', context.teamId, body);
    await client.chat.postMessage({ channel: body.user.id, text: `got ${view.state.values.f?.said?.value}` });
  });
  installed.event('app_home_opened', async ({ event, body, client, context }) => {
    hear('home', context.teamId, body);
    const text = { type: 'plain_text' as const, text: `home of ${context.teamId}` };
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text }] } });
  });
  installed.event('app_mention', async ({ body, context }) => void hear('mention', context.teamId, body));
  installed.message(async () => {});
  await installed.start();
  return installed;
}

beforeAll(async () => {
  bench = await openWorkspace({ seed: SEED });
  const [main, second] = bench.workspace.teams;
  expect(main).toMatchObject({ id: 'T0MAIN', botToken: bench.workspace.botToken, botUserId: 'U0LOCALAPP' });
  branch = clientOf({ ...bench.workspace, botToken: second?.botToken ?? '' });
  app = await openInstalledApp();
});
afterAll(async () => {
  await app.stop();
  await bench.stop();
});

describe('an app installed in two teams', () => {
  it.each([
    { team: 'T0MAIN', domain: 'main', user: 'UANN', name: 'ann' },
    { team: 'T0BRANCH', domain: 'branch', user: 'UEVE', name: 'ann' },
  ])('serves the people of $team with its own token there', async ({ team, domain, user, name }) => {
    heard.length = 0;
    const { page, workspace } = bench;
    const bot = workspace.teams.find(({ id }) => id === team)?.botUserId ?? '';
    expect(await page.post('/human/command', { user, channel: '#all', command: '/hello' })).toMatchObject({ ok: true });
    await workspace.settled();
    const { messages = [] } = await page.get(`/human/messages?user=${user}&channel=all`);
    const [answered, posted] = [...messages].slice(-2);
    expect([answered?.text, posted?.text, posted?.user]).toEqual(['heard', `hello ${name}`, bot]);
    await page.post('/human/click', { user, channel: '#all', ts: posted?.ts, action_id: 'go' });
    await workspace.settled();
    const { view } = await page.get(`/human/view?user=${user}`);
    expect(view).toMatchObject({ team_id: team, app_installed_team_id: team, callback_id: 'form' });
    await page.post('/human/submit', { user, view_id: view?.id, values: { said: 'yes' } });
    await workspace.settled();
    const direct = await page.get(`/human/messages?user=${user}&channel=${bot}`);
    expect([...(direct.messages ?? [])].at(-1)?.text).toBe('got yes');
    const home = await page.get(`/human/home?user=${user}`);
    expect(home.view?.blocks?.[0 as never]).toMatchObject({ text: { text: `home of ${team}` } });
    await page.post('/human/message', { user, channel: '#all', text: '@app hi' });
    await workspace.settled();

    expect(heard.map(({ what, team: id }) => [what, id])).toEqual(
      ['command', 'click', 'submit', 'home', 'mention'].map(what => [what, team]),
    );
    const [command, click, submit, opened, mention] = heard.map(({ body }) => body);
    expect(command).toMatchObject({ team_id: team, team_domain: domain, user_id: user });
    const interaction = { team: { id: team, domain }, user: { id: user, team_id: team }, api_app_id: 'A0LOCALAPP' };
    expect(click).toMatchObject(interaction);
    expect(submit).toMatchObject(interaction);
    for (const event of [opened, mention])
      expect(event).toMatchObject({
        team_id: team,
        context_team_id: team,
        token: click?.token,
        authorizations: [{ team_id: team, user_id: bot, is_bot: true }],
      });
    expect(mention?.event).toMatchObject({ team, text: `<@${bot}> hi` });
  });

  it('knows who it is in each', async () => {
    expect(await branch.auth.test()).toMatchObject({
      team: 'Branch',
      team_id: 'T0BRANCH',
      user_id: bench.workspace.teams[1]?.botUserId,
      bot_id: expect.stringMatching(/^B[0-9A-Z]{10}$/),
    });
    const both = [await bench.client.auth.test(), await branch.auth.test()];
    expect(new Set(both.flatMap(({ user_id, bot_id, team_id }) => [user_id, bot_id, team_id])).size).toBe(6);
    const list = async (client: WebClient) => (await client.users.list({})).members?.map(({ id }) => id);
    expect(await list(branch)).toEqual(['UEVE', 'UDAN', both[1]?.user_id]);
    expect(await list(bench.client)).toEqual(['UANN', 'UBOB', 'U0LOCALAPP']);
    const { entries = [] } = await bench.page.get('/human/log');
    const calls = [...entries].filter(({ method }) => method === 'users.list');
    expect(calls.map(({ team_id }) => team_id)).toEqual(['T0BRANCH', undefined]);
  });
});

describe('a token of one team', () => {
  const idIn = async (client: WebClient, name: string): Promise<string> => {
    const types = 'public_channel,private_channel';
    const { channels = [] } = await client.conversations.list({ types });
    return channels.find(channel => channel.name === name)?.id ?? '';
  };
  const failing = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'fine',
      error => error.data.error,
    );

  it('never sees nor touches the other', async () => {
    const all = await idIn(bench.client, 'all');
    expect(all).not.toBe(await idIn(branch, 'all'));
    const { ts = '' } = await bench.client.chat.postMessage({ channel: all, text: 'of the first team' });
    const { view } = await bench.client.views.publish({ user_id: 'UBOB', view: { type: 'home', blocks: [] } });
    const inBranch = await idIn(branch, 'all');
    const foreign = {
      info: branch.conversations.info({ channel: all }),
      history: branch.conversations.history({ channel: all }),
      members: branch.conversations.members({ channel: all }),
      join: branch.conversations.join({ channel: all }),
      post: branch.chat.postMessage({ channel: all, text: 'x' }),
      direct: branch.chat.postMessage({ channel: 'UANN', text: 'x' }),
      update: branch.chat.update({ channel: all, ts, text: 'x' }),
      delete: branch.chat.delete({ channel: all, ts }),
      react: branch.reactions.add({ channel: all, timestamp: ts, name: 'eyes' }),
      person: branch.users.info({ user: 'UANN' }),
      open: branch.conversations.open({ users: 'UANN' }),
      invite: branch.conversations.invite({ channel: inBranch, users: 'UBOB' }),
      home: branch.views.publish({ user_id: 'UBOB', view: { type: 'home', blocks: [] } }),
      view: branch.views.update({ view_id: view?.id ?? '', view: { type: 'home', blocks: [] } }),
    };
    const errors = Object.entries(foreign).map(async ([name, promise]) => [name, await failing(promise)]);
    expect(Object.fromEntries(await Promise.all(errors))).toEqual({
      info: 'channel_not_found',
      history: 'channel_not_found',
      members: 'channel_not_found',
      join: 'channel_not_found',
      post: 'channel_not_found',
      direct: 'channel_not_found',
      update: 'channel_not_found',
      delete: 'channel_not_found',
      react: 'channel_not_found',
      person: 'user_not_found',
      open: 'user_not_found',
      invite: 'user_not_found',
      home: 'user_not_found',
      view: 'not_found',
    });
    const { messages } = await bench.client.conversations.history({ channel: all, limit: 1 });
    expect(messages).toMatchObject([{ text: 'of the first team' }]);
  });

  it('cannot use a trigger of the other, nor is a wrong one taken', async () => {
    heard.length = 0;
    await bench.page.post('/human/command', { user: 'ann', channel: '#all', command: '/hello' });
    await bench.workspace.settled();
    const trigger_id = String(heard[0]?.body.trigger_id);
    expect(await failing(branch.views.open({ trigger_id, view: modal('form', []) }))).toBe('invalid_trigger_id');
    const nobody = new WebClient('xoxb-wrong', { slackApiUrl: bench.workspace.apiUrl, logLevel: LogLevel.ERROR });
    expect(await failing(nobody.auth.test())).toBe('invalid_auth');
  });
});

describe('a person at the page', () => {
  it('finds the teams, and in each its own people and channels', async () => {
    const { page } = bench;
    expect(await page.get('/human/teams')).toEqual({
      teams: [
        { ...SEED.team, people: ['UANN', 'UBOB'], names: ['ann', 'bob'] },
        { ...BRANCH.team, people: ['UEVE', 'UDAN'], names: ['ann', 'dan'] },
      ],
    });
    const people = async (query: string): Promise<string[]> =>
      [...((await page.get(`/human/people${query}`)).people ?? [])].map(({ id }) => String(id));
    expect(await people('')).toEqual(['UANN', 'UBOB']);
    expect(await people('?team=branch')).toEqual(['UEVE', 'UDAN']);
    expect(await page.get('/human/people?team=T0BRANCH')).toMatchObject({ team: BRANCH.team, bot: { name: 'app' } });
    expect(await page.get('/human/people?team=none')).toMatchObject({ ok: false, error: 'team_not_found' });
    expect((await page.get('/human/channels?user=UEVE')).channels).toMatchObject([
      { name: 'all' },
      { name: 'branch-only' },
      { is_im: true },
    ]);
    const withinTeam = (user: string, team: string) =>
      page.get(`/human/messages?user=${user}&team=${team}&channel=all`);
    expect(await withinTeam('ann', 'main')).toMatchObject({ has_more: false });
    expect(await withinTeam('bob', 'branch')).toMatchObject({ ok: false, error: 'user_not_found' });
    // A handle both teams have is somebody else in each.
    expect(await withinTeam('ann', 'branch')).toEqual(await page.get('/human/messages?user=UEVE&channel=all'));
    expect(await page.get('/human/messages?user=UEVE&channel=leads')).toMatchObject({ error: 'channel_not_found' });
    expect(await page.post('/human/message', { user: 'UEVE', channel: 'bob', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('hears of their own team alone; a page that asks for nobody hears of all', async () => {
    const stopping = new AbortController();
    const listen = async (query: string): Promise<Answer[]> => {
      const told: Answer[] = [];
      const stream = await fetch(`${bench.workspace.url}/human/stream${query}`, { signal: stopping.signal });
      const read = async (): Promise<void> => {
        const decoder = new TextDecoder();
        for await (const chunk of stream.body ?? [])
          for (const line of decoder.decode(chunk).split('\n'))
            if (line.startsWith('data: ')) told.push(JSON.parse(line.slice(6)));
      };
      void read().catch(() => {});
      return told;
    };
    const [own, all] = [await listen('?user=dan'), await listen('')];
    const first = await bench.client.chat.postMessage({ channel: '#all', text: 'for the first' });
    const second = await branch.chat.postMessage({ channel: '#all', text: 'for the second' });
    const messages = (told: Answer[]): Answer[] => told.filter(({ type }) => type === 'message');
    const hint = ({ channel, ts }: { channel?: string; ts?: string }) => ({ type: 'message', channel, ts });
    await expect.poll(() => messages(all)).toEqual([hint(first), hint(second)]);
    await expect.poll(() => messages(own)).toEqual([hint(second)]);
    await expect.poll(() => own.filter(({ type }) => type === 'log')).not.toHaveLength(0);
    stopping.abort();
  });
});

describe('what two teams leave behind', () => {
  it('is found again, also after a time with the first team alone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'teams-'));
    const alone = { ...SEED, further: [] };
    const before = await openWorkspace({ directory, seed: alone });
    await before.client.chat.postMessage({ channel: '#all', text: 'alone' });
    await before.stop();
    expect(existsSync(join(directory, 'workspace-T0BRANCH.jsonl'))).toBe(false);
    const both = await openWorkspace({ directory, seed: SEED });
    const inBranch = clientOf({ ...both.workspace, botToken: both.workspace.teams[1]?.botToken ?? '' });
    await inBranch.chat.postMessage({ channel: '#all', text: 'in the branch' });
    await both.stop();
    const once = await openWorkspace({ directory, seed: alone });
    await once.stop();
    const again = await openWorkspace({ directory, seed: SEED });
    expect(again.workspace.teams).toEqual(both.workspace.teams);
    const texts = async (user: string): Promise<string[]> =>
      [...((await again.page.get(`/human/messages?user=${user}&channel=all`)).messages ?? [])].map(({ text }) =>
        String(text),
      );
    expect([await texts('bob'), await texts('UEVE')]).toEqual([['alone'], ['in the branch']]);
    await again.stop();
    expect(readFileSync(join(directory, 'workspace.jsonl'), 'utf8')).not.toContain('in the branch');
    rmSync(directory, { recursive: true });
  });

  it('is not begun when an id is there twice', async () => {
    const people = [{ id: 'UANN', name: 'ann', real_name: 'Another Ann' }];
    await expect(openWorkspace({ seed: { ...SEED, further: [{ ...BRANCH, people }] } })).rejects.toThrow(
      'The seed has the id "UANN" twice; ids are unlike in all teams.',
    );
  });
});
