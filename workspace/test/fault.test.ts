import { type LogLevel, WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Bench, clientOf, openWorkspace } from './bench.ts';
import { address, connect } from './raw-socket.ts';

let bench: Bench;
let now = 0;
beforeAll(async () => {
  bench = await openWorkspace({ elapsed: () => now });
});
afterAll(() => bench.stop());
afterEach(() => bench.page.post('/human/fault/cancel', {}));

const order = (fault: object): Promise<Answer> => bench.page.post('/human/fault', fault);
const waiting = async (): Promise<unknown> => (await bench.page.get('/human/fault')).faults;
const texts = async (): Promise<string[]> =>
  [...((await bench.page.get('/human/messages?user=alice&channel=general')).messages ?? [])].map(({ text }) =>
    String(text),
  );

/** What the official client makes of a post: `true`, or the error it throws. */
async function post(text: string, client = clientOf(bench.workspace, 1_000)): Promise<unknown> {
  return client.chat.postMessage({ channel: '#general', text }).then(
    ({ ok }) => ok,
    error => error.data?.error ?? error.retryAfter ?? error.code ?? error.message.replace(/ \(.*$/, ''),
  );
}

const UNTIMED = 'Retry header did not contain a valid timeout';

describe('a call fails', () => {
  it.each<[string, object, unknown, boolean]>([
    ['too soon, with half a minute to wait', { kind: '429', retry_after: 30 }, 30, false],
    ['too soon, with nothing to wait', { kind: '429', retry_after: 0 }, 0, false],
    ['too soon, without saying how long', { kind: '429', retry_after: null }, UNTIMED, false],
    ['too soon, with nonsense for a time', { kind: '429', retry_after: 'abc' }, UNTIMED, false],
    ['with an error of Slack’s', { kind: 'error', error: 'is_archived' }, 'is_archived', false],
    ['with the connection cut before', { kind: 'drop-before-accept' }, 'slack_webapi_request_error', false],
    ['with the connection cut afterwards', { kind: 'drop-after-accept' }, 'slack_webapi_request_error', true],
    ['with an answer that is no JSON', { kind: 'garbage' }, expect.stringContaining('<html>'), true],
  ])('%s', async (text, fault, expected, isDone) => {
    await order({ ...fault, method: 'chat.postMessage' });
    const outcome = await post(text);
    expect(outcome).toEqual(expected);
    expect((await texts()).includes(text)).toBe(isDone);
    expect(await waiting()).toEqual([]);
    expect(await post(`${text}, again`)).toBe(true);
  });

  it('over the wire as Slack’s edge and its methods answer', async () => {
    const { apiUrl, botToken } = bench.workspace;
    const call = async (): Promise<unknown[]> => {
      const response = await fetch(`${apiUrl}auth.test`, { headers: { authorization: `Bearer ${botToken}` } });
      return [response.status, response.headers.get('retry-after'), (await response.text()).slice(0, 40)];
    };
    await order({ kind: '429', retry_after: null });
    await order({ kind: '429', retry_after: 'abc' });
    await order({ kind: 'garbage' });
    await order({ kind: 'error', error: 'invalid_auth' });
    expect([await call(), await call(), await call(), await call()]).toEqual([
      [429, null, '{"ok":false,"error":"ratelimited"}'],
      [429, 'abc', '{"ok":false,"error":"ratelimited"}'],
      [200, null, '<html><body>This is not the page you are'],
      [200, null, '{"ok":false,"error":"invalid_auth"}'],
    ]);
  });

  it('for a number of seconds, and no longer', async () => {
    await order({ kind: 'error', error: 'fatal_error', seconds: 20, method: 'chat.postMessage' });
    expect([await post('a'), await post('b')]).toEqual(['fatal_error', 'fatal_error']);
    now += 15_500;
    expect(await waiting()).toEqual([
      { id: expect.any(Number), kind: 'error', error: 'fatal_error', method: 'chat.postMessage', seconds_left: 5 },
    ]);
    now += 5_000;
    expect([await waiting(), await post('c')]).toEqual([[], true]);
  });

  it('in the order in which the faults were ordered, and the default client waits and tries again', async () => {
    await order({ kind: '429', retry_after: 1, method: 'chat.postMessage' });
    await order({ kind: '500', method: 'chat.postMessage' });
    const silent = 'error' as LogLevel;
    const patient = new WebClient(bench.workspace.botToken, {
      slackApiUrl: bench.workspace.apiUrl,
      logLevel: silent,
      retryConfig: { retries: 2, minTimeout: 10 },
    });
    expect(await post('patience', patient)).toBe(true);
    // The answer 500 came after the message was taken: the client's second try is a second copy, as on Slack.
    expect((await texts()).filter(text => text === 'patience')).toHaveLength(2);
  }, 10_000);
});

describe('faults', () => {
  it('are listed with their numbers, and called off one by one or all together', async () => {
    const { id } = await order({ kind: 'timeout', count: 3 });
    await order({ kind: 'late-ack', method: 'slash_commands', seconds: 60 });
    expect(await waiting()).toEqual([
      { id, kind: 'timeout', count: 3 },
      { id: Number(id) + 1, kind: 'late-ack', method: 'slash_commands', seconds_left: 60 },
    ]);
    expect((await bench.page.post('/human/fault/cancel', { id })).faults).toHaveLength(1);
    expect(await bench.page.post('/human/fault/cancel', { id })).toEqual({
      ok: false,
      error: 'fault_not_found',
      message: `There is no fault ${id} waiting.`,
    });
    expect(await bench.page.post('/human/fault/cancel', {})).toEqual({ ok: true, faults: [] });
    await order({ kind: '500', count: 2 });
    expect(await order({ kind: '500', count: 0 })).toEqual({ ok: true, faults: [] });
  });

  it.each([
    [{ kind: 'error' }, 'The kind "error" needs the field "error": which of Slack’s errors to answer with.'],
    [
      { kind: 'error', error: 'No such thing!' },
      'The field "error" is not right: an error is a word like invalid_auth.',
    ],
    [{ kind: 'error', error: 'ratelimited' }, 'A call that came too soon is the kind "429", not an error.'],
    [{ kind: '500', error: 'invalid_auth' }, 'The field "error" belongs to the kind "error" only.'],
    [{ kind: 'slow', retry_after: 3 }, 'The field "retry_after" belongs to the kind "429" only.'],
    [{ kind: 'redeliver', reason: 'warning' }, 'The field "reason" belongs to the kind "disconnect" only.'],
    [{ kind: '429', retry_after: 'a\nb' }, 'The field "retry_after" is not right: a header holds printable ASCII.'],
    [{ kind: '429', count: 1, seconds: 5 }, 'Give either count or seconds.'],
    [
      { kind: 'silent-socket', method: 'auth.test' },
      'The kind "silent-socket" strikes connections; it takes no method.',
    ],
    [
      { kind: 'disconnect', seconds: 5 },
      'A disconnect happens at once; refuse-connection keeps the app away for a number of seconds.',
    ],
  ])('like %j are refused in a sentence', async (fault, message) => {
    expect(await order(fault)).toEqual({ ok: false, error: 'invalid_arguments', message });
    expect(await waiting()).toEqual([]);
  });
});

describe('deliveries and connections', () => {
  const plug = async () => connect(await address(bench.workspace));
  const command = (): Promise<Answer> =>
    bench.page.post('/human/command', { user: 'emma', channel: 'general', command: '/hi' });

  beforeEach(() => bench.workspace.settled(60));

  it('an acknowledgement that is lost leaves the person with Slack’s words, and an event is sent again', async () => {
    const socket = await plug();
    await order({ kind: 'late-ack', count: 2 });
    socket.socket.on('message', data => {
      const { envelope_id } = JSON.parse(String(data));
      if (envelope_id) socket.acknowledge(envelope_id, { text: 'in vain' });
    });
    const asked = command();
    await bench.page.post('/human/message', { user: 'emma', channel: 'general', text: 'hello' });
    expect(await asked).toEqual({
      ok: false,
      error: 'operation_timeout',
      text: '/hi failed with the error "operation_timeout"',
    });
    await expect.poll(() => socket.envelopes().filter(({ type }) => type === 'events_api').length).toBe(2);
    await bench.workspace.settled(60);
    const { entries } = await bench.page.get('/human/log?since=0');
    const [lost, event, again] = [...(entries ?? [])].filter(({ direction }) => direction === 'to_bot').slice(-3);
    expect(lost).toMatchObject({ fault: 'late-ack', ok: false, answer: { text: 'in vain' }, ack_ms: null });
    expect(event).toMatchObject({ type: 'message', fault: 'late-ack', ok: false });
    expect(again).toMatchObject({ type: 'message', fault: 'retry', ok: true });
    socket.socket.close();
    await socket.closed;
  }, 10_000);

  it('a silent socket answers no ping and carries nothing, and the next one takes over', async () => {
    const [silent, pongs] = [await plug(), [] as string[]];
    silent.socket.on('pong', data => pongs.push(String(data)));
    silent.socket.ping('heard');
    await expect.poll(() => pongs).toEqual(['heard']);
    await order({ kind: 'silent-socket' });
    silent.socket.ping('unheard');
    await expect.poll(waiting).toEqual([]);
    const asked = command();
    const next = await plug();
    next.socket.on('pong', data => pongs.push(String(data)));
    next.socket.ping('heard again');
    await expect.poll(() => pongs).toEqual(['heard', 'heard again']);
    expect(silent.envelopes()).toEqual([]);
    silent.socket.terminate();
    const taken = await next.frame(1);
    next.acknowledge(taken.envelope_id ?? '');
    expect(await asked).toMatchObject({ ok: true });
    next.socket.close();
    await next.closed;
  });

  it('a connection is refused, by the call or by the socket', async () => {
    await order({ kind: 'error', error: 'invalid_auth', method: 'apps.connections.open' });
    expect(await address(bench.workspace)).toBe('undefined');
    await order({ kind: 'refuse-connection', seconds: 10 });
    await expect(plug()).rejects.toThrow('503');
    await expect(plug()).rejects.toThrow('503');
    now += 10_000;
    const socket = await plug();
    expect((await socket.frame(0)).type).toBe('hello');
    socket.socket.close();
    await socket.closed;
  });
});
