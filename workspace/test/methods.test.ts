import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let restricted: Bench;
beforeAll(async () => {
  const seed = {
    team: { id: 'T1', name: 'Team', domain: 'team' },
    people: [
      { id: 'UANN', name: 'ann', real_name: 'Ann Lee', locale: 'en-US', email: 'ann@team.example' },
      { id: 'UBOB', name: 'bob', real_name: 'Bob' },
      { id: 'UGONE', name: 'gone', real_name: 'Gone', deleted: true },
      { id: 'UGUEST', name: 'guest', real_name: 'Guest', is_restricted: true },
      { id: 'UROBOT', name: 'robot', real_name: 'Robot', is_bot: true },
      { id: 'UFAR', name: 'far', real_name: 'Far', is_stranger: true, team_id: 'T2' },
    ],
    channels: [
      { name: 'all', members: 'everyone' as const },
      { name: 'open', members: ['UANN'], with_bot: false },
      { name: 'secret', members: ['UANN', 'UBOB'], is_private: true, with_bot: false },
      { name: 'old', members: ['UANN'], is_archived: true },
    ],
  };
  bench = await openWorkspace({ seed });
  const manifest = {
    display_information: { name: 'Shy' },
    oauth_config: { scopes: { bot: ['users:read', 'channels:history'] } },
  };
  restricted = await openWorkspace({ seed, manifest });
});
afterAll(async () => {
  await bench.stop();
  await restricted.stop();
});

/** The bare answer of a call, as it goes over the wire. */
async function call(method: string, args: Record<string, string> = {}, from = bench): Promise<Answer> {
  const { apiUrl, botToken } = from.workspace;
  const response = await fetch(apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}` },
    body: new URLSearchParams(args),
  });
  return (await response.json()) as Answer;
}

const channelId = async (name: string): Promise<string> => {
  const { channels } = await bench.page.get('/human/channels?user=ann');
  return [...(channels ?? [])].find(channel => channel.name === name)?.id ?? '';
};

describe('who asks', () => {
  it.each([
    ['no token', '', 'chat.postMessage', 'not_authed'],
    ['a wrong token', 'xoxb-other', 'chat.postMessage', 'invalid_auth'],
    ['the app token for a bot method', 'app', 'auth.test', 'not_allowed_token_type'],
    ['the bot token for the app method', 'bot', 'apps.connections.open', 'not_allowed_token_type'],
    ['an unknown method', 'bot', 'chat.shout', 'unknown_method'],
  ])('%s is refused', async (_, which, method, error) => {
    const { apiUrl, botToken, appToken } = bench.workspace;
    const token = which === 'app' ? appToken : which === 'bot' ? botToken : which;
    const response = await fetch(apiUrl + method, {
      method: 'POST',
      body: new URLSearchParams(token ? { token } : {}),
    });
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ ok: false, error })]);
  });

  it('learns who it is, and with which scopes', async () => {
    const { response_metadata: _metadata, ...answer } = await bench.client.auth.test();
    expect(answer).toEqual({
      ok: true,
      url: `${bench.workspace.url}/`,
      team: 'Team',
      user: 'app',
      team_id: 'T1',
      user_id: 'U0LOCALAPP',
      bot_id: 'B0LOCALAPP',
      is_enterprise_install: false,
    });
    const { response_metadata } = await restricted.client.users.info({ user: 'UANN' });
    expect(response_metadata).toEqual({ scopes: ['users:read', 'channels:history'], acceptedScopes: ['users:read'] });
  });

  it('needs the scopes of the manifest', async () => {
    const missing = {
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'users:read,channels:history',
    };
    expect(await call('chat.postMessage', { channel: 'all', text: 'x' }, restricted)).toEqual(missing);
    expect((await call('conversations.history', { channel: await channelId('all') }, restricted)).ok).toBe(true);
    expect((await call('users.lookupByEmail', { email: 'ann@team.example' }, restricted)).needed).toBe(
      'users:read.email',
    );
    expect((await call('users.info', { user: 'UANN' }, restricted)).user?.profile).not.toHaveProperty('email');
  });

  it('reads forms, JSON and the address alike, and leaves text that looks like JSON alone', async () => {
    const { apiUrl, botToken } = bench.workspace;
    const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify({ channel: 'all', text: '{"a":1}', blocks: [{ type: 'divider' }] });
    const answer = (await (
      await fetch(`${apiUrl}chat.postMessage`, { method: 'POST', headers, body })
    ).json()) as Answer;
    expect(answer.message?.text).toBe('{"a":1}');
    const asked = await fetch(`${apiUrl}api.test?foo=bar&token=x`);
    expect(await asked.json()).toEqual({ ok: true, args: { foo: 'bar' } });
    const broken = await fetch(`${apiUrl}chat.postMessage`, { method: 'POST', headers, body: '{' });
    expect(await broken.json()).toEqual({ ok: false, error: 'invalid_json' });
  });
});

describe('people', () => {
  it('are told with language and zone', async () => {
    const { user } = await bench.client.users.info({ user: 'UANN', include_locale: true });
    expect(user).toMatchObject({
      id: 'UANN',
      team_id: 'T1',
      name: 'ann',
      real_name: 'Ann Lee',
      locale: 'en-US',
      tz: 'Asia/Shanghai',
      tz_offset: 28800,
      is_bot: false,
      deleted: false,
      profile: { first_name: 'Ann', last_name: 'Lee', email: 'ann@team.example' },
    });
    expect(await call('users.info', { user: 'nobody' })).toEqual({ ok: false, error: 'user_not_found' });
  });

  it('are listed page by page, the odd ones included', async () => {
    const seen: string[] = [];
    for await (const page of bench.client.paginate('users.list', { limit: 3 })) {
      const { members } = page as unknown as { members: { id: string }[] };
      seen.push(...members.map(({ id }) => id));
    }
    expect(seen).toEqual(['UANN', 'UBOB', 'UGONE', 'UGUEST', 'UROBOT', 'UFAR', 'U0LOCALAPP']);
    expect((await call('users.list', { cursor: 'nonsense' })).error).toBe('invalid_cursor');
    expect((await bench.client.users.info({ user: 'UFAR' })).user).toMatchObject({ is_stranger: true, team_id: 'T2' });
    const shown = async (query: string): Promise<string[]> =>
      [...((await bench.page.get(`/human/people${query}`)).people ?? [])].map(({ id }) => String(id));
    expect(await shown('')).toEqual(['UANN', 'UBOB']);
    expect(await shown('?all=1')).toEqual(seen);
  });

  it('are found by address', async () => {
    expect((await call('users.lookupByEmail', { email: 'ANN@team.example' })).user?.id).toBe('UANN');
    expect((await call('users.lookupByEmail', { email: 'no@team.example' })).error).toBe('users_not_found');
  });

  it('change their language, and the app may hear of it', async () => {
    expect(await bench.page.post('/human/locale', { user: 'bob', locale: 'en-GB' })).toEqual({
      ok: true,
      locale: 'en-GB',
    });
    expect((await call('users.info', { user: 'UBOB', include_locale: 'true' })).user?.locale).toBe('en-GB');
    const { entries } = await bench.page.get('/human/log?since=0');
    expect([...(entries ?? [])].filter(({ type, fault }) => type === 'user_change' && !fault)).toHaveLength(1);
  });
});

describe('channels', () => {
  it('are listed as far as the app may see them', async () => {
    const names = async (args: Record<string, string>): Promise<string[]> =>
      [...((await call('conversations.list', args)).channels ?? [])].map(({ name }) => String(name));
    expect(await names({})).toEqual(['all', 'open', 'old']);
    expect(await names({ exclude_archived: 'true', limit: '1' })).toEqual(['all']);
    expect(await names({ types: 'private_channel' })).toEqual([]);
    expect((await call('conversations.list', { types: 'secret_channel' })).error).toBe('invalid_types');
    const mine = [...((await call('users.conversations')).channels ?? [])].map(({ name }) => String(name));
    expect(mine).toEqual(['all']);
  });

  it.each([
    ['conversations.history', 'open', 'not_in_channel'],
    ['conversations.history', 'secret', 'channel_not_found'],
    ['conversations.info', 'nowhere', 'channel_not_found'],
    ['conversations.join', 'secret', 'channel_not_found'],
    ['conversations.join', 'old', 'is_archived'],
    ['chat.postMessage', 'open', 'not_in_channel'],
    ['chat.postMessage', 'secret', 'channel_not_found'],
    ['chat.postMessage', 'old', 'is_archived'],
    ['chat.postMessage', 'UGONE', 'channel_not_found'],
    ['reactions.add', 'open', 'not_in_channel'],
  ])('%s in #%s is refused with %s', async (method, channel, error) => {
    const given = method === 'chat.postMessage' ? channel : await channelId(channel);
    expect(await call(method, { channel: given, text: 'x' })).toEqual({ ok: false, error });
  });

  it.each([
    ['chat.update', { ts: '1.2', text: 'x' }],
    ['chat.delete', { ts: '1.2' }],
    ['chat.getPermalink', { message_ts: '1.2' }],
    ['conversations.history', {}],
    ['conversations.info', {}],
    ['conversations.invite', { users: 'UBOB' }],
    ['conversations.join', {}],
    ['conversations.members', {}],
    ['conversations.replies', { ts: '1.2' }],
    ['reactions.add', { timestamp: '1.2', name: 'tada' }],
    ['reactions.get', { timestamp: '1.2' }],
    ['pins.add', { timestamp: '1.2' }],
    ['chat.deleteScheduledMessage', { scheduled_message_id: 'Q1' }],
  ])('are known to %s by their ids alone', async (method, args) => {
    for (const channel of ['all', '#all', ''])
      expect((await call(method, { ...(args as Record<string, string>), channel })).error).toBe(
        /^(reactions|pins)/.test(method) && channel === '' ? 'no_item_specified' : 'channel_not_found',
      );
  });

  it('are joined, filled and told about', async () => {
    const open = await channelId('open');
    expect((await call('conversations.join', { channel: open })).channel).toMatchObject({
      name: 'open',
      is_member: true,
    });
    expect((await call('conversations.join', { channel: open })).warning).toBe('already_in_channel');
    expect((await call('conversations.invite', { channel: open, users: 'UANN' })).error).toBe('already_in_channel');
    expect((await call('conversations.invite', { channel: open, users: 'UBOB,UGUEST' })).ok).toBe(true);
    const { members } = await call('conversations.members', { channel: open });
    expect(members).toEqual(['UANN', 'U0LOCALAPP', 'UBOB', 'UGUEST']);
    expect((await call('conversations.info', { channel: open, include_num_members: '1' })).channel?.num_members).toBe(
      4,
    );
  });

  it('open directly to a person, once', async () => {
    const opened = await call('conversations.open', { users: 'UBOB' });
    expect(opened).toEqual({ ok: true, channel: { id: expect.stringMatching(/^D/) } });
    const again = await call('conversations.open', { users: 'UBOB', return_im: 'true' });
    expect(again).toMatchObject({
      no_op: true,
      already_open: true,
      channel: { id: opened.channel?.id, is_im: true, user: 'UBOB' },
    });
    expect((await call('conversations.open', { users: 'UGONE' })).error).toBe('user_disabled');
    expect((await call('conversations.open', { users: 'who' })).error).toBe('user_not_found');
  });
});

describe('messages', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: 'Hello' } };

  it('are posted, changed and deleted', async () => {
    const all = await channelId('all');
    const { ts = '', message } = await bench.client.chat.postMessage({
      channel: all,
      text: 'one',
      blocks: [section] as never,
    });
    expect(message).toMatchObject({
      type: 'message',
      text: 'one',
      user: 'U0LOCALAPP',
      bot_id: 'B0LOCALAPP',
      app_id: 'A0LOCALAPP',
    });
    const updated = await bench.client.chat.update({ channel: all, ts, text: 'two' });
    expect(updated.message).not.toHaveProperty('blocks');
    const { messages } = await bench.page.get('/human/messages?user=ann&channel=all');
    expect([...(messages ?? [])].at(-1)).toEqual({
      ts,
      user: 'U0LOCALAPP',
      text: 'two',
      blocks: [],
      ephemeral: false,
      edited: true,
      bot: true,
      username: 'app',
      bot_id: 'B0LOCALAPP',
      pinned: false,
    });
    expect(await call('chat.delete', { channel: all, ts })).toEqual({ ok: true, channel: all, ts });
    expect((await call('chat.delete', { channel: all, ts })).error).toBe('message_not_found');
  });

  it('of others stay as they are', async () => {
    const { ts = '', channel = '' } = await bench.page.post('/human/message', {
      user: 'ann',
      channel: 'all',
      text: 'mine',
    });
    expect((await call('chat.update', { channel, ts, text: 'yours' })).error).toBe('cant_update_message');
    expect((await call('chat.delete', { channel, ts })).error).toBe('cant_delete_message');
  });

  it.each([
    [{ text: ' ' }, 'no_text'],
    [{ text: 'a', markdown_text: 'b' }, 'markdown_text_conflict'],
    [{ text: 'a', blocks: '{}' }, 'invalid_blocks_format'],
    [{ text: 'a', metadata: '{"event_type":"x"}' }, 'invalid_metadata_schema'],
    [{ text: 'a', metadata: '[]' }, 'invalid_metadata_format'],
  ])('like %j are refused with %s', async (args, error) => {
    expect((await call('chat.postMessage', { channel: 'all', ...(args as Record<string, string>) })).error).toBe(error);
  });

  it('are refused with pointers to what breaks Block Kit', async () => {
    const blocks = JSON.stringify([{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }]);
    const answer = await call('chat.postMessage', { channel: 'all', text: 'a', blocks });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    const { errors, response_metadata } = answer;
    expect([...(errors ?? [])]).toContain('must be less than 3001 characters [json-pointer:/blocks/0/text/text]');
    const inWords = [...(response_metadata?.messages ?? [])];
    expect(inWords).toContain('[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]');
    expect(await call('blocks.validate', { blocks })).toEqual(answer);
    expect(await call('blocks.validate', { blocks: JSON.stringify([section]) })).toEqual({ ok: true });
    const long = JSON.stringify(
      Array.from({ length: 5 }, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2900) } })),
    );
    expect((await call('chat.postMessage', { channel: 'all', text: 'a', blocks: long })).error).toBe(
      'msg_blocks_too_long',
    );
  });

  it('too long are cut when posted and refused when changed', async () => {
    const {
      ts = '',
      channel = '',
      message,
    } = await call('chat.postMessage', {
      channel: 'all',
      text: 'x'.repeat(50_000),
    });
    expect(message?.text).toHaveLength(40_000);
    expect((await call('chat.update', { channel, ts, text: 'x'.repeat(4_001) })).error).toBe('msg_too_long');
  });

  it('are found again by their metadata, which is told in full only on demand', async () => {
    const metadata = { event_type: 'sent', event_payload: { id: 'u-1' } };
    const { ts = '', channel = '' } = await bench.client.chat.postMessage({ channel: '#all', text: 'm', metadata });
    const read = async (include: boolean): Promise<unknown> => {
      const { messages } = await bench.client.conversations.history({
        channel,
        oldest: ts,
        inclusive: true,
        include_all_metadata: include,
      });
      return messages?.[0]?.metadata;
    };
    expect([await read(false), await read(true)]).toEqual([{ event_type: 'sent' }, metadata]);
    await bench.client.chat.update({ channel, ts, text: 'm2' });
    expect(await read(true)).toEqual(metadata);
    await call('chat.update', { channel, ts, text: 'm3', metadata: '{}' });
    expect(await read(true)).toBeUndefined();
  });

  it('come newest first, page by page, within bounds', async () => {
    const { id: channel = '' } = (await call('conversations.open', { users: 'UANN' })).channel as Answer;
    const sent: string[] = [];
    for (const text of ['1', '2', '3', '4', '5'])
      sent.push((await call('chat.postMessage', { channel, text })).ts ?? '');
    const first = await call('conversations.history', { channel, limit: '2' });
    expect([...(first.messages ?? [])].map(({ text }) => String(text))).toEqual(['5', '4']);
    expect(first.has_more).toBe(true);
    const cursor = String(first.response_metadata?.next_cursor);
    const second = await call('conversations.history', { channel, limit: '2', cursor });
    expect([...(second.messages ?? [])].map(({ text }) => String(text))).toEqual(['3', '2']);
    const between = await call('conversations.history', { channel, oldest: sent[1] ?? '', latest: sent[3] ?? '' });
    expect([...(between.messages ?? [])].map(({ text }) => String(text))).toEqual(['3']);
  });

  it('stand in threads', async () => {
    const { ts = '', channel = '' } = await call('chat.postMessage', { channel: 'all', text: 'question' });
    await call('chat.postMessage', { channel, text: 'answer', thread_ts: ts });
    await bench.page.post('/human/message', { user: 'bob', channel: 'all', text: 'thanks', thread_ts: ts });
    await call('chat.postMessage', { channel, text: 'aloud', thread_ts: ts, reply_broadcast: 'true' });
    const { messages } = await call('conversations.replies', { channel, ts });
    expect([...(messages ?? [])].map(({ text }) => String(text))).toEqual(['question', 'answer', 'thanks', 'aloud']);
    expect([...(messages ?? [])][0]).toMatchObject({ reply_count: 3, reply_users: ['U0LOCALAPP', 'UBOB'] });
    const history = await call('conversations.history', { channel, oldest: ts, inclusive: '1' });
    expect([...(history.messages ?? [])].map(({ text }) => String(text))).toEqual(['aloud', 'question']);
    const seen = await bench.page.get(`/human/replies?user=ann&channel=all&ts=${ts}`);
    expect([...(seen.messages ?? [])]).toHaveLength(4);
    expect((await call('conversations.replies', { channel, ts: '1.2' })).error).toBe('thread_not_found');
  });

  it('for one person alone are seen by that person alone', async () => {
    const { message_ts } = await bench.client.chat.postEphemeral({ channel: '#all', user: 'UANN', text: 'psst' });
    const seen = async (user: string): Promise<boolean> =>
      [...((await bench.page.get(`/human/messages?user=${user}&channel=all`)).messages ?? [])].some(
        ({ ts }) => ts === message_ts,
      );
    expect([await seen('ann'), await seen('bob')]).toEqual([true, false]);
    expect(
      (await call('chat.update', { channel: await channelId('all'), ts: message_ts ?? '', text: 'x' })).error,
    ).toBe('message_not_found');
    expect((await call('chat.postEphemeral', { channel: 'all', user: 'UGUEST2', text: 'x' })).error).toBe(
      'user_not_found',
    );
    expect((await call('chat.postEphemeral', { channel: 'all', user: 'UFAR', text: 'x' })).error).toBe(
      'user_not_in_channel',
    );
  });

  it('carry marks', async () => {
    const { ts: timestamp = '', channel = '' } = await call('chat.postMessage', { channel: 'all', text: 'mark me' });
    const at = { channel, timestamp };
    expect(await call('reactions.add', { ...at, name: 'thumbsup' })).toEqual({ ok: true });
    expect((await call('reactions.add', { ...at, name: ':thumbsup:' })).error).toBe('already_reacted');
    const { message } = await call('reactions.get', at);
    expect(message?.reactions).toEqual([{ name: 'thumbsup', users: ['U0LOCALAPP'], count: 1 }]);
    expect(await call('reactions.remove', { ...at, name: 'thumbsup' })).toEqual({ ok: true });
    expect((await call('reactions.remove', { ...at, name: 'thumbsup' })).error).toBe('no_reaction');
    expect(await call('pins.add', at)).toEqual({ ok: true });
    expect((await call('pins.add', at)).error).toBe('already_pinned');
    const { permalink } = await bench.client.chat.getPermalink({ channel, message_ts: timestamp });
    expect(permalink).toBe(`${bench.workspace.url}/archives/${channel}/p${timestamp.replace('.', '')}`);
  });
});

describe('the workspace at large', () => {
  it('names team and app', async () => {
    expect((await bench.client.team.info()).team).toMatchObject({ id: 'T1', name: 'Team', domain: 'team' });
    expect((await bench.client.bots.info({ bot: 'B0LOCALAPP' })).bot).toMatchObject({
      id: 'B0LOCALAPP',
      user_id: 'U0LOCALAPP',
    });
    expect((await call('bots.info', { bot: 'B1' })).error).toBe('bot_not_found');
  });

  it('lets one message per second into a channel when asked to, and says how long to wait', async () => {
    let now = 0;
    const slow = await openWorkspace({ limiter: true, elapsed: () => now });
    const client = new WebClient(slow.workspace.botToken, {
      slackApiUrl: slow.workspace.apiUrl,
      rejectRateLimitedCalls: true,
    });
    const post = (channel: string): Promise<unknown> =>
      client.chat.postMessage({ channel, text: 'x' }).then(
        ({ ok }) => ok,
        error => error.retryAfter,
      );
    expect([await post('#general'), await post('#general'), await post('#random')]).toEqual([true, 1, true]);
    now = 1_000;
    expect(await post('#general')).toBe(true);
    await slow.stop();
  });
});
