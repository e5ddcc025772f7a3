import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS } from '../core/methods/register.ts';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openWorkspace();
});
afterAll(() => bench.stop());

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

describe('a method', () => {
  it.each<[string, string[]]>([
    ['chat.postMessage', ['chat:write']],
    ['chat.update', ['chat:write']],
    ['chat.delete', ['chat:write']],
    ['chat.postEphemeral', ['chat:write']],
    ['chat.getPermalink', []],
    ['conversations.history', HISTORY],
    ['conversations.replies', HISTORY],
    ['conversations.info', READ],
    ['conversations.list', READ],
    ['users.conversations', READ],
    ['conversations.members', READ],
    ['conversations.open', ['im:write', 'mpim:write']],
    ['conversations.join', ['channels:join']],
    ['users.info', ['users:read']],
    ['users.list', ['users:read']],
    ['users.lookupByEmail', ['users:read.email']],
    ['usergroups.users.list', ['usergroups:read']],
    ['views.open', []],
    ['views.push', []],
    ['views.update', []],
    ['views.publish', []],
    ['auth.test', []],
    ['apps.connections.open', ['connections:write']],
    ['bots.info', ['users:read']],
    ['team.info', ['team:read']],
    ['reactions.add', ['reactions:write']],
    ['blocks.validate', []],
  ])('%s accepts the scopes %j', (name, scopes) => {
    expect([...(METHODS.get(name)?.scopes ?? ['not answered'])].sort()).toEqual([...scopes].sort());
  });
});

describe('a call', () => {
  const call = (method: string, init: RequestInit = {}, token = bench.workspace.botToken): Promise<Response> =>
    fetch(bench.workspace.apiUrl + method, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

  it('is told which scopes the token has, all of them without a manifest, and which it could have used', async () => {
    const { headers } = await call('users.info?user=emma');
    expect(headers.get('x-accepted-oauth-scopes')).toBe('users:read');
    const held = headers.get('x-oauth-scopes')?.split(',') ?? [];
    expect(['chat:write', 'users:read.email', ...READ, ...HISTORY].filter(scope => !held.includes(scope))).toEqual([]);
    const refused = await call('apps.connections.open', { method: 'POST' }, bench.workspace.appToken);
    expect(refused.headers.get('x-oauth-scopes')).toBe('connections:write');
  });

  it.each([
    ['GET', 'auth.test', undefined, undefined, { ok: true }],
    ['POST', 'auth.test', 'application/x-www-form-urlencoded', 'a=b', { ok: true }],
    ['POST', 'auth.test', 'application/json; charset=utf-8', '{}', { ok: true }],
    [
      'POST',
      'auth.test',
      'application/json',
      '{}',
      { ok: true, warning: 'missing_charset', response_metadata: { warnings: ['missing_charset'] } },
    ],
    ['POST', 'auth.test', 'application/json; charset=utf-8', '{"a"', { ok: false, error: 'invalid_json' }],
    ['POST', 'auth.test', 'application/json; charset=utf-8', '[]', { ok: false, error: 'invalid_json' }],
    ['POST', 'chat.shout', 'application/x-www-form-urlencoded', '', { ok: false, error: 'unknown_method' }],
  ])('%s %s as %s: %s is answered with HTTP 200', async (method, name, type, body, expected) => {
    const response = await call(name, {
      method,
      ...(body !== undefined && { body, headers: { 'content-type': type } }),
    });
    const answer = (await response.json()) as Answer;
    expect([response.status, answer]).toEqual([200, expect.objectContaining(expected)]);
    expect('warning' in answer).toBe('warning' in expected);
  });

  it.each(['xoxp-a-person', 'xoxa-old', 'xapp-another'])('with the token %s is refused', async token => {
    expect(await (await call('auth.test', {}, token)).json()).toEqual({ ok: false, error: 'invalid_auth' });
  });

  it('of a method there is not stands in the log', async () => {
    await call('stars.add?channel=C1');
    const { entries } = await bench.page.get('/human/log?since=0');
    expect([...(entries ?? [])].at(-1)).toMatchObject({
      direction: 'from_bot',
      method: 'stars.add',
      payload: { channel: 'C1' },
      ok: false,
      error: 'unknown_method',
    });
  });
});
