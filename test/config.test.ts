/** What an environment means; what is said of a wrong one stands in `startup/faults.test.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Environment, readConfig } from '../src/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const secret = '0123456789abcdef';

function configOf(environment: Environment) {
  const read = readConfig(environment);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.config;
}

describe('without any variable', () => {
  it('is the local workspace with its own database and the regulation’s figures', () => {
    expect(configOf({ HOME: '/somewhere' })).toEqual({
      slack: { mode: 'local' },
      slackApiUrl: undefined,
      database: { kind: 'folder', path: './data' },
      port: 3000,
      dataDir: './data',
      channels: { department: 'department', service: 'service', notices: 'notices', leaders: 'leaders' },
      workspaceSeed: 'department',
      workspaceColleagues: false,
      firstLeaders: [],
      rulebookFile: null,
      commandNames: {
        onSlack: expect.objectContaining({ '/leave': '/askleave', '/me': '/my', '/help': '/tiaoli help' }),
        here: {},
      },
      settings: DEFAULT_SETTINGS,
      environmentSettings: [],
      metrics: null,
      rateLimit: { deliveries: 40, seconds: 10 },
      backups: { folder: 'data/backups', keepDays: 14 },
      diskFreeMb: 500,
      logLevel: 'warn',
    });
  });

  it('means the same as with empty ones', () => {
    expect(configOf({ SLACK_BOT_TOKEN: '', PORT: ' ', DATABASE_URL: '' })).toEqual(configOf({}));
  });
});

describe('what is set is taken', () => {
  it.each<[string, Environment, object]>([
    [
      'Socket Mode',
      { ...bot, SLACK_APP_TOKEN: 'xapp-1' },
      { slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } },
    ],
    [
      'HTTP',
      { ...bot, SLACK_SIGNING_SECRET: secret },
      { slack: { mode: 'http', botToken: 'xoxb-1', signingSecret: secret } },
    ],
    [
      'Socket Mode where both transports are given',
      { ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: secret },
      { slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } },
    ],
    [
      'spaces around a token',
      { SLACK_BOT_TOKEN: ' xoxb-1\t', SLACK_APP_TOKEN: ' xapp-1 ' },
      { slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } },
    ],
    [
      'another Slack',
      { ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:4010/api/' },
      { slackApiUrl: 'http://127.0.0.1:4010/api/' },
    ],
    [
      'a server',
      { DATABASE_URL: 'postgresql://u:p@db/x' },
      { database: { kind: 'server', url: 'postgresql://u:p@db/x' } },
    ],
    ['a folder', { DATA_DIR: '/srv/t' }, { dataDir: '/srv/t', database: { kind: 'folder', path: '/srv/t' } }],
    ['a port for those who watch', { METRICS_PORT: '9464' }, { metrics: { port: 9464, host: '127.0.0.1' } }],
    ['no limit of pace', { RATE_LIMIT: '0' }, { rateLimit: { deliveries: 0, seconds: 10 } }],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['channels', { CHANNEL_LEADERS: 'C0LEADERS' }, { channels: { leaders: 'C0LEADERS' } }],
    [
      'first leaders',
      { FIRST_LEADERS: 'president=U1, manager=U2,' },
      {
        firstLeaders: [
          { post: 'president', memberId: 'U1' },
          { post: 'manager', memberId: 'U2' },
        ],
      },
    ],
    [
      'hours and times',
      { WORKING_HOURS: '09:00-12:00, 13:00-18:00', MORNING_MEETING: '09:00', MEETING_GRACE_MINUTES: '5' },
      {
        settings: {
          hours: { morning: ['09:00', '12:00'], afternoon: ['13:00', '18:00'] },
          meetingTimes: { morning: '09:00', weekly: '08:00', wrapup: '15:00' },
          graceMinutes: 5,
        },
      },
    ],
    [
      'thresholds',
      { CASE_THRESHOLD: '4', CASE_WINDOW_MONTHS: '12', NOTICE_THRESHOLD: '2' },
      { settings: { caseThreshold: 4, caseWindowMonths: 12, noticeThreshold: 2 } },
    ],
    [
      'hearing and appeal',
      { HEARING_WORKDAYS: '0', APPEAL_WORKDAYS: '3', SPLIT_DAYS: '30' },
      { settings: { hearingWorkdays: 0, appealWorkdays: 3, splitDays: 30 } },
    ],
    [
      'the ledger',
      { LEDGER_MONTHLY_CAP: '500', FINE_WORD: 'performance-deduction' },
      { settings: { ledgerMonthlyCap: 50_000, fineWord: 'performance-deduction' } },
    ],
    ['what is kept for how long', { RETENTION_MONTHS: '0' }, { settings: { retentionMonths: 0 } }],
    [
      'readings of the meetings',
      { SKIP_WRAPUP_IN_WEEK_OFF: 'false', WEEKLY_MOVES: 'false', WEEKLY_REPLACES_MORNING: 'false' },
      { settings: { skipWrapupInWeekOff: false, weeklyMoves: false, weeklyReplacesMorning: false } },
    ],
    ['signing in without a punch', { SIGN_IN_PUNCHES: 'false' }, { settings: { signInPunches: false } }],
    [
      'kinds that are not proposed',
      { PROPOSALS_OFF: 'punchEarly, punchMissing,' },
      { settings: { proposalsOff: ['punchEarly', 'punchMissing'] } },
    ],
    ['reports from an hour', { REPORTS_FROM: '16:00' }, { settings: { reportsFrom: '16:00' } }],
    [
      'English',
      { DEPARTMENT_LOCALE: 'en', ZONE: 'Europe/Berlin' },
      { settings: { locale: 'en', zone: 'Europe/Berlin' } },
    ],
  ])('%s', (_, environment, expected) => {
    expect(configOf(environment)).toMatchObject(expected);
  });
});

it('never quotes a token in a fault', () => {
  const token = 'xoxp-1234567890-secret';
  const read = readConfig({ SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: token, SLACK_SIGNING_SECRET: 'hush' });
  expect(JSON.stringify(read)).not.toMatch(/1234567890|hush/);
});

describe('.env.example', () => {
  const root = join(import.meta.dirname, '..');
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const documented = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, key]) => key);

  it('documents every key that is read, and no other', () => {
    const source = readFileSync(join(root, 'src/config.ts'), 'utf8');
    const read = new Set([...source.matchAll(/\b([A-Z][A-Z0-9]*_[A-Z_]+|PORT|ZONE)\b/g)].map(([key]) => key));
    read.delete('DEFAULT_SETTINGS');
    expect(documented.toSorted()).toEqual([...read].toSorted());
  });

  it('changes nothing as it stands', () => {
    expect(parseEnv(example)).toEqual({});
  });

  it('shows values that are right', () => {
    const values = Object.entries(parseEnv(example.replaceAll(/^#([A-Z_]+=)/gm, '$1')));
    expect(readConfig(Object.fromEntries(values))).toMatchObject({ config: { slack: { mode: 'socket' } } });
  });
});
