/** What deploy/ promises, held to without a container engine: the files are read, and the image's steps are done here. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startWorkspace } from '@tiaoli/workspace';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { DEPARTMENT } from '../../prisma/department.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { serverAnswers, serverDatabase } from '../support/postgres.ts';
import { sourceFiles } from '../support/source.ts';
import { languages } from '../support/speech.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Instruction {
  name: string;
  rest: string;
}

interface Stage {
  name: string;
  steps: Instruction[];
}

/** The Dockerfile as stages of instructions; continued lines are one. */
function stagesOf(text: string): Stage[] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '');
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push({ name: / AS (\w+)$/.exec(rest)?.[1] ?? '', steps: [] });
    stages.at(-1)?.steps.push({ name, rest });
  }
  return stages;
}

const stages = stagesOf(read('deploy/Dockerfile'));
const last = stages.at(-1)?.steps ?? [];
/** What only local mode loads. */
const LOCAL = 'src/local/workspace.ts';
const rest = (name: string) => last.filter(step => step.name === name).map(step => step.rest);

describe('the image', () => {
  it('is made in stages on a slim Node that this program runs on', () => {
    expect(stages.map(({ name }) => name)).toEqual(['packages', 'program']);
    const [, node = ''] = /^ARG NODE=(\d+)$/m.exec(read('deploy/Dockerfile')) ?? [];
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(engines.node).toContain(node === '24' ? '>=24' : `^${node}.`);
    for (const { steps } of stages) expect(steps[0]?.rest).toMatch(/^node:\$\{NODE\}-slim AS /);
  });

  it('runs as nobody special, says whether it lives, and is stopped as the program wants it', () => {
    expect(rest('USER')).toEqual(['node']);
    const order = last.map(({ name }) => name);
    expect(order.lastIndexOf('USER')).toBeGreaterThan(order.lastIndexOf('COPY'));
    expect(rest('HEALTHCHECK')[0]).toContain('/healthz');
    expect(rest('STOPSIGNAL')).toEqual(['SIGTERM']);
    // Without a shell in between, which would keep the signal to itself.
    expect(JSON.parse(rest('CMD')[0] ?? '')).toEqual(['node', '--import', 'tsx', 'src/main.ts']);
    expect(read('deploy/Dockerfile')).not.toMatch(/SECRET|TOKEN|PASSWORD|xox|curl|wget/);
  });

  it('needs no package that is only for building or testing', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const sources = sourceFiles('src', 'commands', 'schedules');
    const packages = sources
      .filter(({ path }) => path !== LOCAL)
      .flatMap(({ imports }) => imports.filter(({ typesOnly }) => !typesOnly).map(({ target }) => target))
      .filter(target => !/^(src|commands|schedules|prisma|node:)/.test(target))
      .map(target =>
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect([...new Set(packages)].filter(name => !(name in dependencies))).toEqual([]);
    expect(dependencies).toHaveProperty('tsx');
    expect(dependencies).toHaveProperty('prisma');
  });

  it('does without the local workspace, which one file brings in when it is asked for', () => {
    const sources = sourceFiles('src', 'commands', 'schedules', 'prisma');
    const bound = sources.filter(({ imports }) =>
      imports.some(({ target, typesOnly }) => target === '@tiaoli/workspace' && !typesOnly),
    );
    expect(bound.map(({ path }) => path)).toEqual([LOCAL]);
    const bringing = sources.filter(({ imports }) => imports.some(({ target }) => `${target}.ts` === LOCAL));
    expect(bringing.map(({ path }) => path)).toEqual(['src/app.ts']);
    expect(bringing[0]?.text).toMatch(/await import\('\.\/local\/workspace\.ts'\)/);
    expect(bringing[0]?.text).not.toMatch(/from '\.\/local\/workspace\.ts'/);
  });

  it('is given nothing secret, and all that its steps copy', () => {
    const ignored = read('.dockerignore')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'));
    expect(ignored[0]).toBe('**');
    const given = ignored.filter(line => line.startsWith('!')).map(line => line.slice(1).replace('/**', ''));
    for (const path of given) expect(existsSync(join(root, path)), path).toBe(true);
    const copied = stages.flatMap(({ steps }) => steps.filter(({ name }) => name === 'COPY').map(step => step.rest));
    const fromHere = copied.filter(line => !line.startsWith('--from')).flatMap(line => line.split(' ').slice(0, -1));
    expect([...new Set(fromHere.map(path => path.replace('./', '')))].toSorted()).toEqual(given.toSorted());
  });

  it('starts when its steps are done in an empty folder, and its own check finds it alive', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tiaoli-image-'));
    const slack = await startWorkspace({
      port: 0,
      seed: DEPARTMENT,
      manifest: manifestOf(commands, languages, { mode: 'socket' }, 'zh-CN'),
    });
    const places = new Map<string, string>();
    // A server's database is there much sooner than a new embedded one.
    const database = (await serverAnswers()) ? await serverDatabase() : null;
    try {
      for (const { name, steps } of stages) {
        const app = join(folder, name);
        mkdirSync(app);
        places.set(name, app);
        for (const step of steps) perform(step, app, places);
      }
      const app = places.get('program') ?? '';
      const [port, metricsPort] = [await freePort(), await freePort()];
      const env = {
        PATH: process.env.PATH,
        HOME: folder,
        ...Object.fromEntries(rest('ENV').flatMap(line => line.split(/\s+/).map(pair => pair.split('=')))),
        DATA_DIR: join(folder, 'data'),
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        ...(database === null ? {} : { DATABASE_URL: database.url }),
      };
      for (const stage of places.values())
        expect([
          existsSync(join(stage, 'workspace')),
          existsSync(join(stage, 'node_modules/@tiaoli/workspace')),
        ]).toEqual([false, false]);
      const [command = '', ...words] = JSON.parse(rest('CMD')[0] ?? '') as string[];
      const alone = spawnSync(command, words, { cwd: app, env, encoding: 'utf8' });
      expect([alone.status, alone.stdout, alone.stderr]).toEqual([
        1,
        '',
        'Tiaoli could not start: there is no local workspace in this installation. Set SLACK_BOT_TOKEN and what goes with it.\n',
      ]);
      const { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, apiUrl: SLACK_API_URL } = slack;
      const program = spawn(command, words, {
        cwd: app,
        env: { ...env, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<number | null>(resolve => program.once('exit', resolve));
      const check = /CMD (\[.*\])$/.exec(rest('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]';
      const [asks = '', ...how] = JSON.parse(check) as string[];
      const healthy = () => spawnSync(asks, how, { env }).status;
      await expect.poll(healthy, { timeout: 120_000, interval: 500 }).toBe(0);
      program.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(healthy()).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await slack.stop();
      await database?.drop();
    }
  });
});

/** One step of the image, in a folder that stands for /app. The packages are those already installed here. */
function perform({ name, rest: line }: Instruction, app: string, places: ReadonlyMap<string, string>): void {
  if (name === 'COPY') {
    const [, from, paths = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(line) ?? [];
    const all = paths.split(' ');
    const to = join(app, all.at(-1) ?? '');
    const base = from === undefined ? root : (places.get(from) ?? '');
    for (const path of all.slice(0, -1)) {
      const source = join(base, path.replace(/^\/app\//, ''));
      const target = all.length > 2 || to.endsWith('/') ? join(to, path) : to;
      mkdirSync(dirname(target), { recursive: true });
      if (path.endsWith('node_modules')) cpSync(source, target, { recursive: true, verbatimSymlinks: true });
      else cpSync(source, target, { recursive: true, filter: file => !ignores(file, base) });
    }
  }
  if (name === 'RUN' && line.startsWith('npm ci ')) {
    install(
      app,
      [...line.matchAll(/--workspace ([\w-]+)/g)].map(([, name = '']) => name),
    );
    execFileSync('npm', ['run', 'generate'], { cwd: app, stdio: 'ignore' });
  }
}

/** The packages as `npm ci` puts them there: of our own those named alone, and nothing that only the others need. */
function install(app: string, own: readonly string[]): void {
  const dependenciesOf = (path: string) =>
    Object.keys((JSON.parse(read(join(path, 'package.json'))) as { dependencies: object }).dependencies);
  const needed = dependenciesOf('.');
  const left = dependenciesOf('workspace').filter(name => !needed.includes(name));
  const modules = join(app, 'node_modules');
  mkdirSync(join(modules, '@tiaoli'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@tiaoli' && !left.includes(name)) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of own) symlinkSync(join('../..', name), join(modules, '@tiaoli', name));
}

/** What .dockerignore takes away again within what it lets through. */
function ignores(file: string, base: string): boolean {
  return base === root && (file.endsWith('src/store/generated') || /\/\.env/.test(file) || file.endsWith('.log'));
}

describe('the composition', () => {
  interface Service {
    build?: { context: string; dockerfile: string };
    image: string;
    env_file: string;
    environment: Record<string, string>;
    volumes: string[];
    networks: string[];
    ports?: string[];
    healthcheck?: object;
    depends_on?: Record<string, { condition: string }>;
    [key: string]: unknown;
  }
  const composed = parse(read('deploy/compose.yaml')) as {
    services: Record<'database' | 'bot', Service>;
    volumes: object;
    networks: Record<string, { internal?: boolean } | null>;
  };
  const { database, bot } = composed.services;

  it('refers only to what there is', () => {
    for (const service of [database, bot]) {
      for (const volume of service.volumes) expect(Object.keys(composed.volumes)).toContain(volume.split(':')[0]);
      for (const network of service.networks) expect(Object.keys(composed.networks)).toContain(network);
    }
    expect(existsSync(join(root, 'deploy', bot.build?.context ?? '', bot.build?.dockerfile ?? ''))).toBe(true);
  });

  it('starts the bot once the database is healthy, and shows neither to the world', () => {
    expect(database.healthcheck).toBeDefined();
    expect(bot.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(database.ports).toBeUndefined();
    expect(composed.networks.inside?.internal).toBe(true);
    expect(database.networks).toEqual(['inside']);
    for (const port of bot.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('keeps secrets in files of their own, and the bot without rights', () => {
    expect([database.env_file, bot.env_file]).toEqual(['database.env', 'bot.env']);
    expect(JSON.stringify([database.environment, bot.environment])).not.toMatch(/PASSWORD|TOKEN|SECRET/);
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    });
    expect(read('.gitignore')).toMatch(/^\*?\.env$|^\*\.env$/m);
  });
});

describe('the unit', () => {
  const unit = read('deploy/tiaoli.service');
  const there = spawnSync('systemd-analyze', ['--version']).status === 0;

  it('runs as nobody in particular, who can change nothing but its data', () => {
    for (const line of ['DynamicUser=yes', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'StateDirectory=tiaoli'])
      expect(unit.split('\n')).toContain(line);
    const [, seconds = '0'] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    expect(Number(seconds)).toBeGreaterThan(10);
  });

  it.runIf(there)('satisfies systemd', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(root, 'deploy/tiaoli.service')], {
      encoding: 'utf8',
    });
    const complaints = stderr.split('\n').filter(line => line.includes('tiaoli.service'));
    expect([status, complaints]).toEqual([0, []]);
  });
});

/** Below those a system gives out by itself: nothing else takes it before the program does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}
