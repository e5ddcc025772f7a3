/** Builds the Bolt app for Socket Mode or HTTP, with the options that keep its known traps shut. */
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type LogLevel, WebClient } from '@slack/web-api';
import type { Log } from '../workflows/ports.ts';

export type Transport =
  | { mode: 'socket'; appToken: string }
  /** `host` undefined listens on all addresses, as a server behind a proxy must. */
  | { mode: 'http'; signingSecret: string; port: number; host: string | undefined };

export interface Connection {
  app: App;
  /** For the outbox: never retries by itself. */
  client: WebClient;
  /** The port listened on in HTTP mode. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Shorter than an outbox lease, so that a claim never outlives its own call. */
const callTimeoutMs = 8_000;

export function connect(token: string, transport: Transport, slackApiUrl: string | undefined, log: Log): Connection {
  const where = slackApiUrl === undefined ? {} : { slackApiUrl };
  // A fresh object each time: the socket client writes its own retry policy into the one it is given.
  const once = () => ({ ...where, timeout: callTimeoutMs, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
  const receiver: Receiver =
    transport.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          clientPingTimeout: 20_000,
          serverPingTimeout: 60_000,
          logger: quiet(log),
          installerOptions: { clientOptions: { ...where, timeout: 10_000 } },
        })
      : new HTTPReceiver({
          signingSecret: transport.signingSecret,
          endpoints: ['/slack/events'],
          bodyLimit: 512 * 1024,
          logger: quiet(log),
        });
  const app = new App({
    token,
    receiver,
    convoStore: false,
    deferInitialization: true,
    clientOptions: once(),
    logger: quiet(log),
  });
  return {
    app,
    client: new WebClient(token, { ...once(), logger: quiet(log) }),
    async start() {
      await app.init();
      if (transport.mode === 'socket') {
        await app.start();
        return null;
      }
      const server = (await app.start({
        port: transport.port,
        ...(transport.host === undefined ? {} : { host: transport.host }),
      })) as {
        address(): { port: number } | string | null;
      };
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : transport.port;
    },
    async stop() {
      await app.stop();
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
