/** Why a start failed, as whoever started the program reads it in either language. */
import { FolderTaken } from '@tiaoli/folder-lock';
import { describe, expect, it } from 'vitest';
import { type Environment, readConfig } from '../../src/config.ts';
import { SlackUnavailable } from '../../src/slack/connect.ts';
import { StartFailure, startFailure } from '../../src/startup/failure.ts';
import { DatabaseUnusable } from '../../src/store/database.ts';

function configOf(environment: Environment = {}) {
  const read = readConfig(environment);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.config;
}

/** A fault as the system throws it. */
const systemFault = (message: string, facts: object) => Object.assign(new Error(message), facts);
const taken = (port: number) => systemFault('listen EADDRINUSE', { code: 'EADDRINUSE', syscall: 'listen', port });
const refused = new Error('connect ECONNREFUSED 127.0.0.1:1');
const server = { kind: 'server', url: 'postgresql://tiaoli:hush@127.0.0.1:1/tiaoli' } as const;
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
const platform = (error: string) => systemFault(error, { code: 'slack_webapi_platform_error', data: { error } });

describe('a failed start says what can be put right', () => {
  it.each<[string, unknown, Environment, string, string]>([
    [
      'a port of another program',
      taken(3000),
      {},
      'port 3000 is taken by another program. Stop it, or set PORT to another port.',
      '端口 3000 已被别的程序占用。请停止那个程序，或者把 PORT 设为别的端口。',
    ],
    [
      'the port for those who watch',
      taken(9464),
      { METRICS_PORT: '9464' },
      'port 9464 is taken by another program. Stop it, or set METRICS_PORT to another port.',
      '端口 9464 已被别的程序占用。请停止那个程序，或者把 METRICS_PORT 设为别的端口。',
    ],
    [
      'the same where Slack’s port is not listened on',
      taken(3000),
      { ...tokens, METRICS_PORT: '3000' },
      'port 3000 is taken by another program. Stop it, or set METRICS_PORT to another port.',
      '端口 3000 已被别的程序占用。请停止那个程序，或者把 METRICS_PORT 设为别的端口。',
    ],
    [
      'a port this user may not use',
      systemFault('listen EACCES: permission denied 0.0.0.0:80', { code: 'EACCES', syscall: 'listen', port: 80 }),
      { ...http, PORT: '80' },
      'port 80 may not be used by this user. Set PORT to a port from 1024 on, such as 3000.',
      '没有权限使用端口 80。请把 PORT 设为 1024 以上的端口，例如 3000。',
    ],
    [
      'a folder that cannot be written',
      systemFault("EACCES: permission denied, mkdir '/srv/t'", { code: 'EACCES', syscall: 'mkdir' }),
      { DATA_DIR: '/srv/t' },
      "EACCES: permission denied, mkdir '/srv/t'. Make room, allow writing, or set DATA_DIR (now /srv/t) to another folder.",
      "无法写入（EACCES: permission denied, mkdir '/srv/t'）。请腾出空间、开放写入权限，或者把 DATA_DIR（现在是 /srv/t）设为别的文件夹。",
    ],
    [
      'a folder that is taken',
      new FolderTaken('/srv/t', 7, 'take another'),
      {},
      'The data folder /srv/t is in use by process 7. Stop it first, or set DATA_DIR to another folder.',
      '数据文件夹 /srv/t 正由进程 7 使用。请先停止它（kill 7），或者把 DATA_DIR 设为别的文件夹。',
    ],
    [
      'a server that does not answer',
      new DatabaseUnusable(server, 'PostgreSQL at 127.0.0.1:1', new AggregateError([refused])),
      {},
      'PostgreSQL at 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL.',
      '127.0.0.1:1 上的 PostgreSQL 无法使用（connect ECONNREFUSED 127.0.0.1:1）。请检查 DATABASE_URL。',
    ],
    [
      'an embedded database that cannot be used',
      new DatabaseUnusable({ kind: 'folder', path: './data' }, 'embedded database in ./data', refused),
      {},
      'The embedded database in ./data cannot be used: connect ECONNREFUSED 127.0.0.1:1. Restore a backup, or set DATA_DIR to another folder.',
      './data 里的内置数据库无法使用（connect ECONNREFUSED 127.0.0.1:1）。请恢复备份，或者把 DATA_DIR 设为别的文件夹。',
    ],
    [
      'a token that is refused',
      new SlackUnavailable(platform('invalid_auth'), 'SLACK_BOT_TOKEN', 'OAuth & Permissions'),
      tokens,
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it again from “OAuth & Permissions” of the Slack app.',
      'Slack 不接受 SLACK_BOT_TOKEN（invalid_auth）。请到 Slack 应用的 OAuth & Permissions 页重新复制。',
    ],
    [
      'Slack at a bad moment',
      new SlackUnavailable(platform('ratelimited'), 'SLACK_APP_TOKEN', 'Basic Information'),
      tokens,
      'Slack at https://slack.com/api/ does not answer now (ratelimited); start again in a minute.',
      'Slack（https://slack.com/api/）现在没有回应（ratelimited）。请过一分钟再启动。',
    ],
    [
      'Slack elsewhere, out of reach',
      new SlackUnavailable(refused, 'SLACK_BOT_TOKEN', 'OAuth & Permissions', 'http://127.0.0.1:1/api/'),
      tokens,
      'Slack cannot be reached at http://127.0.0.1:1/api/ (connect ECONNREFUSED 127.0.0.1:1). Check the network, the proxy and SLACK_API_URL.',
      '连不上 Slack（http://127.0.0.1:1/api/，connect ECONNREFUSED 127.0.0.1:1）。请检查网络、代理和 SLACK_API_URL。',
    ],
    [
      'what the department says itself',
      new StartFailure(locale => `first of ${locale}`),
      {},
      'first of en',
      'first of zh-CN',
    ],
    ['what nobody has foreseen', new Error('no such thing'), {}, 'no such thing', 'no such thing'],
    ['what is no error at all', 'a word', {}, 'a word', 'a word'],
  ])('%s', (_, fault, environment, english, chinese) => {
    const config = configOf(environment);
    expect([startFailure(fault, config, 'en'), startFailure(fault, config, 'zh-CN')]).toEqual([english, chinese]);
  });

  it('never shows the password of a database', () => {
    const fault = new DatabaseUnusable(server, 'PostgreSQL at 127.0.0.1:1', refused);
    expect([fault.message, startFailure(fault, configOf(), 'en')].join()).not.toContain('hush');
  });
});
