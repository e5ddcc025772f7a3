import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TIERS } from '../core/door/tiers.ts';
import { METHODS } from '../core/methods/register.ts';
import { type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let now: number;
beforeEach(async () => {
  now = 0;
  bench = await openWorkspace({ elapsed: () => now });
});
afterEach(() => bench.stop());

const outcome = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'taken',
    error => error.retryAfter,
  );
/** How many calls in a row are taken, and how many seconds the next has to wait. */
async function until(call: () => Promise<unknown>, most = 700): Promise<[taken: number, wait: unknown]> {
  for (let taken = 0; taken < most; taken += 1) {
    const said = await outcome(call());
    if (said !== 'taken') return [taken, said];
  }
  return [most, undefined];
}

it('knows the tier of every method that is answered', () => {
  expect([...METHODS.keys()].filter(name => !TIERS.has(name))).toEqual([]);
});

describe('the tiers', () => {
  const list = () => bench.client.conversations.list();
  const info = () => bench.client.users.info({ user: 'UEMMA' });

  it('are off until they are switched on, and again when they are switched off', async () => {
    expect(await bench.page.get('/human/limits')).toEqual({ messages: false, tiers: false });
    expect(await until(list, 25)).toEqual([25, undefined]);
    expect(await bench.page.post('/human/limits', { tiers: true })).toEqual({ ok: true, messages: false, tiers: true });
    expect(await until(list)).toEqual([20, 3]);
    expect(await bench.page.post('/human/limits', { messages: true, tiers: false })).toEqual({
      ok: true,
      messages: true,
      tiers: false,
    });
    expect(await until(list, 25)).toEqual([25, undefined]);
  });

  it('count each method by itself, let a burst through, and then one at a time', async () => {
    await bench.page.post('/human/limits', { tiers: true });
    expect(await until(list)).toEqual([20, 3]);
    expect(await until(info)).toEqual([100, 1]);
    now += 3_000;
    expect(await until(list)).toEqual([1, 3]);
    now += 30_000;
    expect(await until(list)).toEqual([10, 3]);
    now += 600_000;
    expect(await until(list)).toEqual([20, 3]);
  });

  it('let a connection be opened three times at once, then once a minute', async () => {
    await bench.page.post('/human/limits', { tiers: true });
    const { apiUrl, appToken } = bench.workspace;
    const app = new WebClient(appToken, { slackApiUrl: apiUrl, rejectRateLimitedCalls: true });
    expect(await until(() => app.apps.connections.open())).toEqual([3, 60]);
  });

  it('answer with HTTP 429 and the seconds to wait, and the method is not done', async () => {
    const strict = await openWorkspace({ tiers: true, elapsed: () => now });
    const { apiUrl, botToken } = strict.workspace;
    const call = () =>
      fetch(`${apiUrl}conversations.create?name=x`, { headers: { authorization: `Bearer ${botToken}` } });
    for (let count = 0; count < 20; count += 1) await call();
    const response = await call();
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      429,
      '3',
      { ok: false, error: 'ratelimited' },
    ]);
    await strict.stop();
  });
});

it('the default client waits as long as it is told, and loses nothing', async () => {
  const real = await openWorkspace({ limiter: true });
  const client = new WebClient(real.workspace.botToken, {
    slackApiUrl: real.workspace.apiUrl,
    logLevel: LogLevel.ERROR,
  });
  const began = performance.now();
  await Promise.all(['one', 'two'].map(text => client.chat.postMessage({ channel: '#general', text })));
  expect(performance.now() - began).toBeGreaterThan(950);
  const { messages } = await real.page.get('/human/messages?user=emma&channel=general');
  expect([...(messages ?? [])].map(({ text }) => String(text)).sort()).toEqual(['one', 'two']);
  await real.stop();
}, 15_000);
