/** Whom an appeal goes to: the next level above the one that decided, and never whoever decided (8.4). */
import { lowestOf } from '../../member/post.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { eligible } from '../approval/rules.ts';
import { directoryIn, levelAbove } from '../approval/workflow.ts';
import { type CaseAuthority, levelOfStep } from './route.ts';
import type { CaseRow } from './store.ts';

/** The level that hears it, and who of it may not; what the last level decided comes before it again. */
export async function appealTo(
  office: Office,
  tx: Tx,
  { accusedId, decidedAs, decidedBy }: Pick<CaseRow, 'accusedId' | 'decidedAs' | 'decidedBy'>,
): Promise<{ authority: CaseAuthority; notBy: string | null }> {
  const { authority: levels } = office.settings;
  // Decided before levels were kept, there were two.
  const from = decidedAs === null ? lowestOf(levels.slice(-2)) : levelOfStep({ step: decidedAs }, levels);
  if (from === 'president') return { authority: from, notBy: null };
  const authority = await levelAbove(office, tx, from, accusedId, decidedBy);
  const asked = { authority, requesterId: accusedId, concernsId: accusedId, accuses: true, notBy: decidedBy } as const;
  const others = eligible({ ...asked, state: 'pending', escalated: false }, await directoryIn(office, tx));
  // Promoted since, whoever decided may be the only one left who can.
  return { authority, notBy: others.length > 0 ? decidedBy : null };
}
