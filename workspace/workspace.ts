/** The package: a small Slack for an app and its people, and what its owner hands in. */
import { type CoreOptions, startCore, type Workspace } from './core/server.ts';
import { openHuman } from './human/register.ts';
import type { Lent } from './human/tour.ts';
import { openPage, type PageOptions } from './page/serve.ts';

export { readManifest } from './core/app/manifest.ts';
export type { WorkspaceClock } from './core/clock.ts';
export { APP_ID } from './core/identity.ts';
export { type Cast, withDifficulties } from './core/seed/difficult.ts';
export { NEUTRAL } from './core/seed/neutral.ts';
export type { Seed, SeedChannel, SeedGroup, SeedPerson, TeamSeed } from './core/seed/seed.ts';
export { SEED_NAMES, type SeedName } from './core/seed/seeds.ts';
export { type CoreOptions, type InstalledTeam, startCore, type Workspace } from './core/server.ts';
export type { OpenSurface, Surface } from './core/surface.ts';
export type { Bilingual, Guide, GuideStep, Landmark } from './human/guide.ts';

export interface WorkspaceOptions extends CoreOptions, Lent, PageOptions {}

/** Starts a workspace with the people's calls and the page on it; rejects as `startCore` does. */
export function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  return startCore(options, [openHuman(options), openPage(options)]);
}
