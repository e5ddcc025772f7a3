/** A decided case that is voided: it no longer counts, and what hung on it goes with it. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Decided } from '../../office/matter.ts';
import type { Office, UndoDeed } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { withdrawApprovals } from '../approval/workflow.ts';
import { stopCounting } from './effect.ts';
import { advance } from './keeping.ts';
import { stands } from './states.ts';
import { caseById, standingCases } from './store.ts';

export const caseUndo: UndoDeed = { decision, recent: standingCases, apply };

async function decision(_office: Office, tx: Tx, id: number): Promise<Decided | null> {
  const row = await caseById(tx, id);
  if (row === null || !stands(row.state) || row.decidedBy === null || row.decidedAt === null) return null;
  const { accusedId: concernsId } = row;
  if (row.state === 'confirmed' || row.state === 'reduced') {
    // Whoever decided the appeal decided last: nobody below them takes it back.
    const asked = await askedAbout(tx, 'appeal', id);
    const last = asked.findLast(({ state }) => state === 'approved' || state === 'rejected');
    if (last?.decidedBy && last.decidedAt) {
      return { by: last.decidedBy, onBehalfOf: last.onBehalfOf, at: last.decidedAt, concernsId };
    }
  }
  return { by: row.decidedBy, onBehalfOf: row.decidedFor, at: row.decidedAt, concernsId };
}

async function apply(office: Office, tx: Tx, id: number, actor: Member, reason: string): Promise<string[] | Refusal> {
  const row = await caseById(tx, id);
  if (row === null) return refuse('undo.nothing', {});
  const change = { voidedBy: actor.id, voidedAt: office.clock.now(), voidReason: reason };
  const voided = await advance(office, tx, row, 'void', actor.id, change);
  if (isRefusal(voided)) return voided;
  await withdrawApprovals(office, tx, 'appeal', id, actor.id);
  await stopCounting(office, tx, voided, actor.id);
  return [row.filerId, row.recommendedBy, row.decidedBy, row.decidedFor].filter(id => id !== null);
}
