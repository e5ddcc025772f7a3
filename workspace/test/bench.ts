/** What the workspace's tests share: a running workspace, a Bolt app of the kind anyone might write, and a person at the page. */
import type { App } from '@slack/bolt';
import { LogLevel, WebClient } from '@slack/web-api';
import { NEUTRAL, type Seed, startWorkspace, type Workspace, type WorkspaceOptions } from '../workspace.ts';

/** An answer whose fields tests read freely. */
export interface Answer {
  [key: string]: Answer & string;
  [Symbol.iterator](): ArrayIterator<Answer>;
}

/** A person's calls to the page's API. */
export interface Page {
  get(path: string): Promise<Answer>;
  post(path: string, fields: object): Promise<Answer>;
}

export interface Bench {
  workspace: Workspace;
  page: Page;
  client: WebClient;
  stop(): Promise<void>;
}

/** The neutral team, and three more for tests in which many act apart. */
export const TEAM: Seed = {
  ...NEUTRAL,
  people: [
    ...NEUTRAL.people,
    { id: 'UIVAN', name: 'ivan', real_name: '伊万 · Ivan' },
    { id: 'UKEVIN', name: 'kevin', real_name: '凯文 · Kevin' },
    { id: 'ULAURA', name: 'laura', real_name: '劳拉 · Laura' },
  ],
};

/** A workspace without an app; `client` speaks with the bot's token and does not retry. */
export async function openWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Bench> {
  const workspace = await startWorkspace({ port: 0, seed: TEAM, ...options });
  return { workspace, page: pageOf(workspace), client: clientOf(workspace), stop: () => workspace.stop() };
}

/** As patient as the bot itself: on a busy machine a living connection must not be given up for dead. */
const PING_TIMEOUT_MS = 20_000;

/**
 * A workspace with a Bolt app connected by Socket Mode; or another app `beside` the one of a workspace already open.
 * An app whose connection is ended comes back after about `pingTimeout` milliseconds.
 */
export async function openWithApp(
  wire: (app: App) => void,
  options: Partial<WorkspaceOptions> = {},
  beside?: Bench,
  pingTimeout = PING_TIMEOUT_MS,
): Promise<Bench & { app: App }> {
  // Loaded only where it is used: Bolt takes a second to load.
  const bolt = await import('@slack/bolt');
  const bench = beside ?? (await openWorkspace(options));
  const { appToken, botToken, apiUrl } = bench.workspace;
  const logLevel = LogLevel.ERROR;
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logLevel,
    clientPingTimeout: pingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  const app = new bolt.App({
    token: botToken,
    receiver,
    logLevel,
    clientOptions,
    convoStore: false,
    deferInitialization: true,
  });
  wire(app);
  await app.init();
  await app.start();
  const stop = async (): Promise<void> => {
    await app.stop();
    await bench.stop();
  };
  return { ...bench, app, stop };
}

/** A client with the bot's token that tries everything once, for at most `timeout` milliseconds. */
export function clientOf(workspace: Workspace, timeout = 0): WebClient {
  const options = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return new WebClient(workspace.botToken, { ...options, timeout, logLevel: LogLevel.ERROR });
}

export function pageOf(workspace: Workspace): Page {
  const read = async (response: Response): Promise<Answer> => (await response.json()) as Answer;
  return {
    get: async path => read(await fetch(workspace.url + path)),
    post: async (path, fields) =>
      read(
        await fetch(workspace.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(fields),
        }),
      ),
  };
}

/** A modal with these blocks. */
export function modal(callback_id: string, blocks: object[], more: object = {}) {
  const title = { type: 'plain_text' as const, text: callback_id };
  const submit = { type: 'plain_text' as const, text: 'OK' };
  return { type: 'modal' as const, callback_id, title, submit, blocks: blocks as never[], ...more };
}

/** An input block around an element. */
export function input(block_id: string, element: object, more: object = {}): object {
  return { type: 'input', block_id, label: { type: 'plain_text', text: block_id }, element, ...more };
}
