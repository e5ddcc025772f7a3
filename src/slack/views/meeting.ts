/** Views of meeting. */
import type { MeetingNotices } from '../../domain/notice/meeting.ts';
import type { Drawings } from '../notice.ts';

export const meetingNotices: Drawings<MeetingNotices> = {};
