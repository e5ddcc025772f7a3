/** What people may not do with channels and with one another, and that all they did is there after a restart, in each team for itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWithApp, openWorkspace } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openWorkspace({ seed: 'difficult' });
  await bench.page.post('/human/message', { user: 'emma', channel: 'carol', text: 'x' });
  await bench.page.post('/human/invite', { user: 'alice', channel: 'planning', who: 'guest2' });
});
afterAll(() => bench.stop());

describe('a change of a channel is refused', () => {
  it.each([
    // Names.
    ['rename-channel', 'alice', 'support', { name: '' }, 'invalid_name_required'],
    ['rename-channel', 'alice', 'support', { name: 'x'.repeat(81) }, 'invalid_name_maxlength'],
    ['rename-channel', 'alice', 'support', { name: 'Help' }, 'invalid_name_specials'],
    ['rename-channel', 'alice', 'support', { name: 'help desk' }, 'invalid_name_specials'],
    ['rename-channel', 'alice', 'support', { name: 'help.desk' }, 'invalid_name_specials'],
    ['rename-channel', 'alice', 'support', { name: '#--' }, 'invalid_name_punctuation'],
    ['rename-channel', 'alice', 'support', { name: 'random' }, 'name_taken'],
    ['rename-channel', 'alice', 'support', { name: 'planning' }, 'name_taken'],
    ['rename-channel', 'alice', 'support', { name: 'old-project' }, 'name_taken'],
    ['rename-channel', 'alice', 'support', { name: 'support' }, 'name_taken'],
    // Who.
    ['rename-channel', 'dave', 'support', { name: 'x' }, 'not_authorized'],
    ['rename-channel', 'guest1', 'support', { name: 'x' }, 'not_authorized'],
    ['rename-channel', 'emma', 'support', { name: 'x' }, 'not_in_channel'],
    ['rename-channel', 'alice', 'old-project', { name: 'x' }, 'is_archived'],
    ['rename-channel', 'carol', 'planning', { name: 'x' }, 'channel_not_found'],
    ['rename-channel', 'emma', '@carol', { name: 'x' }, 'method_not_supported_for_channel_type'],
    ['archive', 'alice', 'general', {}, 'cant_archive_general'],
    ['archive', 'alice', 'old-project', {}, 'already_archived'],
    ['archive', 'guest1', 'support', {}, 'restricted_action'],
    ['archive', 'emma', 'support', {}, 'not_in_channel'],
    ['archive', 'emma', '@carol', {}, 'method_not_supported_for_channel_type'],
    ['archive', 'alice', 'support', { archived: false }, 'not_archived'],
    ['archive', 'leaver1', 'old-project', { archived: false }, 'account_inactive'],
    ['remove', 'alice', 'general', { who: 'bob' }, 'cant_kick_from_general'],
    ['remove', 'alice', 'support', { who: 'alice' }, 'cant_kick_self'],
    ['remove', 'alice', 'support', { who: 'emma' }, 'not_in_channel'],
    ['remove', 'emma', 'support', { who: 'carol' }, 'not_in_channel'],
    ['remove', 'dave', 'support', { who: 'heidi' }, 'restricted_action'],
    ['remove', 'dave', 'support', { who: 'U0LOCALAPP' }, 'restricted_action'],
    ['remove', 'guest2', 'planning', { who: 'bob' }, 'restricted_action'],
    ['remove', 'alice', 'support', { who: 'nobody' }, 'user_not_found'],
    ['remove', 'alice', 'old-project', { who: 'carol' }, 'is_archived'],
    ['leave', 'alice', 'general', {}, 'cant_leave_general'],
    ['leave', 'guest1', 'support', {}, 'user_is_restricted'],
    ['leave', 'alice', 'old-project', {}, 'is_archived'],
    ['leave', 'emma', 'support', {}, 'not_in_channel'],
    ['make-private', 'carol', 'random', {}, 'restricted_action'],
    ['make-private', 'alice', 'general', {}, 'channel_type_not_supported'],
    ['make-private', 'alice', 'planning', {}, 'channel_type_not_supported'],
    ['make-private', 'alice', 'partners', {}, 'channel_type_not_supported'],
    ['make-private', 'alice', 'old-project', {}, 'is_archived'],
    ['join', 'emma', 'old-project', {}, 'is_archived'],
    ['invite', 'alice', 'old-project', { who: 'bob' }, 'is_archived'],
    ['invite', 'guest2', 'planning', { who: 'carol' }, 'restricted_action'],
    ['invite', 'alice', 'support', { who: 'leaver1' }, 'cant_invite'],
    ['message', 'alice', 'old-project', { text: 'x' }, 'is_archived'],
    ['command', 'alice', 'old-project', { command: '/x' }, 'is_archived'],
  ])('%s by %s of %s %j: %s', async (call, user, channel, more, error) => {
    const answer = await bench.page.post(`/human/${call}`, { user, channel, ...more });
    expect(answer).toEqual({ ok: false, error, message: expect.stringMatching(/^\S.*\.$/s) });
  });

  it('by the last one in a private channel who would leave it', async () => {
    const { page, client } = bench;
    const { channel } = await client.conversations.create({ name: 'lonely', is_private: true });
    const id = channel?.id ?? '';
    await client.conversations.invite({ channel: id, users: 'UDAVE' });
    await client.conversations.leave({ channel: id });
    expect(await page.post('/human/leave', { user: 'dave', channel: id })).toMatchObject({ error: 'last_member' });
  });

  it('and is told before it is tried', async () => {
    const { obstacles } = await bench.page.get('/human/channel?user=dave&channel=support');
    expect(obstacles).toEqual({
      rename: 'not_authorized',
      unarchive: 'not_archived',
      remove: 'restricted_action',
      make_private: 'restricted_action',
    });
    expect((await bench.page.get('/human/channel?user=alice&channel=general')).obstacles).toEqual({
      archive: 'cant_archive_general',
      unarchive: 'not_archived',
      remove: 'cant_kick_from_general',
      leave: 'cant_leave_general',
      make_private: 'channel_type_not_supported',
    });
  });
});

describe('a change of a name is refused', () => {
  it.each([
    ['carol', { who: 'dave', real_name: 'D' }, 'not_admin'],
    ['carol', {}, 'invalid_arguments'],
    ['carol', { real_name: ' ' }, 'invalid_profile'],
    ['carol', { display_name: 'x'.repeat(81) }, 'invalid_profile'],
    ['carol', { name: 'Carol' }, 'invalid_username'],
    ['carol', { name: 'x'.repeat(22) }, 'invalid_username'],
    ['carol', { name: 'dave' }, 'username_taken'],
    ['carol', { name: 'leads' }, 'username_taken'],
    ['carol', { name: '@here' }, 'reserved_name'],
    ['alice', { who: 'U0LOCALAPP', real_name: 'X' }, 'user_is_bot'],
    ['alice', { who: 'partner1', real_name: 'X' }, 'user_not_in_team'],
    ['leaver1', { real_name: 'X' }, 'account_inactive'],
  ])('by %s %j: %s', async (user, more, error) => {
    const answer = await bench.page.post('/human/rename-person', { user, ...more });
    expect(answer).toEqual({ ok: false, error, message: expect.stringMatching(/^\S.*\.$/s) });
  });
});

describe('a person', () => {
  it('is called otherwise, and the app hears it; goes and comes back', async () => {
    const heard: Answer[] = [];
    const own = await openWithApp(app => {
      for (const type of ['user_change', 'user_profile_changed'] as const)
        app.event(type, async ({ event }) => void heard.push(event as unknown as Answer));
    });
    const { page, client, workspace } = own;
    const before = (await client.users.info({ user: 'UCAROL', include_locale: true })).user;
    const names = { real_name: 'Carol King', display_name: 'King', name: 'ck' };
    expect(await page.post('/human/rename-person', { user: 'alice', who: 'carol', ...names })).toEqual({
      ok: true,
      user: 'UCAROL',
    });
    await page.post('/human/deactivate', { user: 'ck' });
    await page.post('/human/deactivate', { user: 'ck', deactivated: false });
    await workspace.settled();
    const { email: _email, ...profile } = before?.profile ?? {};
    const user = {
      ...before,
      name: 'ck',
      real_name: 'Carol King',
      profile: {
        ...profile,
        ...{ real_name: 'Carol King', real_name_normalized: 'Carol King', first_name: 'Carol', last_name: 'King' },
        ...{ display_name: 'King', display_name_normalized: 'King' },
      },
      updated: expect.any(Number),
    };
    const cache_ts = expect.any(Number);
    const event_ts = expect.stringMatching(/^\d+\.\d{6}$/);
    expect(heard).toEqual([
      { type: 'user_change', user, cache_ts, event_ts },
      { type: 'user_profile_changed', user, cache_ts, event_ts },
      { type: 'user_change', user: expect.objectContaining({ id: 'UCAROL', deleted: true }), cache_ts, event_ts },
      { type: 'user_change', user, cache_ts, event_ts },
    ]);
    expect(await page.post('/human/message', { user: '@ck', channel: 'general', text: '@ck' })).toMatchObject({
      ok: true,
    });
    expect(await page.post('/human/message', { user: 'carol', channel: 'general', text: 'x' })).toMatchObject({
      error: 'user_not_found',
    });
    const { messages } = await page.get('/human/messages?user=alice&channel=general');
    expect([...(messages ?? [])].at(-1)).toMatchObject({ user: 'UCAROL', text: '<@UCAROL>' });
    await own.stop();
  });

  it('whom the app cannot write to any more is said in Slack’s words', async () => {
    const own = await openWorkspace();
    await own.page.post('/human/deactivate', { user: 'bob' });
    const failing = (promise: Promise<unknown>) =>
      promise.then(
        () => 'fine',
        error => error.data.error,
      );
    const { conversations, chat, users } = own.client;
    expect(await failing(conversations.open({ users: 'UBOB' }))).toBe('user_disabled');
    expect(await failing(chat.postMessage({ channel: 'UBOB', text: 'x' }))).toBe('channel_not_found');
    expect((await users.info({ user: 'UBOB' })).user).toMatchObject({ id: 'UBOB', deleted: true });
    await own.stop();
  });
});

it('all of it is there after a restart, and only in its own team', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'changes-'));
  const open = () => openWorkspace({ directory, seed: 'difficult' });
  const first = await open();
  const act = (call: string, fields: object) => first.page.post(`/human/${call}`, fields);
  const done = [
    await act('rename-channel', { user: 'alice', channel: 'support', name: 'help' }),
    await act('archive', { user: 'bob', channel: 'random' }),
    await act('remove', { user: 'alice', channel: 'help', who: 'heidi' }),
    await act('remove', { user: 'bob', channel: 'planning', who: 'U0LOCALAPP' }),
    await act('rename-person', { user: 'alice', who: 'dave', name: 'david', real_name: 'David', display_name: 'Dave' }),
    await act('deactivate', { user: 'emma' }),
    await act('archive', { user: 'UBRANCHMANAGER', channel: 'branch-only' }),
  ];
  expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true));
  const look = async ({ page }: Bench) => ({
    alice: await page.get('/human/channels?user=alice&all=1'),
    branch: await page.get('/human/channels?user=UBRANCHCLERK&all=1'),
    people: await page.get('/human/people?all=1'),
    help: await page.get('/human/messages?user=alice&channel=help'),
  });
  const before = await look(first);
  await first.stop();
  const second = await open();
  expect(await look(second)).toEqual(before);
  expect([...(before.alice.channels ?? [])].map(({ name, is_archived }) => `${name} ${is_archived}`)).toEqual(
    expect.arrayContaining(['help false', 'random true', 'general false']),
  );
  expect([...(before.people.people ?? [])].find(({ id }) => id === 'UDAVE')).toMatchObject({
    name: 'david',
    display_name: 'Dave',
  });
  const branch = [...(before.branch.channels ?? [])].map(({ name, is_archived }) => `${name} ${is_archived}`);
  expect(branch).toEqual(['general false']);
  expect(await second.page.post('/human/archive', { user: 'UBRANCHMANAGER', channel: 'general' })).toMatchObject({
    error: 'cant_archive_general',
  });
  await second.stop();
  rmSync(directory, { recursive: true });
});
