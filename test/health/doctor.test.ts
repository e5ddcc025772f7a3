/** The doctor against a real workspace and real databases: all well, and then each thing broken once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Seed, startWorkspace, type Workspace } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { DEPARTMENT } from '../../prisma/department.ts';
import { FixedClock, systemClock } from '../../src/clock.ts';
import { type Config, type Environment, readConfig } from '../../src/config.ts';
import { examine, told } from '../../src/health/doctor.ts';
import type { Level, Topic } from '../../src/health/finding.ts';
import { type Manifest, manifestOf } from '../../src/slack/manifest.ts';
import { type DatabaseSource, openDatabase } from '../../src/store/database.ts';
import { lockFolder } from '../../src/store/lock.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { record } from '../../src/store/record.ts';
import { claimOccurrence } from '../../src/store/tick.ts';
import type { Tx } from '../../src/store/tx.ts';
import { testDatabase } from '../support/database.ts';
import { serverAnswers, serverDatabase } from '../support/postgres.ts';
import { languages, recorded } from '../support/speech.ts';

const manifest = manifestOf(commands, languages, { mode: 'socket' }, 'en');
const leaders = 'president=UPRESIDENT,manager=UMANAGER';
const root = join(import.meta.dirname, '../..');

let folder: string;
let workspace: Workspace;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-doctor-'));
  workspace = await open(DEPARTMENT, manifest);
});
afterAll(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

async function open(seed: Seed, app: Manifest): Promise<Workspace> {
  const opened = await startWorkspace({ port: 0, manifest: app, seed });
  ends.push(() => opened.stop());
  return opened;
}

function configured(environment: Environment = {}, source?: DatabaseSource, at = workspace): Config {
  const read = readConfig({
    SLACK_BOT_TOKEN: at.botToken,
    SLACK_APP_TOKEN: at.appToken,
    SLACK_API_URL: at.apiUrl,
    FIRST_LEADERS: leaders,
    DEPARTMENT_LOCALE: 'en',
    DATA_DIR: join(folder, 'none'),
    ...environment,
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return source === undefined ? read.config : { ...read.config, database: source };
}

/** What is not well, as `level topic: sentence`. */
async function complaints(config: Config, { live = false, clock = systemClock } = {}): Promise<string[]> {
  const findings = await examine(config, clock, { live });
  const bad = findings.filter(({ level, topic }) => level !== 'ok' && topic !== 'calendar');
  for (const { remedy } of bad) expect(remedy).toBeTruthy();
  return bad.map(({ level, topic, says }) => `${level} ${topic}: ${says}`);
}

const levelOf = async (config: Config, topic: Topic): Promise<Level[]> =>
  (await examine(config, systemClock)).filter(finding => finding.topic === topic).map(({ level }) => level);

describe('all is well', () => {
  it('before the first start, with Slack', async () => {
    const clock = new FixedClock('2026-06-01T08:00:00+08:00');
    const findings = await examine(configured(), clock);
    const lines = told(findings, 'en')
      .split('\n')
      .filter(line => !/clock:|disk:/.test(line));
    const none = join(folder, 'none');
    expect(lines.filter(line => !line.includes('→') && !line.includes('1 fault'))).toEqual([
      `ok  configuration: complete: Slack by Socket Mode; database: ${none}.`,
      `ok  database: there is none in ${none} yet; the first start makes it.`,
      'ok  leaders: nobody holds a post yet; the start gives FIRST_LEADERS theirs: president UPRESIDENT, manager UMANAGER.',
      'ok  time zone: Asia/Shanghai, where it is 2026-06-01 08:00.',
      'ok  calendar: the public holidays are known through 2026.',
      'ok  bot token: of the workspace 部门 · Department, as tiaoli.',
      'ok  app token: a Socket Mode connection can be opened.',
      'ok  scopes: all 12 that the manifest asks for.',
      'ok  channels: #department: I am in it.',
      'ok  channels: #service: I am in it.',
      'ok  channels: #notices: I am in it.',
      'ok  channels: #leaders: I am in it.',
      '',
    ]);
  });

  it('with a database and a message that arrives', async () => {
    const { source, drop } = await testDatabase();
    const config = configured({}, source);
    expect(await complaints(config, { live: true })).toEqual([]);
    const which = async (locale: 'zh-CN' | 'en') => {
      const findings = await examine({ ...config, settings: { ...config.settings, locale } }, systemClock);
      return findings.find(({ topic }) => topic === 'database')?.says;
    };
    const [en, zh] =
      source.kind === 'server'
        ? [`PostgreSQL at ${new URL(source.url).host}`, `${new URL(source.url).host} 上的 PostgreSQL`]
        : ['embedded database in :memory:', ':memory: 里的内置数据库'];
    expect([await which('en'), await which('zh-CN')]).toEqual([`${en}, its sessions in UTC.`, `${zh}，会话时区 UTC。`]);
    await drop();
    const response = await fetch(`${workspace.url}/human/messages?user=manager&channel=leaders`);
    expect(await response.text()).toContain('A test message of `npm run doctor -- --live`');
  });

  it('in the local workspace, as `npm run doctor` says it in the department’s language', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
    const run = async (environment: Environment, ...more: string[]) => {
      const child = spawn(process.execPath, ['--import', loader, join(root, 'src/tools/doctor.ts'), ...more], {
        cwd: folder,
        env: { PATH, HOME, DATA_DIR: join(folder, 'none'), ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
      return { status, stdout: out, stderr: err };
    };
    const well = await run({ FIRST_LEADERS: leaders });
    expect([well.status, well.stderr]).toEqual([0, '']);
    expect(well.stdout).toContain('正常  令牌: 本地工作区，不用检查。');
    const wrong = await run({ PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-secret' });
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('故障  配置: PORT：应为 0 到 65535 的端口号，例如 3000\n');
    expect(wrong.stdout).not.toContain('secret');
    expect((await run({}, '--alive')).status).toBe(2);
  });
});

describe('the regulation', () => {
  it('says something else than the environment', async () => {
    const { source, drop } = await testDatabase();
    ends.push(drop);
    const environment = {
      CASE_THRESHOLD: '5',
      NOTICE_THRESHOLD: '3',
      MORNING_MEETING: '08:30',
      RETENTION_MONTHS: '12',
    };
    expect(await complaints(configured(environment, source))).toEqual([
      'warning configuration: MORNING_MEETING is "08:30", the regulation says "08:00" (2.1); MORNING_MEETING holds.',
      'warning configuration: CASE_THRESHOLD is 5, the regulation says 3 (1.32); CASE_THRESHOLD holds.',
    ]);
  });
});

describe('Slack', () => {
  it('refuses the bot token', async () => {
    expect(await complaints(configured({ SLACK_BOT_TOKEN: 'xoxb-wrong' }))).toEqual([
      'fault token: Slack refuses SLACK_BOT_TOKEN (invalid_auth).',
    ]);
  });

  it('refuses the app token', async () => {
    expect(await complaints(configured({ SLACK_APP_TOKEN: 'xapp-wrong' }))).toEqual([
      'fault appToken: Slack refuses SLACK_APP_TOKEN (invalid_auth).',
    ]);
  });

  it('cannot be reached', async () => {
    expect(await complaints(configured({ SLACK_API_URL: 'http://127.0.0.1:4/api/' }))).toEqual([
      'fault token: http://127.0.0.1:4/api/ cannot be reached (ECONNREFUSED).',
    ]);
  });

  it('lives at another time', async () => {
    for (const [minutes, level] of [
      [2, 'warning'],
      [10, 'fault'],
    ] as const) {
      const clock = new FixedClock(new Date(systemClock.now().getTime() + minutes * 60_000));
      const [found = '', ...others] = await complaints(configured(), { clock });
      expect(others).toEqual([]);
      expect(found).toMatch(new RegExp(`^${level} clock: ${minutes === 2 ? '1[12]\\d' : '(59|60)\\d'} s from Slack’s`));
    }
  });

  it('gave the app other scopes', async () => {
    const bot = manifest.oauth_config?.scopes?.bot ?? [];
    const scopes = { bot: [...bot.filter(scope => scope !== 'im:write'), 'reactions:write' as const] };
    const at = await open(DEPARTMENT, { ...manifest, oauth_config: { scopes } });
    expect(await complaints(configured({}, undefined, at))).toEqual([
      'fault scopes: missing: im:write.',
      'warning scopes: more than needed: reactions:write.',
    ]);
  });

  it('has other channels', async () => {
    const [department, service, notices, leadersOnly] = DEPARTMENT.channels;
    if (!department || !service || !notices || !leadersOnly) throw new Error('four channels');
    const channels = [
      { ...department, is_archived: true },
      { ...notices, with_bot: false },
      { ...leadersOnly, is_private: false },
    ];
    const at = await open({ ...DEPARTMENT, channels }, manifest);
    expect(await complaints(configured({}, undefined, at))).toEqual([
      'fault channels: #department is archived.',
      'fault channels: I cannot find #service: it does not exist, or is private and I was not invited.',
      'fault channels: I am not in #notices.',
      'fault channels: #leaders is public: everybody could read what is for leaders, so nothing is posted there.',
    ]);
    expect(await complaints(configured({ CHANNEL_LEADERS: 'notices' }, undefined, at), { live: true })).toContain(
      'fault live: chat.postMessage failed (not_in_channel).',
    );
  });

  it('does not know the first leaders', async () => {
    const people = DEPARTMENT.people.map(person => (person.name === 'manager' ? { ...person, deleted: true } : person));
    const at = await open({ ...DEPARTMENT, people }, manifest);
    const config = configured({ FIRST_LEADERS: 'president=U0NOBODY,manager=UMANAGER' }, undefined, at);
    expect(await complaints(config)).toEqual([
      'fault leaders: Slack does not know U0NOBODY of FIRST_LEADERS, or the account is deactivated (user_not_found).',
      'fault leaders: Slack does not know UMANAGER of FIRST_LEADERS, or the account is deactivated (user_disabled).',
    ]);
    const guests = DEPARTMENT.people.map(person =>
      person.name === 'clerk1' ? { ...person, is_restricted: true } : person,
    );
    const elsewhere = await open({ ...DEPARTMENT, people: guests }, manifest);
    expect(
      await complaints(configured({ FIRST_LEADERS: 'president=UPRESIDENT,manager=UCLERK1' }, undefined, elsewhere)),
    ).toEqual(['fault leaders: UCLERK1 of FIRST_LEADERS is a bot, a guest, or from another team.']);
  });
});

describe('the database', () => {
  it('was served by a clock that stood ahead, or saw its clock set', async () => {
    const source: DatabaseSource = { kind: 'folder', path: join(folder, 'set') };
    const now = systemClock.now();
    const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
    const time = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const meanwhile = async (work: (tx: Tx) => Promise<unknown>) => {
      const database = await openDatabase(source);
      await database.transaction(work);
      await database.close();
    };
    const after = { kind: 'set', from: hours(-30).toISOString(), to: hours(-2).toISOString(), lastedMinutes: 0 };
    const entry = { actor: 'clock', deed: 'clock.set', noun: 'clock', nounId: after.to, after };
    await meanwhile(tx => record(tx, { at: hours(-8 * 24), ...entry }));
    expect(await complaints(configured({}, source))).toEqual([]);
    await meanwhile(tx => record(tx, { at: hours(-2), ...entry }));
    expect(await complaints(configured({}, source))).toEqual([
      `warning clock: set within the last seven days: it should have shown ${time(hours(-30))}, and showed ${time(hours(-2))}.`,
    ]);
    const occurrence = { duty: 'record.head', date: '2030-01-01', dueAt: hours(50) };
    await meanwhile(tx => claimOccurrence(tx, occurrence, 'done', hours(50)));
    const found = await complaints(configured({}, source));
    expect(found).toEqual([
      expect.stringMatching(/^warning clock: it shows .*, but the database has what was done at /),
    ]);
    expect(found[0]).toContain(time(hours(50)));
  });

  it('is in use by the bot', async () => {
    const taken = join(folder, 'taken');
    mkdirSync(join(taken, 'database'), { recursive: true });
    const unlock = lockFolder(taken);
    expect(await complaints(configured({ DATA_DIR: taken }))).toEqual([
      `warning database: ${taken} is in use by process ${process.pid}: the bot is running, and what is in the database was not looked at.`,
    ]);
    // What was not looked at is named, and nothing says that it is well.
    const [english, chinese] = [
      configured({ DATA_DIR: taken }),
      configured({ DATA_DIR: taken, DEPARTMENT_LOCALE: 'zh-CN' }),
    ];
    expect(
      told(await examine(english, systemClock), 'en')
        .split('\n')
        .slice(-2),
    ).toEqual(['', 'Not looked at: migrations, record, outbox, leaders. What was looked at is well.']);
    expect(
      told(await examine(chinese, systemClock), 'zh-CN')
        .split('\n')
        .slice(-2),
    ).toEqual(['', '没有检查：数据库结构、记录、待发消息、负责人。检查过的都没有故障。']);
    unlock();
  });

  it('is not there, or cannot be entered', async () => {
    const nowhere = configured({ DATABASE_URL: 'postgresql://tiaoli:hush@127.0.0.1:1/tiaoli' });
    expect(await complaints(nowhere)).toEqual([
      expect.stringMatching(/^fault database: PostgreSQL at 127\.0\.0\.1:1 cannot be used: .*ECONNREFUSED/),
    ]);
    expect(await complaints({ ...nowhere, settings: { ...nowhere.settings, locale: 'zh-CN' } })).toEqual([
      'fault database: 127.0.0.1:1 上的 PostgreSQL 无法使用（connect ECONNREFUSED 127.0.0.1:1）。请检查 DATABASE_URL。',
    ]);
    expect(
      told(await examine(nowhere, systemClock), 'en')
        .split('\n')
        .slice(-2),
    ).toEqual(['1 fault; what to do stands above.', 'Not looked at: migrations, record, outbox, leaders.']);
    expect(told(await examine(nowhere, systemClock), 'en')).not.toContain('hush');
  });

  it('is older or newer than the program', async () => {
    const { source, url } = await kept();
    await (await openDatabase(source, { migrates: false })).close();
    expect(await complaints(configured(url))).toEqual([
      expect.stringMatching(/^warning migrations: \d+ not applied yet: 20261124010000_init, /),
    ]);
    expect(told(await examine(configured(url), systemClock), 'en')).toMatch(
      /\nNot looked at: record, outbox\. What was looked at is well\.$/,
    );
    const database = await openDatabase(source);
    await database.read
      .$executeRaw`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%guard'`;
    await database.close();
    expect(await complaints(configured(url))).toEqual([
      'fault migrations: unknown to this version, changed, or not finished: 20261124020000_guard.',
    ]);
  });

  it('holds messages that wait and messages that were given up', async () => {
    const { source, url } = await kept();
    const database = await openDatabase(source);
    const now = systemClock.now().getTime();
    const message = { recipient: 'U1', notice: 'note', ref: {} };
    await database.transaction(tx => enqueue(tx, { ...message, key: 'a' }, new Date(now - 3_600_000)));
    await database.transaction(tx => enqueue(tx, { ...message, key: 'b' }, new Date(now)));
    await database.read.outbox.updateMany({ where: { key: 'b' }, data: { state: 'dead', error: 'is_archived' } });
    await database.close();
    expect(await complaints(configured(url))).toEqual([
      'warning outbox: 1 message was given up.',
      'warning outbox: 1 waiting, the oldest for 60 minutes.',
    ]);
  });

  it('has a decision somebody altered by hand', async () => {
    const { source, url } = await kept();
    const database = await openDatabase(source);
    const entry = { at: new Date('2026-12-01'), actor: 'UMANAGER', deed: 'case.uphold', noun: 'case' };
    for (const nounId of [1, 2]) await database.transaction(tx => record(tx, { ...entry, nounId }));
    await database.close();
    expect(await levelOf(configured(url), 'record')).toEqual(['ok']);
    const again = await openDatabase(source);
    await again.read.$executeRawUnsafe('ALTER TABLE record DISABLE TRIGGER ALL');
    await again.read.$executeRawUnsafe("UPDATE record SET actor = 'somebody else' WHERE seq = 1");
    await again.close();
    expect(await complaints(configured(url))).toEqual([
      'fault record: a decision on it was altered, removed or added by hand.',
    ]);
  });

  it('has a row that is not as the record says', async () => {
    const { source, url } = await kept();
    const database = await openDatabase(source);
    await database.read.calendarDay.create({
      data: { date: '2026-12-07', working: false, setBy: 'x', at: new Date(0) },
    });
    await database.close();
    const findings = await examine(configured(url), systemClock, { recorded });
    expect(findings.filter(({ topic }) => topic === 'record')).toEqual([
      {
        topic: 'record',
        level: 'fault',
        says: 'row 2026-12-07 of calendar_day is not as the record says: it was changed by hand.',
        remedy: 'npm run verify says what differs; a backup has the row as it was.',
      },
    ]);
  });

  it('knows no leaders', async () => {
    const { source, url } = await kept();
    await (await openDatabase(source)).close();
    expect(await levelOf(configured({ ...url, FIRST_LEADERS: '' }), 'leaders')).toEqual(['fault', 'fault']);
  });

  /** One that is still there when it is opened again. */
  async function kept(): Promise<{ source: DatabaseSource; url: Environment }> {
    if (await serverAnswers()) {
      const { url, drop } = await serverDatabase();
      ends.push(drop);
      return { source: { kind: 'server', url }, url: { DATABASE_URL: url } };
    }
    const path = mkdtempSync(join(folder, 'kept-'));
    return { source: { kind: 'folder', path }, url: { DATA_DIR: path } };
  }
});
