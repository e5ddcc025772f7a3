import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, LogLevel, SocketModeClient } from '@slack/socket-mode';
import { afterEach, expect, it } from 'vitest';
import { type Bench, openWorkspace } from './bench.ts';

type Envelope = { ack(answer?: object): Promise<void>; body: Record<string, unknown>; retry_num?: number };

const clients: SocketModeClient[] = [];
let bench: Bench;
afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.disconnect()));
  await bench.stop();
});

/** A client by itself, as one uses it without Bolt; `lines` is what it logged. */
async function connect(lines: string[] = [], more: object = {}): Promise<SocketModeClient> {
  const line = (...words: unknown[]): void => void lines.push(words.join(' '));
  const logger: Logger = {
    debug: line,
    info: line,
    warn: line,
    error: line,
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
  const { appToken, apiUrl } = bench.workspace;
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 100, minTimeout: 20, maxTimeout: 50 } };
  const client = new SocketModeClient({ appToken, logger, clientPingTimeout: 200, clientOptions, ...more });
  clients.push(client);
  await client.start();
  return client;
}

const next = (client: SocketModeClient, event: string): Promise<Envelope> =>
  new Promise(resolve => client.once(event, resolve));
const command = (text: string) =>
  bench.page.post('/human/command', { user: 'alice', channel: 'general', command: '/ask', text });

it('connects, hears of everything and answers in the acknowledgement', async () => {
  bench = await openWorkspace();
  const client = await connect();
  client.on('slash_commands', ({ ack, body }: Envelope) => ack({ text: `You ask ${body.text}` }));
  expect((await command('why')).response).toMatchObject({ text: 'You ask why', response_type: 'ephemeral' });
  const message = next(client, 'message');
  const event = next(client, 'slack_event');
  await bench.page.post('/human/message', { user: 'alice', channel: 'general', text: 'hello' });
  const { ack, body } = await message;
  await ack();
  expect(body).toMatchObject({ type: 'event_callback', event: { type: 'message', text: 'hello', user: 'UALICE' } });
  expect(await event).toMatchObject({ type: 'events_api', retry_num: 0, accepts_response_payload: false });
});

it('shares the work with a second client', async () => {
  bench = await openWorkspace();
  const heard = [0, 0];
  for (const index of [0, 1]) {
    const client = await connect();
    client.on('slash_commands', async ({ ack }: Envelope) => {
      heard[index] = (heard[index] ?? 0) + 1;
      await ack();
    });
  }
  for (let n = 0; n < 4; n += 1) expect(await command('')).toMatchObject({ ok: true });
  expect(heard).toEqual([2, 2]);
});

it('connects again when it is sent away', async () => {
  bench = await openWorkspace();
  const client = await connect();
  client.on('slash_commands', ({ ack }: Envelope) => ack({ text: 'still here' }));
  const connected = new Promise(resolve => client.once('connected', resolve));
  await bench.page.post('/human/fault', { kind: 'disconnect' });
  await connected;
  expect((await command('')).response).toMatchObject({ text: 'still here' });
});

it('finds the workspace again after that was started anew', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'workspace-'));
  bench = await openWorkspace({ directory });
  const { port } = bench.workspace;
  const client = await connect();
  client.on('slash_commands', ({ ack }: Envelope) => ack({ text: 'found you' }));
  const reconnecting = new Promise(resolve => client.once('reconnecting', resolve));
  await bench.stop();
  await reconnecting;
  const connected = new Promise(resolve => client.once('connected', resolve));
  bench = await openWorkspace({ directory, port });
  await connected;
  expect((await command('')).response).toMatchObject({ text: 'found you' });
  rmSync(directory, { recursive: true });
});

it('has its pings answered and stays', async () => {
  bench = await openWorkspace();
  const lines: string[] = [];
  const client = await connect(lines, { pingPongLoggingEnabled: true });
  let closed = 0;
  client.on('close', () => {
    closed += 1;
  });
  await expect
    .poll(() => lines.filter(line => line.includes('received pong')).length, { timeout: 5_000 })
    .toBeGreaterThan(5);
  expect([closed, lines.filter(line => /wasn't received|timeout/.test(line))]).toEqual([0, []]);
});

it('gets response URLs that take what a webhook client sends', async () => {
  bench = await openWorkspace();
  const client = await connect();
  const asked = next(client, 'slash_commands');
  client.on('slash_commands', ({ ack }: Envelope) => ack());
  await command('');
  const url = String((await asked).body.response_url);
  const send = async (body: string): Promise<[number, string]> => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body });
    return [response.status, await response.text()];
  };
  expect(await send(JSON.stringify({ text: 'first' }))).toEqual([200, 'ok']);
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'Second' } }];
  expect(await send(JSON.stringify({ response_type: 'in_channel', text: 'second', blocks }))).toEqual([200, 'ok']);
  expect(await send('not json')).toEqual([400, JSON.stringify({ ok: false, error: 'invalid_payload' })]);
  expect(await send('{}')).toEqual([500, JSON.stringify({ ok: false, error: 'no_text' })]);
  const { messages } = await bench.page.get('/human/messages?user=emma&channel=general');
  expect([...(messages ?? [])]).toMatchObject([{ text: 'second', blocks: [{ ...blocks[0] }] }]);
});
