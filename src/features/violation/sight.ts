/** Who may look into a case: those who filed or judged it, the accused once they were told, and leaders. */

import { holds, LEADERS, leads, type Member } from '../../member/rules.ts';
import type { Directory } from '../approval/rules.ts';
import { standingAs } from './route.ts';
import { type CaseStatus, isUndone, stands } from './states.ts';

/** What of a case decides who may read it. */
export interface Seen {
  accusedId: string;
  /** Null or 'clock' when the clock proposed it. */
  filerId: string | null;
  status: CaseStatus;
  /** Until when the member is, or was, heard; null where nobody told them before the decision. */
  hearingUntil: Date | null;
  recommendedBy: string | null;
  decidedBy: string | null;
}

/**
 * A case is open to its filer and to whoever judged it. The accused reads it once they are heard about it, or it was
 * decided against them: without a hearing, what was dismissed or taken back is not held against them. Leaders read the
 * cases of everybody who does not lead them; the president reads all.
 */
export function maySee(seen: Seen, reader: Member, { members }: Pick<Directory, 'members'>): boolean {
  if (seen.filerId === reader.id) return true;
  if (seen.accusedId === reader.id) return seen.hearingUntil !== null || stands(seen.status) || isUndone(seen.status);
  if (seen.recommendedBy === reader.id || seen.decidedBy === reader.id) return true;
  if (reader.posts.includes('president')) return true;
  return holds(reader, LEADERS) && !leads(seen.accusedId, reader.id, members);
}

/** Whether they read all cases about that person: what others come to together tells of cases, too. */
export function seesAll(reader: Member, accusedId: string, directory: Directory): boolean {
  if (standingAs(reader, { accusedId }, directory).length > 0) return true;
  return holds(reader, LEADERS) && reader.id !== accusedId && !leads(accusedId, reader.id, directory.members);
}
