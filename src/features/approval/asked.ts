/** What other nouns ask of approvals: how the matters about something of theirs stand. */
import type { MatterKind } from '../../office/matter.ts';
import type { Tx } from '../../store/tx.ts';
import { type ApprovalRow, approvalsOf, openMattersOf, pendingApprovalsOf } from './store.ts';

/** Every approval there was about something, the oldest first. */
export function askedAbout(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return approvalsOf(tx, kind, subjectId);
}

/** Those of them that wait for a decision. */
export function waitingAbout(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return pendingApprovalsOf(tx, kind, subjectId);
}

/** The ids of what is pending about a member, or asked for by them. */
export function openMatters(tx: Tx, memberId: string): Promise<number[]> {
  return openMattersOf(tx, memberId);
}
