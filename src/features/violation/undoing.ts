/** An upheld case whose decision is taken back: it no longer counts, and what hung on it goes with it. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Decided } from '../../office/matter.ts';
import type { Office, UndoDeed } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { withdrawApprovals } from '../approval/workflow.ts';
import { advance, proposeConsequences, redrawCase, withdrawGroundless } from './effect.ts';
import { caseById, upheldCases } from './store.ts';

export const caseUndo: UndoDeed = { decision, recent: upheldCases, apply };

async function decision(_office: Office, tx: Tx, id: number): Promise<Decided | null> {
  const row = await caseById(tx, id);
  if (row?.state !== 'upheld' || row.decidedBy === null || row.decidedAt === null) return null;
  return { by: row.decidedBy, onBehalfOf: row.decidedFor, at: row.decidedAt, concernsId: row.accusedId };
}

async function apply(office: Office, tx: Tx, id: number, actor: Member): Promise<string[] | Refusal> {
  const row = await caseById(tx, id);
  if (row === null) return refuse('undo.nothing', {});
  const reversed = await advance(office, tx, row, 'reverse', actor.id);
  if (isRefusal(reversed)) return reversed;
  await withdrawApprovals(office, tx, 'appeal', id, actor.id);
  await withdrawGroundless(office, tx, row.accusedId, actor.id);
  await proposeConsequences(office, tx, row.accusedId);
  await redrawCase(office, tx, id);
  return [row.filerId, ...(row.recommendedBy === null ? [] : [row.recommendedBy])];
}
