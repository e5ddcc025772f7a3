/** Builds the Bolt app for Socket Mode or HTTP, with the options that keep its known traps shut. */
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { type LogLevel, WebClient } from '@slack/web-api';
import type { Log } from '../office/office.ts';
import type { Origin } from './desk.ts';
import { failureOf } from './failure.ts';
import { guardFrames } from './frame.ts';
import { gathered } from './gathered.ts';
import { INTAKE_PATH, openIntake } from './intake.ts';
import { slackFetch } from './reply.ts';
import { keepConnected } from './socket.ts';

export type Transport =
  | { mode: 'socket'; appToken: string }
  /** `host` undefined listens on all addresses, as a server behind a proxy must. */
  | { mode: 'http'; signingSecret: string; port: number; host: string | undefined };

export interface Connection {
  app: App;
  /** For the outbox: never retries by itself. */
  client: WebClient;
  /** Asks Slack whose token this is. Throws `SlackUnavailable` when Slack refuses it or cannot be reached. */
  identify(): Promise<Origin>;
  /** Begins to take deliveries; the port listened on in HTTP mode. Throws `SlackUnavailable` when Slack will not have it. */
  start(): Promise<number | null>;
  /** Whether deliveries can come in. */
  connected(): boolean;
  /** Takes no more deliveries. */
  stop(): Promise<void>;
}

export interface Surroundings {
  /** Slack's Web API, or any server that speaks it; undefined: Slack's own. */
  slackApiUrl: string | undefined;
  /** What one call to Slack may take, in milliseconds. */
  callMs: number;
  wallClock: { now(): Date };
  log: Log;
}

/** Slack, which the bot cannot begin without: not reached, not answering just now, or refusing a token. */
export class SlackUnavailable extends Error {
  readonly why: 'unreachable' | 'busy' | 'refused';
  /** The setting of the token that was shown, and the page of the Slack app it is copied from. */
  readonly token: string;
  readonly page: string;
  readonly address: string;
  readonly reason: string;
  constructor(fault: unknown, token: string, page: string, address = 'https://slack.com/api/') {
    const { error, kind, barred } = failureOf(fault);
    const why = barred || kind === 'dead' ? 'refused' : kind === 'retry' ? 'busy' : 'unreachable';
    super(`Slack at ${address} is ${why}: ${token}, ${error}`, { cause: fault });
    this.why = why;
    this.token = token;
    this.page = page;
    this.address = address;
    this.reason = error;
  }
}

/** What one call to Slack may take, unless something else is said. */
export const CALL_TIMEOUT_MS = 8_000;

export function connect(
  token: string,
  transport: Transport,
  { slackApiUrl, callMs, wallClock, log }: Surroundings,
): Connection {
  const logger = quiet(log);
  // A fresh object each time: the socket client writes into the one it is given. No call is retried by the library:
  // after a lost answer it would send a message twice.
  const once = () => ({
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    timeout: callMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: slackFetch(log, () => wallClock.now()),
  });
  const { receiver, start, connected, stop } =
    transport.mode === 'socket'
      ? bySocket(transport.appToken, once(), log)
      : byHttp(transport, { signingSecret: transport.signingSecret, wallClock, log });
  const app = new App({
    token,
    receiver,
    convoStore: false,
    deferInitialization: true,
    clientOptions: once(),
    logger,
  });
  const client = new WebClient(token, { ...once(), logger });
  return {
    app,
    client,
    async identify() {
      const { team_id: team, bot_id: bot } = await client.auth.test().catch((fault: unknown) => {
        throw new SlackUnavailable(fault, 'SLACK_BOT_TOKEN', 'OAuth & Permissions', slackApiUrl);
      });
      // The app's id is one check more and no condition: without it, the team alone says what is ours.
      const app =
        bot === undefined ? undefined : await client.bots.info({ bot }).then(known => known.bot?.app_id, ignore);
      return { team, app };
    },
    async start() {
      await app.init();
      return start().catch((fault: unknown) => {
        if (transport.mode === 'http') throw fault;
        throw new SlackUnavailable(fault, 'SLACK_APP_TOKEN', 'Basic Information', slackApiUrl);
      });
    },
    connected,
    stop,
  };
}

const ignore = () => undefined;

type CallOptions = {
  timeout: number;
  retryConfig: { retries: number };
  rejectRateLimitedCalls: boolean;
  fetch: typeof fetch;
};

function bySocket(appToken: string, clientOptions: CallOptions, log: Log) {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: 20_000,
    serverPingTimeout: 60_000,
    logger: quiet(log),
    installerOptions: { clientOptions },
  });
  const dropped = gathered<{ why: string }>((times, last) => log.warn('socket.nonsense', { times, ...last }));
  guardFrames(receiver.client, why => dropped.add({ why }));
  const keeper = keepConnected(receiver.client, log);
  const stop = async () => {
    await keeper.stop();
    dropped.end();
  };
  const start = async () => {
    await keeper.start();
    return null;
  };
  return { receiver, start, connected: () => keeper.connected(), stop };
}

/** After this, what is still being answered is cut off. */
const drainMs = 3_000;

function byHttp(
  { port, host }: { port: number; host: string | undefined },
  intake: Parameters<typeof openIntake>[1],
): { receiver: HTTPReceiver; start: () => Promise<number>; connected: () => boolean; stop: () => Promise<void> } {
  const { signingSecret, log } = intake;
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [INTAKE_PATH], logger: quiet(log) });
  const server = openIntake(receiver.requestListener, intake);
  return {
    receiver,
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    connected: () => server.listening,
    async stop() {
      if (!server.listening) return;
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Bolt's own words go to our log, where secrets are taken out. */
function quiet(log: Log) {
  const text = (parts: unknown[]) => parts.map(part => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn('slack.library', { message: text(parts) }),
    error: (...parts: unknown[]) => log.error('slack.library', { message: text(parts) }),
    setLevel: () => {},
    getLevel: () => 'warn' as LogLevel,
    setName: () => {},
  };
}
