/** What the messages around a leave or a trip show. */
import type { CivilDate } from '../civil.ts';
import type { LeaveState, PapersState } from '../leave.ts';
import type { LeaveKind } from '../leaveKind.ts';
import type { Span } from '../span.ts';

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
  /** Half days of leave the member already has this calendar year, for whoever decides. */
  halfDaysThisYear: number;
}

export interface LeaveNotices {
  /** 3.2.4: the person is asked for the papers on the first working day after an emergency leave. */
  'leave.papers': LeaveFacts;
  /** To whoever approved it, when an approved leave is given back. */
  'leave.givenBack': LeaveFacts;
}
