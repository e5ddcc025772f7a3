/** What the messages around an approval show. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Matter, MatterKind } from '../../office/matter.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Authority, Delegation, Ended } from './rules.ts';

export interface Decision {
  state: Ended;
  by: string | null;
  onBehalfOf: string | null;
  /** Instant in ISO form. */
  at: string;
  reason: string | null;
  /** It was taken back later. */
  takenBack: { by: string; at: string; reason: string } | null;
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
  matter: Matter;
  decision: Decision | null;
}

/** To the requester, once decided. */
export interface ApprovalDecided {
  matter: Matter;
  decision: Decision;
}

/** A decision that stands, and what it is about. */
export interface DecidedMatter {
  matter: Matter;
  subjectId: number;
  concernsId: string;
  by: string;
  at: string;
}

/** To all who were told of a decision, when it is taken back. */
export interface DecisionTakenBack {
  matter: Matter;
  concernsId: string;
  by: string;
  reason: string;
}

/** What a member asked for and nobody decided yet. */
export interface OwnRequest {
  matter: Matter;
  concernsId: string;
  requestedAt: string;
  /** Who may decide it now. */
  deciders: string[];
}

/** A member's part of the approvals under way. */
export interface OwnApprovals {
  requests: OwnRequest[];
  /** Requests beyond those. */
  requestsLeft: number;
  /** How many matters wait for the member's decision. */
  waiting: number;
}

/**
 * To an approver, on the next working day, about all that waits; `expires` is the instant in ISO form until which it can be
 * decided, where no other reminder comes before.
 */
export interface ApprovalReminder {
  waiting: { concernsId: string; kind: MatterKind; requestedOn: CivilDate; expires: string | null }[];
  /** Some of it goes to the next authority when nobody decides. */
  passedOn: boolean;
}

/** To an approver, about what nobody decided in time. */
export interface ApprovalsExpired {
  matters: { concernsId: string; matter: Matter }[];
}

export interface ApprovalMessages {
  'approval.card': ApprovalCard;
  'approval.decided': ApprovalDecided;
  'approval.reminder': ApprovalReminder;
  'approval.expired': ApprovalsExpired;
  'approval.takenBack': DecisionTakenBack;
  /** To whom authority is lent. */
  'approval.lent': Delegation;
  /** To whom it was lent, when it is taken back before its last day. */
  'approval.loanEnded': Delegation;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const approvalRefs = {
  'approval.card': z.object({ approvalId: z.int(), readerId: z.string() }),
  'approval.decided': z.object({ approvalId: z.int() }),
  'approval.takenBack': z.object({ approvalId: z.int() }),
  'approval.reminder': z.object({ approvalIds: z.array(z.int()) }),
  'approval.expired': z.object({ approvalIds: z.array(z.int()) }),
  'approval.lent': z.object({ delegationId: z.int() }),
  'approval.loanEnded': z.object({ delegationId: z.int() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof approvalRefs, ApprovalMessages> {}
}
