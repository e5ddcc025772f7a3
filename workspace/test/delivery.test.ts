import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Answer, type Bench, clientOf, openWithApp, openWorkspace } from './bench.ts';

const entriesOf = async (bench: Bench): Promise<Answer[]> => [
  ...((await bench.page.get('/human/log?since=0')).entries ?? []),
];

describe('HTTP delivery', () => {
  it('is signed, answered and measured', async () => {
    const bench = await openWorkspace({ delivery: 'http' });
    const { signingSecret, botToken, apiUrl } = bench.workspace;
    const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR, customRoutes: [] });
    const app = new App({
      token: botToken,
      receiver,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: apiUrl },
      convoStore: false,
      deferInitialization: true,
    });
    const heard: string[] = [];
    app.command('/hi', ({ ack }) => ack('hello'));
    app.command('/form', ({ ack }) => ack({ text: 'form', response_type: 'in_channel' }));
    app.event('app_mention', async ({ event }) => void heard.push(event.text));
    app.action('go', async ({ ack }) => ack());
    await app.init();
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    const address = server?.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const say = (command: string) => bench.page.post('/human/command', { user: 'alice', channel: 'general', command });
    expect(await say('/hi')).toMatchObject({ ok: false, error: 'dispatch_failed' });
    bench.workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    expect(await say('/hi')).toMatchObject({ ok: true, response: { text: 'hello', response_type: 'ephemeral' } });
    expect(await say('/form')).toMatchObject({ ok: true, response: { text: 'form', response_type: 'in_channel' } });
    await bench.page.post('/human/message', { user: 'alice', channel: 'general', text: '@app are you there?' });
    await bench.workspace.settled(60);
    expect(heard).toEqual(['<@U0LOCALAPP> are you there?']);
    const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'x' } };
    const { ts } = await bench.client.chat.postMessage({
      channel: '#general',
      text: 'x',
      blocks: [{ type: 'actions', elements: [button] }] as never,
    });
    expect(
      await bench.page.post('/human/click', { user: 'bob', channel: 'general', ts, action_id: 'go' }),
    ).toMatchObject({ ok: true });
    await app.stop();
    await bench.stop();
  });
});

describe('HTTP answers', () => {
  it.each([
    [200, 'text/plain', 'said', { ok: true, response: { text: 'said' } }],
    [200, 'application/json', '{"text":"json"}', { ok: true, response: { text: 'json' } }],
    [200, 'text/plain', '', { ok: true, ack_ms: expect.any(Number) }],
    [500, 'text/plain', 'oops', { ok: false, error: 'dispatch_failed' }],
    [302, 'text/plain', '', { ok: false, error: 'dispatch_failed' }],
  ])('%i %s %j', async (status, type, body, expected) => {
    const bench = await openWorkspace({ delivery: 'http' });
    const app = createServer((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
    await new Promise<void>(resolve => app.listen(0, '127.0.0.1', resolve));
    const address = app.address();
    bench.workspace.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    const answer = await bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/hi' });
    expect(answer).toMatchObject(expected);
    app.closeAllConnections();
    app.close();
    await bench.stop();
  });
});

describe('Socket Mode', () => {
  it('takes sockets in turn, and connects again after a disconnect', async () => {
    const heard: number[] = [];
    const open = (name: string, number: number, beside?: Bench) =>
      openWithApp(app => app.command('/hi', ({ ack }) => ack(`${name} ${heard.push(number)}`)), {}, beside, 1_500);
    const first = await open('first', 1);
    const second = await open('second', 2, first);
    const say = () => first.page.post('/human/command', { user: 'alice', channel: 'general', command: '/hi' });
    for (let times = 0; times < 4; times += 1) expect(await say()).toMatchObject({ ok: true });
    expect([...heard].sort()).toEqual([1, 1, 2, 2]);
    await second.app.stop();
    await first.page.post('/human/fault', { kind: 'disconnect' });
    const connected = async (): Promise<number> =>
      (await entriesOf(first)).filter(({ method }) => method === 'apps.connections.open').length;
    await expect.poll(connected, { timeout: 10_000 }).toBeGreaterThan(2);
    await expect.poll(async () => (await say()).ok, { timeout: 10_000 }).toBe(true);
    await first.stop();
  });

  it('refuses a connection without a ticket, or with a used one', async () => {
    const bench = await openWorkspace();
    const { appToken, apiUrl } = bench.workspace;
    const headers = { authorization: `Bearer ${appToken}` };
    const { url } = (await (
      await fetch(`${apiUrl}apps.connections.open`, { method: 'POST', headers })
    ).json()) as Answer;
    const hello = (to: string) =>
      new Promise<unknown>(resolve => {
        const socket = new WebSocket(to);
        socket.onmessage = ({ data }) => {
          resolve(JSON.parse(String(data)).type);
          socket.close();
        };
        socket.onerror = () => resolve('refused');
      });
    const ticket = String(url);
    expect([await hello(ticket), await hello(ticket), await hello(ticket.replace(/ticket=[^&]*/, ''))]).toEqual([
      'hello',
      'refused',
      'refused',
    ]);
    await bench.stop();
  });

  it('delivers a thing twice when asked to, under the same envelope', async () => {
    const seen: string[] = [];
    const bench = await openWithApp(app => {
      app.command('/hi', async ({ ack, body }) => {
        seen.push(body.trigger_id);
        await ack('hi');
      });
      app.event('app_mention', async ({ body }) => void seen.push(body.event_id));
    });
    await bench.page.post('/human/fault', { kind: 'redeliver', count: 2 });
    await bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/hi' });
    await bench.workspace.settled(60);
    expect(seen).toEqual([seen[0], seen[0]]);
    await bench.page.post('/human/fault', { kind: 'redeliver', method: 'app_mention' });
    await bench.page.post('/human/message', { user: 'alice', channel: 'general', text: 'hey @app!' });
    await bench.workspace.settled(60);
    expect(seen.slice(2)).toEqual([seen[2], seen[2]]);
    await bench.stop();
  });
});

describe('ordered faults', () => {
  it('strike the next calls as Slack fails, and are written down', async () => {
    const bench = await openWorkspace();
    const post = async (text: string): Promise<unknown> => {
      const answer = clientOf(bench.workspace, 300).chat.postMessage({ channel: '#general', text });
      return answer.then(
        ({ ok }) => ok,
        error => error.data?.error ?? error.retryAfter ?? error.statusCode ?? error.code,
      );
    };
    const order = (kind: string) => bench.page.post('/human/fault', { kind, method: 'chat.postMessage' });
    const results: unknown[] = [];
    for (const kind of ['429', '500', 'timeout', 'drop-after-accept', 'internal_error', 'slow']) {
      await order(kind);
      results.push(await post(kind));
    }
    expect(results).toEqual([
      1,
      500,
      'slack_webapi_request_error',
      'slack_webapi_request_error',
      'internal_error',
      'slack_webapi_request_error',
    ]);
    await bench.workspace.settled(60);
    const { messages } = await bench.page.get('/human/messages?user=alice&channel=general');
    expect([...(messages ?? [])].map(({ text }) => String(text))).toEqual([
      '500',
      'timeout',
      'drop-after-accept',
      'slow',
    ]);
    const faults = (await entriesOf(bench))
      .filter(({ method }) => method === 'chat.postMessage')
      .map(({ fault }) => String(fault));
    expect(faults).toEqual(['429', '500', 'timeout', 'drop-after-accept', 'internal_error', 'slow']);
    expect(await post('fine')).toBe(true);
    expect(await bench.page.post('/human/fault', { kind: 'earthquake' })).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
    });
    await bench.stop();
  });
});

describe('the log', () => {
  it('shows calls and deliveries with their times, and no secret', async () => {
    const bench = await openWithApp(app => app.command('/hi', ({ ack }) => ack('hi')));
    await bench.page.post('/human/command', {
      user: 'alice',
      channel: 'planning',
      command: '/hi',
      text: bench.workspace.botToken,
    });
    const entries = await entriesOf(bench);
    expect(entries.map(({ direction, method, type }) => `${direction} ${method ?? type}`)).toEqual(
      ['from_bot auth.test', 'from_bot apps.connections.open', 'to_bot slash_commands', 'to_bot message'].slice(
        0,
        entries.length,
      ),
    );
    const delivery = entries.find(({ type }) => type === 'slash_commands');
    expect(delivery).toMatchObject({
      ok: true,
      answer: { text: 'hi' },
      ack_ms: expect.any(Number),
      payload: { command: '/hi', text: '[redacted]' },
    });
    const text = JSON.stringify(entries);
    const { botToken, appToken, signingSecret } = bench.workspace;
    for (const secret of [botToken, appToken, signingSecret, 'xox', 'xapp']) expect(text).not.toContain(secret);
    const last = Number(entries.at(-1)?.seq);
    expect((await bench.page.get(`/human/log?since=${last}`)).entries).toEqual([]);
    await bench.stop();
  });
});
