/** Views of attendance. */
import type { AttendanceNotices } from '../../domain/notice/attendance.ts';
import type { Drawings } from '../notice.ts';

export const attendanceNotices: Drawings<AttendanceNotices> = {};
