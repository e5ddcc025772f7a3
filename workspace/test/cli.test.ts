/** The local workspace started alone, as somebody with another app starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-alone-'));
  running = [];
});
afterEach(() => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts it in an empty folder; resolves when it has ended, or has said all it says when it is ready. */
async function start(...args: string[]) {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'workspace/cli.ts'), ...args], {
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const output = { out: '', err: '' };
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  child.stderr.on('data', data => {
    output.err += data;
  });
  const ready = new Promise<void>(resolve => {
    child.stdout.on('data', data => {
      output.out += data;
      if (/^SLACK_BOT_TOKEN=.*\n/m.test(output.out)) resolve();
    });
  });
  await Promise.race([ready, exited]);
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exited;
  };
  return { ...output, page: /http:\S+/.exec(output.out)?.[0] ?? '', exited, end };
}

const clientOf = (printed: string, token = 'SLACK_BOT_TOKEN'): WebClient => {
  const environment = parseEnv(printed);
  return new WebClient(environment[token] ?? '', {
    slackApiUrl: environment.SLACK_API_URL ?? '',
    logLevel: LogLevel.ERROR,
  });
};

const type = async (page: string, command: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ user: 'emma', channel: '#general', command, text: 'there' });
  return (await fetch(`${page}/human/command`, { method: 'POST', headers, body })).json();
};

describe('the workspace alone', () => {
  it('prints an environment with which any app works, and nothing else', async () => {
    const started = await start('--port', '0');
    const { out, err, page } = started;
    expect([err, out.split('\n').filter(line => line !== '').length]).toEqual(['', 5]);
    expect(parseEnv(out)).toEqual({
      SLACK_API_URL: `${page}/api/`,
      SLACK_APP_TOKEN: expect.stringMatching(/^xapp-/),
      SLACK_SIGNING_SECRET: expect.stringMatching(/^[0-9a-f]{32}$/),
      SLACK_BOT_TOKEN: expect.stringMatching(/^xoxb-/),
    });
    expect((await fetch(page)).status).toBe(200);
    const bolt = await import('@slack/bolt');
    const {
      SLACK_API_URL: slackApiUrl = '',
      SLACK_APP_TOKEN: appToken = '',
      SLACK_BOT_TOKEN: token = '',
    } = parseEnv(out);
    const app = new bolt.App({
      token,
      appToken,
      socketMode: true,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl },
    });
    app.command('/anything', async ({ ack, command }) => ack(`Hello ${command.text}`));
    await app.start();
    expect(await type(page, '/anything')).toMatchObject({ ok: true, response: { text: 'Hello there' } });
    await app.stop();
    expect(await started.end('SIGINT')).toBe(0);
  });

  it('keeps its tokens and messages in a folder, which is of one process at a time', async () => {
    const first = await start('--port', '0', '--data', 'kept');
    await clientOf(first.out).chat.postMessage({ channel: '#general', text: 'kept' });
    const second = await start('--port', '0', '--data', 'kept');
    expect([second.out, second.err, await second.exited]).toEqual([
      '',
      expect.stringMatching(
        /^The data folder kept is in use by process \d+\. Stop it first, or name another with --data\.\n$/,
      ),
      1,
    ]);
    expect(await first.end('SIGTERM')).toBe(0);
    const again = await start('--port', '0', '--data', 'kept');
    const settings = ({ out }: { out: string }) => ({ ...parseEnv(out), SLACK_API_URL: '' });
    expect(settings(again)).toEqual(settings(first));
    const { channels = [] } = await clientOf(again.out).conversations.list();
    const channel = channels.find(({ name }) => name === 'general')?.id ?? '';
    const { messages } = await clientOf(again.out).conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).toEqual(['kept']);
    expect(await again.end('SIGINT')).toBe(0);
  }, 120_000);

  it('opens a seed by its name, with the token of each team', async () => {
    const started = await start('--port', '0', '--seed', 'difficult');
    expect(started.out).toContain('# The app in the team');
    const teams = ['SLACK_BOT_TOKEN', 'SLACK_BOT_TOKEN_T0BRANCH'].map(async token => {
      const { team_id } = await clientOf(started.out, token).auth.test();
      return team_id;
    });
    expect(await Promise.all(teams)).toEqual(['T0TEAM', 'T0BRANCH']);
    expect(await started.end('SIGINT')).toBe(0);
  });

  it('holds an app to its manifest, and delivers by signed HTTP where it is told', async () => {
    const manifest = {
      display_information: { name: 'Greeter' },
      features: {
        bot_user: { display_name: 'Greeter' },
        slash_commands: [{ command: '/greet', description: 'Greet' }],
      },
      oauth_config: { scopes: { bot: ['commands'] } },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const heard: { body: string; at: unknown; signature: unknown }[] = [];
    const app = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { 'x-slack-request-timestamp': at, 'x-slack-signature': signature } = request.headers;
      heard.push({ body, at, signature });
      response.end('Greeted');
    });
    await new Promise<void>(resolve => app.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(app.address() as AddressInfo).port}/events`;
    const started = await start('--port', '0', '--manifest', 'manifest.json', '--deliver', address);
    expect(await type(started.page, '/greet')).toMatchObject({ ok: true, response: { text: 'Greeted' } });
    expect(await type(started.page, '/other')).toMatchObject({ ok: false, error: 'unknown_command' });
    const secret = parseEnv(started.out).SLACK_SIGNING_SECRET ?? '';
    for (const { body, at, signature } of heard)
      expect(signature).toBe(`v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`);
    const commands = heard.flatMap(({ body }) => new URLSearchParams(body).get('command') ?? []);
    expect(commands).toEqual(['/greet']);
    await expect(clientOf(started.out).users.list({})).rejects.toMatchObject({ data: { error: 'missing_scope' } });
    app.close();
    expect(await started.end('SIGINT')).toBe(0);
  });

  it('delivers to the manifest’s own addresses on this machine without being told where', async () => {
    const heard: string[] = [];
    const app = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end('Greeted');
    });
    await new Promise<void>(resolve => app.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}/greetings`;
    const manifest = {
      display_information: { name: 'Greeter' },
      features: { slash_commands: [{ command: '/greet', description: 'Greet', url }] },
      oauth_config: { scopes: { bot: ['commands'] } },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const started = await start('--port', '0', '--manifest', 'manifest.json');
    expect(await type(started.page, '/greet')).toMatchObject({ ok: true, response: { text: 'Greeted' } });
    expect(heard).toEqual(['/greetings']);
    app.close();
    expect(await started.end('SIGINT')).toBe(0);
  });

  it('says what is wrong with what was typed, and ends with 2', async () => {
    const { out, err, exited } = await start('--seed', 'empty');
    expect([await exited, out, err]).toEqual([2, '', '--seed must be neutral or difficult, not "empty".\n']);
  });

  it('says when its port is taken', async () => {
    const first = await start('--port', '0');
    const port = new URL(first.page).port;
    const { err, exited } = await start('--port', port);
    expect([await exited, err]).toEqual([
      1,
      `Port ${port} is taken by another program; stop it, or choose another with --port.\n`,
    ]);
    expect(await first.end('SIGINT')).toBe(0);
  });
});
