/** What leaders are told of the record: how far its chain goes, so that nobody can make it anew unnoticed. */
import type { CivilDate } from '../civil.ts';

export interface PostedHead {
  /** The day the clock posted it for. */
  date: CivilDate;
  /** Entries the chain held then, and the hash of the last. */
  number: number;
  hash: string;
}

export interface RecordNotices {
  'record.head': PostedHead;
}
