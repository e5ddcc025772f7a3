/** Which noun reads the contents of which notice. */
import { approvalComposers } from './approvalCard.ts';
import { attendanceComposers } from './attendanceRoll.ts';
import { calendarComposers } from './calendar.ts';
import { leaveComposers } from './leave.ts';
import { meetingComposers } from './meeting.ts';
import type { Composers, Notices } from './ports.ts';
import { memberComposers } from './post.ts';
import { recordComposers } from './record.ts';
import { troubleComposers } from './trouble.ts';
import { violationComposers } from './violation.ts';

export const composers: Composers<Notices> = {
  ...approvalComposers,
  ...attendanceComposers,
  ...calendarComposers,
  ...leaveComposers,
  ...meetingComposers,
  ...memberComposers,
  ...recordComposers,
  ...troubleComposers,
  ...violationComposers,
};
