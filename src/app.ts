/** Puts the house together: configuration, database, Slack or the local workspace, doors, clock; and takes it apart again. */
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { home } from '../commands/me.ts';
import { DEPARTMENT } from '../prisma/seed.ts';
import { schedule } from '../schedules/index.ts';
import { type Clock, MovableClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { startPump } from './scheduler/pump.ts';
import { startScheduler } from './scheduler/scheduler.ts';
import { makeTicker } from './scheduler/tick.ts';
import { openDoor } from './slack/bolt.ts';
import { slackChannels } from './slack/channels.ts';
import { connect, type Transport } from './slack/connect.ts';
import { profileOf } from './slack/directory.ts';
import { manifestOf } from './slack/manifest.ts';
import { slackMessenger } from './slack/messenger.ts';
import { openDatabase } from './store/database.ts';
import { everHeld } from './store/member.ts';
import { appoint } from './workflows/member.ts';
import type { Log, Office } from './workflows/ports.ts';
import { receptionOf } from './workflows/reception.ts';
import { makeSender } from './workflows/sender.ts';
import { startWorkspace, type Workspace } from './workspace/server.ts';

/** A clock that can be put forward. */
interface SettableClock extends Clock {
  set(to: Date): Promise<void>;
}

export interface Parts {
  log: Log;
  /** In the local workspace: the clock to live by instead of the one kept in the data folder. */
  clock?: SettableClock;
  /** In the local workspace: how the bot is connected to it. */
  localTransport?: 'socket' | 'http';
  /** Keep the workspace's messages in memory only. */
  forgetful?: boolean;
}

export interface Application {
  /** Where to open the page, or where Slack's deliveries are awaited; null in Socket Mode. */
  url: string | null;
  office: Office;
  workspace: Workspace | null;
  /** Puts the department's clock forward, running on the way all that falls due at its own time. */
  travel(to: Date): Promise<void>;
  /** Resolves when every delivery is answered and every message sent. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Physical seconds a journey through time waits for messages that must be tried again. */
const patienceMs = 10_000;

export async function startApplication(config: Config, parts: Parts): Promise<Application> {
  const { log } = parts;
  const { slack, settings } = config;
  const local = slack.mode === 'local';
  const clock = parts.clock ?? (local ? new MovableClock(join(config.dataDir, 'clock.json')) : systemClock);
  const database = await openDatabase(config.database);
  const closers: [step: string, close: () => Promise<void>][] = [['database', () => database.close()]];
  const stop = async () => {
    for (const [step, close] of closers.splice(0).reverse()) {
      await close().catch((fault: unknown) => log.error('stop.failed', { step, error: String(fault) }));
    }
  };

  try {
    let travel = async (_to: Date): Promise<void> => {
      throw new Error('The department is still opening; try again in a moment.');
    };
    const transportName = parts.localTransport ?? 'socket';
    const workspace = local
      ? await startWorkspace({
          port: config.port,
          clock: { now: () => clock.now(), travel: to => travel(to) },
          manifest: manifestOf(
            commands,
            transportName === 'socket' ? { mode: 'socket' } : { mode: 'http', url: 'http://127.0.0.1/slack/events' },
            settings.locale,
          ),
          delivery: transportName,
          ...(parts.forgetful ? {} : { directory: join(config.dataDir, 'workspace') }),
        })
      : null;
    if (workspace !== null) closers.push(['workspace', () => workspace.stop()]);

    const slackApiUrl = workspace?.apiUrl ?? config.slackApiUrl;
    const token = slack.mode === 'local' ? (workspace?.botToken ?? '') : slack.botToken;
    const connection = connect(token, transportOf(config, workspace, transportName), slackApiUrl, log);
    const { app, client } = connection;

    let wake = () => {};
    const office: Office = {
      database,
      clock,
      wallClock: systemClock,
      settings,
      wake: () => wake(),
      lookUp: userId => profileOf(client, userId),
      log,
    };
    const channels = slackChannels(client, config.channels);
    const messenger = slackMessenger(client, channels, settings.zone, log);
    const sender = makeSender(office, messenger, {
      now: () => systemClock.now(),
      paceMs: local ? 0 : 1_000,
      leaseMs: 30_000,
    });
    let teamId: string | undefined;
    const responseHosts = ['hooks.slack.com', ...(slackApiUrl === undefined ? [] : [new URL(slackApiUrl).host])];
    const door = openDoor({
      app,
      office,
      reception: receptionOf(office),
      commands,
      home,
      team: () => teamId,
      responseHosts,
    });

    teamId = (await client.auth.test()).team_id;
    if (local && !(await everHeld(database.read, 'president'))) await appoint(office, DEPARTMENT, 'seed');
    await appoint(office, config.firstLeaders, 'configuration');

    const ticker = makeTicker(office, schedule);
    await ticker.tick();
    const pump = startPump(sender, systemClock, log);
    closers.push(['outbox', () => pump.stop()]);
    closers.push(['deliveries under way', () => door.idle()]);
    const port = await connection.start();
    closers.push(['slack', () => connection.stop()]);
    if (port !== null) workspace?.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    const scheduler = startScheduler(office, ticker);
    closers.push(['scheduler', () => scheduler.stop()]);
    wake = () => {
      pump.wake();
      scheduler.wake();
    };
    pump.wake();

    const settled = async () => {
      await door.idle();
      await pump.settled(patienceMs);
    };
    travel = async to => {
      if (!('set' in clock)) throw new Error('The clock of a real department cannot be moved.');
      const settable = clock as SettableClock;
      if (to < clock.now()) throw new Error('Time runs forward only: name a moment after the present one.');
      for (;;) {
        const next = await ticker.nextAt();
        if (next === null || next > to) break;
        await settable.set(next);
        await ticker.tick();
        await settled();
      }
      await settable.set(to);
      await ticker.tick();
      await settled();
    };

    const url = workspace?.url ?? (port === null ? null : `http://127.0.0.1:${port}`);
    return { url, office, workspace, travel: to => travel(to), settled, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function transportOf(config: Config, workspace: Workspace | null, localTransport: 'socket' | 'http'): Transport {
  const { slack } = config;
  if (slack.mode === 'socket') return { mode: 'socket', appToken: slack.appToken };
  if (slack.mode === 'http')
    return { mode: 'http', signingSecret: slack.signingSecret, port: config.port, host: undefined };
  return localTransport === 'socket'
    ? { mode: 'socket', appToken: workspace?.appToken ?? '' }
    : { mode: 'http', signingSecret: workspace?.signingSecret ?? '', port: 0, host: '127.0.0.1' };
}
