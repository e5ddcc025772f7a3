/** What the messages around member show. */

export type MemberNotices = {};
