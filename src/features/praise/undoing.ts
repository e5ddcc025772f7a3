/** A granted praise whose decision is taken back: it no longer counts, and its notice says so. */

import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import type { Decided } from '../../office/matter.ts';
import type { Office, UndoDeed } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { advance, redrawPraise } from './effect.ts';
import { grantedPraises, praiseById } from './store.ts';

export const praiseUndo: UndoDeed = { decision, recent: grantedPraises, apply };

async function decision(_office: Office, tx: Tx, id: number): Promise<Decided | null> {
  const row = await praiseById(tx, id);
  if (row?.state !== 'granted' || row.decidedBy === null || row.decidedAt === null) return null;
  return { by: row.decidedBy, onBehalfOf: row.decidedFor, at: row.decidedAt, concernsId: row.praisedId };
}

async function apply(office: Office, tx: Tx, id: number, actor: Member): Promise<string[] | Refusal> {
  const row = await praiseById(tx, id);
  if (row === null) return refuse('undo.nothing', {});
  const voided = await advance(office, tx, row, 'void', actor.id);
  if (isRefusal(voided)) return voided;
  await redrawPraise(office, tx, voided);
  return [row.filerId, ...(row.recommendedBy === null ? [] : [row.recommendedBy])];
}
