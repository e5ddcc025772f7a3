/** What the messages around an approval show. */
import type { ApprovalKind, ApprovalState, Authority, Delegation } from '../approval.ts';
import type { CivilDate } from '../civil.ts';
import type { LeaveFacts } from './leave.ts';
import type { CaseFacts } from './violation.ts';

/** The matter as an approver, or its requester, reads it. */
export type MatterFacts =
  | { kind: 'leave' | 'cancellation'; leave: LeaveFacts }
  | { kind: 'case' | 'appeal'; case: CaseFacts };

export interface Decision {
  state: Exclude<ApprovalState, 'pending'>;
  by: string | null;
  onBehalfOf: string | null;
  /** Instant in ISO form. */
  at: string;
  reason: string | null;
}

/** The card in an approver's direct messages. */
export interface ApprovalCard {
  token: string;
  authority: Authority;
  /** Member id, or 'clock' for what the bot proposes. */
  requesterId: string;
  concernsId: string;
  requestedAt: string;
  /** The reader may decide it now: it carries the buttons. */
  mine: boolean;
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

/** To an approver, on the next working day, about all that waits. */
export interface ApprovalReminder {
  waiting: { concernsId: string; kind: ApprovalKind; requestedOn: CivilDate }[];
  /** Some of it goes to the next authority when nobody decides. */
  passedOn: boolean;
}

export interface ApprovalNotices {
  'approval.card': ApprovalCard;
  'approval.decided': ApprovalDecided;
  'approval.reminder': ApprovalReminder;
  /** To whom authority is lent. */
  'approval.lent': Delegation;
  /** To whom it was lent, when it is taken back before its last day. */
  'approval.loanEnded': Delegation;
}
