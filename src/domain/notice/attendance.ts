/** What the messages around attendance show. */

export type AttendanceNotices = {};
