/** The package's own teams, by the names under which they are chosen. */
import { withDifficulties } from './difficult.ts';
import { NEUTRAL } from './neutral.ts';
import type { Seed } from './seed.ts';

export const SEED_NAMES = ['neutral', 'difficult'] as const;

export type SeedName = (typeof SEED_NAMES)[number];

/** The neutral team with every difficulty. */
const DIFFICULT = withDifficulties(NEUTRAL, {
  admin: 'UALICE',
  leads: ['UBOB', 'UHEIDI'],
  member: 'UCAROL',
  everyone: 'general',
  open: 'support',
  closed: 'planning',
  group: { handle: 'crew', name: '值守 · Crew', members: ['UCAROL', 'UDAVE', 'UEMMA', 'UFRANK'] },
  leaver: '前同事 · Former colleague',
});

const SEEDS: Record<SeedName, Seed> = { neutral: NEUTRAL, difficult: DIFFICULT };

/** A seed itself, or the one of that name; the neutral team when none is given. */
export function seedOf(seed: Seed | SeedName = 'neutral'): Seed {
  return typeof seed === 'string' ? SEEDS[seed] : seed;
}
