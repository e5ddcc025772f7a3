/** Backups of the embedded database: each night late rather than never, and when somebody asks. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BackupTrouble, tellBackupFailed } from '../features/trouble/workflow.ts';
import { occurrencesBetween } from '../kernel/occurrence.ts';
import type { Backups, Office } from '../office/office.ts';
import { claimOccurrence, servedBefore, servedUntil } from '../store/tick.ts';
import { type Summary, writeDump } from './dumpFile.ts';
import { backupName, backupsIn, removeOld } from './folder.ts';
import type { BackupAnswer } from './request.ts';
import { DISK_RED_BYTES } from './room.ts';

const DUTY = 'backup.nightly';
/** When nobody is at work; also before the day's duties begin. */
const TIME = '03:00';
const dayMs = 86_400_000;

/** Not enough room to write a backup and have the database go on. */
class NoRoom extends Error {}

/** When the next night's is due, also one that was not made in its night; null where nothing is backed up. */
export async function nextBackupAt(office: Office, now: Date): Promise<Date | null> {
  if (!isNightly(office)) return null;
  const served = await servedBefore(office.database.read, DUTY, now);
  // One that has not begun is due: it begins when it is run, and not because somebody looks.
  if (served === null) return now;
  return nights(office, served, new Date(now.getTime() + 2 * dayMs))[0]?.at ?? null;
}

/** Makes the backup of the last night when it was not made yet, once for however many were missed. */
export async function backUpNightly(office: Office, now: Date): Promise<void> {
  const { backups } = office;
  if (backups === undefined || !isNightly(office)) return;
  const served = await servedUntil(office.database.read, [DUTY], now);
  const due = nights(office, served.get(DUTY) ?? now, now).at(-1);
  if (due === undefined) return;
  let trouble: BackupTrouble | null = null;
  try {
    await make(office, backups);
    removeOld(backups.folder, backups.keepDays, now);
  } catch (fault) {
    trouble = troubleOf(fault);
    office.log.error('backup.failed', { folder: backups.folder, error: messageOf(fault) });
  }
  // Claimed at the end: one cut off by the end of the process is made at the next start.
  await office.database.transaction(async tx => {
    const late = now.getTime() - due.at.getTime() > 60_000;
    await claimOccurrence(tx, { duty: DUTY, date: due.date, dueAt: due.at }, late ? 'late' : 'done', now);
    if (trouble !== null) await tellBackupFailed(office, tx, trouble, due.date);
  });
  office.wake();
}

/** Makes one now, for whoever asked; never throws. */
export async function backUpNow(office: Office, backups: Backups): Promise<BackupAnswer> {
  try {
    const { file, rows } = await make(office, backups);
    return { file: resolve(file), rows };
  } catch (fault) {
    office.log.error('backup.failed', { folder: backups.folder, error: messageOf(fault) });
    return { fault: messageOf(fault) };
  }
}

async function make(office: Office, { folder }: Backups): Promise<Summary & { file: string }> {
  const needed = (backupsIn(folder).at(-1)?.bytes ?? 0) * 2 + DISK_RED_BYTES;
  const free = await office.disk?.freeBytes(folder);
  if (free !== undefined && free < needed) throw new NoRoom(`There is not enough room in ${folder}.`);
  const began = performance.now();
  const at = office.clock.now();
  const file = join(folder, backupName(at));
  const summary = await writeDump(office.database, file, at);
  const ms = Math.round(performance.now() - began);
  office.log.info('backup.made', { file, rows: summary.rows, bytes: statSync(file).size, ms });
  return { ...summary, file };
}

function isNightly({ backups }: Office): boolean {
  return backups !== undefined && backups.keepDays > 0;
}

function nights({ settings }: Office, after: Date, until: Date) {
  return occurrencesBetween({ time: TIME, on: () => true }, after, until, settings.zone);
}

function troubleOf(fault: unknown): BackupTrouble {
  const { code } = fault as { code?: unknown };
  if (fault instanceof NoRoom || code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(String(code)) ? 'forbidden' : 'other';
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
