/** The folder backups are kept in: what they are called, which is the last, and which are old enough to go. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UNFINISHED } from './dumpFile.ts';

const dayMs = 86_400_000;
/** Of the night: a backup made a little earlier or later than others is of the same age. */
const slackMs = dayMs / 2;

/** The name of a backup of that instant, told in UTC so that names sort by age. */
export function backupName(at: Date): string {
  return `tiaoli-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.jsonl.gz`;
}

const named = /^tiaoli-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.jsonl\.gz$/;

/** All backups in the folder, the oldest first; none where there is no such folder. */
export function backupsIn(folder: string): { file: string; at: Date; bytes: number }[] {
  return namesIn(folder)
    .toSorted()
    .flatMap(name => {
      const [, date, hour, minute, second] = named.exec(name) ?? [];
      if (date === undefined) return [];
      const file = join(folder, name);
      const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      return [{ file, at: new Date(`${date}T${hour}:${minute}:${second}Z`), bytes }];
    });
}

/** Removes what is older than so many days, never the last, and what a process that died left unfinished. */
export function removeOld(folder: string, keepDays: number, now: Date): string[] {
  const old = backupsIn(folder)
    .slice(0, -1)
    .filter(({ at }) => now.getTime() - at.getTime() > keepDays * dayMs - slackMs)
    .map(({ file }) => file);
  const unfinished = namesIn(folder)
    .filter(name => name.startsWith('tiaoli-') && name.endsWith(UNFINISHED))
    .map(name => join(folder, name));
  for (const file of [...old, ...unfinished]) rmSync(file, { force: true });
  return old;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ENOENT') return [];
    throw fault;
  }
}
