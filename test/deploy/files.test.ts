/** What deploy/ promises, held to without a container engine: the files are read, and the image's steps are done here. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serverAnswers, serverDatabase } from '../support/postgres.ts';
import { sourceFiles } from '../support/source.ts';

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
    const packages = sourceFiles('src', 'commands', 'schedules')
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
      const [command = '', ...words] = JSON.parse(rest('CMD')[0] ?? '') as string[];
      const program = spawn(command, words, { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'] });
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
      if (path.endsWith('node_modules')) symlinkSync(join(root, 'node_modules'), target);
      else cpSync(source, target, { recursive: true, filter: file => !ignores(file, base) });
    }
  }
  if (name === 'RUN' && line.startsWith('npm ci ')) {
    symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'));
    execFileSync('npm', ['run', 'generate'], { cwd: app, stdio: 'ignore' });
  }
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

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
