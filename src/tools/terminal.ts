/** What the tools an administrator types at a terminal have in common: the settings, the database, and how they end. */
import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.ts';
import { features } from '../features.ts';
import { redact } from '../log.ts';
import { unchainedBy } from '../office/collected.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { migrationState } from '../store/migrate.ts';

/** The settings, those in `more` before the environment's. Wrong ones end the process with 2 and what would be right. */
export function settings(more: Record<string, string> = {}): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig({ ...process.env, ...more });
  if ('faults' in read) fail(`These settings are wrong:\n${read.faults.map(fault => `  - ${fault}\n`).join('')}`, 2);
  return read.config;
}

/**
 * Opens the configured database for a moment. Whatever is in the way ends the process with what to do about it: wrong
 * settings with 2, everything else with 1. With `migrates: false` nothing of it is changed, so it must be up to date.
 */
export async function withDatabase(
  work: (database: Database, config: Config) => Promise<void>,
  { migrates = true } = {},
): Promise<void> {
  const config = settings();
  const { database: source } = config;
  // An embedded one that is not there yet would be made by opening it.
  if (source.kind === 'folder' && !existsSync(source.path)) fail(`There is no database in ${source.path}.\n`, 1);
  try {
    const database = await openDatabase(source, { migrates, unchained: unchainedBy(features) });
    try {
      if (!migrates && (await migrationState(database.read)).missing.length > 0)
        fail('This database is older than the program. Start the bot once, which brings it up to date.\n', 1);
      await work(database, config);
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (!(fault instanceof FolderTaken)) fail(`${redact(String((fault as Error).message))}\n`, 1);
    fail(
      `The bot is running (process ${fault.pid}) and an embedded database belongs to one process.\n` +
        `Stop it (kill ${fault.pid}), run this again, and start it: nothing that waits is lost by that.\n`,
      1,
    );
  }
}

/** Writes a line to standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends the process with what is wrong. */
export function fail(text: string, code: 1 | 2): never {
  process.stderr.write(text);
  process.exit(code);
}
