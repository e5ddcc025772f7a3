/** The seeds by the names under which they are chosen. */

import { DIFFICULT } from './difficult.ts';
import { DEPARTMENT, type Seed } from './seed.ts';

export const SEED_NAMES = ['department', 'difficult'] as const;

export type SeedName = (typeof SEED_NAMES)[number];

const SEEDS: Record<SeedName, Seed> = { department: DEPARTMENT, difficult: DIFFICULT };

/** A seed itself, or the one of that name; the department when none is given. */
export function seedOf(seed: Seed | SeedName = 'department'): Seed {
  return typeof seed === 'string' ? SEEDS[seed] : seed;
}
