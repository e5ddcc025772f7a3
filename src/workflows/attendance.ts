/** Workflows of attendance. */
import type { AttendanceNotices } from '../domain/notice/attendance.ts';
import type { Composers } from './ports.ts';

export const attendanceComposers: Composers<AttendanceNotices> = {};
