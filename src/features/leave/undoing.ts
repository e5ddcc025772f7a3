/** An approved leave or trip whose approval is taken back: it excuses nobody any more, except for what had begun. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Decided } from '../../office/matter.ts';
import type { Office, UndoDeed } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { withdrawApprovals } from '../approval/workflow.ts';
import { splitAt } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { shortenTo } from './shortening.ts';
import { approvedLeaves, type LeaveRow, leaveById } from './store.ts';
import { advance } from './workflow.ts';

export const leaveUndo: UndoDeed = { decision, recent: approvedLeaves, apply };

/** None stands where all of it was taken, or it was taken back before. */
async function decision(office: Office, tx: Tx, id: number): Promise<Decided | null> {
  const row = await leaveById(tx, id);
  const all = await askedAbout(tx, 'leave', id);
  const asked = all.find(({ state }) => state === 'approved');
  const before = all.some(({ state }) => state === 'takenBack');
  if (row?.state !== 'approved' || before || (await partsOf(office, tx, row)).rest === null) return null;
  if (!asked?.decidedBy || !asked.decidedAt) return null;
  return { by: asked.decidedBy, onBehalfOf: asked.onBehalfOf, at: asked.decidedAt, concernsId: row.memberId };
}

async function apply(office: Office, tx: Tx, id: number, actor: Member): Promise<string[] | Refusal> {
  const row = await leaveById(tx, id);
  if (row === null) return refuse('undo.nothing', {});
  await withdrawApprovals(office, tx, 'cancellation', id, actor.id);
  const { begun } = await partsOf(office, tx, row);
  if (begun !== null) {
    const shortened = await shortenTo(office, tx, row, begun, actor.id);
    return isRefusal(shortened) ? shortened : [];
  }
  const moved = await advance(office, tx, row, 'revoke', actor.id);
  return isRefusal(moved) ? moved : [];
}

async function partsOf(office: Office, tx: Tx, { span }: LeaveRow): Promise<ReturnType<typeof splitAt>> {
  const { hours, zone } = office.settings;
  return splitAt(span, office.clock.now(), await calendarIn(tx), hours, zone);
}
