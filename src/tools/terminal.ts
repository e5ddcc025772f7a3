/** What the tools an administrator types at a terminal have in common: the settings, the words, the database, and how they end. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock, systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { features } from '../features.ts';
import type { Locale } from '../kernel/locale.ts';
import { redact } from '../log.ts';
import { declaredBy, speechOf, unchainedBy } from '../office/collected.ts';
import type { Office } from '../office/office.ts';
import { askingClient } from '../slack/asking.ts';
import { profileOf } from '../slack/directory.ts';
import { openingFailure } from '../startup/failure.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { FolderTaken } from '../store/lock.ts';
import { migrationState } from '../store/migrate.ts';
import { words as english } from './words.en.ts';
import { words as chinese } from './words.zh-CN.ts';

export type ToolWords = typeof chinese;

/** The language the tools speak, also where other settings are wrong: DEPARTMENT_LOCALE, or the department's without one. */
export function toolLocale(): Locale {
  loadSettings();
  return process.env.DEPARTMENT_LOCALE?.trim() === 'en' ? 'en' : 'zh-CN';
}

export function toolWords(): ToolWords {
  return toolLocale() === 'en' ? english : chinese;
}

/** Why a database could not be opened or used, without secrets. */
export function reasonOf(fault: unknown): string {
  return redact(openingFailure(fault, toolLocale()));
}

/** The settings, those in `more` before the environment's. Wrong ones end the process with 2 and what would be right. */
export function settings(more: Record<string, string> = {}, said = toolWords().settingsWrong): Config {
  loadSettings();
  const read = readConfig({ ...process.env, ...more }, toolLocale());
  if ('faults' in read) fail(`${said}\n${read.faults.map(fault => `  - ${fault}\n`).join('')}`, 2);
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
  const words = toolWords();
  const config = settings();
  const { database: source } = config;
  // An embedded one that is not there yet would be made by opening it.
  if (source.kind === 'folder' && !existsSync(source.path)) fail(`${words.noDatabase(source.path)}\n`, 1);
  try {
    const database = await openDatabase(source, { migrates, unchained: unchainedBy(features) });
    try {
      if (!migrates && (await migrationState(database.read)).missing.length > 0) fail(`${words.tooOld}\n`, 1);
      await work(database, config);
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (!(fault instanceof FolderTaken)) fail(`${reasonOf(fault)}\n`, 1);
    fail(`${words.taken(fault.pid)}\n`, 1);
  }
}

/** What a deed done at a terminal needs of the house: it writes, and the bot sends what is to be said once it runs. */
export function officeFor(
  database: Database,
  { slack, slackApiUrl, settings, channels, commandNames, dataDir }: Config,
): Office {
  const quiet = () => {};
  const client = slack.mode === 'local' ? null : askingClient(slack.botToken, slackApiUrl, () => systemClock.now());
  return {
    database,
    clock: slack.mode === 'local' ? new MovableClock(join(dataDir, 'clock.json')) : systemClock,
    wallClock: systemClock,
    settings,
    channels,
    declared: declaredBy(features),
    speech: speechOf(features, commandNames.here),
    log: { info: quiet, warn: quiet, error: quiet },
    wake: quiet,
    async lookUp(id) {
      if (client === null) return null;
      const { team_id: team } = await client.auth.test();
      return profileOf(client, id, team);
    },
  };
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

/** How many columns a text takes at a terminal: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}|[\u3000-\u303f\uff01-\uff60]/u.test(sign) ? 2 : 1), 0);
}

/** A cell of a table, filled up to that many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function loadSettings(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
