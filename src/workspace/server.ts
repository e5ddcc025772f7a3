/** A small Slack on this machine: one server for the Web API, Socket Mode, response URLs, the people's API and the page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Activity } from './activity.ts';
import { answerCall } from './api.ts';
import { systemClock, type WorkspaceClock } from './clock.ts';
import type { Core } from './core.ts';
import { Deliverer } from './deliver.ts';
import { Faults } from './faults.ts';
import { refusal } from './guard.ts';
import type { Guide, Landmark } from './guide.ts';
import { Hints } from './hints.ts';
import { HttpDelivery } from './http.ts';
import { answerHuman } from './human/register.ts';
import { BOT_USER_ID } from './identity.ts';
import { Limiter } from './limiter.ts';
import { type AppWords, readManifest, wordsOf } from './manifest.ts';
import { answerPage } from './page-files.ts';
import { answerResponseUrl } from './response-url.ts';
import { DEPARTMENT, type Seed } from './seed.ts';
import { Sockets } from './socket.ts';
import { State } from './state.ts';
import { Tickets } from './tickets.ts';
import { Traffic } from './traffic.ts';
import { Views } from './views.ts';
import { answerJson, answerText, TooLarge } from './wire.ts';

export type { WorkspaceClock } from './clock.ts';
export type { Bilingual, Guide, GuideStep, Landmark } from './guide.ts';
export type { Seed } from './seed.ts';

export interface WorkspaceOptions {
  /** 0 takes any free one. */
  port: number;
  /** Where messages and the rest are kept; absent: in memory only. */
  directory?: string;
  /** Absent: the machine's time, and travel is refused. */
  clock?: WorkspaceClock;
  /** The app's Slack manifest; absent: nothing is restricted. */
  manifest?: unknown;
  /** The same manifest in other languages, by the language ("en"): the composer describes commands in the page's. */
  manifests?: Record<string, unknown>;
  /** How the app is reached; `http` needs `deliverTo`. Default: socket. */
  delivery?: 'socket' | 'http';
  /** One message per second and channel, else 429. Default: false. */
  limiter?: boolean;
  /** The team; default: the department. */
  seed?: Seed;
  /** Where the page's files are; default: beside this file. */
  pageDirectory?: string;
  /** What the page shows a newcomer, asked for again whenever something happened; default: nothing. */
  guide?(): Promise<Guide | null>;
  /** What falls due after the present moment, the earliest first: the clock bar offers it; default: nothing. */
  landmarks?(): Promise<Landmark[]>;
  /** Real milliseconds, for the deadlines of trigger ids, response URLs and the limiter; default: the machine's. */
  elapsed?(): number;
}

export interface Workspace {
  /** Without a trailing slash. */
  url: string;
  /** For SLACK_API_URL. */
  apiUrl: string;
  port: number;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUserId: string;
  /** The locale people were given with the page; undefined until a page was opened. */
  language(): string | undefined;
  /** Sets the request URL for HTTP delivery. */
  deliverTo(url: string): void;
  /** Resolves when nothing is under way between the workspace and the app, and nothing has been for `quietMs` (120). */
  settled(quietMs?: number): Promise<void>;
  /** Ends connections, closes the server and the journal. */
  stop(): Promise<void>;
}

/** Starts a workspace on 127.0.0.1; rejects when the port is taken, the manifest is wrong or the journal damaged. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const clock = options.clock ?? systemClock;
  const elapsed = options.elapsed ?? (() => performance.now());
  const profile = readManifest(options.manifest);
  const state = new State(options.directory, options.seed ?? DEPARTMENT, clock, profile.name);
  const hints = new Hints();
  const traffic = new Traffic(state.credentials, clock, hints);
  const faults = new Faults();
  const activity = new Activity();
  const sockets = new Sockets();
  const http = new HttpDelivery(state.credentials.signingSecret);
  const transport = options.delivery === 'http' ? http : sockets;
  const deliverer = new Deliverer({ state, profile, transport, traffic, faults, activity });
  const parts = { state, profile, clock, hints, traffic, faults, activity, deliverer, sockets, transport };
  let url = '';
  const translated = new Map<string, AppWords>(
    Object.entries(options.manifests ?? {}).map(([language, manifest]) => [language, wordsOf(readManifest(manifest))]),
  );
  const core: Core = {
    ...parts,
    translated,
    guide: options.guide,
    landmarks: options.landmarks,
    tickets: new Tickets(elapsed),
    views: new Views(),
    messageValues: new Map(),
    offered: new Map(),
    limiter: options.limiter ? new Limiter(elapsed) : undefined,
    url: () => url,
  };
  const server = serve(core, options.pageDirectory ?? join(import.meta.dirname, 'page'));
  const port = await listen(server, options.port);
  url = `http://127.0.0.1:${port}`;
  const { botToken, appToken, signingSecret } = state.credentials;
  return {
    url,
    apiUrl: `${url}/api/`,
    port,
    botToken,
    appToken,
    signingSecret,
    botUserId: BOT_USER_ID,
    language: () => state.language,
    deliverTo: to => http.deliverTo(to),
    settled: quietMs => activity.settled(quietMs),
    async stop() {
      activity.stop();
      deliverer.stop();
      hints.stop();
      await sockets.stop();
      http.stop();
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      state.close();
    },
  };
}

function serve(core: Core, pageDirectory: string): Server {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      route(core, pageDirectory, request, response).catch((error: unknown) => fail(response, error));
    },
  );
  server.on('upgrade', (request, stream, head) => {
    const refused = refusal(request, portOf(server));
    stream.on('error', () => stream.destroy());
    if (refused === undefined) core.sockets.upgrade(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

async function route(core: Core, pages: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusal(request, request.socket.localPort ?? 0);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (refused !== undefined) answerJson(response, 403, { ok: false, error: 'forbidden', message: refused });
  else if (path.startsWith('/human/')) await answerHuman(core, request, response);
  else if (path.startsWith('/api/') && (isRead || request.method === 'POST')) await answerCall(core, request, response);
  else if (/^\/(commands|actions)\//.test(path) && request.method === 'POST')
    await answerResponseUrl(core, request, response);
  else if (isRead) await answerPage(pages, path, response);
  else answerText(response, 405, 'Not here.');
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof TooLarge) {
    response.setHeader('connection', 'close');
    answerJson(response, 413, { ok: false, error: 'request_too_large', message: 'A request may carry 1 MB at most.' });
    return;
  }
  answerJson(response, 500, { ok: false, error: 'internal_error', message: 'The workspace failed at this.' });
  console.error('The workspace failed to answer a request:', error);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(portOf(server));
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
