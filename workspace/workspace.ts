/** The package: a workspace started for an app, and the teams and words its owner hands in. */
export type { Bilingual, Guide, GuideStep, Landmark } from './guide.ts';
export { APP_ID } from './identity.ts';
export { readManifest } from './manifest.ts';
export { DEPARTMENT, type Seed, type SeedChannel, type SeedGroup, type SeedPerson, type TeamSeed } from './seed.ts';
export { DIFFICULT } from './seed-difficult.ts';
export { SEED_NAMES, type SeedName } from './seeds.ts';
export {
  type InstalledTeam,
  startWorkspace,
  type Workspace,
  type WorkspaceClock,
  type WorkspaceOptions,
} from './server.ts';
