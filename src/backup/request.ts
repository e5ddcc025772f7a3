/**
 * How `npm run backup` asks a bot that has the embedded database open: a file in the data folder, answered by another.
 * A request carries nothing but its number, so whoever can write there can have a backup made, and no more.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';

/** What came of it: the file, or a sentence. */
export type BackupAnswer = { file: string; rows: number } | { fault: string };

const asked = /^backup-([0-9a-f]{16})\.asked$/;
const nameOf = (id: string, state: 'asked' | 'taken' | 'answered') => `backup-${id}.${state}`;
const lookMs = 200;

/** Asks, and waits while the bot is at it; null when it does not take the request within `patienceMs`, or ends. */
export async function askForBackup(
  folder: string,
  bot: { pid: number },
  patienceMs: number,
): Promise<BackupAnswer | null> {
  const id = randomBytes(8).toString('hex');
  const [request, taken, answer] = (['asked', 'taken', 'answered'] as const).map(state =>
    join(folder, nameOf(id, state)),
  );
  if (request === undefined || taken === undefined || answer === undefined) return null;
  writeFileSync(request, '', { flag: 'wx', mode: 0o600 });
  try {
    for (let waited = 0; ; waited += lookMs) {
      const told = contentOf(answer);
      if (told !== null) return JSON.parse(told) as BackupAnswer;
      if (!lives(bot.pid) || (waited >= patienceMs && contentOf(taken) === null)) return null;
      await passing(lookMs);
    }
  } finally {
    for (const file of [request, taken, answer]) rmSync(file, { force: true });
  }
}

/** Answers every request there is, one after the other. */
export async function answerRequests(folder: string, make: () => Promise<BackupAnswer>): Promise<void> {
  for (const name of readdirSync(folder)) {
    const id = asked.exec(name)?.[1];
    if (id === undefined) continue;
    try {
      renameSync(join(folder, name), join(folder, nameOf(id, 'taken')));
    } catch {
      continue; // taken back this very moment
    }
    const answer = await make();
    const unfinished = join(folder, `${nameOf(id, 'answered')}.new`);
    writeFileSync(unfinished, JSON.stringify(answer), { mode: 0o600 });
    renameSync(unfinished, join(folder, nameOf(id, 'answered')));
  }
}

/** Removes what an asker or a bot that died left behind. */
export function forgetRequests(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^backup-[0-9a-f]{16}\.(asked|taken|answered(\.new)?)$/.test(name)) rmSync(join(folder, name), { force: true });
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ENOENT') return null;
    throw fault;
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as { code?: unknown }).code === 'EPERM';
  }
}
