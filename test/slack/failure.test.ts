/** Real failures of the real WebClient, against a server that fails as told. */
import { createServer, type ServerResponse } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askingFailureOf, failureOf } from '../../src/slack/failure.ts';
import { slackFetch } from '../../src/slack/reply.ts';

let behave: (response: ServerResponse) => void;
const server = createServer((_, response) => behave(response));
let clientWaiting: (timeout: number) => WebClient;
const now = new Date('2026-12-01T00:00:00Z');
let told: unknown[];
beforeEach(() => {
  told = [];
});
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  clientWaiting = timeout =>
    new WebClient('xoxb-test', {
      slackApiUrl: `http://127.0.0.1:${port}/api/`,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: slackFetch({ info() {}, warn: (_, facts) => void told.push(facts), error() {} }, () => now),
      logger: {
        debug() {},
        info() {},
        warn() {},
        error() {},
        setLevel() {},
        setName() {},
        getLevel: () => 'error',
      } as never,
    });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function faultOf(behaviour: (response: ServerResponse) => void): Promise<unknown> {
  behave = behaviour;
  // Only who says nothing is given up soon.
  return clientWaiting(behaviour === silent ? 200 : 60_000)
    .chat.postMessage({ channel: 'C1', text: 'hello' })
    .then(
      () => 'no fault',
      (fault: unknown) => fault,
    );
}

function silent(): void {}

const says = (error: string, needed?: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error, needed }));
const busy = (headers: Record<string, string>) => (response: ServerResponse) => response.writeHead(429, headers).end();
const limited = (retryAfterMs: number) => ({
  ok: false,
  kind: 'retry',
  error: 'ratelimited',
  retryAfterMs,
  passing: true,
});

it.each<[string, (response: ServerResponse) => void, object]>([
  ['429 with a time', busy({ 'retry-after': '30' }), limited(30_000)],
  ['429 at once', busy({ 'retry-after': '0' }), limited(1_000)],
  ['429 without a time', busy({}), limited(1_000)],
  ['429 with nonsense', busy({ 'retry-after': 'abc' }), limited(1_000)],
  ['a 500', response => response.writeHead(500).end(), { ok: false, kind: 'unknown', passing: true }],
  ['a lost answer', response => response.destroy(), { ok: false, kind: 'unknown', passing: true }],
  ['no answer', silent, { ok: false, kind: 'unknown', passing: true }],
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map(
    (error): [string, (response: ServerResponse) => void, object] => [
      error,
      says(error),
      { ok: false, kind: 'unknown', error },
    ],
  ),
  ['ratelimited', says('ratelimited'), limited(1_000)],
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'invalid_blocks', 'msg_too_long', 'user_disabled'].map(
    (error): [string, (response: ServerResponse) => void, object] => [
      error,
      says(error),
      { ok: false, kind: 'dead', error },
    ],
  ),
  ...[
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'team_disabled',
    'not_allowed_token_type',
  ].map((error): [string, (response: ServerResponse) => void, object] => [
    error,
    says(error),
    { ok: false, kind: 'retry', error, passing: true, barred: true },
  ]),
  [
    'the scope to write missing',
    says('missing_scope', 'chat:write,chat:write.public'),
    { kind: 'retry', error: 'missing_scope: chat:write,chat:write.public', barred: true },
  ],
  [
    'another scope missing',
    says('missing_scope', 'groups:read'),
    { kind: 'dead', error: 'missing_scope: groups:read' },
  ],
])('%s', async (_, behaviour, expected) => {
  expect(failureOf(await faultOf(behaviour))).toMatchObject(expected);
});

const whole =
  (body: string, type = 'application/json') =>
  (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': type }).end(body);
const page = '<html><body>Sign in to the hotel</body></html>';
const cut = '{"ok":true,"channel":"C1","ts":';

describe('a success that is none is an unknown outcome', () => {
  it.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['a page', whole(page, 'text/html'), /HTTP 200, text\/html/],
    ['a page that says it is JSON', whole(page), /HTTP 200/],
    ['nothing', whole(''), /empty/],
    ['a list', whole('[]'), /HTTP 200/],
    ['null', whole('null'), /HTTP 200/],
    ['a number', whole('7'), /HTTP 200/],
    ['a word', whole('"ok"'), /HTTP 200/],
    ['an object that does not say whether it went well', whole('{}'), /HTTP 200/],
    ['an object that says it in words', whole('{"ok":"true"}'), /HTTP 200/],
    ['a refusal without a reason', whole('{"ok":false}'), /HTTP 200/],
    ['a refusal that quotes what was sent', whole('{"ok":false,"error":"bad text: my mother is ill"}'), /HTTP 200/],
    ['half a body', whole(cut), /HTTP 200/],
    ['a body shorter than said', cutOff, /./],
    ['200 MB', flood, /more than/],
    [
      '200 MB, said before',
      response => response.writeHead(200, { 'content-length': '200000000' }).write('{'),
      /more than/,
    ],
    ['a 408', response => response.writeHead(408).end(page), /408/],
    ['a 502 with 200 MB', response => flood(response, 502), /502/],
    ['a 204', response => response.writeHead(204).end(), /204/],
    ['a way to elsewhere', response => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /./],
  ])('%s', async (_, behaviour, says) => {
    const failure = failureOf(await faultOf(behaviour));
    expect(failure).toEqual({ ok: false, kind: 'unknown', passing: true, error: expect.stringMatching(says) });
    expect(failure.error).not.toMatch(/hotel|mother/);
    expect(failure.error.length).toBeLessThan(200);
  });
});

/** Promises 100 bytes, brings some and ends. */
function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write(cut, () => response.destroy());
}

/** Brings 200 MB, as long as somebody takes them. */
function flood(response: ServerResponse, status = 200): void {
  const megabyte = Buffer.alloc(1024 * 1024, ' ');
  let left = 200;
  response.writeHead(status, { 'content-type': 'application/json' });
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(megabyte)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

it.each([
  ['hours', '7200', 900_000],
  ['more than a date can hold', '99999999999999999999', 900_000],
  ['less than nothing', '-5', 1_000],
  ['no number', 'NaN', 1_000],
  ['without end', 'Infinity', 1_000],
  ['a date in 30 s', 'Tue, 01 Dec 2026 00:00:30 GMT', 30_000],
  ['a date in a year', 'Wed, 01 Dec 2027 00:00:00 GMT', 900_000],
  ['a date gone by', 'Mon, 30 Nov 2026 23:59:00 GMT', 1_000],
  ['words', 'after the holidays', 1_000],
  ['a fraction', '1.5', 2_000],
])('a pause of %s is bounded, and told where it was not taken as it stands', async (_, asked, retryAfterMs) => {
  expect(failureOf(await faultOf(busy({ 'retry-after': asked })))).toEqual(limited(retryAfterMs));
  const isPlain = /^\d+$/.test(asked) && Number(asked) * 1000 === retryAfterMs;
  expect(told).toEqual(isPlain ? [] : [{ asked: asked.slice(0, 60), waits: retryAfterMs / 1000 }]);
});

it('a pause asked for in the body is kept as well', async () => {
  const body = JSON.stringify({ ok: false, error: 'ratelimited' });
  const busyInWords = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json', 'retry-after': '7200' }).end(body);
  expect(failureOf(await faultOf(busyInWords))).toEqual(limited(900_000));
});

it('nothing was sent by a call that only asked', async () => {
  expect(askingFailureOf(await faultOf(response => response.destroy()))).toMatchObject({
    kind: 'retry',
    passing: true,
  });
  expect(askingFailureOf(await faultOf(says('missing_scope')))).toMatchObject({ kind: 'dead' });
});

it.each([undefined, null, 'thrown text', new TypeError('ours')])('%s is no answer of Slack’s', fault => {
  expect(failureOf(fault)).toMatchObject({ ok: false, kind: 'unknown' });
});
