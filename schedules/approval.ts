/** Deadlines of approvals. */
import type { Deadline } from '../src/scheduler/schedule.ts';

export const approvalDeadlines: readonly Deadline[] = [];
