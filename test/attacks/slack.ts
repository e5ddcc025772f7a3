/** Somebody who holds the signing secret and sends what Slack would not: deliveries made by hand, to a department over HTTP. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { APP_ID, startWorkspace, withDifficulties } from '@tiaoli/workspace';
import { commands } from '../../commands/index.ts';
import { CAST, DEPARTMENT } from '../../prisma/department.ts';
import { type Application, startApplication } from '../../src/app.ts';
import { FixedClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import { INTAKE_PATH } from '../../src/slack/intake.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { testDatabase } from '../support/database.ts';
import { shanghai } from '../support/department.ts';
import { languages } from '../support/speech.ts';
import { startStopwatch } from '../support/stopwatch.ts';

export interface Reply {
  status: number;
  text: string;
  ms: number;
}

export interface Attacker {
  application: Application;
  clock: FixedClock;
  log: Record<string, unknown>[];
  /** The team and the app that deliveries name unless they say otherwise. */
  own: { team: string; app: string };
  url: string;
  /** A signed body; `type` is its content type. */
  send(body: string | Buffer, options?: { type?: string; signature?: string; timestamp?: number }): Promise<Reply>;
  /** A slash command as Slack encodes it, with whatever is to be different. */
  command(line: string, more?: Record<string, string>): string;
  /** An interaction as Slack encodes it. */
  interaction(payload: Record<string, unknown>): string;
  /** Rows of every table an attack might have written to. */
  stored(): Promise<Record<string, number>>;
  /** How many requests came to an address that is not Slack's, and that address. */
  elsewhere: { url: string; hits(): number };
  stop(): Promise<void>;
}

let trigger = 0;

export async function openAttacked(at: string): Promise<Attacker> {
  const clock = new FixedClock(shanghai(at));
  const transport = { mode: 'http', url: `http://127.0.0.1${INTAKE_PATH}` } as const;
  const workspace = await startWorkspace({
    port: 0,
    clock: { now: () => clock.now(), travel: async () => {} },
    delivery: 'http',
    manifest: manifestOf(commands, languages, transport, 'zh-CN'),
    seed: withDifficulties(DEPARTMENT, CAST),
  });
  const database = await testDatabase();
  const read = readConfig({
    PORT: '0',
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_API_URL: workspace.apiUrl,
    FIRST_LEADERS: 'president=UPRESIDENT,manager=UMANAGER',
    RATE_LIMIT: '0',
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const log: Record<string, unknown>[] = [];
  const toLog = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>);
  const application = await startApplication(
    { ...read.config, database: database.source },
    { clock, log: makeLog('info', toLog) },
  );
  const url = application.url ?? '';
  workspace.deliverTo(url + INTAKE_PATH);

  let hits = 0;
  const stranger = createServer((_, response) => {
    hits += 1;
    response.end('{}');
  });
  await new Promise<void>(resolve => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as { port: number };
  const identity = await fetch(`${workspace.apiUrl}auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.botToken}` },
  });
  const { team_id: team = '' } = (await identity.json()) as Record<string, string>;
  const own = { team, app: APP_ID };

  return {
    application,
    clock,
    log,
    own,
    url,
    async send(body, { type = 'application/x-www-form-urlencoded', signature, timestamp } = {}) {
      const seconds = String(timestamp ?? Math.floor(Date.now() / 1000));
      const hash = createHmac('sha256', workspace.signingSecret).update(`v0:${seconds}:`).update(body).digest('hex');
      const tookMs = startStopwatch();
      const response = await fetch(url + INTAKE_PATH, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': seconds,
          'x-slack-signature': signature ?? `v0=${hash}`,
        },
      });
      return { status: response.status, text: await response.text(), ms: tookMs() };
    },
    command(line, more = {}) {
      const space = line.indexOf(' ');
      const [command, text] = space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
      trigger += 1;
      return new URLSearchParams({
        token: 'none',
        team_id: own.team,
        api_app_id: own.app,
        channel_id: 'C1',
        user_id: 'UPRESALES1',
        command,
        text,
        response_url: `${workspace.url}/response/none`,
        trigger_id: `attack.${trigger}`,
        ...more,
      }).toString();
    },
    interaction(payload) {
      trigger += 1;
      const whole = {
        team: { id: own.team },
        api_app_id: own.app,
        user: { id: 'UPRESALES1' },
        trigger_id: `attack.${trigger}`,
        ...payload,
      };
      return `payload=${encodeURIComponent(JSON.stringify(whole))}`;
    },
    async stored() {
      await application.settled();
      const { read: rows } = application.office.database;
      return {
        leaves: await rows.leave.count(),
        cases: await rows.case.count(),
        approvals: await rows.approval.count(),
        punches: await rows.punch.count(),
        signIns: await rows.signIn.count(),
        reports: await rows.report.count(),
        posts: await rows.post.count(),
        delegations: await rows.delegation.count(),
      };
    },
    elsewhere: { url: `http://127.0.0.1:${port}/`, hits: () => hits },
    async stop() {
      await new Promise(resolve => stranger.close(resolve));
      await application.stop();
      await workspace.stop();
      await database.drop();
    },
  };
}
