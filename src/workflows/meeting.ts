/** Workflows of meeting. */
import type { MeetingNotices } from '../domain/notice/meeting.ts';
import type { Composers } from './ports.ts';

export const meetingComposers: Composers<MeetingNotices> = {};
