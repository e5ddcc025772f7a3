/** Each night the embedded database is backed up; not in the ledger's transaction, for a copy needs one of its own. */
import type { Deadline } from '../src/scheduler/schedule.ts';
import { backUpNightly, nextBackupAt } from '../src/workflows/backup.ts';

export const backupDeadlines: readonly Deadline[] = [
  { name: 'backup.nightly', nextAt: nextBackupAt, run: backUpNightly },
];
