/** When a leave is over, from which its retention counts. */

import type { CivilDate } from '../../kernel/civil.ts';
import type { Limit } from '../../kernel/erasure.ts';
import type { LeaveState, PapersState } from './rules.ts';

/**
 * Whether a leave was over before the limit: decided, no papers awaited, ended, nothing done to it since, and all that was
 * to be decided about it `settled` by then.
 */
export function leaveOver(
  leave: { state: LeaveState; papers: PapersState; to: CivilDate; changedAt: Date },
  settled: boolean,
  { date, instant }: Limit,
): boolean {
  const awaited = leave.state === 'pending' || leave.papers === 'due';
  return settled && !awaited && leave.to < date && leave.changedAt < instant;
}
