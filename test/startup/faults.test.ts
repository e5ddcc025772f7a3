/** Every fault of a setting in both languages: all at once, whole sentences, and one language at a time. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Environment, readConfig } from '../../src/config.ts';
import { startupLocale } from '../../src/startup/words.ts';
import { textsOf } from '../support/literals.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const socket = { ...bot, SLACK_APP_TOKEN: 'xapp-1' };
const commands = ['tiaoli', 'approvals', 'leave', 'trip', 'checkin', 'handover'].concat(
  ...['meeting', 'violation', 'praise', 'ledger', 'rules', 'calendar', 'post', 'help', 'me'],
);

type Row = [environment: Environment, english: string[], chinese: string[]];

const ROWS: Row[] = [
  [
    bot,
    ['SLACK_APP_TOKEN: set it for Socket Mode (begins with xapp-), or SLACK_SIGNING_SECRET for HTTP'],
    ['SLACK_APP_TOKEN：用 Socket Mode 就设这一项（以 xapp- 开头），用 HTTP 就设 SLACK_SIGNING_SECRET'],
  ],
  [
    { SLACK_APP_TOKEN: 'xapp-1' },
    ['SLACK_BOT_TOKEN: is missing; it begins with xoxb- and stands under OAuth & Permissions'],
    ['SLACK_BOT_TOKEN：没有设置；它以 xoxb- 开头，请到 Slack 应用的 OAuth & Permissions 页复制'],
  ],
  [
    { SLACK_SIGNING_SECRET: 'x'.repeat(15) },
    [
      'SLACK_BOT_TOKEN: is missing; it begins with xoxb- and stands under OAuth & Permissions',
      'SLACK_SIGNING_SECRET: is too short; copy it from Basic Information',
    ],
    [
      'SLACK_BOT_TOKEN：没有设置；它以 xoxb- 开头，请到 Slack 应用的 OAuth & Permissions 页复制',
      'SLACK_SIGNING_SECRET：太短；请到 Slack 应用的 Basic Information 页重新复制',
    ],
  ],
  [
    { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
    ['SLACK_BOT_TOKEN: must begin with xoxb-', 'SLACK_APP_TOKEN: must begin with xapp-'],
    ['SLACK_BOT_TOKEN：应以 xoxb- 开头', 'SLACK_APP_TOKEN：应以 xapp- 开头'],
  ],
  [
    { SLACK_API_URL: 'https://slack.example/api/' },
    ['SLACK_API_URL: is of no use without SLACK_BOT_TOKEN; set both, or neither for the local workspace'],
    ['SLACK_API_URL：没有 SLACK_BOT_TOKEN 时不起作用；请两项都设，用本地工作区就都不设'],
  ],
  [
    { ...socket, SLACK_API_URL: 'slack.com/api' },
    ['SLACK_API_URL: must be a URL such as https://slack.com/api/'],
    ['SLACK_API_URL：应为完整的地址，例如 https://slack.com/api/'],
  ],
  [
    { DATABASE_URL: 'mysql://u:p@localhost/x' },
    ['DATABASE_URL: must be a URL such as postgresql://tiaoli:secret@localhost:5432/tiaoli'],
    ['DATABASE_URL：应为完整的地址，例如 postgresql://tiaoli:secret@localhost:5432/tiaoli'],
  ],
  ...['65536', '-1', '3000x', '1e3'].map(
    (port): Row => [
      { PORT: port },
      ['PORT: must be a port from 0 to 65535, for example 3000'],
      ['PORT：应为 0 到 65535 的端口号，例如 3000'],
    ],
  ),
  [
    { METRICS_PORT: 'yes' },
    ['METRICS_PORT: must be a port from 0 to 65535, for example 9464'],
    ['METRICS_PORT：应为 0 到 65535 的端口号，例如 9464'],
  ],
  [
    { RATE_LIMIT: '100', RATE_LIMIT_SECONDS: '0' },
    [
      'RATE_LIMIT: must be a whole number from 0 to 99, for example 40',
      'RATE_LIMIT_SECONDS: must be a whole number from 1 to 99, for example 10',
    ],
    ['RATE_LIMIT：应为 0 到 99 的整数，例如 40', 'RATE_LIMIT_SECONDS：应为 1 到 99 的整数，例如 10'],
  ],
  [
    { BACKUP_KEEP: '2 weeks', DISK_FREE_MB: '0.5' },
    [
      'BACKUP_KEEP: must be a whole number from 0 to 9999, for example 14',
      'DISK_FREE_MB: must be a whole number from 0 to 9999999, for example 500',
    ],
    ['BACKUP_KEEP：应为 0 到 9999 的整数，例如 14', 'DISK_FREE_MB：应为 0 到 9999999 的整数，例如 500'],
  ],
  [
    { CASE_THRESHOLD: '0', NOTICE_THRESHOLD: 'three' },
    [
      'CASE_THRESHOLD: must be a whole number from 1 to 99, for example 3',
      'NOTICE_THRESHOLD: must be a whole number from 1 to 99, for example 3',
    ],
    ['CASE_THRESHOLD：应为 1 到 99 的整数，例如 3', 'NOTICE_THRESHOLD：应为 1 到 99 的整数，例如 3'],
  ],
  ...['0', '1000', 'a year'].map(
    (months): Row => [
      { CASE_WINDOW_MONTHS: months },
      ['CASE_WINDOW_MONTHS: must be a number of months from 1 to 999, such as 12; leave it out for no window'],
      ['CASE_WINDOW_MONTHS：应为月数，1 到 999 的整数，例如 12；不设就不限期'],
    ],
  ),
  ...['0', '12.5', '1000001'].map(
    (cap): Row => [
      { LEDGER_MONTHLY_CAP: cap },
      ['LEDGER_MONTHLY_CAP: must be an amount in whole yuan from 1 to 1000000, such as 500; leave it out for no cap'],
      ['LEDGER_MONTHLY_CAP：应为金额（元），1 到 1000000 的整数，例如 500；不设就不封顶'],
    ],
  ),
  [
    { RETENTION_MONTHS: '-1' },
    ['RETENTION_MONTHS: must be a number of months from 0 to 999, such as 24; 0 keeps for ever what people wrote'],
    ['RETENTION_MONTHS：应为月数，0 到 999 的整数，例如 24；设为 0 则永久保留原文'],
  ],
  [
    { MEETING_REMINDER_MINUTES: '0', MEETING_GRACE_MINUTES: 'ten' },
    [
      'MEETING_REMINDER_MINUTES: must be a whole number of minutes from 1 to 120, for example 10',
      'MEETING_GRACE_MINUTES: must be a whole number of minutes from 1 to 120, for example 10',
    ],
    [
      'MEETING_REMINDER_MINUTES：应为分钟数，1 到 120 的整数，例如 10',
      'MEETING_GRACE_MINUTES：应为分钟数，1 到 120 的整数，例如 10',
    ],
  ],
  [
    { FIRST_LEADERS: 'boss=U1,manager,president=U1' },
    [
      'FIRST_LEADERS: "boss=U1" must be a post and a Slack user id, such as manager=U012AB3CD',
      'FIRST_LEADERS: "manager" must be a post and a Slack user id, such as manager=U012AB3CD',
    ],
    [
      'FIRST_LEADERS：“boss=U1”应为“岗位=成员编号”，例如 manager=U012AB3CD',
      'FIRST_LEADERS：“manager”应为“岗位=成员编号”，例如 manager=U012AB3CD',
    ],
  ],
  [
    { ZONE: 'Mars/Olympus', DEPARTMENT_LOCALE: 'fr', LOG_LEVEL: 'loud' },
    [
      'ZONE: must be an IANA time zone such as Asia/Shanghai',
      'DEPARTMENT_LOCALE: must be zh-CN or en',
      'LOG_LEVEL: must be info, warn, error or silent',
    ],
    [
      'ZONE：应为时区的标准名称，例如 Asia/Shanghai',
      'DEPARTMENT_LOCALE：应为 zh-CN 或 en',
      'LOG_LEVEL：应为 info、warn、error 或 silent',
    ],
  ],
  ...['08:00-12:00', '12:00-08:00,13:30-17:30', '08:00-12:00,11:00-17:30', '8-12,13-17'].map(
    (hours): Row => [
      { WORKING_HOURS: hours },
      ['WORKING_HOURS: must be two spans in order, such as 08:00-12:00,13:30-17:30'],
      ['WORKING_HOURS：应为上午、下午两段时间，按先后写，例如 08:00-12:00,13:30-17:30'],
    ],
  ),
  [
    { MORNING_MEETING: '25:00' },
    ['MORNING_MEETING: must be a time such as 08:00'],
    ['MORNING_MEETING：应为 24 小时制的时间，例如 08:00'],
  ],
  ...['WORKSPACE_COLLEAGUES', 'SKIP_WRAPUP_IN_WEEK_OFF', 'WEEKLY_MOVES', 'SIGN_IN_PUNCHES'].map(
    (setting): Row => [{ [setting]: 'yes' }, [`${setting}: must be true or false`], [`${setting}：应为 true 或 false`]],
  ),
  [
    { WORKSPACE_SEED: 'empty' },
    ['WORKSPACE_SEED: must be department or difficult'],
    ['WORKSPACE_SEED：应为 department 或 difficult'],
  ],
  [
    { PORT: 'x', SLACK_BOT_TOKEN: 'nonsense', COMMAND_PREFIX: '-' },
    [
      'PORT: must be a port from 0 to 65535, for example 3000',
      'SLACK_BOT_TOKEN: must begin with xoxb-',
      'SLACK_APP_TOKEN: set it for Socket Mode (begins with xapp-), or SLACK_SIGNING_SECRET for HTTP',
      'COMMAND_PREFIX: "-" must be lower-case letters, digits and hyphens, not beginning with a hyphen, such as hr-',
    ],
    [
      'PORT：应为 0 到 65535 的端口号，例如 3000',
      'SLACK_BOT_TOKEN：应以 xoxb- 开头',
      'SLACK_APP_TOKEN：用 Socket Mode 就设这一项（以 xapp- 开头），用 HTTP 就设 SLACK_SIGNING_SECRET',
      'COMMAND_PREFIX：“-”应以小写字母或数字开头，只含小写字母、数字和连字符，例如 hr-',
    ],
  ],
  [
    { COMMAND_NAMES: 'leave, post=a b ,holiday=jia,trip=a,trip=b' },
    [
      'COMMAND_NAMES: "leave" must be a command and its name on Slack, such as leave=qingjia',
      'COMMAND_NAMES: "post=a b" must be a command and its name on Slack, such as leave=qingjia',
      `COMMAND_NAMES: "holiday" is none of the commands; they are ${commands.join(', ')}`,
      'COMMAND_NAMES: "trip" is given two names; leave one of them out',
    ],
    [
      'COMMAND_NAMES：“leave”应为“命令=Slack 上的名字”，例如 leave=qingjia',
      'COMMAND_NAMES：“post=a b”应为“命令=Slack 上的名字”，例如 leave=qingjia',
      `COMMAND_NAMES：没有“holiday”这个命令；可以填 ${commands.join('、')}`,
      'COMMAND_NAMES：“trip”有两个名字；请去掉一个',
    ],
  ],
  [
    { COMMAND_NAMES: 'leave=join,me=Wo,post=tiaoli' },
    [
      "COMMAND_NAMES: /join is a command of Slack's own; choose another, such as leave=askleave",
      'COMMAND_NAMES: /tiaoli would name both tiaoli and post; give one of them another name, such as post=askpost',
      'COMMAND_NAMES: /Wo must be lower-case letters, digits and hyphens, at most 31 after the slash, such as /qingjia',
    ],
    [
      'COMMAND_NAMES：/join 是 Slack 自带的命令；请换一个，例如 leave=askleave',
      'COMMAND_NAMES：/tiaoli 成了 tiaoli 和 post 共用的名字；请把其中一个改名，例如 post=askpost',
      'COMMAND_NAMES：/Wo 应只含小写字母、数字和连字符，斜杠后最多 31 个，例如 /qingjia',
    ],
  ],
];

describe('every fault in both languages, all at once', () => {
  it.each(ROWS)('%j', (environment, english, chinese) => {
    expect(readConfig(environment, 'en')).toEqual({ faults: english });
    expect(readConfig(environment, 'zh-CN')).toEqual({ faults: chinese });
  });

  it('has every sentence there is in the table above', () => {
    const [source = ''] = readFileSync('src/startup/words.en.ts', 'utf8').split('  start: {');
    const sentences = textsOf(source).filter(text => text.startsWith('"…"') || /[a-z]{2,} [a-z]/.test(text));
    const told = ROWS.flatMap(([, english]) => english);
    const isTold = (sentence: string) => {
      const parts = sentence.split('…');
      return told.some(fault => parts.every(part => fault.includes(part)));
    };
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter(sentence => !isTold(sentence))).toEqual([]);
  });
});

/** Names of Slack's that stand on its pages in English only, and of the program. */
const NAMES = /OAuth & Permissions|Basic Information|Socket Mode|HTTP|Slack|PostgreSQL|Tiaoli/g;

describe('Chinese has no English words', () => {
  const settings = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z_]+)=/gm)].map(([, name = '']) => name);

  /** What is left of a sentence's letters without settings, names, and what may be typed: that has a sign or figure in it. */
  function foreign(sentence: string): string[] {
    return (sentence.replaceAll(NAMES, '').match(/[\x21-\x7e]+/g) ?? [])
      .filter(word => /[A-Za-z]{2}/.test(word) && !settings.includes(word))
      .filter(word => !/[=/:\d]|-$|^zh-CN$|^\.env\.example$/.test(word));
  }

  it('beside settings, values and examples', () => {
    const values = [...commands, 'true', 'false', 'department', 'difficult', 'en', 'info', 'warn', 'error', 'silent'];
    const strange = ROWS.flatMap(([environment, , chinese]) => {
      const typed = Object.values(environment).join().split(/\W/);
      return chinese.flatMap(foreign).filter(word => !values.includes(word) && !typed.includes(word));
    });
    expect(strange).toEqual([]);
  });

  it('in any sentence of a start', () => {
    const sentences = textsOf(readFileSync('src/startup/words.zh-CN.ts', 'utf8')).filter(text => !text.endsWith('.ts'));
    expect(sentences.length).toBeGreaterThan(35);
    // What an administrator types at a terminal.
    expect(sentences.flatMap(foreign).filter(word => word !== 'kill')).toEqual([]);
    expect(foreign('端口 3000 is taken，设 PORT 为 manager=U1')).toEqual(['is', 'taken']);
  });
});

describe('which language', () => {
  it.each<[string, Environment, string]>([
    ['the department’s', { DEPARTMENT_LOCALE: 'zh-CN', LANG: 'en_US.UTF-8' }, 'zh-CN'],
    ['the department’s, against a Chinese terminal', { DEPARTMENT_LOCALE: ' en ', LANG: 'zh_CN.UTF-8' }, 'en'],
    ['the terminal’s where the department has none of ours', { DEPARTMENT_LOCALE: 'fr', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    ['a Chinese terminal’s', { LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    ['any Chinese terminal’s', { LANG: 'zh-Hant' }, 'zh-CN'],
    ['of the terminal the first that is set', { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }, 'en'],
    ['of the terminal the second', { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' }, 'zh-CN'],
    ['English for a terminal of another language', { LANG: 'de_DE.UTF-8' }, 'en'],
    ['English for a plain one', { LC_ALL: 'C' }, 'en'],
    ['English where nothing is set', {}, 'en'],
  ])('%s', (_, environment, locale) => {
    expect(startupLocale(environment)).toBe(locale);
    const [english, chinese] = [
      'PORT: must be a port from 0 to 65535, for example 3000',
      'PORT：应为 0 到 65535 的端口号，例如 3000',
    ];
    const read = readConfig({ ...environment, PORT: 'x' });
    expect(read).toMatchObject({ faults: expect.arrayContaining([locale === 'en' ? english : chinese]) });
  });
});
