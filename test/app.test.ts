/** Opening and closing the house: all or nothing, and nobody is cut off in the middle of a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkspace } from '@tiaoli/workspace';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { DEPARTMENT } from '../prisma/department.ts';
import { startApplication } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { makeLog } from '../src/log.ts';
import { givePost, saveIdentity } from '../src/member/store.ts';
import { manifestOf } from '../src/slack/manifest.ts';
import { openDatabase } from '../src/store/database.ts';
import { testDatabase } from './support/database.ts';
import { openDepartment } from './support/department.ts';
import { furnish } from './support/folder.ts';
import { makeGate } from './support/gate.ts';
import { languages } from './support/speech.ts';
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

it('does not start with first leaders who cannot be, says so in the department’s language, and can be corrected', async () => {
  const people = [
    ...DEPARTMENT.people,
    { id: 'UHELPER', name: 'helper', real_name: 'Helper', is_bot: true },
    { id: 'UVISITOR', name: 'visitor', real_name: 'Visitor', is_restricted: true },
    { id: 'UGONE', name: 'gone', real_name: 'Gone', deleted: true },
    { id: 'UPARTNER', name: 'partner', real_name: 'Partner', is_stranger: true, team_id: 'T0PARTNER' },
  ];
  const workspace = await startWorkspace({
    port: 0,
    seed: { ...DEPARTMENT, people },
    manifest: manifestOf(commands, languages, { mode: 'socket' }, 'zh-CN'),
  });
  const path = mkdtempSync(join(tmpdir(), 'tiaoli-first-'));
  furnish(path);
  const source = { kind: 'folder', path } as const;
  const start = async (firstLeaders: string, locale: string) => {
    const read = readConfig({
      ...{
        PORT: '0',
        DATA_DIR: path,
        SLACK_API_URL: workspace.apiUrl,
        FIRST_LEADERS: firstLeaders,
        DEPARTMENT_LOCALE: locale,
      },
      ...{ SLACK_BOT_TOKEN: workspace.botToken, SLACK_APP_TOKEN: workspace.appToken },
    });
    if ('faults' in read) throw new Error(read.faults.join());
    return startApplication({ ...read.config, database: source }, { log });
  };
  const refused = (firstLeaders: string, locale: string) =>
    start(firstLeaders, locale).then(
      () => 'started',
      (fault: Error) => fault.message.split('\n'),
    );
  const wrong = 'president=UHELPER,manager=UVISITOR,deputy=UGONE,assistant=UPARTNER,supervisor=U0NOBODY,clerk=UCLERK1';
  expect(await refused(wrong, 'zh-CN')).toEqual([
    'FIRST_LEADERS 里的 president=UHELPER 不能任命：UHELPER 是机器人，部门的事只由人来办，请换一位同事。',
    'FIRST_LEADERS 里的 manager=UVISITOR 不能任命：UVISITOR 是访客或外部人员，这个机器人只为本部门的同事服务。',
    'FIRST_LEADERS 里的 deputy=UGONE 不能任命：UGONE 的账号已停用，请换一位同事。',
    'FIRST_LEADERS 里的 assistant=UPARTNER 不能任命：UPARTNER 是访客或外部人员，这个机器人只为本部门的同事服务。',
    'FIRST_LEADERS 里的 supervisor=U0NOBODY 不能任命：没有找到编号是 U0NOBODY 的人。编号在 Slack 的 个人资料 → ⋮ → 复制成员 ID。',
    '还没有任命任何人。请改正 FIRST_LEADERS，再重新启动。',
  ]);
  expect(await refused('president=UHELPER,manager=UMANAGER', 'en')).toEqual([
    'FIRST_LEADERS has president=UHELPER, which cannot be. UHELPER is a bot; the department is run by people, so please name a colleague.',
    'Nobody was given a post. Correct FIRST_LEADERS and start again.',
  ]);
  // An older program gave a post to a bot: that does not stand in the way either.
  const database = await openDatabase(source);
  expect(await database.read.post.count()).toBe(0);
  const helper = { id: 'UHELPER', name: 'Helper', handle: 'helper', locale: 'en', zone: 'UTC', bot: true } as const;
  const at = new Date('2026-11-01T00:00:00Z');
  await saveIdentity(database.read, { ...helper, deactivated: false, guest: false, external: false }, at);
  await givePost(database.read, 'UHELPER', 'president', 'configuration', at);
  await database.close();
  const application = await start('president=UPRESIDENT,manager=UMANAGER', 'en');
  const held = await application.office.database.read.post.findMany({ where: { until: null }, orderBy: { id: 'asc' } });
  expect(held.map(({ memberId, post }) => [memberId, post])).toEqual([
    ['UPRESIDENT', 'president'],
    ['UMANAGER', 'manager'],
  ]);
  await application.stop();
  // Once given, a post is nobody's business here: who left since stops no start.
  const again = await start('president=UGONE,manager=UHELPER', 'en');
  await again.stop();
  await workspace.stop();
  rmSync(path, { recursive: true, force: true });
});
