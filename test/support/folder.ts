/** A data folder in which a bot has already made its database, which takes a process longer than all else at its start. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a migrated empty database into the data folder, a copy of the run's template; leaves it empty without one. */
export function furnish(dataDir: string): void {
  const template = process.env.TEST_TEMPLATE;
  if (template === undefined) return;
  const database = join(dataDir, 'database');
  mkdirSync(database, { recursive: true });
  execFileSync('tar', ['-xf', template, '-C', database], { stdio: 'ignore' });
}
