import { type Logger, LogLevel, WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';
import { afterEach, expect, it } from 'vitest';
import type { WorkspaceOptions } from '../workspace.ts';
import { type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
afterEach(() => bench.stop());

/** A client of the plain kind, and what it warned of. */
async function open(
  options: WebClientOptions = {},
  workspace: Partial<WorkspaceOptions> = {},
): Promise<{ client: WebClient; warned: string[] }> {
  bench = await openWorkspace(workspace);
  const warned: string[] = [];
  const logger: Logger = {
    debug: () => {},
    info: () => {},
    warn: (...words) => void warned.push(words.join(' ')),
    error: () => {},
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
  const client = new WebClient(bench.workspace.botToken, { slackApiUrl: bench.workspace.apiUrl, logger, ...options });
  return { client, warned };
}

const once = { retryConfig: { retries: 0 } };
const fault = (kind: string, method: string, count = 1) => bench.page.post('/human/fault', { kind, method, count });
const said = async (): Promise<string[]> =>
  [...((await bench.page.get('/human/messages?user=alice&channel=random')).messages ?? [])].map(({ text }) =>
    String(text),
  );

it('goes through every list page by page', async () => {
  const { client } = await open();
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: '#random', text: 'first' });
  for (let n = 0; n < 6; n += 1) {
    await client.chat.postMessage({ channel, text: `message ${n}` });
    await client.chat.postMessage({ channel, text: `reply ${n}`, thread_ts: ts });
  }
  const lists: [method: string, field: string, args: object][] = [
    ['conversations.list', 'channels', { types: 'public_channel,private_channel,im' }],
    ['users.conversations', 'channels', {}],
    ['conversations.members', 'members', { channel }],
    ['conversations.history', 'messages', { channel }],
    ['conversations.replies', 'messages', { channel, ts }],
    ['users.list', 'members', {}],
  ];
  for (const [method, field, args] of lists) {
    const all = (await client.apiCall(method, { ...args, limit: 1000 })) as unknown as Record<string, unknown[]>;
    const pages: unknown[][] = [];
    for await (const page of client.paginate(method, { ...args, limit: 2 }))
      pages.push((page as unknown as Record<string, unknown[]>)[field] ?? []);
    expect([method, pages.length > 1, pages.flat()]).toEqual([method, true, all[field]]);
  }
});

it('waits as long as it is told to when it calls too often, and then goes on', async () => {
  const { client } = await open({ retryConfig: { retries: 1, minTimeout: 1, factor: 1 } });
  await fault('429', 'chat.postMessage');
  const told: number[] = [];
  client.on(WebClientEvent.RATE_LIMITED, (seconds: number) => told.push(seconds));
  const began = performance.now();
  await client.chat.postMessage({ channel: '#random', text: 'patience' });
  expect([told, performance.now() - began >= 1000, await said()]).toEqual([[1], true, ['patience']]);
});

it('is refused at once when it wants to be', async () => {
  const { client } = await open({ rejectRateLimitedCalls: true });
  await fault('429', 'chat.postMessage');
  await expect(client.chat.postMessage({ channel: '#random', text: 'now' })).rejects.toMatchObject({
    name: 'WebAPIRateLimitedError',
    code: 'slack_webapi_rate_limited_error',
    retryAfter: 1,
  });
  expect(await said()).toEqual([]);
});

it('tries again after a fault, and so says twice what had arrived', async () => {
  const { client } = await open({ retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 } });
  await fault('500', 'chat.postMessage');
  await client.chat.postMessage({ channel: '#random', text: 'twice' });
  await fault('drop-after-accept', 'chat.postMessage');
  await client.chat.postMessage({ channel: '#random', text: 'also twice' });
  expect(await said()).toEqual(['twice', 'twice', 'also twice', 'also twice']);
});

it.each([
  ['500', { name: 'WebAPIHTTPError', code: 'slack_webapi_http_error', statusCode: 500 }],
  ['drop-after-accept', { name: 'WebAPIRequestError', code: 'slack_webapi_request_error' }],
  ['timeout', { name: 'WebAPIRequestError', code: 'slack_webapi_request_error' }],
  ['internal_error', { name: 'WebAPIPlatformError', code: 'slack_webapi_platform_error' }],
])('names the error of %s', async (kind, error) => {
  const { client } = await open({ ...once, timeout: 300 });
  await fault(kind, 'conversations.list');
  await expect(client.conversations.list()).rejects.toMatchObject(error);
  expect((await client.conversations.list()).ok).toBe(true);
});

it('is told its scopes with every answer, and those it lacks', async () => {
  const manifest = {
    display_information: { name: 'Reader' },
    oauth_config: { scopes: { bot: ['users:read', 'chat:write'] } },
  };
  const { client } = await open(once, { manifest });
  const { response_metadata } = await client.users.list({ limit: 1 });
  expect(response_metadata).toMatchObject({ scopes: ['users:read', 'chat:write'], acceptedScopes: ['users:read'] });
  await expect(client.reactions.add({ channel: 'C1', timestamp: '1.2', name: 'x' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'reactions:write', provided: 'users:read,chat:write' },
  });
});

it('may give a token with each call, and is told what is wrong with it', async () => {
  const { client } = await open();
  const bare = new WebClient(undefined, { slackApiUrl: bench.workspace.apiUrl, logLevel: LogLevel.ERROR, ...once });
  expect(await bare.auth.test({ token: bench.workspace.botToken })).toMatchObject(
    (({ user_id, bot_id, team_id }) => ({ user_id, bot_id, team_id }))(await client.auth.test()),
  );
  const wrong = (token?: string) => bare.auth.test(token ? { token } : {});
  await expect(wrong()).rejects.toMatchObject({ data: { error: 'not_authed' } });
  await expect(wrong('xoxb-of-another-team')).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  await expect(wrong(bench.workspace.appToken)).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
});

it('is told plainly of a method that is not there, which stands in the log', async () => {
  const { client } = await open(once);
  await expect(client.apiCall('bookmarks.conjure', { a: 1 })).rejects.toMatchObject({
    name: 'WebAPIPlatformError',
    data: { ok: false, error: 'unknown_method', req_method: 'bookmarks.conjure' },
  });
  const { entries } = await bench.page.get('/human/log');
  expect([...(entries ?? [])].at(-1)).toMatchObject({
    direction: 'from_bot',
    method: 'bookmarks.conjure',
    payload: { a: '1' },
    ok: false,
    error: 'unknown_method',
  });
});

it('warns of blocks without text, and posts them', async () => {
  const { client, warned } = await open();
  const { message } = await client.chat.postMessage({ channel: '#random', blocks: [{ type: 'divider' }] });
  expect(message?.blocks).toEqual([{ type: 'divider', block_id: expect.any(String) }]);
  expect(warned).toEqual([expect.stringMatching(/`text` argument is missing .* chat\.postMessage/)]);
});

it.each([
  ['a text that looks like JSON', '{"blocks":[{"type":"divider"}]}', undefined],
  ['a list that looks like JSON', '["a",1]', undefined],
  ['emoji, scripts of all kinds and line breaks', 'a👩‍👩‍👧‍👦é\n中文\t‮עברית&+%=;', 'a👩‍👩‍👧‍👦é\n中文\t‮עברית&amp;+%=;'],
  ['a number', '007', undefined],
  ['a text of 40,000 characters', 'x'.repeat(40_000), undefined],
  ['a longer one, cut', 'y'.repeat(41_000), 'y'.repeat(40_000)],
])('says %s as it is', async (_what, text, stored) => {
  const { client } = await open(once);
  const { message, channel = '', ts = '' } = await client.chat.postMessage({ channel: '#random', text });
  const { messages } = await client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 });
  expect([message?.text, messages?.[0]?.text, await said()]).toEqual(
    Array(2)
      .fill(stored ?? text)
      .concat([[stored ?? text]]),
  );
});

it('leaves links as they are', async () => {
  const { client } = await open();
  const text = 'see <https://example.com/a|this> and <https://example.com/b>';
  const {
    message,
    channel = '',
    ts = '',
  } = await client.chat.postMessage({
    channel: '#random',
    text,
    unfurl_links: true,
    unfurl_media: true,
  });
  const { messages } = await client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 });
  expect([message?.text, message?.attachments, messages?.[0]?.text, messages?.[0]?.attachments]).toEqual([
    text,
    undefined,
    text,
    undefined,
  ]);
});
