/** What a decision makes of a leave or a trip: approved, refused, or ended where its member comes back early. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Taken } from '../../office/matter.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { splitAt } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { shortenTo } from './shortening.ts';
import { type LeaveRow, leaveById } from './store.ts';
import { advance } from './workflow.ts';

/** What a decision on a leave, or on giving one back, changes; in the transaction of the decision. */
export async function leaveDecided(office: Office, tx: Tx, { asked, actor, verdict }: Taken): Promise<true | Refusal> {
  const row = await leaveById(tx, asked.subjectId);
  if (row === null) return refuse('leave.notFound', { id: asked.subjectId });
  if (asked.kind === 'cancellation') return verdict === 'rejected' ? true : shorten(office, tx, row, actor.id);
  const moved = await advance(office, tx, row, verdict === 'approved' ? 'approve' : 'reject', actor.id);
  return isRefusal(moved) ? moved : true;
}

/** Ends a leave where its member asked to come back: what had begun by then stays taken, the rest is given back. */
async function shorten(office: Office, tx: Tx, row: LeaveRow, actor: string): Promise<true | Refusal> {
  if (row.state !== 'approved') return refuse('leave.stateForbids', { deed: 'cancel', state: row.state });
  const now = office.clock.now();
  const { hours, zone } = office.settings;
  const calendar = await calendarIn(tx);
  const askedAt = (await askedAbout(tx, 'cancellation', row.id)).at(-1)?.requestedAt ?? now;
  const { begun, rest } = splitAt(row.span, askedAt, calendar, hours, zone);
  if (begun === null) {
    const moved = await advance(office, tx, row, 'cancel', actor);
    return isRefusal(moved) ? moved : true;
  }
  if (rest === null) return true;
  return shortenTo(office, tx, row, begun, actor);
}
