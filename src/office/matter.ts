/** What is put before somebody with the authority to decide it: each noun adds its kinds with the facts people read of them. */
import type { Terms } from '../kernel/otherwise.ts';
import type { Member } from '../member/rules.ts';

/** The facts of a matter by its kind. */
export interface Matters {}

export type MatterKind = keyof Matters;

/** A matter as an approver, or its requester, reads it. */
export type Matter = { [K in MatterKind]: { kind: K; facts: Matters[K] } }[MatterKind];

/** A matter as the noun it is about is asked of it. */
export interface Asked {
  kind: MatterKind;
  /** The leave's or case's id. */
  subjectId: number;
  /** The authority it is before. */
  step: string;
  requesterId: string;
  concernsId: string;
  /** Nobody decided in time: the next authority may decide as well. */
  escalated: boolean;
}

/** A decision that stands. */
export interface Decided {
  by: string;
  /** In whose place, when authority was lent. */
  onBehalfOf: string | null;
  at: Date;
  concernsId: string;
}

export interface Taken {
  asked: Asked;
  actor: Member;
  /** In whose place, when authority was lent. */
  onBehalfOf: string | null;
  verdict: 'approved' | 'rejected';
  reason: string | null;
  /** How it is decided where not just for or against; null where it is. Each noun knows its own. */
  terms: Terms | null;
}
