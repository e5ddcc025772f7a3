/** Who may look into a praise: those who filed or judged it, the praised once it was granted, and those who decide about them. */

import type { Member } from '../../member/rules.ts';
import type { Directory } from '../approval/rules.ts';
import { decidesAbout } from './route.ts';
import type { PraiseStatus } from './rules.ts';

/** What of a praise decides who may read it. */
export interface Seen {
  praisedId: string;
  filerId: string;
  state: PraiseStatus;
  recommendedBy: string | null;
  decidedBy: string | null;
}

/** The praised reads it once it was granted: what was declined or is still to be decided is promised to nobody. */
export function maySee(seen: Seen, reader: Member, directory: Directory): boolean {
  if (seen.filerId === reader.id) return true;
  if (seen.praisedId === reader.id) return seen.state === 'granted' || seen.state === 'voided';
  if (seen.recommendedBy === reader.id || seen.decidedBy === reader.id) return true;
  return decidesAbout(reader, seen.praisedId, directory);
}
