/** The core: one server for the Web API, Socket Mode, response URLs and files; everything else is asked of the surfaces. */
import { lockFolder } from '@tiaoli/folder-lock';
import { Activity } from './activity.ts';
import { withAliasAddresses } from './app/addresses.ts';
import { type AppWords, readManifest, withAliases, wordsOf } from './app/manifest.ts';
import { systemClock, type WorkspaceClock } from './clock.ts';
import type { Core } from './core.ts';
import { Deliverer, inRealTime, type Later } from './delivery/deliver.ts';
import { Faults } from './delivery/faults.ts';
import { HttpDelivery } from './delivery/http.ts';
import { RequestUrl } from './delivery/request-url.ts';
import { Sockets } from './delivery/socket.ts';
import { Traffic } from './delivery/traffic.ts';
import { listen, serve } from './door/entrance.ts';
import { Limiter } from './door/limiter.ts';
import { openFileStore } from './file/file-store.ts';
import { Uploads } from './file/uploads.ts';
import { type Hint, Hints } from './hints.ts';
import { startPosting } from './message/scheduled.ts';
import type { Seed } from './seed/seed.ts';
import { type SeedName, seedOf } from './seed/seeds.ts';
import { State } from './state.ts';
import type { OpenSurface } from './surface.ts';
import { checkSeed, Teams } from './teams.ts';
import { Tickets } from './view/tickets.ts';
import { Views } from './view/views.ts';

export interface CoreOptions {
  /** 0 takes any free one. */
  port: number;
  /** Where messages and the rest are kept; absent: in memory only. */
  directory?: string;
  /** What a person can do when another process has the directory; ends the sentence that says so. */
  elsewhere?: string;
  /** Absent: the machine's time, and travel is refused. */
  clock?: WorkspaceClock;
  /** The app's Slack manifest; absent: nothing is restricted. */
  manifest?: unknown;
  /** The same manifest in other languages, by the language ("en"): the composer describes commands in the page's. */
  manifests?: Record<string, unknown>;
  /**
   * Commands that people type here by another name than on Slack, with the manifest's: `{ '/leave': '/askleave' }`. Both
   * reach the app as they were typed. Here a name may be one that Slack keeps for itself. Default: none.
   */
  aliases?: Readonly<Record<string, string>>;
  /** How the app is reached; `http` needs `deliverTo`, or addresses in the manifest. Default: socket. */
  delivery?: 'socket' | 'http';
  /** One message per second and channel, else 429. Default: false. */
  limiter?: boolean;
  /** So many calls of a method a minute as Slack's tiers allow, else 429. Default: false. */
  tiers?: boolean;
  /** Who is in the team, or teams: a seed or the name of one of the package's own; default: the neutral one. */
  seed?: Seed | SeedName;
  /** Real milliseconds, for the deadlines of trigger ids, response URLs and the limiter; default: the machine's. */
  elapsed?(): number;
  /** Waits before an event that was not acknowledged is sent again; default: in real time. */
  later?: Later;
}

/** A team with the app's own token and person in it. */
export interface InstalledTeam {
  id: string;
  name: string;
  domain: string;
  botToken: string;
  botUserId: string;
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
  /** Every team the app is installed in; the first is the one the tokens above belong to. */
  teams: InstalledTeam[];
  /** The locale people were given with the page; undefined until a page was opened. */
  language(): string | undefined;
  /**
   * Says where the app listens, for HTTP delivery of all that has no address of its own in the manifest. Slack's handshake
   * follows at once, and events only after it.
   */
  deliverTo(url: string): void;
  /** Resolves when nothing is under way between the workspace and the app, and nothing has been for `quietMs` (120). */
  settled(quietMs?: number): Promise<void>;
  /** Ends connections, closes the server and the journal. */
  stop(): Promise<void>;
}

/**
 * Starts a workspace on 127.0.0.1 with these surfaces, asked in order, and takes its directory for this process. Rejects
 * when another process has the directory, the port is taken, the manifest is wrong or the journal damaged.
 */
export async function startCore(options: CoreOptions, surfaces: readonly OpenSurface[]): Promise<Workspace> {
  const { directory, elsewhere = 'give this one another' } = options;
  const unlock = directory === undefined ? () => {} : lockFolder(directory, elsewhere);
  try {
    const workspace = await open(options, surfaces);
    return {
      ...workspace,
      async stop() {
        await workspace.stop();
        unlock();
      },
    };
  } catch (fault) {
    unlock();
    throw fault;
  }
}

async function open(options: CoreOptions, surfaces: readonly OpenSurface[]): Promise<Workspace> {
  const clock = options.clock ?? systemClock;
  const elapsed = options.elapsed ?? (() => performance.now());
  const aliases = options.aliases ?? {};
  const profile = withAliases(readManifest(options.manifest), aliases);
  if (profile.notHere.length > 0)
    console.warn(
      `The manifest asks for what is not here: ${profile.notHere.join(', ')}. COVERAGE.md says how far it is Slack.`,
    );
  const { further = [], ...seed } = seedOf(options.seed);
  checkSeed({ further, ...seed });
  const state = new State(options.directory, seed, clock, profile.name);
  const states = further.map(team => new State(options.directory, team, clock, profile.name, state));
  const everywhere = {
    tell(hint: Hint): void {
      for (const core of teams.all()) core.hints.tell(hint);
    },
  };
  const traffic = new Traffic(state.credentials, clock, everywhere);
  const faults = new Faults(elapsed);
  const activity = new Activity();
  const sockets = new Sockets({
    faults,
    onStray(envelope_id, error) {
      const nothing = { answer: null, ack_ms: null, ok: false };
      const method = 'acknowledgement';
      traffic.add({ at: traffic.now(), direction: 'from_bot', method, payload: { envelope_id }, ...nothing, error });
    },
  });
  const addresses = withAliasAddresses(profile.addresses, aliases);
  const http = new HttpDelivery(state.credentials.signingSecret, addresses);
  const transport = options.delivery === 'http' ? http : sockets;
  const requestUrl = options.delivery === 'http' ? new RequestUrl(elapsed) : undefined;
  const limits = { messages: options.limiter === true, tiers: options.tiers === true };
  let url = '';
  const translated = new Map<string, AppWords>(
    Object.entries(options.manifests ?? {}).map(([language, manifest]) => [
      language,
      withAliases(wordsOf(readManifest(manifest)), aliases),
    ]),
  );
  const bytes = openFileStore(options.directory);
  const coreOf = (own: State): Core => ({
    state: own,
    profile,
    translated,
    clock,
    hints: new Hints(),
    traffic,
    faults,
    activity,
    tickets: new Tickets(elapsed),
    uploads: new Uploads(elapsed),
    bytes,
    views: new Views(),
    messageValues: new Map(),
    offered: new Map(),
    deliverer: new Deliverer({
      ...{ state: own, profile, transport, traffic, faults, activity },
      ...(requestUrl && { requestUrl }),
      later: options.later ?? inRealTime,
    }),
    sockets,
    transport,
    limiter: new Limiter(elapsed, limits),
    teams: () => teams.all(),
    url: () => url,
  });
  const teams = new Teams(coreOf(state), states.map(coreOf));
  const opened = surfaces.map(surface => surface(teams));
  const server = serve(teams, opened);
  const port = await listen(server, options.port);
  url = `http://127.0.0.1:${port}`;
  const posting = teams.all().map(startPosting);
  const { botToken, appToken, signingSecret } = state.credentials;
  return {
    url,
    apiUrl: `${url}/api/`,
    port,
    botToken,
    appToken,
    signingSecret,
    botUserId: state.bot.user_id,
    teams: teams.all().map(({ state: { team, bot, credentials } }) => ({
      ...team,
      botToken: credentials.botToken,
      botUserId: bot.user_id,
    })),
    language: () => state.language,
    deliverTo(to) {
      http.deliverTo(to);
      if (transport === http) void teams.first.deliverer.greet();
    },
    settled: quietMs => activity.settled(quietMs),
    async stop() {
      activity.stop();
      for (const stop of posting) stop();
      for (const core of teams.all()) core.deliverer.stop();
      for (const surface of opened) surface.stop?.();
      await sockets.stop();
      http.stop();
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      for (const core of teams.all()) core.state.close();
    },
  };
}
