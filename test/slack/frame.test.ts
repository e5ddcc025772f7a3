/** Nonsense over the WebSocket of Socket Mode, sent to the real client: it breaks nothing, and what comes next is served. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Connection, connect } from '../../src/slack/connect.ts';
import { isFrame } from '../../src/slack/frame.ts';

let slack: Server;
let sockets: WebSocketServer;
let socket: WebSocket;
let opened = 0;
let connection: Connection;
const acknowledged: string[] = [];
const logged: [event: string, facts: Record<string, unknown> | undefined][] = [];
const unhandled: unknown[] = [];
const notice = (fault: unknown) => void unhandled.push(fault);

beforeAll(async () => {
  process.on('unhandledRejection', notice);
  sockets = new WebSocketServer({ noServer: true });
  slack = createServer((request, response) => {
    const { port } = slack.address() as { port: number };
    const answer = request.url?.endsWith('apps.connections.open')
      ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
      : { ok: true, bot_id: 'B1', user_id: 'U0BOT', team_id: 'T1' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  slack.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, welcomed => {
      opened += 1;
      socket = welcomed;
      socket.on('message', data =>
        acknowledged.push((JSON.parse(String(data)) as { envelope_id: string }).envelope_id),
      );
      socket.send('{"type":"hello"}');
    }),
  );
  await new Promise<void>(resolve => slack.listen(0, '127.0.0.1', resolve));
  const line = (event: string, facts?: Record<string, unknown>) => void logged.push([event, facts]);
  connection = connect(
    'xoxb-1',
    { mode: 'socket', appToken: 'xapp-1' },
    {
      slackApiUrl: `http://127.0.0.1:${(slack.address() as { port: number }).port}/api/`,
      callMs: 60_000,
      wallClock: { now: () => new Date('2026-12-01T00:00:00Z') },
      log: { info: line, warn: line, error: line },
    },
  );
  connection.app.command(/.*/, ({ ack }) => ack());
  await connection.start();
});
afterAll(async () => {
  await connection.stop();
  sockets.close();
  slack.closeAllConnections();
  await new Promise(resolve => slack.close(resolve));
  process.off('unhandledRejection', notice);
});

const command = {
  ...{ command: '/leave', text: 'list', user_id: 'U1', team_id: 'T1', channel_id: 'C1', trigger_id: '1.1' },
  response_url: 'https://hooks.slack.com/1',
};
const envelope = (id: string, more: object = {}) =>
  JSON.stringify({ type: 'slash_commands', envelope_id: id, payload: command, ...more });
const event = (told: unknown) =>
  envelope('bad', { type: 'events_api', payload: { type: 'event_callback', event_id: 'E1', event: told } });

const NONSENSE: [what: string, frame: string][] = [
  ['null', 'null'],
  ['a number', '7'],
  ['a word', '"hello"'],
  ['true', 'true'],
  ['a list', '[]'],
  ['nothing', ''],
  ['no JSON', '{"type":'],
  ['no type', '{}'],
  ['null for a type', '{"type":null}'],
  ['__proto__ for a type', '{"type":"__proto__","envelope_id":"bad","payload":{}}'],
  ['an unknown type', envelope('bad', { type: 'hello2' })],
  ['no envelope', envelope('')],
  ['a number for an envelope', JSON.stringify({ type: 'slash_commands', envelope_id: 7, payload: command })],
  ['no payload', envelope('bad', { payload: undefined })],
  ['null for a payload', envelope('bad', { payload: null })],
  ['a number for a payload', envelope('bad', { payload: 7 })],
  ['a list for a payload', envelope('bad', { payload: [] })],
  ['a command where interactions come', envelope('bad', { type: 'interactive' })],
  ['no payload where events come', envelope('bad', { type: 'events_api', payload: undefined })],
  ['no event', event(undefined)],
  ['null for an event', event(null)],
  ['a number for an event', event(7)],
  ['an event without a type', event({ user: 'U1' })],
  ['an event in null', event({ type: 'message', channel: null })],
  // The library tells itself of these under the names they bear.
  ...['disconnected', 'close', 'error', 'ws_message', 'slack_event', 'connected'].flatMap(
    (name): [string, string][] => [
      [`a type called ${name}`, envelope('bad', { type: name })],
      [`an event called ${name}`, event({ type: name })],
    ],
  ),
];

describe('a frame of nonsense', () => {
  it.each(NONSENSE)('%s breaks nothing, and the next is served', async (what, frame) => {
    expect(isFrame(frame)).toBe(false);
    socket.send(frame);
    socket.send(envelope(what));
    await expect.poll(() => acknowledged).toContain(what);
  });

  it('of bytes breaks nothing either', async () => {
    socket.send(Buffer.from('null'));
    socket.send(envelope('after bytes'));
    await expect.poll(() => acknowledged).toContain('after bytes');
  });

  it('is not acknowledged, costs no connection and is told of without its words', async () => {
    await connection.stop();
    expect(acknowledged).not.toContain('bad');
    expect([opened, unhandled]).toEqual([1, []]);
    const told = logged.filter(([name]) => name === 'socket.nonsense');
    expect(told.reduce((sum, [, facts]) => sum + Number(facts?.times), 0)).toBe(NONSENSE.length + 1);
    expect(new Set(logged.map(([name]) => name))).toEqual(new Set(['socket.nonsense']));
  });
});
