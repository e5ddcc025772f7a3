/** The HTTP door against whoever is not Slack, entered by raw requests. */
import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openIntake } from '../../src/slack/intake.ts';

const signingSecret = '0123456789abcdef0123456789abcdef';
const now = new Date('2026-12-01T00:00:00Z');

let server: Server;
let url: string;
let taken: { body: string; type: string | undefined }[];
beforeAll(async () => {
  const log = { info() {}, warn() {}, error() {} };
  const bolt = (request: unknown, response: { end(text: string): void }) => {
    const { rawBody, headers } = request as { rawBody: Buffer; headers: Record<string, string> };
    taken.push({ body: rawBody.toString(), type: headers['content-type'] });
    response.end('from bolt');
  };
  server = openIntake(bolt as never, { signingSecret, wallClock: { now: () => now }, log });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  taken = [];
});

const command = new URLSearchParams({
  ...{ command: '/leave', text: 'list', user_id: 'U1', team_id: 'T1' },
  ...{ channel_id: 'C1', trigger_id: '1.1', response_url: 'https://hooks.slack.com/1' },
}).toString();
const interaction = JSON.stringify({
  ...{ type: 'block_actions', user: { id: 'U1' }, team: { id: 'T1' }, trigger_id: '1.2' },
  actions: [{ type: 'button', action_id: 'approval.approve', value: '1' }],
});
const event = JSON.stringify({
  ...{ type: 'event_callback', event_id: 'E1', team_id: 'T1' },
  event: { type: 'app_home_opened', user: 'U1', tab: 'home' },
});

interface Shape {
  body?: string | Buffer;
  type?: string;
  age?: number;
  timestamp?: string;
  signature?: string;
  secret?: string;
  path?: string;
  method?: string;
}

async function send(shape: Shape, to = url): Promise<number> {
  const { body = command, path = '/slack/events', method = 'POST' } = shape;
  const timestamp = shape.timestamp ?? String(now.getTime() / 1000 - (shape.age ?? 0));
  const hash = createHmac('sha256', shape.secret ?? signingSecret)
    .update(`v0:${timestamp}:`)
    .update(body)
    .digest('hex');
  const response = await fetch(to + path, {
    method,
    headers: {
      'content-type': shape.type ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': shape.signature ?? `v0=${hash}`,
    },
    ...(method === 'GET' ? {} : { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

const json = 'application/json';

describe('what Slack sends', () => {
  it.each<[string, Shape]>([
    ['a command', {}],
    ['an interaction', { body: `payload=${encodeURIComponent(interaction)}` }],
    ['an event', { body: event, type: json }],
    ['the handshake', { body: '{"type":"url_verification","challenge":"c"}', type: json }],
    ['with a charset', { type: 'application/x-www-form-urlencoded; charset=utf-8' }],
    ['299 s old', { age: 299 }],
  ])('%s is handed on', async (_, shape) => {
    expect([await send(shape), taken.length]).toEqual([200, 1]);
    expect(taken[0]?.type).not.toContain(';');
  });

  it('of too many events is answered, and there is nothing to take', async () => {
    const body = '{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1796083200}';
    expect([await send({ body, type: json }), taken.length]).toEqual([200, 0]);
  });

  it('when it checks the certificate is answered, and nothing smuggled along is taken', async () => {
    const body = 'ssl_check=1&command=%2Fleave&payload=%7B%7D';
    expect([await send({ body, signature: 'none' }), taken.length]).toEqual([200, 0]);
  });
});

describe('what Slack does not send', () => {
  it.each<[string, number, Shape]>([
    ['another secret', 401, { secret: 'another secret of 32 characters.' }],
    ['no signature', 401, { signature: '' }],
    ['a short signature', 401, { signature: 'v0=00' }],
    ['a signature of zeros', 401, { signature: `v0=${'0'.repeat(64)}` }],
    ['another version', 401, { signature: `v1=${'0'.repeat(64)}` }],
    ['301 s old', 401, { age: 301 }],
    ['301 s from the future', 401, { age: -301 }],
    ['a year from the future', 401, { age: -31_536_000 }],
    ['no time', 401, { timestamp: '' }],
    ['no number for a time', 401, { timestamp: 'NaN' }],
    ['another path', 404, { path: '/slack/events/../admin' }],
    ['the root', 404, { path: '/' }],
    ['a GET', 404, { method: 'GET' }],
    ['signed null', 400, { body: 'null', type: json }],
    ['a signed null payload', 400, { body: 'payload=null' }],
    ['a signed list', 400, { body: '[]', type: json }],
    ['signed nonsense', 400, { body: '{', type: json }],
    ['a signed nonsense payload', 400, { body: 'payload=%7B' }],
    ['unsigned null', 401, { body: 'null', type: json, signature: 'none' }],
    ['a megabyte', 413, { body: Buffer.alloc(1024 * 1024, 'a') }],
  ])('%s is answered %i and goes no further', async (_, status, shape) => {
    expect([await send(shape), taken.length]).toEqual([status, 0]);
  });

  it('a body changed after it was signed', async () => {
    const signature = `v0=${createHmac('sha256', signingSecret).update('v0:0:amount=1').digest('hex')}`;
    expect(await send({ body: 'amount=9', signature })).toBe(401);
  });

  it('a body that never ends is not waited for', async () => {
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    const answer = new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())));
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na');
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    socket.destroy();
  });

  it('a body that breaks off ends nothing but itself', async () => {
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>(resolve => socket.once('connect', () => resolve()));
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na');
    socket.destroy();
    expect(await send({})).toBe(200);
  });
});

describe('a crowd of strangers', () => {
  const limits = { headersMs: 300, requestMs: 400, lookMs: 50, connections: 20 };
  let crowded: Server;
  let port: number;
  let logged: [event: string, facts: unknown][];
  beforeEach(async () => {
    logged = [];
    const warn = (event: string, facts?: unknown) => void logged.push([event, facts]);
    const bolt = (_: unknown, response: { end(): void }) => response.end();
    crowded = openIntake(bolt as never, {
      ...{ signingSecret, wallClock: { now: () => now }, limits },
      log: { info() {}, warn, error: warn },
    });
    await new Promise<void>(resolve => crowded.listen(0, '127.0.0.1', resolve));
    port = (crowded.address() as { port: number }).port;
  });
  afterEach(() => {
    crowded.closeAllConnections();
    crowded.close();
  });

  const deliver = () => send({}, `http://127.0.0.1:${port}`);
  /** A connection that says this much and no more; resolves when it was closed. */
  const say = (text: string): Promise<void> => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('error', () => {}).resume();
    return new Promise(resolve => void socket.once('close', () => resolve()));
  };

  it.each([
    ['nothing', ''],
    ['a letter', 'P'],
    ['a line', 'POST /slack/events HTTP/1.1\r\n'],
    ['headers without an end', 'POST /slack/events HTTP/1.1\r\nHost: x\r\nA: b'],
    ['headers and no body', 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n'],
    ['a chunk without its end', 'POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na'],
    ['what is no HTTP', '\u0016\u0003\u0001'],
  ])('of 800 connections that say %s few are open at once, all are closed, and Slack is heard', async (_, text) => {
    let most = 0;
    crowded.on('connection', () => crowded.getConnections((__, open) => (most = Math.max(most, open))));
    await Promise.all(Array.from({ length: 800 }, () => say(text)));
    expect(most).toBeLessThanOrEqual(limits.connections);
    expect(await deliver()).toBe(200);
  });

  it('without a signature is told in one line, the rest with how many they were', async () => {
    const stranger = () => send({ signature: 'none' }, `http://127.0.0.1:${port}`);
    for (let sent = 0; sent < 300; sent += 1) expect(await stranger()).toBe(401);
    await new Promise(resolve => crowded.close(resolve));
    const times = logged.map(([event, facts]) => [event, (facts as { times: number }).times]);
    expect(times[0]).toEqual(['intake.refused', 1]);
    expect(times.reduce((sum, [, each]) => sum + Number(each), 0)).toBe(300);
  });
});
