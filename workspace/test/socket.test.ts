import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PACE, type Pace } from '../core/delivery/connection.ts';
import { Faults } from '../core/delivery/faults.ts';
import { Sockets } from '../core/delivery/socket.ts';
import { type Answer, type Bench, openWorkspace } from './bench.ts';
import { address, connect, type RawSocket } from './raw-socket.ts';

describe('a connection', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWorkspace();
  });
  afterEach(() => bench.stop());

  const plug = async (more = ''): Promise<RawSocket> => connect((await address(bench.workspace)) + more);
  const command = (user = 'alice'): Promise<Answer> =>
    bench.page.post('/human/command', { user, channel: 'general', command: '/hi' });
  const strays = async (): Promise<unknown[]> =>
    [...((await bench.page.get('/human/log?since=0')).entries ?? [])]
      .filter(({ method }) => method === 'acknowledgement')
      .map(({ payload, error }) => [payload?.envelope_id, error]);

  it('is greeted with how many there are and how long it lasts', async () => {
    const hello = (num_connections: number, approximate_connection_time: number): object => ({
      type: 'hello',
      num_connections,
      debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time },
      connection_info: { app_id: 'A0LOCALAPP' },
    });
    expect(await (await plug()).frame(0)).toEqual(hello(1, 18_060));
    expect(await (await plug('&debug_reconnects=true')).frame(0)).toEqual(hello(2, 360));
  });

  it('is sent away when it is the eleventh', async () => {
    for (let count = 1; count <= 10; count += 1) expect((await (await plug()).frame(0)).num_connections).toBe(count);
    const eleventh = await plug();
    const debug_info = { host: 'applink-local', connection_id: expect.any(String) };
    expect(await eleventh.frame(0)).toEqual({ type: 'disconnect', reason: 'too_many_websockets', debug_info });
    await eleventh.closed;
    expect(eleventh.frames).toHaveLength(1);
  });

  it.each(['refresh_requested', 'link_disabled', 'too_many_websockets'])(
    'ends after a disconnect for %s',
    async reason => {
      const socket = await plug();
      expect(await bench.page.post('/human/fault', { kind: 'disconnect', reason })).toEqual({ ok: true, faults: [] });
      expect(await socket.frame(1)).toMatchObject({ type: 'disconnect', reason });
      expect(await command()).toMatchObject({ error: 'dispatch_failed' });
      await socket.closed;
    },
  );

  it('is still in use after a warning', async () => {
    const socket = await plug();
    await bench.page.post('/human/fault', { kind: 'disconnect', reason: 'warning' });
    expect(await socket.frame(1)).toMatchObject({ type: 'disconnect', reason: 'warning' });
    const answered = command();
    socket.acknowledge((await socket.frame(2)).envelope_id ?? '', { text: 'still here' });
    expect(await answered).toMatchObject({ ok: true, response: { text: 'still here' } });
  });

  it('is told what may be answered with more than its id, and how often an event was tried', async () => {
    const socket = await plug();
    const { ts } = await bench.client.chat.postMessage({
      channel: '#general',
      text: 'x',
      blocks: [
        { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x' } }] },
      ] as never,
    });
    const place = { user: 'alice', channel: 'general', ts };
    const asked = [
      command(),
      bench.page.post('/human/click', { ...place, action_id: 'a' }),
      bench.page.post('/human/shortcut', { user: 'alice', callback_id: 's' }),
    ];
    await expect.poll(() => socket.envelopes().length).toBe(4);
    const told = socket.envelopes().map(({ payload: _payload, envelope_id, ...rest }) => {
      socket.acknowledge(String(envelope_id));
      return rest;
    });
    const plain = { type: 'interactive', accepts_response_payload: false };
    expect(told).toEqual([
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, retry_reason: '' },
      { type: 'slash_commands', accepts_response_payload: true },
      plain,
      plain,
    ]);
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('gets an event again, with the number of the attempt, after three seconds of silence', async () => {
    const socket = await plug();
    await bench.page.post('/human/message', { user: 'alice', channel: 'general', text: 'hello' });
    const [first, second] = [await socket.frame(1), await socket.frame(2)];
    expect(second).toEqual({ ...first, retry_attempt: 1, retry_reason: 'timeout' });
    socket.acknowledge(second.envelope_id ?? '');
  }, 10_000);

  it('that breaks leaves what it did not acknowledge to another', async () => {
    const [one, two] = [await plug(), await plug()];
    const answered = command();
    await expect.poll(() => one.envelopes().length + two.envelopes().length).toBe(1);
    const [broken, other] = one.envelopes().length > 0 ? [one, two] : [two, one];
    broken.socket.terminate();
    const again = await other.frame(1);
    expect(again).toEqual(broken.envelopes()[0]);
    other.acknowledge(again.envelope_id ?? '', { text: 'from the other' });
    expect(await answered).toMatchObject({ ok: true, response: { text: 'from the other' } });
  });

  it('that breaks alone leaves it to the next one', async () => {
    const one = await plug();
    const answered = command();
    await one.frame(1);
    one.socket.terminate();
    const next = await plug();
    const again = await next.frame(1);
    expect(again).toEqual(one.envelopes()[0]);
    next.acknowledge(again.envelope_id ?? '');
    expect(await answered).toMatchObject({ ok: true });
  });

  it('may acknowledge too late, twice or nothing: it stands in the log', async () => {
    const socket = await plug();
    const missed = command();
    const late = (await socket.frame(1)).envelope_id ?? '';
    expect(await missed).toMatchObject({
      ok: false,
      error: 'operation_timeout',
      text: '/hi failed with the error "operation_timeout"',
    });
    const taken = command('bob');
    const twice = (await socket.frame(2)).envelope_id ?? '';
    for (const envelope of [late, twice, twice, 'made-up']) socket.acknowledge(envelope);
    socket.socket.send('no JSON');
    socket.socket.send('{"type":"something else"}');
    expect(await taken).toMatchObject({ ok: true });
    await expect.poll(strays).toEqual([
      [late, 'acknowledged_too_late'],
      [twice, 'acknowledged_twice'],
      ['made-up', 'unknown_envelope'],
    ]);
  }, 10_000);
});

describe('at another pace', () => {
  const open: { stop(): void | Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.stop();
  });

  async function sockets(
    pace: Partial<Pace>,
  ): Promise<{ plug(more?: string, options?: object): Promise<RawSocket>; ticket(): string }> {
    const faults = new Faults(() => performance.now());
    const all = new Sockets({ faults, onStray() {}, pace: { ...PACE, ...pace } });
    const server = createServer();
    server.on('upgrade', (request, stream, head) => all.upgrade(request, stream, head));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    const link = (ticket: string): string =>
      `ws://127.0.0.1:${typeof at === 'object' ? at?.port : 0}/link/?ticket=${ticket}`;
    open.push(all, { stop: () => void server.close() });
    return {
      ticket: () => link(all.issueTicket()),
      plug: (more = '', options = {}) => connect(link(all.issueTicket()) + more, options),
    };
  }

  it('a connection is warned before its time is over, then asked to leave', async () => {
    const { plug } = await sockets({ debugLife: 150, warning: 100, farewell: 20 });
    const socket = await plug('&debug_reconnects=true');
    await socket.closed;
    expect(socket.frames.map(({ type, reason }) => reason ?? type)).toEqual(['hello', 'warning', 'refresh_requested']);
  });

  it('pings go on once they have begun, and end for one that does not answer', async () => {
    const { plug } = await sockets({ ping: 40 });
    const [polite, mute] = [await plug(), await plug('', { autoPong: false })];
    let pings = 0;
    polite.socket.on('ping', () => {
      pings += 1;
    });
    await mute.closed;
    await expect.poll(() => pings).toBeGreaterThan(3);
    expect(polite.socket.readyState).toBe(polite.socket.OPEN);
  });

  it('a ticket is good for half a minute', async () => {
    const { ticket } = await sockets({});
    const [early, late] = [ticket(), ticket()];
    const now = performance.now();
    const time = vi.spyOn(performance, 'now').mockReturnValue(now + 29_000);
    expect((await connect(early)).socket.readyState).toBe(1);
    time.mockReturnValue(now + 31_000);
    await expect(connect(late)).rejects.toThrow('401');
    time.mockRestore();
  });
});
