/** `npm run manifest` as a person runs it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/manifest.ts', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DEPARTMENT_LOCALE: 'en' },
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
