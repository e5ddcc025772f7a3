/** Opening and closing the house: all or nothing, and nobody is cut off in the middle of a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startApplication } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { makeLog } from '../src/log.ts';
import { testDatabase } from './support/database.ts';
import { openDepartment } from './support/department.ts';
import { makeGate } from './support/gate.ts';
import { startStopwatch } from './support/stopwatch.ts';

const log = makeLog('silent', () => {});

it('leaves nothing open when it cannot start', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-app-'));
  const { source, drop } = await testDatabase();
  const read = readConfig({ PORT: String(port), DATA_DIR: folder });
  if ('faults' in read) throw new Error(read.faults.join());
  const start = (PORT: number) => startApplication({ ...read.config, port: PORT, database: source }, { log });
  await expect(start(port)).rejects.toThrow('EADDRINUSE');
  const application = await start(0); // the folder was given back
  await application.stop();
  taken.close();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

it('answers what it has taken before it closes', async () => {
  const department = await openDepartment({ at: '2026-12-01T07:45' });
  const answers = Array.from({ length: 5 }, (_, day) =>
    department.call('/human/command', {
      user: 'presales1',
      channel: 'department',
      command: '/leave',
      text: `2026-12-2${day} 2026-12-2${day} annual family`,
    }),
  );
  // Until the bot has the first of them in hand.
  await expect.poll(() => department.application.office.database.read.receipt.count()).toBeGreaterThan(0);
  await department.close();
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
  expect(department.log.filter(({ level }) => level === 'error')).toEqual([]);
});

it('ends a journey under way', async () => {
  const department = await openDepartment({ at: '2026-12-01T07:45' });
  const journey = department.application.travel(new Date('2026-12-31T00:00:00Z'));
  await expect.poll(() => department.application.office.database.read.occurrence.count()).toBeGreaterThan(0);
  await department.close();
  await journey;
  expect(department.application.office.clock.now() < new Date('2026-12-31T00:00:00Z')).toBe(true);
  expect(department.log.filter(({ level }) => level === 'error')).toEqual([]);
});

it('ends in named steps, one after the other, and well within ten seconds', async () => {
  const department = await openDepartment({ at: '2026-12-01T07:45', environment: { METRICS_PORT: '0' } });
  const tookMs = startStopwatch();
  await department.close();
  expect(tookMs()).toBeLessThan(10_000);
  expect(department.log.filter(({ event }) => event === 'stop.step').map(({ step }) => step)).toEqual([
    'health',
    'housekeeping',
    'journey begun',
    'scheduler',
    'answers',
    'slack',
    'deliveries under way',
    'outbox',
    'journey',
    'workspace',
    'database',
  ]);
});

it('does not let a step that hangs keep the next ones from ending', async () => {
  const department = await openDepartment({ at: '2026-12-01T07:45' });
  const { database } = department.application.office;
  const [held, gate] = [makeGate(), makeGate()];
  const holding = database.transaction(async tx => {
    await tx.$executeRawUnsafe('LOCK TABLE "outbox", "receipt" IN ACCESS EXCLUSIVE MODE');
    held.open();
    await gate.opened;
  });
  await held.opened;
  const asked = department.call('/human/command', {
    user: 'presales1',
    channel: 'department',
    command: '/leave',
    text: '2026-12-07 annual family',
  });
  const tookMs = startStopwatch();
  const stopped = department.application.stop();
  await expect
    .poll(() => department.log.some(({ step }) => step === 'outbox' || step === 'deliveries under way'))
    .toBe(true);
  gate.open();
  await Promise.allSettled([holding, asked, stopped]);
  expect(tookMs()).toBeLessThan(15_000);
  const steps = department.log.filter(({ event }) => event === 'stop.step' || event === 'stop.hangs');
  expect(steps.at(-1)).toMatchObject({ event: 'stop.step', step: 'database' });
  await department.close();
});
