/** Somebody's own record, as only they read it. Instants are in ISO form. */
import type { AttendanceSummary } from '../attendanceDay.ts';
import type { CivilDate } from '../civil.ts';
import type { SignInStatus } from '../meeting.ts';
import type { Post } from '../post.ts';
import type { MatterFacts } from './approval.ts';
import type { DayFacts } from './attendance.ts';
import type { LeaveFacts } from './leave.ts';
import type { CaseFacts } from './violation.ts';

/** What the member asked for and nobody decided yet. */
export interface OwnRequest {
  matter: MatterFacts;
  requestedAt: string;
  /** Who may decide it now. */
  deciders: string[];
}

export type OwnLeave = Pick<LeaveFacts, 'id' | 'kind' | 'span' | 'halfDays' | 'papers'>;

export type OwnCase = Pick<
  CaseFacts,
  'id' | 'article' | 'tier' | 'date' | 'amount' | 'count' | 'notice' | 'consequence' | 'state'
>;

export interface OwnRecord {
  memberId: string;
  today: CivilDate;
  posts: readonly Post[];
  leaderId: string | null;
  leave: {
    /** Half days of approved leave that begins this calendar year; trips apart. */
    halfDaysThisYear: number;
    /** Approved and not over yet, the earliest first; trips included. */
    coming: OwnLeave[];
    pending: number;
    /** Emergency leaves whose papers are still to be handed in. */
    papers: OwnLeave[];
  };
  /** Null for whoever does not clock in. */
  attendance: { today: DayFacts | null; month: AttendanceSummary } | null;
  meetings: Record<SignInStatus, number>;
  /** Decided against the member, the newest first: what was rejected or is still to be judged is not held against them. */
  cases: OwnCase[];
  /** Notices of criticism of this calendar year that stand (8.3). */
  noticesThisYear: number;
  noticeThreshold: number;
  requests: OwnRequest[];
  /** Requests beyond those. */
  requestsLeft: number;
  /** How many matters wait for the member's decision. */
  waiting: number;
}
