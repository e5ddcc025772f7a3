/** Views of leave. */
import type { LeaveNotices } from '../../domain/notice/leave.ts';
import type { Drawings } from '../notice.ts';

export const leaveNotices = {} as Drawings<LeaveNotices>;
