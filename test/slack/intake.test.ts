/** The HTTP door against whoever is not Slack, entered by raw requests. */
import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

async function send(shape: Shape): Promise<number> {
  const { body = 'command=%2Fleave&text=list', path = '/slack/events', method = 'POST' } = shape;
  const timestamp = shape.timestamp ?? String(now.getTime() / 1000 - (shape.age ?? 0));
  const hash = createHmac('sha256', shape.secret ?? signingSecret)
    .update(`v0:${timestamp}:`)
    .update(body)
    .digest('hex');
  const response = await fetch(url + path, {
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
    ['an interaction', { body: `payload=${encodeURIComponent('{"type":"block_actions"}')}` }],
    ['an event', { body: '{"type":"event_callback"}', type: json }],
    ['with a charset', { type: 'application/x-www-form-urlencoded; charset=utf-8' }],
    ['299 s old', { age: 299 }],
  ])('%s is handed on', async (_, shape) => {
    expect([await send(shape), taken.length]).toEqual([200, 1]);
    expect(taken[0]?.type).not.toContain(';');
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
