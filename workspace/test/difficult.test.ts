/** People who cannot do everything, channels one does not see, groups, and conversations of several: the seed that has them all. */
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, clientOf, openWithApp } from './bench.ts';

let bench: Bench;
let client: WebClient;
const events: Answer[] = [];
beforeAll(async () => {
  bench = await openWithApp(
    app => {
      app.use(async ({ body, next }) => {
        if ('event' in body) events.push(body as unknown as Answer);
        await next();
      });
      app.command(/.*/, async ({ ack }) => ack('done'));
    },
    { seed: 'difficult' },
  );
  client = bench.client;
});
afterAll(() => bench.stop());

const failing = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'fine',
    error => error.data.error,
  );
const idOf = async (name: string): Promise<string> => {
  const { channels = [] } = await client.conversations.list({ types: 'public_channel,private_channel', limit: 999 });
  return channels.find(channel => channel.name === name)?.id ?? '';
};
const say = (user: string, channel: string, text = 'x') => bench.page.post('/human/message', { user, channel, text });
const namesFor = async (user: string): Promise<string[]> =>
  [...((await bench.page.get(`/human/channels?user=${user}`)).channels ?? [])].map(({ name }) => String(name));

describe('somebody who left', () => {
  it('does nothing any more, and is shown as such', async () => {
    const told = {
      ok: false,
      error: 'account_inactive',
      message: 'ULEAVER1 has been deactivated and can do nothing here.',
    };
    expect(await say('leaver1', '#general')).toEqual(told);
    expect(await bench.page.get('/human/channels?user=leaver1')).toEqual(told);
    expect((await client.users.info({ user: 'ULEAVER1' })).user).toEqual({
      id: 'ULEAVER1',
      team_id: 'T0TEAM',
      name: 'leaver1',
      deleted: true,
      is_bot: false,
      is_app_user: false,
      updated: expect.any(Number),
      profile: expect.objectContaining({ real_name: '前同事 · Former colleague' }),
    });
    expect(await failing(client.users.lookupByEmail({ email: 'leaver1@team.example' }))).toBe('users_not_found');
  });

  it('is not written to anew, but where there was a conversation Slack still takes it', async () => {
    expect(await failing(client.conversations.open({ users: 'ULEAVER1' }))).toBe('user_disabled');
    expect(await failing(client.chat.postMessage({ channel: 'ULEAVER1', text: 'x' }))).toBe('channel_not_found');
    expect(await say('alice', 'leaver1')).toMatchObject({ ok: false, error: 'channel_not_found' });
    await client.chat.postMessage({ channel: 'UEMMA', text: 'before' });
    await bench.page.post('/human/message', { user: 'alice', channel: 'emma', text: 'before' });
    expect(await bench.page.post('/human/deactivate', { user: 'emma' })).toEqual({ ok: true, deactivated: true });
    const { channel = '' } = await client.chat.postMessage({ channel: 'UEMMA', text: 'after' });
    expect((await client.conversations.info({ channel })).channel).toMatchObject({
      is_im: true,
      is_user_deleted: true,
    });
    expect(await say('alice', 'emma')).toMatchObject({ ok: false, error: 'user_disabled' });
    expect(await say('emma', '#general')).toMatchObject({ ok: false, error: 'account_inactive' });
    await bench.workspace.settled();
    const changes = events.filter(({ event }) => event?.type === 'user_change').map(({ event }) => event?.user);
    expect(changes).toMatchObject([{ id: 'UEMMA', deleted: true }]);
    await bench.page.post('/human/deactivate', { user: 'emma', deactivated: false });
    expect(await say('emma', '#general')).toMatchObject({ ok: true });
  });
});

describe('guests', () => {
  it('see their channels alone, and write to those they meet there', async () => {
    expect(await namesFor('guest1')).toEqual(['support']);
    expect(await namesFor('guest2')).toEqual(['support', 'partners']);
    expect(await say('guest1', '#support')).toMatchObject({ ok: true });
    expect(await say('guest1', '#general')).toMatchObject({ ok: false, error: 'channel_not_found' });
    expect(await bench.page.post('/human/join', { user: 'guest1', channel: '#random' })).toMatchObject({
      ok: false,
      error: 'channel_not_found',
    });
    expect(await say('guest1', '@carol')).toMatchObject({ ok: true });
    expect(await say('guest1', '@grace')).toMatchObject({ ok: false, error: 'channel_not_found' });
    expect((await client.users.info({ user: 'UGUEST1' })).user).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: true,
    });
    const command = { user: 'guest1', channel: '#support', command: '/anything' };
    expect(await bench.page.post('/human/command', command)).toMatchObject({ ok: true, response: { text: 'done' } });
  });
});

describe('people and bots from elsewhere', () => {
  it('are strangers to the app as long as it meets them in no channel', async () => {
    expect((await client.users.info({ user: 'UPARTNER1' })).user).toMatchObject({
      team_id: 'T0PARTNER',
      is_stranger: false,
    });
    expect((await client.users.info({ user: 'UPARTNER2' })).user).toMatchObject({ is_stranger: true });
    expect(await failing(client.conversations.open({ users: 'UPARTNER1' }))).toBe('fine');
    expect(await failing(client.conversations.open({ users: 'UPARTNER2' }))).toBe('user_not_visible');
    expect((await client.conversations.info({ channel: await idOf('partners') })).channel).toMatchObject({
      is_shared: true,
      is_ext_shared: true,
      shared_team_ids: ['T0TEAM', 'T0PARTNER'],
    });
    expect((await client.team.info({ team: 'T0PARTNER' })).team).toMatchObject({ domain: 'partner' });
    expect(await failing(client.team.info({ team: 'T0BRANCH' }))).toBe('team_not_found');
  });

  it('speak in the shared channel, and the app is told whose they are', async () => {
    expect(await namesFor('partner1')).toEqual(['partners', 'partners-without-app', 'app']);
    events.length = 0;
    await say('partner1', '#partners', 'from outside');
    await say('alice', '#general', 'from inside');
    await bench.workspace.settled();
    expect(events).toMatchObject([
      {
        team_id: 'T0TEAM',
        context_team_id: 'T0TEAM',
        is_ext_shared_channel: true,
        event: { user: 'UPARTNER1', team: 'T0PARTNER', user_team: 'T0PARTNER', source_team: 'T0PARTNER' },
      },
      { is_ext_shared_channel: false, event: { user: 'UALICE', team: 'T0TEAM' } },
    ]);
    const command = { user: 'partner1', channel: '#partners', command: '/anything' };
    expect(await bench.page.post('/human/command', command)).toMatchObject({ ok: false, error: 'unknown_command' });
  });

  it('may be bots, with ids of their own, which act for no person', async () => {
    const { user } = await client.users.info({ user: 'UWEATHERBOT' });
    expect(user).toMatchObject({ is_bot: true, profile: { bot_id: expect.stringMatching(/^B/) } });
    const { bot } = await client.bots.info({ bot: user?.profile?.bot_id ?? '' });
    expect(bot).toMatchObject({ name: 'Weather', user_id: 'UWEATHERBOT', app_id: user?.profile?.api_app_id });
    expect(await failing(client.bots.info({ bot: 'B0NOBODY' }))).toBe('bot_not_found');
    expect(await failing(client.conversations.open({ users: 'UWEATHERBOT' }))).toBe('cannot_dm_bot');
    expect(await failing(client.chat.postMessage({ channel: 'UWEATHERBOT', text: 'x' }))).toBe('cannot_dm_bot');
    events.length = 0;
    expect(await say('weatherbot', '#support', 'Rain')).toMatchObject({ ok: true });
    await bench.workspace.settled();
    expect(events).toMatchObject([{ event: { text: 'Rain', bot_id: bot?.id, bot_profile: { name: 'Weather' } } }]);
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=support');
    expect([...(messages ?? [])].at(-1)).toMatchObject({ bot: true, username: 'Weather' });
    const click = { user: 'weatherbot', channel: '#support', ts: '1', action_id: 'x' };
    expect(await bench.page.post('/human/click', click)).toMatchObject({ ok: false, error: 'user_is_bot' });
  });
});

describe('conversations.invite', () => {
  it('says of each why not, and with force takes the others', async () => {
    const channel = await idOf('partners');
    const users = 'UCAROL,ULEAVER1,UPARTNER2,UGUEST1,nobody,UALICE,U0LOCALAPP';
    const refusal = await client.conversations.invite({ channel, users }).catch(error => error.data);
    const errors = [
      { user: 'ULEAVER1', ok: false, error: 'cant_invite' },
      { user: 'UGUEST1', ok: false, error: 'ura_max_channels' },
      { user: 'nobody', ok: false, error: 'user_not_found' },
      { user: 'UALICE', ok: false, error: 'already_in_channel' },
      { user: 'U0LOCALAPP', ok: false, error: 'cant_invite_self' },
    ];
    expect(refusal).toMatchObject({ ok: false, error: 'cant_invite', errors });
    const members = async () => (await client.conversations.members({ channel })).members;
    expect(await members()).not.toContain('UCAROL');
    expect(await client.conversations.invite({ channel, users, force: true })).toMatchObject({ ok: true, errors });
    expect(await members()).toEqual(expect.arrayContaining(['UCAROL', 'UPARTNER2']));
    const elsewhere = { channel: await idOf('general'), users: 'UPARTNER1' };
    expect(await failing(client.conversations.invite(elsewhere))).toBe('cant_invite');
  });
});

describe('user groups', () => {
  const groupId = async (handle: string): Promise<string> => {
    const { usergroups = [] } = await client.usergroups.list({ include_disabled: true });
    return usergroups.find(group => group.handle === handle)?.id ?? '';
  };

  it('are listed with what was asked for', async () => {
    const { usergroups = [] } = await client.usergroups.list({});
    expect(usergroups.map(({ handle }) => handle)).toEqual(['leads', 'crew', 'nobody']);
    expect(usergroups[0]).toEqual({
      id: expect.stringMatching(/^S[0-9A-Z]{10}$/),
      team_id: 'T0TEAM',
      is_usergroup: true,
      is_subteam: true,
      name: '管理层 · Leads',
      description: '',
      handle: 'leads',
      is_external: false,
      date_create: expect.any(Number),
      date_update: expect.any(Number),
      date_delete: 0,
      auto_type: null,
      auto_provision: false,
      enterprise_subteam_id: '',
      created_by: 'UALICE',
      updated_by: 'UALICE',
      deleted_by: null,
      prefs: { channels: [], groups: [await idOf('planning')] },
    });
    const all = await client.usergroups.list({ include_users: true, include_count: true, include_disabled: true });
    expect(all.usergroups?.map(({ handle, users, user_count }) => [handle, users, user_count])).toEqual([
      ['leads', ['UALICE', 'UBOB', 'UHEIDI'], 3],
      ['crew', ['UCAROL', 'UDAVE', 'UEMMA', 'UFRANK'], 4],
      ['nobody', [], 0],
      ['night-shift', ['UCAROL'], 1],
    ]);
  });

  it('are opened one by one', async () => {
    const users = async (usergroup: string, include_disabled = false): Promise<unknown> =>
      client.usergroups.users.list({ usergroup, include_disabled }).then(
        answer => answer.users,
        error => error.data.error,
      );
    expect(await users(await groupId('leads'))).toEqual(['UALICE', 'UBOB', 'UHEIDI']);
    expect(await users(await groupId('night-shift'))).toBe('no_such_subteam');
    expect(await users(await groupId('night-shift'), true)).toEqual(['UCAROL']);
    expect(await users('S0NOBODY')).toBe('no_such_subteam');
    const other = clientOf({ ...bench.workspace, botToken: bench.workspace.teams[1]?.botToken ?? '' });
    const theirs = await other.usergroups.list({});
    expect(theirs.usergroups?.map(({ name }) => name)).toEqual(['分公司领导 · Branch leads']);
    expect(theirs.usergroups?.[0]?.id).not.toBe(await groupId('leads'));
  });

  it('are mentioned by their handles, by people, and by the app with link_names', async () => {
    const id = await groupId('leads');
    await say('carol', '#support', 'Ask @leads, not @night-shift');
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=support');
    expect([...(messages ?? [])].at(-1)?.text).toBe(`Ask <!subteam^${id}>, not @night-shift`);
    const post = async (link_names: boolean) =>
      (await client.chat.postMessage({ channel: '#support', text: 'a@leads @Leads. @alice', link_names })).message
        ?.text;
    expect(await post(true)).toBe(`a@leads <!subteam^${id}>. @alice`);
    expect(await post(false)).toBe('a@leads @Leads. @alice');
  });
});

describe('a direct message of several', () => {
  it('is opened once, with its name and everybody in it', async () => {
    const users = 'UDAVE,UCAROL';
    expect(await failing(client.conversations.open({ users, prevent_creation: true }))).toBe('channel_not_found');
    const { channel } = await client.conversations.open({ users, return_im: true });
    expect(channel).toMatchObject({
      id: expect.stringMatching(/^C/),
      name: 'mpdm-dave--carol--app-1',
      is_channel: false,
      is_group: true,
      is_im: false,
      is_mpim: true,
      is_private: true,
    });
    const again = await client.conversations.open({ users: 'UCAROL,UDAVE' });
    expect(again).toMatchObject({ no_op: true, already_open: true, channel: { id: channel?.id } });
    expect(again.channel).toEqual({ id: channel?.id });
    expect(await client.conversations.open({ channel: channel?.id ?? '' })).toMatchObject({ already_open: true });
    expect((await client.conversations.members({ channel: channel?.id ?? '' })).members).toEqual([
      'UDAVE',
      'UCAROL',
      'U0LOCALAPP',
    ]);
    const listed = await client.conversations.list({ types: 'mpim' });
    expect(listed.channels?.map(({ id }) => id)).toEqual([channel?.id]);
    const invited = { channel: channel?.id ?? '', users: 'UEMMA' };
    expect(await failing(client.conversations.invite(invited))).toBe('method_not_supported_for_channel_type');
    const many = ['UGRACE', 'UALICE', 'UBOB', 'UEMMA', 'UHEIDI', 'UCAROL', 'UDAVE', 'UFRANK'];
    expect(await failing(client.conversations.open({ users: many.join(',') }))).toBe('fine');
    expect(await failing(client.conversations.open({ users: [...many, 'UNORA1'].join(',') }))).toBe('too_many_users');
    expect(await failing(client.conversations.open({ users: 'UCAROL,ULEAVER1' }))).toBe('user_disabled');
    expect(await failing(client.conversations.open({ users: '' }))).toBe('users_list_not_supplied');
    const open = { channel: await idOf('support') };
    expect(await failing(client.conversations.open(open))).toBe('method_not_supported_for_channel_type');
  });

  it('is written to by all, and the app hears it as message.mpim', async () => {
    const { channel } = await client.conversations.open({ users: 'UCAROL,UDAVE' });
    const id = channel?.id ?? '';
    events.length = 0;
    await say('carol', id, 'we three');
    await bench.workspace.settled();
    expect(events).toMatchObject([{ event: { type: 'message', channel: id, channel_type: 'mpim', text: 'we three' } }]);
    const mine = [...((await bench.page.get('/human/channels?user=dave')).channels ?? [])];
    expect(mine.find(held => held.id === id)).toMatchObject({
      is_mpim: true,
      is_im: false,
      others: ['UCAROL', 'U0LOCALAPP'],
      unread: 1,
    });
    expect(await say('alice', id)).toMatchObject({ ok: false, error: 'channel_not_found' });
  });
});

describe('channels', () => {
  it('are seen as far as the app may see them', async () => {
    expect(await idOf('secret')).toBe('');
    const about = { channel: await idOf('support'), include_num_members: true, include_locale: true };
    expect((await client.conversations.info(about)).channel).toMatchObject({ num_members: 8, locale: 'zh-CN' });
    const { channel } = await client.conversations.open({ users: 'UKAI1' });
    const direct = await client.conversations.info({ ...about, channel: channel?.id ?? '' });
    expect(direct.channel).toMatchObject({ is_im: true, locale: 'en-US' });
    expect(direct.channel).not.toHaveProperty('num_members');
    expect(await failing(client.conversations.history({ channel: await idOf('without-app') }))).toBe('not_in_channel');
    expect(await failing(client.chat.postMessage({ channel: '#old-project', text: 'x' }))).toBe('is_archived');
    expect(await say('alice', '#old-project')).toMatchObject({ ok: false, error: 'is_archived' });
  });

  it('are announced when the app makes one', async () => {
    events.length = 0;
    const { channel } = await client.conversations.create({ name: 'fresh' });
    await client.conversations.create({ name: 'fresh-private', is_private: true });
    await bench.workspace.settled();
    const created = events.filter(({ event }) => event?.type === 'channel_created');
    expect(created.map(({ event }) => event?.channel)).toMatchObject([
      { id: channel?.id, name: 'fresh', creator: 'U0LOCALAPP', is_channel: true, context_team_id: 'T0TEAM' },
    ]);
  });
});
