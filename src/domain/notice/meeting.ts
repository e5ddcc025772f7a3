/** What the messages around meeting show. */

export type MeetingNotices = {};
