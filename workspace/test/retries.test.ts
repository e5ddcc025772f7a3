import { afterEach, expect, it } from 'vitest';
import { type Bench, openWorkspace } from './bench.ts';
import { httpApp } from './http-app.ts';
import { address, connect } from './raw-socket.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

/** What waits for its time, until a test lets the time come. */
interface Wait {
  ms: number;
  isOff: boolean;
  run(): void;
}

async function start(delivery: 'http' | 'socket'): Promise<{ bench: Bench; waits: Wait[] }> {
  const waits: Wait[] = [];
  const bench = await openWorkspace({
    delivery,
    later(ms, run) {
      const wait = { ms, isOff: false, run };
      waits.push(wait);
      return () => {
        wait.isOff = true;
      };
    },
  });
  open.push(bench);
  return { bench, waits };
}

const say = (bench: Bench): Promise<unknown> =>
  bench.page.post('/human/message', { user: 'alice', channel: 'general', text: 'hello' });

it('an event that fails by HTTP is sent again at once, after one minute and after five, and then no more', async () => {
  const { bench, waits } = await start('http');
  const app = await httpApp((_, response) => void response.writeHead(500).end());
  open.push(app);
  bench.workspace.deliverTo(app.url);
  await bench.workspace.settled(20);
  await say(bench);
  for (let tried = 1; tried <= 3; tried += 1) {
    await expect.poll(() => waits.length).toBe(tried);
    waits[tried - 1]?.run();
    await expect.poll(() => app.events().length).toBe(tried + 1);
  }
  await bench.workspace.settled(20);
  expect(waits.map(({ ms }) => ms)).toEqual([0, 60_000, 300_000]);
  expect(app.events().map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ]);
  expect(new Set(app.events().map(({ body }) => body)).size).toBe(1);
});

it('an event that came while no socket was open arrives by a retry, and is not sent again once acknowledged', async () => {
  const { bench, waits } = await start('socket');
  await say(bench);
  await expect.poll(() => waits.length).toBe(1);
  waits[0]?.run();
  await expect.poll(() => waits.length).toBe(2);
  const socket = await connect(await address(bench.workspace));
  await socket.frame(0);
  waits[1]?.run();
  const { envelope_id, payload, ...rest } = await socket.frame(1);
  expect(rest).toEqual({
    type: 'events_api',
    accepts_response_payload: false,
    retry_attempt: 2,
    retry_reason: 'timeout',
  });
  expect(payload?.event).toMatchObject({ type: 'message', text: 'hello' });
  socket.acknowledge(String(envelope_id));
  await bench.workspace.settled(20);
  expect(waits.map(({ ms }) => ms)).toEqual([0, 60_000]);
  expect(socket.envelopes()).toHaveLength(1);
});

it('what still waits is called off when the workspace ends', async () => {
  const { bench, waits } = await start('socket');
  await say(bench);
  await expect.poll(() => waits.length).toBe(1);
  open.splice(0);
  await bench.stop();
  expect(waits).toEqual([{ ms: 0, isOff: true, run: expect.any(Function) }]);
});
