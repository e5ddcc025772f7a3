/** What whoever watches the bot sees: alive, ready or why not, and figures, without a word anybody wrote. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readinessOf, writeProbe } from '../../src/health/readiness.ts';
import type { Database } from '../../src/store/database.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { type Department, openDepartment } from '../support/department.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:49', environment: { METRICS_PORT: '0' } });
});
afterAll(() => department.close());

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${department.application.healthUrl}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The value of a series, by its name and labels as they are written. */
async function metric(series: string): Promise<number> {
  const { text } = await get('/metrics');
  const line = text.split('\n').find(one => one.startsWith(`${series} `));
  return line === undefined ? Number.NaN : Number(line.slice(series.length + 1));
}

describe('a living department', () => {
  it('is alive and ready', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' });
    const ready = await get('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      200,
      {
        ready: true,
        database: { ok: true, writable: true, ms: expect.any(Number) },
        slack: { ok: true, refused: null },
        outbox: { ok: true, pending: 0, dead: 0, oldestSeconds: 0 },
        disk: { ok: true, room: 'fine', freeMb: expect.any(Number) },
      },
    ]);
    expect((await get('/elsewhere')).status).toBe(404);
    const posted = await fetch(`${department.application.healthUrl}/metrics`, { method: 'POST' });
    expect(posted.status).toBe(404);
  });

  it('counts duties, messages and deliveries, and times the answers', async () => {
    await department.travel('08:00');
    await department.as('presales1').command('/help');
    expect(await metric('tiaoli_duties_total{state="done"}')).toBeGreaterThanOrEqual(3);
    expect(await metric('tiaoli_duties_total{state="skipped"}')).toBe(0);
    const { outbox } = department.application.office.database.read;
    const sent = await outbox.count({ where: { state: 'sent' } });
    expect(sent).toBe(2); // the reminder and the sheet
    expect(await metric('tiaoli_messages_total{outcome="sent"}')).toBe(sent);
    expect(await metric('tiaoli_deliveries_total{outcome="done"}')).toBe(1);
    expect(await metric('tiaoli_delivery_answer_seconds_count')).toBe(1);
    for (const gauge of ['tiaoli_ready', 'tiaoli_database_up', 'tiaoli_database_writable', 'tiaoli_slack_connected'])
      expect(await metric(gauge), gauge).toBe(1);
    expect(await metric('tiaoli_outbox_dead')).toBe(0);
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(await metric('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
  });
});

describe('while nothing can be written', () => {
  it('is alive and not ready, and ready when it can again', async () => {
    const { read } = department.application.office.database;
    const readiness = async () => {
      const { status, text } = await get('/readyz');
      const { ready, database } = JSON.parse(text) as { ready: boolean; database: Record<string, unknown> };
      return [status, ready, database.ok, database.writable];
    };
    await read.$executeRawUnsafe('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
    await expect.poll(readiness).toEqual([503, false, true, false]);
    expect([await metric('tiaoli_ready'), await metric('tiaoli_database_writable')]).toEqual([0, 0]);
    expect((await get('/healthz')).status).toBe(200);
    await read.$executeRawUnsafe('SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE');
    await expect.poll(readiness).toEqual([200, true, true, true]);
  });

  it.each([
    ['a disk that is full', '53100', 'could not extend file: No space left on device'],
    ['a disk that fails', '58030', 'could not write block 7: Input/output error'],
    ['a right that was taken away', '42501', 'permission denied for table receipt'],
    ['a quota that is used up', '53400', 'configuration limit exceeded'],
    ['a row that stands in an index only', 'XX001', 'could not read block 7 of receipt_pkey'],
  ])('is not ready: %s', async (_, sqlstate, message) => {
    const { database } = department.application.office;
    const watched = { database, connected: () => true, refused: () => null, wallClock: { now: () => new Date() } };
    await database.read.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION USING ERRCODE = '${sqlstate}', MESSAGE = '${message}'; END $$`);
    await database.read.$executeRaw`
      CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION refuse()`;
    const without = await readinessOf(watched);
    await database.read.$executeRaw`DROP TRIGGER refuse ON receipt`;
    await database.read.$executeRaw`DROP FUNCTION refuse()`;
    expect(without).toMatchObject({ ready: false, database: { ok: true, writable: false } });
    expect(await readinessOf(watched)).toMatchObject({ ready: true, database: { ok: true, writable: true } });
  });

  it('is tried once in a while, however often somebody asks', async () => {
    const house = await openOffice();
    const probe = writeProbe(house.office.database, house.wall);
    const asked = await Promise.all(Array.from({ length: 50 }, probe));
    const [row] = await house.office.database.read.$queryRaw<object[]>`
      SELECT xmax::text AS changed, at FROM receipt WHERE key = 'readiness'`;
    const { wall } = house;
    await house.close();
    expect(new Set(asked)).toEqual(new Set([true]));
    expect(row).toEqual({ changed: '0', at: wall.now() }); // as it was first written
  });
});

describe('not ready', () => {
  const opened: TestOffice[] = [];
  afterAll(async () => {
    for (const house of opened) await house.close();
  });

  async function readiness(change: {
    database?: Partial<Database>;
    connected?: boolean;
    refused?: string;
    passMs?: number;
  }) {
    const house = await openOffice();
    opened.push(house);
    const { database } = house.office;
    await database.transaction(tx =>
      enqueue(tx, { key: 'k', recipient: 'U1', notice: 'note', ref: {} }, house.wall.now()),
    );
    await house.pass(change.passMs ?? 0);
    return readinessOf({
      database: { ...database, ...change.database },
      connected: () => change.connected ?? true,
      refused: () => change.refused ?? null,
      wallClock: house.wall,
    });
  }

  it('without a connection to Slack', async () => {
    expect(await readiness({ connected: false })).toMatchObject({ ready: false, slack: { ok: false } });
  });

  it('while Slack does not take the token', async () => {
    expect(await readiness({ refused: 'token_revoked' })).toMatchObject({
      ready: false,
      slack: { ok: false, refused: 'token_revoked' },
    });
  });

  it('when messages wait for more than ten minutes', async () => {
    expect(await readiness({ passMs: 600_000 })).toMatchObject({ ready: true, outbox: { oldestSeconds: 600 } });
    expect(await readiness({ passMs: 601_000 })).toMatchObject({ ready: false, outbox: { ok: false, pending: 1 } });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('gone'))],
    ['says nothing', () => new Promise(() => {})],
  ])('when the database %s, which is found out within two seconds', async (_, $queryRaw) => {
    const away = { read: { $queryRaw } as unknown as Database['read'] };
    const found = await readiness({ database: away });
    expect(found).toMatchObject({ ready: false, database: { ok: false } });
    expect(found.database.ms).toBeLessThan(4_000);
  });
});

it('a frozen process is not alive', async () => {
  const root = join(import.meta.dirname, '../..');
  const program = `
    import { Registry } from 'prom-client';
    import { startHealth } from '${join(root, 'src/health/server.ts')}';
    const health = await startHealth({ port: 0, host: '127.0.0.1', registry: new Registry(), connected: () => true, refused: () => null,
      database: {}, wallClock: { now: () => new Date() }, log: console });
    process.stdout.write(health.port + '\\n');
    process.on('SIGUSR2', () => { for (;;); });
  `;
  const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = `http://127.0.0.1:${Number(String(line))}/healthz`;
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGUSR2');
    const asked = async () =>
      fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
        () => 'alive',
        () => 'no answer',
      );
    await expect.poll(asked).toBe('no answer');
  } finally {
    child.kill('SIGKILL');
  }
});
