/** What the messages around an approval show. */
import type { ApprovalState, Authority } from '../approval.ts';
import type { CivilDate } from '../civil.ts';
import type { LeaveFacts } from './leave.ts';
import type { CaseFacts } from './violation.ts';

/** The matter as an approver, or its requester, reads it. */
export type MatterFacts =
  | { kind: 'leave'; leave: LeaveFacts }
  | { kind: 'cancellation'; leave: LeaveFacts }
  | { kind: 'case'; case: CaseFacts }
  | { kind: 'appeal'; case: CaseFacts; appeal: string };

export interface Decision {
  state: Exclude<ApprovalState, 'pending'>;
  by: string | null;
  onBehalfOf: string | null;
  /** When, in the reader's eyes: instant in ISO form. */
  at: string;
  reason: string | null;
}

/** The card in an approver's direct messages; without a decision it carries the buttons. */
export interface ApprovalCard {
  token: string;
  authority: Authority;
  requesterId: string;
  concernsId: string;
  requestedAt: string;
  /** In whose place the reader decides, when authority was lent to them. */
  onBehalfOf: string | null;
  escalated: boolean;
  matter: MatterFacts;
  decision: Decision | null;
}

/** To the requester, once decided. */
export interface ApprovalDecided {
  matter: MatterFacts;
  decision: Decision;
}

/** To an approver on the next working day, and on being passed a matter nobody decided. */
export interface ApprovalReminder {
  reason: 'waiting' | 'escalated';
  waiting: { requesterId: string; concernsId: string; kind: MatterFacts['kind']; requestedOn: CivilDate }[];
}

export interface ApprovalNotices {
  'approval.card': ApprovalCard;
  'approval.decided': ApprovalDecided;
  'approval.reminder': ApprovalReminder;
}
