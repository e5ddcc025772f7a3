/** Each night the embedded database is backed up; not in the ledger's transaction, for a copy needs one of its own. */

import { backUpNightly, nextBackupAt } from '../src/backup/nightly.ts';
import type { Deadline } from '../src/scheduler/schedule.ts';

export const backupDeadlines: readonly Deadline[] = [
  { name: 'backup.nightly', nextAt: nextBackupAt, run: backUpNightly },
];
