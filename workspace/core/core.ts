/** The parts of a running workspace, as its methods and the people's calls find them: one set for each team, some parts in common. */
import type { Activity } from './activity.ts';
import type { AppProfile, AppWords } from './app/manifest.ts';
import type { WorkspaceClock } from './clock.ts';
import type { Deliverer } from './delivery/deliver.ts';
import type { Faults } from './delivery/faults.ts';
import type { Sockets } from './delivery/socket.ts';
import type { Traffic } from './delivery/traffic.ts';
import type { Transport } from './delivery/transport.ts';
import type { Limiter } from './door/limiter.ts';
import type { FileStore } from './file/file-store.ts';
import type { Uploads } from './file/uploads.ts';
import type { Hints } from './hints.ts';
import type { JsonObject } from './json.ts';
import type { State } from './state.ts';
import type { Tickets } from './view/tickets.ts';
import type { Values, Views } from './view/views.ts';

export interface Core {
  state: State;
  profile: AppProfile;
  /** What people read of the manifest in other languages, by the language. */
  translated: ReadonlyMap<string, AppWords>;
  clock: WorkspaceClock;
  hints: Hints;
  traffic: Traffic;
  faults: Faults;
  activity: Activity;
  tickets: Tickets;
  /** Files the app announced, until they are complete. */
  uploads: Uploads;
  /** The bytes of files. */
  bytes: FileStore;
  views: Views;
  /** Values chosen in messages, by person, channel and ts. */
  messageValues: Map<string, Values>;
  /** Options external selects offered last, by person, block and action. */
  offered: Map<string, JsonObject[]>;
  deliverer: Deliverer;
  sockets: Sockets;
  transport: Transport;
  limiter: Limiter;
  /** Every team in which the app is installed, this one included, the first one first. */
  teams(): readonly Core[];
  /** Without a trailing slash; known once the server listens. */
  url(): string;
}
