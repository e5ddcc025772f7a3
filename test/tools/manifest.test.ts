/** `npm run manifest` as a person runs it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';

function run(...args: string[]) {
  return runIn({ DEPARTMENT_LOCALE: 'en' }, ...args);
}

function runIn(
  environment: Record<string, string | undefined>,
  ...args: string[]
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/manifest.ts', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    },
  );
  return { status, stdout, stderr };
}

interface Printed {
  features: { slash_commands: { command: string; url?: string }[] };
  settings: { socket_mode_enabled: boolean; event_subscriptions: { request_url?: string }; interactivity: object };
}

describe('npm run manifest', () => {
  it('prints a manifest for Socket Mode with every declared command', () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    const manifest = JSON.parse(stdout) as Printed;
    // `/help` is a command of Slack's own: it is `/tiaoli help` there.
    const called: Record<string, string> = { '/help': '/tiaoli', '/me': '/my', '/leave': '/askleave' };
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(
      commands.map(({ name }) => called[name] ?? name),
    );
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true });
    expect(stdout).not.toContain('http://');
  });

  it('prints one for HTTP with the address in every place Slack wants it', () => {
    const url = 'https://bot.example.com/slack/events';
    const manifest = JSON.parse(run('--http', url).stdout) as Printed;
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    });
    expect(new Set(manifest.features.slash_commands.map(command => command.url))).toEqual(new Set([url]));
  });

  it('names wrong settings in the language it speaks itself, whatever the terminal’s', () => {
    const wrong = { PORT: 'x', LANG: 'en_US.UTF-8' };
    expect(runIn({ ...wrong, DEPARTMENT_LOCALE: undefined })).toEqual({
      status: 2,
      stdout: '',
      stderr: '这些设置有误，无法生成清单：\n  - PORT：应为 0 到 65535 的端口号，例如 3000\n',
    });
    expect(runIn({ ...wrong, LANG: 'zh_CN.UTF-8', DEPARTMENT_LOCALE: 'en' }).stderr).toBe(
      'With these settings there is no manifest:\n  - PORT: must be a port from 0 to 65535, for example 3000\n',
    );
  });

  it.each([
    ['--http'],
    ['--http', 'bot.example.com'],
    ['--http', 'http://bot.example.com/slack/events'],
    ['--nonsense'],
  ])('refuses %s %s with an example', (...args) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npm run manifest -- --http https://bot.example.com/slack/events');
  });
});
