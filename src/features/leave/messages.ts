/** What the messages around a leave or a trip show. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Span } from '../calendar/span.ts';
import type { LeaveKind } from './kind.ts';
import type { LeaveState, PapersState } from './rules.ts';

export interface LeaveFacts {
  id: number;
  memberId: string;
  kind: LeaveKind;
  span: Span;
  halfDays: number;
  reason: string;
  emergency: boolean;
  /** Counted over days of a year whose holidays are not published yet. */
  provisional: boolean;
  state: LeaveState;
  papers: PapersState;
  papersDueOn: CivilDate | null;
  /** What leave the member already has in the years it lies in, for whoever decides. */
  taken: YearTaken[];
  /** What of it was given back after it had begun, or would be if that were approved. */
  givenBack: { span: Span; halfDays: number } | null;
}

/** A leave in its member's list. */
export interface ListedLeave extends LeaveFacts {
  /** What the member asked to give back, while nobody has decided. */
  backAsked: LeaveFacts['givenBack'];
}

/** Approved half days of leave that lie in a calendar year, by kind; trips apart. */
export interface YearTaken {
  year: string;
  /** It is the present one. */
  current: boolean;
  kinds: { kind: LeaveKind; halfDays: number }[];
}

export type OwnLeave = Pick<LeaveFacts, 'id' | 'kind' | 'span' | 'halfDays' | 'papers'>;

/** A member's leave in their own record. */
export interface OwnLeaves {
  /** This calendar year. */
  taken: YearTaken;
  /** Approved and not over yet, the earliest first; trips included. */
  coming: OwnLeave[];
  pending: number;
  /** Emergency leaves whose papers are still to be handed in. */
  papers: OwnLeave[];
}

export interface LeaveMessages {
  /** 3.2.4: the person is asked for the papers on the first working day after an emergency leave. */
  'leave.papers': LeaveFacts;
  /** To whoever approved it, when an approved leave is given back. */
  'leave.givenBack': LeaveFacts;
  /** To the member and to whoever approved it, when the working calendar changes its length. */
  'leave.recounted': {
    leave: LeaveFacts;
    /** Half days it had. */
    before: number;
    /** Who decided about the days; null when public holidays became known. */
    by: string | null;
    /** The reader is the member. */
    own: boolean;
  };
}

/** What is kept of each until it is sent; what it shows is read then. */
export const leaveRefs = {
  'leave.papers': z.object({ leaveId: z.int() }),
  'leave.givenBack': z.object({ leaveId: z.int() }),
  'leave.recounted': z.object({
    leaveId: z.int(),
    before: z.int(),
    by: z.string().nullable(),
    readerId: z.string(),
  }),
};

declare module '../../office/happening.ts' {
  interface Happenings {
    /** What excuses a member changed in these days, both included. */
    'leave.changed': { memberId: string; from: CivilDate; to: CivilDate };
  }
}

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof leaveRefs, LeaveMessages> {}
}

declare module '../../office/matter.ts' {
  interface Matters {
    leave: LeaveFacts;
    cancellation: LeaveFacts;
  }
}
