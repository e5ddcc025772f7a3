/** The program as it is started: by a person with nothing set, with wrong settings, and against a Slack elsewhere. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkspace, type Workspace } from '@tiaoli/workspace';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { DEPARTMENT } from '../prisma/department.ts';
import { manifestOf } from '../src/slack/manifest.ts';
import { furnish } from './support/folder.ts';
import { languages } from './support/speech.ts';

const root = join(import.meta.dirname, '..');

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-main-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  pid: number;
  /** Where the line of readiness points to. */
  url: string;
  output: { out: string; err: string };
  /** Sends the signal and resolves with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the program in the folder, with nothing of this process's environment but what a shell has. */
function launch(environment: Record<string, string> = {}): Omit<Started, 'url'> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'src/main.ts')],
    {
      cwd: folder,
      env: { PATH, HOME, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.push(child);
  const output = { out: '', err: '' };
  child.stdout?.on('data', data => {
    output.out += data;
  });
  child.stderr?.on('data', data => {
    output.err += data;
  });
  const end = async (signal: NodeJS.Signals) => {
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = await exited;
    return code as number | null;
  };
  return { child, pid: child.pid ?? 0, output, end };
}

async function start(environment: Record<string, string> = {}): Promise<Started> {
  const started = launch(environment);
  const { child, output } = started;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output.out.includes('\n') && resolve());
    child.once('exit', code => reject(new Error(`ended with ${code}: ${output.err}`)));
  });
  return { ...started, url: /http\S+/.exec(output.out)?.[0] ?? '' };
}

async function failure(
  environment: Record<string, string>,
): Promise<{ code: number | null; err: string; out: string }> {
  const { child, output } = launch(environment);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, ...output };
}

async function call(url: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + path, body && { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

const type = (url: string, line: string) => {
  const [command = '', ...words] = line.split(' ');
  return call(url, '/human/command', { user: 'presales1', channel: 'department', command, text: words.join(' ') });
};
const textOf = (answer: Record<string, unknown>) =>
  (answer.response as { text?: string } | undefined)?.text ?? JSON.stringify(answer);
const toldManager = async (url: string) =>
  (await call(url, '/human/messages?user=manager&channel=tiaoli')).messages as unknown[];
const leaves = async (url: string) => textOf(await type(url, '/leave list'));

describe('with nothing set', () => {
  it('lives a day, stops at Ctrl-C, and finds everything as it was', async () => {
    const first = await start();
    expect(first.output.out).toMatch(/^Tiaoli is ready: http:\/\/127\.0\.0\.1:\d+\n$/);
    await type(first.url, '/leave 2027-03-02 2027-03-02 annual family');
    const before = await leaves(first.url);
    expect(before).toContain('2027-03-02');
    await expect.poll(() => toldManager(first.url)).toHaveLength(1);
    const told = await toldManager(first.url);
    expect(await first.end('SIGINT')).toBe(0);
    expect([first.output.out.split('\n').length, first.output.err]).toEqual([2, '']);

    const second = await start();
    expect(await leaves(second.url)).toBe(before);
    expect(await toldManager(second.url)).toEqual(told);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('keeps what was acknowledged when it is killed, and lets nobody else into its folder meanwhile', async () => {
    furnish(join(folder, 'data'));
    const first = await start();
    const other = await failure({});
    expect(other).toEqual({
      code: 1,
      out: '',
      err: `Tiaoli could not start: The data folder ${join(folder, 'data')} is in use by process ${first.pid}. Stop it first, or set DATA_DIR to another folder.\n`,
    });
    const inChinese = await failure({ DEPARTMENT_LOCALE: 'zh-CN' });
    expect(inChinese).toEqual({
      code: 1,
      out: '',
      err: `Tiaoli 没能启动：数据文件夹 ${join(folder, 'data')} 正由进程 ${first.pid} 使用。请先停止它（kill ${first.pid}），或者把 DATA_DIR 设为别的文件夹。\n`,
    });
    for (const day of ['2027-03-02', '2027-03-03', '2027-03-04'])
      await type(first.url, `/leave ${day} ${day} annual family`);
    await first.end('SIGKILL');

    const second = await start();
    const kept = await leaves(second.url);
    for (const day of ['2027-03-02', '2027-03-03', '2027-03-04']) expect(kept).toContain(day);
    // Whoever was to be told and was not is told now, once.
    await expect.poll(() => toldManager(second.url)).toHaveLength(3);
    expect(await second.end('SIGINT')).toBe(0);
  });
});

describe('with WORKSPACE_SEED', () => {
  it('meets the difficult people, and serves its own team alone', async () => {
    furnish(join(folder, 'data'));
    const { url, end } = await start({ WORKSPACE_SEED: 'difficult' });
    const help = async (user: string) =>
      textOf(await call(url, '/human/command', { user, channel: '#department', command: '/help', text: '' }));
    const { teams } = await call(url, '/human/teams');
    expect((teams as { id: string }[]).map(({ id }) => id)).toEqual(['T0DEPARTMENT', 'T0BRANCH']);
    expect(await help('kai1')).toContain('You hold no post yet');
    expect(await help('branchclerk')).toBe('这个机器人只为本团队服务。');
    expect(await end('SIGINT')).toBe(0);
  });
});

describe('with wrong settings', () => {
  const wrong = { PORT: 'x', SLACK_APP_TOKEN: 'xapp-1', DATABASE_URL: 'mysql://x' };

  it('names every fault and where to read on, and ends with 2', async () => {
    expect(await failure(wrong)).toEqual({
      code: 2,
      out: '',
      err: [
        'Tiaoli cannot start with these settings:',
        '  - DATABASE_URL: must be a URL such as postgresql://tiaoli:secret@localhost:5432/tiaoli',
        '  - PORT: must be a port from 0 to 65535, for example 3000',
        '  - SLACK_BOT_TOKEN: is missing; it begins with xoxb- and stands under OAuth & Permissions',
        'Each setting is explained in .env.example.',
        '',
      ].join('\n'),
    });
  });

  it('does so in Chinese at a Chinese terminal', async () => {
    expect(await failure({ ...wrong, LANG: 'zh_CN.UTF-8' })).toEqual({
      code: 2,
      out: '',
      err: [
        '设置有误，Tiaoli 无法启动：',
        '  - DATABASE_URL：应为完整的地址，例如 postgresql://tiaoli:secret@localhost:5432/tiaoli',
        '  - PORT：应为 0 到 65535 的端口号，例如 3000',
        '  - SLACK_BOT_TOKEN：没有设置；它以 xoxb- 开头，请到 Slack 应用的 OAuth & Permissions 页复制',
        '每一项设置的说明见 .env.example。',
        '',
      ].join('\n'),
    });
  });
});

describe('when something is in the way', () => {
  it('says in the language of whoever starts it that the port is taken', async () => {
    furnish(join(folder, 'data'));
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const failed = { code: 1, out: '' };
    expect(await failure({ PORT: String(port) })).toEqual({
      ...failed,
      err: `Tiaoli could not start: port ${port} is taken by another program. Stop it, or set PORT to another port.\n`,
    });
    expect(await failure({ PORT: String(port), LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toEqual({
      ...failed,
      err: `Tiaoli 没能启动：端口 ${port} 已被别的程序占用。请停止那个程序，或者把 PORT 设为别的端口。\n`,
    });
    other.close();
  });

  it('says that no database server answers', async () => {
    const DATABASE_URL = 'postgresql://tiaoli:hush@127.0.0.1:1/tiaoli';
    expect(await failure({ DATABASE_URL, DEPARTMENT_LOCALE: 'zh-CN' })).toEqual({
      code: 1,
      out: '',
      err: 'Tiaoli 没能启动：127.0.0.1:1 上的 PostgreSQL 无法使用（connect ECONNREFUSED 127.0.0.1:1）。请检查 DATABASE_URL。\n',
    });
  });
});

describe('against a Slack elsewhere', () => {
  let slack: Workspace;
  /** One folder for all of these. */
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'tiaoli-slack-'));
  beforeAll(() => furnish(DATA_DIR));
  afterEach(() => slack.stop());
  afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

  async function openSlack(delivery: 'socket' | 'http'): Promise<void> {
    const transport =
      delivery === 'socket' ? { mode: delivery } : { mode: delivery, url: 'http://127.0.0.1/slack/events' };
    slack = await startWorkspace({
      port: 0,
      seed: DEPARTMENT,
      delivery,
      manifest: manifestOf(commands, languages, transport, 'zh-CN'),
    });
  }

  const tokens = () => ({
    DATA_DIR,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    FIRST_LEADERS: 'president=UPRESIDENT',
  });
  const asks = async (line: string) => {
    const [command = '', ...words] = line.split(' ');
    return textOf(
      await call(slack.url, '/human/command', {
        user: 'president',
        channel: 'department',
        command,
        text: words.join(' '),
      }),
    );
  };

  it('answers over Socket Mode, also after the connection was lost', async () => {
    await openSlack('socket');
    const bot = await start({ ...tokens(), SLACK_APP_TOKEN: slack.appToken });
    expect(bot.output.out).toBe('Tiaoli is ready: connected to Slack\n');
    expect(await asks('/tiaoli')).toContain('/askleave');
    await call(slack.url, '/human/fault', { kind: 'disconnect' });
    await expect.poll(() => asks('/tiaoli')).toContain('/askleave');
    expect(await bot.end('SIGTERM')).toBe(0);
  });

  it('answers over HTTP', async () => {
    await openSlack('http');
    const bot = await start({ ...tokens(), SLACK_SIGNING_SECRET: slack.signingSecret });
    slack.deliverTo(`${bot.url}/slack/events`);
    expect(await asks('/tiaoli')).toContain('/askleave');
    expect(await bot.end('SIGINT')).toBe(0);
  });

  it('says in one sentence that a token is refused', async () => {
    await openSlack('socket');
    const wrong = { code: 1, out: '' };
    expect(await failure({ ...tokens(), SLACK_APP_TOKEN: slack.appToken, SLACK_BOT_TOKEN: 'xoxb-wrong' })).toEqual({
      ...wrong,
      err: 'Tiaoli could not start: Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it again from “OAuth & Permissions” of the Slack app.\n',
    });
    const { code, out, err } = await failure({
      ...tokens(),
      SLACK_APP_TOKEN: 'xapp-wrong',
      LOG_LEVEL: 'silent',
    });
    expect({ code, out, err }).toEqual({
      ...wrong,
      err: 'Tiaoli could not start: Slack refuses SLACK_APP_TOKEN (invalid_auth): copy it again from “Basic Information” of the Slack app.\n',
    });
  });

  it('speaks of a first leader who cannot be in one language, also where the department has another', async () => {
    await openSlack('socket');
    const settings = { ...tokens(), SLACK_APP_TOKEN: slack.appToken, FIRST_LEADERS: 'manager=U0NOBODY' };
    const { code, err } = await failure({ ...settings, LANG: 'en_US.UTF-8' });
    expect(code).toBe(1);
    expect(err).toMatch(/^Tiaoli could not start: FIRST_LEADERS has manager=U0NOBODY, which cannot be\. /);
    expect(err).not.toMatch(/\p{Script=Han}/u);
  });

  it('says in one sentence that Slack cannot be reached', async () => {
    await openSlack('socket');
    const settings = {
      ...tokens(),
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      LOG_LEVEL: 'silent',
    };
    const { code, err } = await failure(settings);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^Tiaoli could not start: Slack cannot be reached at http:\/\/127\.0\.0\.1:9\/api\/ \(.*\)\. Check the network, the proxy and SLACK_API_URL\.\n$/,
    );
  });
});
