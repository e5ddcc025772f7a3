/** The register of the clock's duties and deadlines. */
import type { Schedule } from '../src/scheduler/schedule.ts';
import { approvalDeadlines, approvalDuties } from './approval.ts';
import { attendanceDuties } from './attendance.ts';
import { backupDeadlines } from './backup.ts';
import { calendarDuties } from './calendar.ts';
import { handoverDuties } from './handover.ts';
import { leaveDuties } from './leave.ts';
import { ledgerDuties } from './ledger.ts';
import { ownDeadlines } from './me.ts';
import { meetingDeadlines, meetingDuties } from './meeting.ts';
import { proposalDuties } from './proposal.ts';
import { retentionDuties } from './retention.ts';
import { rulebookDuties } from './rulebook.ts';
import { summaryDuties } from './summary.ts';
import { missed } from './trouble.ts';
import { violationDeadlines } from './violation.ts';

export const schedule: Schedule = {
  duties: [
    ...approvalDuties,
    ...calendarDuties,
    ...meetingDuties,
    ...attendanceDuties,
    ...leaveDuties,
    ...handoverDuties,
    ...rulebookDuties,
    ...proposalDuties,
    ...ledgerDuties,
    ...summaryDuties,
    ...retentionDuties,
  ],
  deadlines: [...approvalDeadlines, ...violationDeadlines, ...meetingDeadlines, ...ownDeadlines, ...backupDeadlines],
  missed,
};
