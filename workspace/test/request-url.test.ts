import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';
import { type Answering, type HttpApp, httpApp } from './http-app.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

async function start(answer: Answering, isVerified = true): Promise<{ bench: Bench; app: HttpApp }> {
  const bench = await openWorkspace({ delivery: 'http' });
  const app = await httpApp(answer, isVerified);
  open.push(app, bench);
  bench.workspace.deliverTo(app.url);
  await bench.workspace.settled(60);
  return { bench, app };
}

const say = async (bench: Bench, text = 'hello'): Promise<void> => {
  await bench.page.post('/human/message', { user: 'alice', channel: 'general', text });
  await bench.workspace.settled(60);
};
const entries = async (bench: Bench): Promise<Answer[]> => [
  ...((await bench.page.get('/human/log?since=0')).entries ?? []),
];

describe('a request URL that is set', () => {
  it('is asked to answer a challenge and to be there, in signed requests', async () => {
    const { bench, app } = await start((_, response) => response.end());
    const [challenge, check] = app.received;
    expect(JSON.parse(challenge?.body ?? '')).toEqual({
      token: expect.any(String),
      challenge: expect.any(String),
      type: 'url_verification',
    });
    expect(Object.fromEntries(new URLSearchParams(check?.body))).toEqual({ ssl_check: '1', token: expect.any(String) });
    for (const { headers, body } of app.received) {
      const basis = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const signature = createHmac('sha256', bench.workspace.signingSecret).update(basis).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${signature}`);
    }
    expect((await entries(bench)).map(({ type, ok }) => [type, ok])).toEqual([
      ['url_verification', true],
      ['ssl_check', true],
    ]);
  });

  it.each<[string, string, (challenge: string) => string]>([
    ['text', 'text/plain', challenge => challenge],
    ['a form', 'application/x-www-form-urlencoded', challenge => `challenge=${challenge}`],
    ['JSON', 'application/json', challenge => JSON.stringify({ challenge })],
  ])('may answer the challenge as %s', async (_, type, answer) => {
    const { bench, app } = await start((request, response) => {
      response.setHeader('content-type', type);
      response.end(request.kind === 'url_verification' ? answer(JSON.parse(request.body).challenge) : '');
    }, false);
    await say(bench);
    expect(app.events()).toHaveLength(1);
  });

  it('gets no event before it has answered, and is asked again at the next', async () => {
    let isReady = false;
    const { bench, app } = await start((request, response) => {
      const challenge = request.kind === 'url_verification' && isReady ? JSON.parse(request.body).challenge : 'no';
      response.end(challenge);
    }, false);
    await say(bench);
    expect(app.events()).toHaveLength(0);
    isReady = true;
    await say(bench);
    expect(app.events()).toHaveLength(1);
    expect(app.received.filter(({ kind }) => kind === 'url_verification')).toHaveLength(3);
  });
});

describe('an event that fails', () => {
  const toItself = (code: number, location: string): Answering => {
    return ({ url }, response) => void response.writeHead(code, { location: location || `${url}x` }).end();
  };
  it.each<[string, Answering, string]>([
    ['with an error', (_, response) => void response.writeHead(500).end(), 'http_error'],
    ['with a cut connection', (_, response) => void response.destroy(), 'connection_failed'],
    ['for three redirects', toItself(302, ''), 'too_many_redirects'],
    [
      'for a certificate',
      ({ headers }, response) => toItself(301, `https://${headers.host}/`)({ headers } as never, response),
      'ssl_error',
    ],
    ['for an address that is none', toItself(307, 'gopher://nowhere'), 'unknown_error'],
    ['for silence', () => {}, 'http_timeout'],
  ])('%s is sent again at once, with its number and the reason', async (_, fail, reason) => {
    let retried: unknown;
    const { bench, app } = await start((request, response) => {
      if (request.headers['x-slack-retry-num'] === undefined) return fail(request, response);
      retried = [request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']];
      response.end();
    });
    await say(bench);
    await expect.poll(() => retried, { timeout: 5_000 }).toEqual(['1', reason]);
    const ids = app.events().map(({ body }) => JSON.parse(body).event_id);
    expect(new Set(ids).size).toBe(1);
  });

  it('is not sent again when the app asks for that', async () => {
    const { bench, app } = await start((_, response) => {
      response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
    });
    await say(bench);
    expect(app.events()).toHaveLength(1);
  });

  it('may be redirected twice', async () => {
    const { bench, app } = await start(({ url }, response) => {
      if (url.length < 3) response.writeHead(302, { location: `${url}x` }).end();
      else response.end();
    });
    await say(bench);
    expect(app.events().map(({ url }) => url)).toEqual(['/', '/x', '/xx']);
    expect((await entries(bench)).at(-1)).toMatchObject({ type: 'message', ok: true });
  });

  it('with a thousand others turns events off, in words, until the URL is set again', async () => {
    let isBroken = true;
    const { bench, app } = await start((_, response) => {
      response.writeHead(isBroken ? 500 : 200).end();
    });
    const { channel = '' } = await bench.client.chat.postMessage({ channel: '#general', text: '0' });
    const post = (): Promise<unknown> => bench.client.chat.postMessage({ channel, text: 'x' });
    // Each event is tried twice at once: five hundred are a thousand attempts.
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all(Array.from({ length: 100 }, post));
      await expect.poll(() => app.events().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(round * 200);
    }
    await bench.workspace.settled();
    const before = app.events().length;
    expect(before).toBeGreaterThanOrEqual(1_000);
    expect((await entries(bench)).filter(({ type }) => type === 'events_disabled').map(({ error }) => error)).toEqual([
      'More than 95 % of the attempts to deliver events within 60 minutes have failed: events are off until the request URL is set again.',
    ]);
    isBroken = false;
    await say(bench);
    expect(app.events()).toHaveLength(before);
    bench.workspace.deliverTo(app.url);
    await bench.workspace.settled(60);
    await say(bench);
    expect(app.events()).toHaveLength(before + 1);
  }, 90_000);
});
