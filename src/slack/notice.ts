/** Which view draws which notice. */
import type { Reader } from '../locales/reader.ts';
import type { Notice, Notices } from '../workflows/ports.ts';
import type { Said } from './command.ts';
import type { Drawings } from './drawing.ts';
import { approvalNotices } from './views/approval.ts';
import { attendanceNotices } from './views/attendance.ts';
import { calendarNotices } from './views/calendar.ts';
import { leaveNotices } from './views/leave.ts';
import { meetingNotices } from './views/meeting.ts';
import { memberNotices } from './views/member.ts';
import { recordNotices } from './views/record.ts';
import { troubleNotices } from './views/trouble.ts';
import { violationNotices } from './views/violation.ts';

const drawings: Drawings<Notices> = {
  ...approvalNotices,
  ...attendanceNotices,
  ...calendarNotices,
  ...leaveNotices,
  ...meetingNotices,
  ...memberNotices,
  ...recordNotices,
  ...troubleNotices,
  ...violationNotices,
};

/** The message for a notice in the reader's language. */
export function draw(notice: Notice, reader: Reader): Said {
  const drawing = drawings[notice.name] as (data: Notice['data'], reader: Reader) => Said;
  return drawing(notice.data, reader);
}
