/** Watches the room on the disk the data stand on: leaders are told once when it becomes little, and again only after it was fine. */

import { tellDisk } from '../features/trouble/workflow.ts';
import type { Office } from '../office/office.ts';
import { megabytes, roomOf } from './room.ts';

/** Keeps, over restarts, since when there has been little room; null while it is fine. */
export interface DiskMark {
  read(): string | null;
  write(since: string | null): void;
}

/** Looks once. */
export async function lookAtDisk(office: Office, mark: DiskMark): Promise<void> {
  const { disk, log, wallClock } = office;
  if (disk === undefined || disk.warnBelowMb === 0) return;
  const free = await disk.freeBytes();
  const since = mark.read();
  if (roomOf(free, disk.warnBelowMb) === 'fine') {
    if (since === null) return;
    mark.write(null);
    log.info('disk.fine', { freeMb: megabytes(free) });
    return;
  }
  const began = since ?? wallClock.now().toISOString();
  if (since === null) {
    mark.write(began);
    log.warn('disk.little', { freeMb: megabytes(free), boundMb: disk.warnBelowMb });
  }
  // Said anew at every look and written once: whoever died between the mark and the message owes it.
  const isNew = await office.database.transaction(tx => tellDisk(office, tx, began, megabytes(free), disk.warnBelowMb));
  if (isNew) office.wake();
}
