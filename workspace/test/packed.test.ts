/**
 * The package as somebody else installs it: packed with its two companions, put into an empty folder, called by `npx`, with
 * the app and the manifest of the README on it. Needs npm, and no network: what it depends on is packed from here too.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const OWN = ['workspace', 'block-kit', 'folder-lock'];
const MINUTES = 5 * 60_000;

let folder: string;
const running: ChildProcess[] = [];
const { PATH = '', HOME = '' } = process.env;

beforeAll(() => {
  const packed = mkdtempSync(join(tmpdir(), 'workspace-packed-'));
  folder = join(packed, 'app');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync('npm', args, { cwd, env: { PATH, HOME }, stdio: 'pipe' });
  const own = OWN.map(name => join(root, name));
  npm(root, 'pack', '--ignore-scripts', '--pack-destination', packed, ...own, ...dependenciesOf(own));
  const archives = readdirSync(packed).filter(name => name.endsWith('.tgz'));
  const quietly = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', join(packed, 'cache')];
  npm(folder, 'install', ...quietly, ...archives.map(name => join(packed, name)));
  // Bolt is the app's, not the package's.
  symlinkSync(join(root, 'node_modules/@slack'), join(folder, 'node_modules/@slack'));
}, MINUTES);

afterAll(async () => {
  await Promise.all(running.map(ended));
  if (folder !== undefined) rmSync(join(folder, '..'), { recursive: true });
});

/** The folders of all that these packages cannot run without, and what stands here of what they can. */
function dependenciesOf(folders: readonly string[], found = new Set<string>()): string[] {
  for (const each of folders) {
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(each, 'package.json'), 'utf8'),
    );
    const names = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
      name => !name.startsWith('@tiaoli/'),
    );
    const beside = names.map(name =>
      [join(each, 'node_modules', name), join(root, 'node_modules', name)].find(existsSync),
    );
    const fresh = beside.filter(path => path !== undefined).filter(path => !found.has(path));
    for (const path of fresh) found.add(path);
    dependenciesOf(fresh, found);
  }
  return [...found];
}

/** Starts a program in the folder, with whatever it starts itself as one group. */
function start(
  command: string,
  args: string[],
  env: Record<string, string | undefined> = {},
): ChildProcess & { said: string } {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.push(child);
  const heard = Object.assign(child, { said: '' });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      heard.said += data;
    });
  return heard;
}

/** Ends a group; resolves when its first is gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}

/** A part of the README, by the language it is marked with. */
function example(language: string): string {
  const [, code = ''] =
    new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(
      readFileSync(join(root, 'workspace/README.md'), 'utf8'),
    ) ?? [];
  expect(code).not.toBe('');
  return code;
}

it('is called by npx, and carries the app and the manifest its README shows', { timeout: MINUTES }, async () => {
  writeFileSync(join(folder, 'manifest.yaml'), example('yaml'));
  writeFileSync(join(folder, 'app.mjs'), example('js'));
  // The settings of a project around it are not meant for the package.
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "*": ["./nowhere/*"] } } }');
  const workspace = start('npx', ['--no', '--', 'tiaoli-workspace', '--port', '0', '--manifest', 'manifest.yaml']);
  await expect.poll(() => workspace.said, { timeout: MINUTES }).toMatch(/^SLACK_BOT_TOKEN=.*\n/m);
  const page = /http:\S+/.exec(workspace.said)?.[0] ?? '';
  writeFileSync(join(folder, '.env'), workspace.said);
  expect(Object.keys(parseEnv(workspace.said)).sort()).toEqual([
    'SLACK_API_URL',
    'SLACK_APP_TOKEN',
    'SLACK_BOT_TOKEN',
    'SLACK_SIGNING_SECRET',
  ]);

  const app = start(process.execPath, ['--env-file=.env', 'app.mjs']);
  const post = async (path: string, fields: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(page + path, {
      method: 'POST',
      headers,
      body: JSON.stringify({ user: 'emma', ...fields }),
    });
    return response.json();
  };
  const typed = () => post('/human/command', { channel: '#general', command: '/greet', text: '' });
  const answer = { ok: true, response: { text: 'Hello <@UEMMA>' } };
  await expect.poll(typed, { timeout: MINUTES }).toMatchObject(answer);
  expect(await post('/human/message', { channel: '@greeter', text: 'hello' })).toMatchObject({ ok: true });
  const heard = async (): Promise<unknown> => {
    const response = await fetch(`${page}/human/messages?user=emma&channel=@greeter`);
    const { messages } = (await response.json()) as { messages: { text: string }[] };
    return messages.map(({ text }) => text);
  };
  await expect.poll(heard, { timeout: MINUTES }).toEqual(['hello', 'Hello <@UEMMA>']);

  // The page and the libraries it uses came along.
  const html = await (await fetch(page)).text();
  const modules = [...html.matchAll(/href="(\/[^"]+\.js)"/g)].map(([, address]) => address);
  expect(modules.length).toBeGreaterThan(50);
  for (const address of modules) expect([address, (await fetch(page + address)).status]).toEqual([address, 200]);
  await ended(app);
  await ended(workspace);
});

it('says in its own words what was typed wrong, and what may be', { timeout: MINUTES }, async () => {
  const bin = join(folder, 'node_modules/.bin/tiaoli-workspace');
  const told = async (...args: string[]): Promise<unknown> => {
    const child = start(bin, args);
    const [code] = await once(child, 'close');
    return [code, child.said];
  };
  expect(await told('--ports', '0')).toEqual([
    2,
    "Unknown option '--ports'; the options are --port, --data, --manifest, --seed, --deliver, --help.\n",
  ]);
  expect(await told('--help')).toEqual([0, expect.stringContaining('npx tiaoli-workspace [options]')]);
});
