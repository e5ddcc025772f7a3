/** Real failures of the real WebClient, against a server that fails as told. */
import { createServer, type ServerResponse } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askingFailureOf, failureOf } from '../../src/slack/failure.ts';

let behave: (response: ServerResponse) => void;
const server = createServer((_, response) => behave(response));
let client: WebClient;
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  client = new WebClient('xoxb-test', {
    slackApiUrl: `http://127.0.0.1:${port}/api/`,
    timeout: 200,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
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
  return client.chat.postMessage({ channel: 'C1', text: 'hello' }).then(
    () => 'no fault',
    (fault: unknown) => fault,
  );
}

const says = (error: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error }));
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
  ['no answer', () => {}, { ok: false, kind: 'unknown', passing: true }],
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map(
    (error): [string, (response: ServerResponse) => void, object] => [
      error,
      says(error),
      { ok: false, kind: 'unknown', error },
    ],
  ),
  ['ratelimited', says('ratelimited'), { ok: false, kind: 'retry', error: 'ratelimited', passing: true }],
  ...[
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'invalid_auth',
    'invalid_blocks',
    'msg_too_long',
    'user_disabled',
  ].map((error): [string, (response: ServerResponse) => void, object] => [
    error,
    says(error),
    { ok: false, kind: 'dead', error },
  ]),
])('%s', async (_, behaviour, expected) => {
  expect(failureOf(await faultOf(behaviour))).toMatchObject(expected);
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
