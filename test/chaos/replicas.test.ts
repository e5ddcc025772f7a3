/** Three replicas on one database and fifty presses at the same moment: one decision, and everybody else is told whose. */

import { startWorkspace, type Workspace } from '@tiaoli/workspace';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { DEPARTMENT } from '../../prisma/department.ts';
import { type Application, startApplication } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { keepFigures } from '../support/figures.ts';
import { serverDatabase } from '../support/postgres.ts';
import { languages } from '../support/speech.ts';

let workspace: Workspace;
let replicas: Application[];
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await serverDatabase();
  drop = database.drop;
  workspace = await startWorkspace({
    port: 0,
    seed: DEPARTMENT,
    manifest: manifestOf(commands, languages, { mode: 'socket' }, 'zh-CN'),
  });
  const read = readConfig({
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    DATABASE_URL: database.url,
    FIRST_LEADERS: 'president=UPRESIDENT,manager=UMANAGER,deputy=UDEPUTY,assistant=UASSISTANT,presales=UPRESALES1',
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const log = { info() {}, warn() {}, error() {} };
  // At once on an empty database: one of them applies the migrations.
  replicas = await Promise.all([1, 2, 3].map(() => startApplication(read.config, { log, pace: { paceMs: 0 } })));
});
afterAll(async () => {
  for (const replica of replicas) await replica.stop();
  await workspace.stop();
  await drop();
});

interface Answer {
  ok: boolean;
  messages: { ts: string; text: string; blocks?: unknown; ephemeral?: boolean }[];
}

async function call(path: string, body?: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(workspace.url + path, body && { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

/** What a leader sees in the direct messages with the bot. */
const seen = async (user: string) => (await call(`/human/messages?user=${user}&channel=tiaoli`)).messages;

it('decide a request once', async () => {
  const leaders = ['manager', 'deputy', 'assistant'];
  await call('/human/command', {
    user: 'presales1',
    channel: 'department',
    command: '/askleave',
    text: '2027-03-01 2027-03-01 other family',
  });
  const cards = new Map<string, string>();
  for (const leader of leaders) {
    const carrying = async () =>
      (await seen(leader)).find(({ blocks }) => JSON.stringify(blocks ?? []).includes('approval.approve'));
    await expect.poll(carrying).toBeDefined();
    cards.set(leader, (await carrying())?.ts ?? '');
  }

  const presses = Array.from({ length: 50 }, (_, n) => leaders[n % leaders.length] ?? 'manager');
  await Promise.all(
    presses.map(user =>
      call('/human/click', { user, channel: 'tiaoli', ts: cards.get(user), action_id: 'approval.approve' }),
    ),
  );

  for (const replica of replicas) await replica.settled();
  const { read } = (replicas[0] as Application).office.database;
  const [approval] = await read.approval.findMany();
  expect(approval?.state).toBe('approved');
  const records = await read.record.findMany({ where: { deed: { startsWith: 'approval.' } }, orderBy: { seq: 'asc' } });
  expect(records.map(({ deed }) => deed)).toEqual(['approval.opened', 'approval.approved']);
  // Who has to wait on a slow machine is told so first, and then like everybody else.
  const told = (await Promise.all(leaders.map(seen))).flat().filter(({ ephemeral }) => ephemeral);
  expect(told.filter(({ text }) => text.includes(`<@${approval?.decidedBy}>`))).toHaveLength(49);
  keepFigures(4, 'test/chaos/replicas.test.ts', {
    replicas: replicas.length,
    'presses at once': presses.length,
    'decisions on record': records.length - 1,
  });
});
