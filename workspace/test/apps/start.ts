/** Starts apps the three ways Bolt's guide shows, with nothing set but tokens and where Slack is. */
import type { App } from '@slack/bolt';
import { LogLevel } from '@slack/web-api';
import type { WorkspaceOptions } from '../../workspace.ts';
import { type Bench, openWorkspace } from '../bench.ts';

export type Way = 'Socket Mode' | 'HTTPReceiver' | 'ExpressReceiver';

/** A workspace with the app wired by `wire`, started `way`. */
export async function startApp(
  way: Way,
  wire: (app: App) => void,
  options: Partial<WorkspaceOptions> = {},
): Promise<Bench & { app: App }> {
  const { App, ExpressReceiver, HTTPReceiver } = await import('@slack/bolt');
  const bench = await openWorkspace({ ...options, delivery: way === 'Socket Mode' ? 'socket' : 'http' });
  const { apiUrl, appToken, botToken: token, signingSecret } = bench.workspace;
  const common = { token, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: apiUrl } };
  const logLevel = LogLevel.ERROR;
  const makers: Record<Way, () => App> = {
    'Socket Mode': () => new App({ ...common, appToken, socketMode: true }),
    HTTPReceiver: () => new App({ ...common, receiver: new HTTPReceiver({ signingSecret, logLevel }) }),
    ExpressReceiver: () => new App({ ...common, receiver: new ExpressReceiver({ signingSecret, logLevel }) }),
  };
  const app = makers[way]();
  wire(app);
  const started = await app.start({ port: 0, host: '127.0.0.1' });
  if (way !== 'Socket Mode') bench.workspace.deliverTo(`http://127.0.0.1:${portOf(started)}/slack/events`);
  const stop = async (): Promise<void> => {
    await app.stop();
    await bench.stop();
  };
  return { ...bench, app, stop };
}

function portOf(server: unknown): number {
  if (typeof server === 'object' && server !== null && 'address' in server && typeof server.address === 'function')
    return server.address().port;
  throw new Error('The app is not listening.');
}
