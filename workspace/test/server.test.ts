import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceClock } from '../workspace.ts';
import { type Answer, type Bench, openWithApp, openWorkspace } from './bench.ts';

const folders: string[] = [];
const folder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'workspace-')));
  return folders.at(-1) ?? '';
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

const textsOf = async (bench: Bench, user = 'alice', channel = 'general'): Promise<string[]> =>
  [...((await bench.page.get(`/human/messages?user=${user}&channel=${channel}`)).messages ?? [])].map(({ text }) =>
    String(text),
  );

describe('what is remembered', () => {
  it('outlives the process, except what one person alone saw', async () => {
    const directory = folder();
    const first = await openWorkspace({ directory });
    const { ts = '', channel = '' } = await first.client.chat.postMessage({ channel: '#general', text: 'kept' });
    const gone = await first.client.chat.postMessage({ channel: '#general', text: 'deleted' });
    await first.client.chat.delete({ channel, ts: gone.ts ?? '' });
    await first.client.chat.update({ channel, ts, text: 'kept and changed' });
    await first.client.chat.postMessage({ channel, text: 'in thread', thread_ts: ts });
    await first.client.chat.postEphemeral({ channel, user: 'UALICE', text: 'psst' });
    await first.client.views.publish({ user_id: 'UEMMA', view: { type: 'home', blocks: [{ type: 'divider' }] } });
    await first.page.post('/human/locale', { user: 'emma', locale: 'en-US' });
    await first.page.post('/human/read', { user: 'emma', channel: 'general' });
    const before = await first.page.get('/human/channels?user=emma');
    await first.stop();
    // A kill in the middle of a write leaves half a line, of which nobody was told.
    appendFileSync(join(directory, 'workspace.jsonl'), '["message",{"channel":"C1","te');
    const second = await openWorkspace({ directory });
    expect(await textsOf(second)).toEqual(['kept and changed']);
    expect([second.workspace.botToken, second.workspace.appToken, second.workspace.signingSecret]).toEqual([
      first.workspace.botToken,
      first.workspace.appToken,
      first.workspace.signingSecret,
    ]);
    expect(await second.page.get('/human/channels?user=emma')).toEqual(before);
    expect((await second.page.get('/human/home?user=emma')).view).toMatchObject({ blocks: [{ type: 'divider' }] });
    expect([
      ...((await second.page.get(`/human/replies?user=emma&channel=${channel}&ts=${ts}`)).messages ?? []),
    ]).toHaveLength(2);
    const { user } = await second.client.users.info({ user: 'UEMMA', include_locale: true });
    expect(user?.locale).toBe('en-US');
    expect(statSync(join(directory, 'workspace.jsonl')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'workspace.jsonl'), 'utf8')).not.toContain('psst');
    await second.stop();
  });

  it('is not guessed at when the journal is damaged', async () => {
    const directory = folder();
    writeFileSync(join(directory, 'workspace.jsonl'), '["team",{}]\nnot json\n["team",{}]\n');
    await expect(openWorkspace({ directory })).rejects.toThrow(/journal .* is damaged at line 2/);
    expect(readdirSync(directory)).toEqual(['workspace.jsonl']);
  });

  it('is of one at a time, and free again when one ended or could not start', async () => {
    const directory = folder();
    const first = await openWorkspace({ directory });
    const taken = `The data folder ${directory} is in use by process ${process.pid}. Stop it first, or`;
    await expect(openWorkspace({ directory })).rejects.toThrow(`${taken} give this one another.`);
    await expect(openWorkspace({ directory, elsewhere: 'ask' })).rejects.toThrow(`${taken} ask.`);
    const other = folder();
    await expect(openWorkspace({ directory: other, port: first.workspace.port })).rejects.toThrow('EADDRINUSE');
    await (await openWorkspace({ directory: other })).stop();
    await first.stop();
    await (await openWorkspace({ directory })).stop();
    expect([directory, other].map(path => existsSync(join(path, 'lock')))).toEqual([false, false]);
  });
});

describe('time', () => {
  it('gives every message a timestamp of its own, rising, though the clock stands still or falls back', async () => {
    let now = new Date('2026-03-09T00:00:00Z');
    const directory = folder();
    const clock: WorkspaceClock = { now: () => now, travel: () => Promise.resolve() };
    const first = await openWorkspace({ clock, directory });
    const post = async (bench: Bench): Promise<string> =>
      (await bench.client.chat.postMessage({ channel: '#random', text: 'x' })).ts ?? '';
    const stamps = [await post(first), await post(first)];
    now = new Date('2026-03-08T00:00:00Z');
    stamps.push(await post(first));
    await first.stop();
    const second = await openWorkspace({ clock, directory });
    stamps.push(await post(second));
    await second.stop();
    expect(stamps[0]?.startsWith('1773014400.')).toBe(true);
    expect(new Set(stamps).size).toBe(4);
    expect([...stamps].sort()).toEqual(stamps);
  });

  it('is told, and travelled through', async () => {
    let now = new Date('2026-03-09T00:00:00Z');
    const clock: WorkspaceClock = {
      now: () => now,
      async travel(to) {
        if (to < now) throw new Error('The clock does not run backwards.');
        now = to;
      },
    };
    const bench = await openWorkspace({ clock });
    const to = async (fields: object): Promise<unknown> => {
      const { now: then, error, message } = await bench.page.post('/human/clock', fields);
      return then ?? [error, message];
    };
    expect(await bench.page.get('/human/clock')).toEqual({ now: '2026-03-09T00:00:00.000Z' });
    expect(await to({ advance: 'PT90M' })).toBe('2026-03-09T01:30:00.000Z');
    expect(await to({ advance: 'P1D' })).toBe('2026-03-10T01:30:00.000Z');
    expect(await to({ now: '2026-03-11T07:55' })).toBe('2026-03-10T23:55:00.000Z');
    expect(await to({ now: '2026-03-11T00:00:00Z' })).toBe('2026-03-11T00:00:00.000Z');
    expect(await to({ now: '2026-03-01T08:00' })).toEqual(['cannot_travel', 'The clock does not run backwards.']);
    const tooFar = ['too_far', 'One journey leads a year ahead at most.'];
    for (const far of [
      { now: '9999-12-31T23:59' },
      { now: '2027-03-12T00:00:00.001Z' },
      { now: '2126-03-11' },
      { now: '9999-12-31T23:59:59Z' },
      { advance: 'P99999D' },
      { advance: 'P366DT1S' },
      { advance: 'PT99999999S' },
    ])
      expect([far, await to(far)]).toEqual([far, tooFar]);
    expect(await to({ advance: 'PT1M' })).toBe('2026-03-11T00:01:00.000Z');
    expect(await to({ advance: 'P366D' })).toBe('2027-03-12T00:01:00.000Z');
    expect(await to({})).toEqual(['invalid_arguments', 'Give either now or advance.']);
    for (const wrong of [
      { now: '2026-02-30T08:00' },
      { now: 'tomorrow' },
      { advance: '90' },
      { advance: 'P' },
      { advance: 'PT' },
    ])
      expect(await to(wrong)).toEqual(['invalid_time', expect.any(String)]);
    await bench.stop();
    const still = await openWorkspace();
    expect(await still.page.post('/human/clock', { advance: 'P1D' })).toMatchObject({
      ok: false,
      error: 'cannot_travel',
    });
    await still.stop();
  });
});

describe('who is let in', () => {
  /** A raw request, whose headers fetch would not let us write. */
  const ask = (
    port: number,
    path: string,
    headers: Record<string, string>,
    method = 'GET',
    body = '',
  ): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });

  it('is only this machine, by its own name, and no page of another site', async () => {
    const { workspace, stop } = await openWorkspace({ pageDirectory: folder() });
    const { port } = workspace;
    const host = `127.0.0.1:${port}`;
    expect([
      await ask(port, '/human/people', { host }),
      await ask(port, '/human/people', { host: `localhost:${port}` }),
      await ask(port, '/human/people', { host, origin: `http://${host}` }),
      await ask(port, '/human/people', { host: `evil.example:${port}` }),
      await ask(port, '/human/people', { host: '127.0.0.1' }),
      await ask(port, '/human/people', { host, origin: 'https://evil.example' }),
      await ask(port, '/human/people', { host, origin: 'null' }),
      await ask(port, '/human/people', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      await ask(port, '/', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
      await ask(port, '/api/api.test', { host, origin: 'https://evil.example' }, 'POST'),
    ]).toEqual([200, 200, 200, 403, 403, 403, 403, 403, 404, 403]);
    expect([
      await ask(port, '/human/read', { host, 'content-type': 'text/plain' }, 'POST', '{}'),
      await ask(port, '/human/read', { host, 'content-type': 'application/json' }, 'POST', '{'),
      await ask(port, '/human/read', { host }),
      await ask(port, '/human/nothing', { host }),
      await ask(port, '/elsewhere', { host }, 'POST'),
      await ask(port, '/api/api.test', { host }, 'POST', 'x'.repeat(1024 * 1024 + 1)),
    ]).toEqual([415, 400, 405, 404, 405, 413]);
    await stop();
  });

  const MODULES = [
    ...['preact', 'hooks', 'htm'].map(name => `/page/vendor/${name}.js`),
    ...['emoji-table', 'emoji', 'mrkdwn'].map(name => `/core/text/${name}.js`),
    '/page/app.js',
  ];

  it('gets the page under a strict policy, and no file from elsewhere', async () => {
    const pageDirectory = folder();
    writeFileSync(join(pageDirectory, 'index.html'), '<!doctype html><head></head>');
    writeFileSync(join(pageDirectory, 'app.js'), 'export {}');
    writeFileSync(join(pageDirectory, 'secret.ts'), 'x');
    const { workspace, stop } = await openWorkspace({ pageDirectory });
    const { port } = workspace;
    const host = `127.0.0.1:${port}`;
    const index = await fetch(workspace.url);
    expect([index.status, index.headers.get('content-type'), await index.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      // Every module is named, so that the browser need not wait for one to name the next.
      `<!doctype html><head>${MODULES.map(address => `<link rel="modulepreload" href="${address}">\n`).join('')}</head>`,
    ]);
    expect(index.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(index.headers.get('content-security-policy')).not.toContain('unsafe');
    const status = (path: string): Promise<number> => ask(port, path, { host });
    expect(
      await Promise.all(
        [
          '/page/app.js',
          '/page/secret.ts',
          '/page/none.js',
          '/page/../server.ts',
          '/page/%2e%2e/server.js',
          '/page/vendor/x.js',
          '/package.json',
        ].map(status),
      ),
    ).toEqual([200, 404, 404, 404, 404, 404, 404]);
    const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
    const nowhere = [...inherited, '%5f%5fproto__', '', '%2e%2e', '%2e%2e/', '%00', '%', 'preact.js/', '/preact.js'];
    for (const folder of ['/page/vendor/', '/page/', '/core/text/', '/human/'])
      for (const path of nowhere.filter(name => name !== '' || folder !== '/page/').map(name => folder + name))
        expect([path, await status(path)]).toEqual([path, 404]);
    const answered = await Promise.all(
      ['/api/', '/files-pri/', '/archives/', '/commands/', '/'].flatMap(folder =>
        inherited.map(name => status(folder + name)),
      ),
    );
    expect(answered.filter(each => each >= 500)).toEqual([]);
    for (const name of ['preact', 'hooks', 'htm']) {
      const library = await fetch(`${workspace.url}/page/vendor/${name}.js`);
      expect([library.status, library.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(await library.text()).not.toMatch(/from\s*"preact"/);
    }
    await stop();
  });
});

describe('the page', () => {
  it('hears of what happens, as far as its person may know', async () => {
    const bench = await openWorkspace();
    const heard: Answer[] = [];
    const stopping = new AbortController();
    const stream = await fetch(`${bench.workspace.url}/human/stream?user=emma`, { signal: stopping.signal });
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of stream.body ?? [])
        for (const line of decoder.decode(chunk).split('\n'))
          if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)));
    })().catch(() => {});
    const { channel, ts } = await bench.client.chat.postMessage({ channel: '#random', text: 'x' });
    await bench.client.chat.postMessage({ channel: '#planning', text: 'x' });
    await bench.client.chat.postEphemeral({ channel: '#random', user: 'UALICE', text: 'x' });
    const { message_ts } = await bench.client.chat.postEphemeral({ channel: '#random', user: 'UEMMA', text: 'x' });
    const told = (): Answer[] => heard.filter(({ type }) => type !== 'log');
    await expect.poll(() => told().length).toBe(2);
    expect(told()).toEqual([
      { type: 'message', channel, ts },
      { type: 'ephemeral', channel, ts: message_ts, user: 'UEMMA' },
    ]);
    stopping.abort();
    await reading;
    await bench.stop();
  });

  it('shows each person their channels and what they have not read', async () => {
    const bench = await openWorkspace();
    await bench.client.chat.postMessage({ channel: '#random', text: 'new' });
    await bench.client.chat.postMessage({ channel: 'UEMMA', text: 'new' });
    const sidebar = async (user: string): Promise<unknown> =>
      [...((await bench.page.get(`/human/channels?user=${user}`)).channels ?? [])].map(({ name, unread }) => [
        name,
        unread,
      ]);
    expect(await sidebar('emma')).toEqual([
      ['general', 0],
      ['random', 1],
      ['app', 1],
    ]);
    expect(await sidebar('alice')).toEqual([
      ['general', 0],
      ['support', 0],
      ['random', 1],
      ['planning', 0],
    ]);
    await bench.page.post('/human/read', { user: 'emma', channel: 'random' });
    expect(await sidebar('emma')).toEqual([
      ['general', 0],
      ['random', 0],
      ['app', 1],
    ]);
    await bench.page.post('/human/message', { user: 'emma', channel: '@alice', text: 'just us' });
    expect(await textsOf(bench, 'alice', 'emma')).toEqual(['just us']);
    expect(await bench.page.get('/human/messages?user=emma&channel=planning')).toMatchObject({
      ok: false,
      error: 'channel_not_found',
    });
    await bench.stop();
  });

  it('tells the app what it subscribed to, escaped as on Slack, and nothing of where it is not', async () => {
    const events: Answer[] = [];
    const bench = await openWithApp(app => {
      app.use(async ({ body, next }) => {
        const { event } = body as unknown as Answer;
        if (event) events.push(event as Answer);
        await next();
      });
    });
    const { ts = '' } = await bench.page.post('/human/message', {
      user: 'alice',
      channel: 'planning',
      text: '<b> & @bob',
    });
    await bench.page.post('/human/message', { user: 'alice', channel: 'app', text: 'hi' });
    await bench.page.post('/human/message', { user: 'alice', channel: 'bob', text: 'between us' });
    await bench.workspace.settled(60);
    const text = '&lt;b&gt; &amp; <@UBOB>';
    expect(events).toEqual([
      {
        type: 'message',
        channel: expect.stringMatching(/^C/),
        channel_type: 'group',
        user: 'UALICE',
        text,
        ts,
        event_ts: ts,
        team: 'T0TEAM',
        client_msg_id: expect.any(String),
        blocks: [
          {
            type: 'rich_text',
            block_id: 'typed',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: '<b> & ' },
                  { type: 'user', user_id: 'UBOB' },
                ],
              },
            ],
          },
        ],
      },
      expect.objectContaining({ type: 'message', channel_type: 'im', text: 'hi' }),
    ]);
    await bench.stop();
  });
});
