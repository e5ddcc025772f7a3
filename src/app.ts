/** Puts the house together: configuration, database, Slack or the local workspace, doors, clock; and takes it apart again. */
import { join } from 'node:path';
import type { Seed, Workspace, WorkspaceClock, WorkspaceOptions } from '@tiaoli/workspace';
import { Registry } from 'prom-client';
import { commands } from '../commands/index.ts';
import { home } from '../commands/me.ts';
import { schedule } from '../schedules/index.ts';
import type { Recall } from './backup/recall.ts';
import { appointFirst, openRulebook } from './beginning.ts';
import { type Clock, MovableClock, type SettableClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Closer, endInSteps, within } from './ending.ts';
import { examplesFor } from './features/help/workflow.ts';
import { features } from './features.ts';
import { type HealthOptions, startHealth } from './health/server.ts';
import { counted } from './health/tally.ts';
import { keptBy, startHousekeeping } from './housekeeping.ts';
import type { Settings } from './kernel/settings.ts';
import { withColleagues } from './local/colleagues.ts';
import { guideOf } from './local/guide.ts';
import { landmarksOf } from './local/landmarks.ts';
import { followingPage } from './local/language.ts';
import { declaredBy, speechOf, startingOf, unchainedBy } from './office/collected.ts';
import type { Log, Office } from './office/office.ts';
import { receptionOf } from './office/reception.ts';
import { slackOf } from './reaching.ts';
import { makeJourneys } from './scheduler/journey.ts';
import type { Schedule } from './scheduler/schedule.ts';
import { makeTicker } from './scheduler/tick.ts';
import { type Pace, paceOf, startReadingBack, startSending } from './sending.ts';
import { openDoor } from './slack/bolt.ts';
import { type Connection, connect } from './slack/connect.ts';
import type { Origin } from './slack/desk.ts';
import { profileOf } from './slack/directory.ts';
import { INTAKE_PATH } from './slack/intake.ts';
import { manifestOf } from './slack/manifest.ts';
import { StartFailure } from './startup/failure.ts';
import { startupWords } from './startup/words.ts';
import { openDatabase } from './store/database.ts';
import { startTimekeeping } from './timekeeping.ts';

export interface Parts {
  log: Log;
  /** In the local workspace: the clock to live by instead of the one kept in the data folder. */
  clock?: SettableClock;
  /** In the local workspace: how the bot is connected to it. */
  localTransport?: 'socket' | 'http';
  /** Keep the workspace's messages in memory only. */
  forgetful?: boolean;
  /** In the local workspace: who is in the team, instead of whom the configuration says. */
  team?: Seed;
  /** The duties of the clock instead of the register's: for rehearsals. */
  schedule?: Schedule;
  /** Tells how much room a disk has, instead of the system: for rehearsals. */
  freeBytes?: (folder: string) => Promise<number>;
  /** How long a clock set far ahead must stand there before it is believed: for rehearsals. */
  holdMs?: number;
  /** How the outbox is sent instead of at Slack's pace, `callMs` also being what any call may take: for rehearsals. */
  pace?: Partial<Pace>;
}

export interface Application {
  /** Where to open the page, or where Slack's deliveries are awaited; null in Socket Mode. */
  url: string | null;
  /** Where health and metrics are served; null: nowhere. */
  healthUrl: string | null;
  office: Office;
  workspace: Workspace | null;
  /** Puts the department's clock forward, running on the way all that falls due at its own time. */
  travel(to: Date): Promise<void>;
  /** Resolves when every delivery is answered and every message sent. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Physical milliseconds a journey through time waits for messages that must be tried again. */
const patienceMs = 10_000;
/** What the end waits for deliveries under way before the connection they are answered on is closed. */
const farewellMs = 3_000;

/** Starts everything, or nothing: when it rejects, what was begun has been stopped again. */
export async function startApplication(config: Config, parts: Parts): Promise<Application> {
  const closers: Closer[] = [];
  const stop = () => endInSteps(closers, parts.log);
  try {
    return { ...(await assemble(config, parts, (...closer) => closers.push(closer))), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

type AtTheEnd = (...closer: Closer) => void;

/** What is asked for before it is there: the page is open, and deliveries may come, before the department is. */
interface Later {
  office: Office | null;
  ours: Origin;
  travel: WorkspaceClock['travel'];
  wake(): void;
  /** What a restore left to be read back. */
  recall: Recall | null;
}

/** The story of a start, each step with what ends it: the last begun is the first to end. */
async function assemble(config: Config, parts: Parts, atTheEnd: AtTheEnd): Promise<Omit<Application, 'stop'>> {
  const registry = new Registry();
  const log = config.metrics === null ? parts.log : counted(parts.log, registry);
  const { clock, settable } = clocksOf(config, parts);
  const later: Later = {
    office: null,
    ours: { team: undefined, app: undefined },
    travel: notYet,
    wake() {},
    recall: null,
  };

  const database = await openDatabase(config.database, { unchained: unchainedBy(features) });
  atTheEnd('database', () => database.close());
  const local = config.slack.mode === 'local';
  const lent: WorkspaceClock = { now: () => clock.now(), travel: (to, passed) => later.travel(to, passed) };
  const workspace = local ? await workspaceFor(config, parts, lentBy(later), lent) : null;
  if (workspace !== null) atTheEnd('workspace', () => workspace.stop());
  const regulated = { ...config, settings: await openRulebook(config, { database, log }) };
  const settings = workspace === null ? regulated.settings : followingPage(regulated, workspace);

  // Slack is reached, but nothing comes from it yet.
  const { token, transport, slackApiUrl } = slackOf(config, parts.localTransport, workspace);
  const pace = paceOf(config, parts.pace);
  const connection = connect(token, transport, { slackApiUrl, callMs: pace.callMs, wallClock: systemClock, log });
  const office = officeOf(config, parts, { database, clock, settings, log, client: connection.client }, later);
  const door = doorOf(config, office, connection.app, slackApiUrl, later);
  later.ours = await connection.identify();
  await appointFirst(config, office);
  await startingOf(features)(office);

  // What fell due while nobody was here is written first; it goes out once Slack is connected.
  const duties = makeTicker(office, parts.schedule ?? schedule);
  const ticker = withColleagues(duties, office, config.workspaceColleagues ? workspace : null);
  await ticker.tick();
  const { pump, refused, channels } = await startSending(config, office, connection.client, pace);
  const settled = async () => {
    await door.idle();
    await later.recall?.settled(patienceMs);
    await pump.settled(patienceMs);
  };
  const journeys = settable === null ? null : makeJourneys({ clock: settable, ticker, settled });
  atTheEnd('journey', async () => journeys?.stop());
  atTheEnd('outbox', async () => void (await Promise.all([later.recall?.stop(), pump.stop()])));
  atTheEnd('deliveries under way', () => door.idle());
  atTheEnd('slack', () => connection.stop());
  atTheEnd('answers', async () => void (await within(farewellMs, door.idle())));

  // From here on people are heard, and the clock acts.
  const port = await connection.start();
  if (port !== null) workspace?.deliverTo(`http://127.0.0.1:${port}${INTAKE_PATH}`);
  const scheduler = await startTimekeeping(office, ticker, pump, pace, parts.holdMs);
  atTheEnd('scheduler', () => scheduler.stop());
  atTheEnd('journey begun', async () => void journeys?.stop());
  later.wake = () => {
    pump.wake();
    scheduler.wake();
  };
  pump.wake();
  later.recall = startReadingBack(office, connection.client, channels, pace);
  atTheEnd('housekeeping', startHousekeeping(office, config, parts.forgetful === true));
  later.travel = async (to, passed) => {
    if (journeys === null) throw new Error('The clock of a real department cannot be moved.');
    await journeys.travel(to, passed);
  };
  later.office = office;
  const healthUrl = await watched(config, office, { connected: connection.connected, refused }, registry, atTheEnd);

  const url = workspace?.url ?? (port === null ? null : `http://127.0.0.1:${port}`);
  return { url, healthUrl, office, workspace, travel: to => later.travel(to), settled };
}

async function notYet(): Promise<never> {
  throw new Error('The department is still opening; try again in a moment.');
}

/** The clock the department lives by, and the same where it can be moved. */
function clocksOf({ slack, dataDir }: Config, parts: Parts): { clock: Clock; settable: SettableClock | null } {
  const settable = parts.clock ?? (slack.mode === 'local' ? new MovableClock(join(dataDir, 'clock.json')) : null);
  return { clock: settable ?? systemClock, settable };
}

/** What the page is told of the department. */
function lentBy(later: Later): Pick<WorkspaceOptions, 'guide' | 'landmarks'> {
  return {
    guide: async () => (later.office === null ? null : guideOf(later.office)),
    landmarks: async () => (later.office === null ? [] : landmarksOf(later.office)),
  };
}

function officeOf(
  config: Config,
  parts: Parts,
  { client, ...found }: Pick<Office, 'database' | 'clock' | 'settings' | 'log'> & Pick<Connection, 'client'>,
  later: Later,
): Office {
  return {
    ...found,
    declared: declaredBy(features),
    speech: speechOf(features, config.commandNames.here, found.settings),
    wallClock: systemClock,
    channels: config.channels,
    wake: () => later.wake(),
    lookUp: userId => profileOf(client, userId, later.ours.team),
    ...keptBy(config, parts.freeBytes),
  };
}

function doorOf(config: Config, office: Office, app: Connection['app'], slackApiUrl: string | undefined, later: Later) {
  return openDoor({
    app,
    office,
    reception: receptionOf(office),
    commands,
    namings: [config.commandNames.here, config.commandNames.onSlack],
    home,
    examples: (me, names) => examplesFor(office, me, names),
    ours: () => later.ours,
    rateLimit: config.rateLimit,
    responseHosts: ['hooks.slack.com', ...(slackApiUrl === undefined ? [] : [new URL(slackApiUrl).host])],
  });
}

/** Serves health and metrics where they are wanted; the answer is where. */
async function watched(
  { metrics }: Config,
  { database, disk, log }: Office,
  slack: Pick<HealthOptions, 'connected' | 'refused'>,
  registry: Registry,
  atTheEnd: AtTheEnd,
): Promise<string | null> {
  if (metrics === null) return null;
  const health = await startHealth({ ...metrics, database, ...slack, wallClock: systemClock, disk, registry, log });
  atTheEnd('health', () => health.stop());
  return `http://127.0.0.1:${health.port}`;
}

/** The workspace in this process, which only local mode needs. */
async function workspaceFor(
  config: Config,
  parts: Parts,
  lent: Pick<WorkspaceOptions, 'guide' | 'landmarks'>,
  clock: WorkspaceClock,
): Promise<Workspace> {
  // An image for a real department has no workspace in it.
  const { openWorkspace } = await import('./local/workspace.ts').catch(notHere);
  const delivery = parts.localTransport ?? 'socket';
  const manifestIn = (locale: Settings['locale']) =>
    manifestOf(
      commands,
      speechOf(features).languages,
      delivery === 'socket' ? { mode: 'socket' } : { mode: 'http', url: `http://127.0.0.1${INTAKE_PATH}` },
      locale,
      config.commandNames.onSlack,
    );
  return openWorkspace(config, {
    clock,
    manifest: manifestIn(config.settings.locale),
    manifests: { zh: manifestIn('zh-CN'), en: manifestIn('en') },
    aliases: config.commandNames.onSlack,
    delivery,
    ...lent,
    ...(parts.team && { seed: parts.team }),
    forgetful: parts.forgetful === true,
  });
}

function notHere(fault: unknown): never {
  if ((fault as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw fault;
  throw new StartFailure(locale => startupWords(locale).start.noWorkspace);
}
