/** Which noun reads the contents of which notice. */
import { approvalComposers } from './approvalCard.ts';
import { attendanceComposers } from './attendanceRoll.ts';
import { leaveComposers } from './leave.ts';
import { meetingComposers } from './meeting.ts';
import { memberComposers } from './member.ts';
import type { Composers, Notices } from './ports.ts';
import { violationComposers } from './violation.ts';

export const composers: Composers<Notices> = {
  ...approvalComposers,
  ...attendanceComposers,
  ...leaveComposers,
  ...meetingComposers,
  ...memberComposers,
  ...violationComposers,
};
