/** An approved leave or trip whose approval is taken back: it excuses nobody any more. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Decided } from '../../office/matter.ts';
import type { Office, UndoDeed } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { withdrawApprovals } from '../approval/workflow.ts';
import { approvedLeaves, leaveById } from './store.ts';
import { advance } from './workflow.ts';

export const leaveUndo: UndoDeed = { decision, recent: approvedLeaves, apply };

async function decision(tx: Tx, id: number): Promise<Decided | null> {
  const row = await leaveById(tx, id);
  const asked = (await askedAbout(tx, 'leave', id)).find(({ state }) => state === 'approved');
  if (row?.state !== 'approved' || !asked?.decidedBy || !asked.decidedAt) return null;
  return { by: asked.decidedBy, onBehalfOf: asked.onBehalfOf, at: asked.decidedAt, concernsId: row.memberId };
}

async function apply(office: Office, tx: Tx, id: number, actor: Member): Promise<string[] | Refusal> {
  const row = await leaveById(tx, id);
  if (row === null) return refuse('undo.nothing', {});
  await withdrawApprovals(office, tx, 'cancellation', id, actor.id);
  const moved = await advance(office, tx, row, 'revoke', actor.id);
  return isRefusal(moved) ? moved : [];
}
