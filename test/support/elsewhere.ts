/** The bot as on Slack: its workspace is another process's as far as it knows, strict about names, reached by tokens. */
import { startWorkspace } from '@tiaoli/workspace';
import { commands } from '../../commands/index.ts';
import { DEPARTMENT } from '../../prisma/department.ts';
import { startApplication } from '../../src/app.ts';
import { FixedClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { features } from '../../src/features.ts';
import { makeLog } from '../../src/log.ts';
import { speechOf } from '../../src/office/collected.ts';
import { INTAKE_PATH } from '../../src/slack/intake.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { testDatabase } from './database.ts';
import { shanghai } from './department.ts';

export interface Elsewhere {
  /** The commands Slack took. */
  registered: string[];
  /** One of the people's calls; its answer once everything it caused is done. */
  call(path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Types a slash command in #department and returns the text of the reply. */
  type(user: string, line: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts both at that local time (Shanghai); `president`, `manager` and `presales1` hold their posts, the rest none. */
export async function openElsewhere(
  at: string,
  delivery: 'socket' | 'http',
  environment: Record<string, string> = {},
): Promise<Elsewhere> {
  const clock = new FixedClock(shanghai(at));
  const named = readConfig(environment);
  if ('faults' in named) throw new Error(named.faults.join('\n'));
  const { onSlack } = named.config.commandNames;
  const manifest = manifestOf(
    commands,
    speechOf(features, onSlack).languages,
    delivery === 'socket' ? { mode: 'socket' } : { mode: 'http', url: `http://127.0.0.1${INTAKE_PATH}` },
    'zh-CN',
    onSlack,
  );
  const workspace = await startWorkspace({
    port: 0,
    clock: { now: () => clock.now(), travel: async () => {} },
    delivery,
    manifest,
    seed: DEPARTMENT,
  });
  const database = await testDatabase();
  const read = readConfig({
    ...environment,
    PORT: '0',
    SLACK_BOT_TOKEN: workspace.botToken,
    ...(delivery === 'socket'
      ? { SLACK_APP_TOKEN: workspace.appToken }
      : { SLACK_SIGNING_SECRET: workspace.signingSecret }),
    SLACK_API_URL: workspace.apiUrl,
    FIRST_LEADERS: 'president=UPRESIDENT,manager=UMANAGER,presales=UPRESALES1',
    RATE_LIMIT: '0',
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const application = await startApplication(
    { ...read.config, database: database.source },
    { clock, log: makeLog('silent', () => {}) },
  );
  if (delivery === 'http') workspace.deliverTo(`${application.url}${INTAKE_PATH}`);

  async function call(path: string, body?: unknown): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(workspace.url + path, init);
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    await workspace.settled();
    await application.settled();
    return answer;
  }

  return {
    registered: (manifest.features?.slash_commands ?? []).map(({ command }) => command),
    call,
    async type(user, line) {
      const [command = '', ...words] = line.split(' ');
      const answer = await call('/human/command', { user, channel: 'department', command, text: words.join(' ') });
      return (answer.response as { text?: string } | undefined)?.text ?? String(answer.text ?? '');
    },
    async close() {
      await application.stop();
      await workspace.stop();
      await database.drop();
    },
  };
}
