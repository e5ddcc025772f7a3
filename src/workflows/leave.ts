/** Workflows of leave. */
import type { LeaveNotices } from '../domain/notice/leave.ts';
import type { Composers } from './ports.ts';

export const leaveComposers = {} as Composers<LeaveNotices>;
