/** The part of the assembly that looks after the data: room on the disk, and backups somebody asks for. */

import { freeBytesOf } from './backup/disk.ts';
import { backupsIn } from './backup/folder.ts';
import { backUpNow } from './backup/nightly.ts';
import { answerRequests, forgetRequests } from './backup/request.ts';
import { lookAtDisk } from './backup/watch.ts';
import type { Config } from './config.ts';
import { diskMarkIn } from './health/diskMark.ts';
import { startRound } from './health/round.ts';
import type { Office } from './office/office.ts';
import { keepDataPrivate, keepPrivate } from './store/private.ts';

/** A disk does not fill in less; the readiness looks for itself. */
const lookAtDiskMs = 60_000;
/** Somebody waits at a terminal. */
const lookForRequestsMs = 500;

/** What the office knows of its data; only an embedded database is ours to back up. */
export function keptBy(
  { database, backups, dataDir, diskFreeMb }: Config,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Pick<Office, 'backups'> & Required<Pick<Office, 'disk'>> {
  return {
    ...(database.kind === 'folder' && { backups }),
    disk: { freeBytes: (folder = dataDir) => freeBytes(folder), warnBelowMb: diskFreeMb },
  };
}

/** Begins to look after them; the answer ends that. `forgetful`: nothing of ours is in the data folder. */
export function startHousekeeping(office: Office, { dataDir }: Config, forgetful: boolean): () => Promise<void> {
  if (!forgetful) keepDataPrivate(dataDir);
  const mark = diskMarkIn(forgetful ? null : dataDir);
  const ends = [startRound('disk', lookAtDiskMs, () => lookAtDisk(office, mark), office.log)];
  const { backups } = office;
  if (backups !== undefined) {
    for (const { file } of backupsIn(backups.folder)) keepPrivate(file);
    forgetRequests(dataDir);
    const answer = () => answerRequests(dataDir, () => backUpNow(office, backups));
    ends.push(startRound('backup', lookForRequestsMs, answer, office.log));
  }
  return async () => {
    await Promise.all(ends.map(end => end()));
  };
}
