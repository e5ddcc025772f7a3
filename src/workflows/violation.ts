/** Workflows of violation. */
import type { Directory } from '../domain/approval.ts';
import type { Member } from '../domain/member.ts';
import type { CaseFacts, ViolationNotices } from '../domain/notice/violation.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ApprovalRow } from '../store/approval.ts';
import type { Tx } from '../store/database.ts';
import type { Composers, Office } from './ports.ts';

export const violationComposers: Composers<ViolationNotices> = {};

// The four below are what decision.ts and leave.ts call; their bodies follow.
export async function caseFacts(_tx: Tx, _caseId: number, _office: Office): Promise<CaseFacts> {
  throw new Error('not yet');
}
export async function caseDecided(
  _office: Office,
  _tx: Tx,
  _approval: ApprovalRow,
  _actor: Member,
  _onBehalfOf: string | null,
  _verdict: 'approved' | 'rejected',
  _reason: string | null,
): Promise<true | Refusal> {
  throw new Error('not yet');
}
export async function mayDecideThisCase(
  _tx: Tx,
  _approval: ApprovalRow,
  _actor: Member,
  _directory: Directory,
): Promise<{ onBehalfOf: string | null } | Refusal> {
  throw new Error('not yet');
}
export interface ClockProposal {
  accusedId: string;
  article: string;
  tier: string;
  date: string;
  /** Language-neutral: the sentence is made when it is read. */
  facts: string;
  source: string;
}
export async function proposeFromClock(_office: Office, _tx: Tx, _proposal: ClockProposal): Promise<void> {
  throw new Error('not yet');
}
