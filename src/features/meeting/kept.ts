/** What is kept of meetings, sign-ins and stand-up reports, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';

export const meetingKept: KeptTables = {
  meeting: {
    about: { meetingsSet: (tx, id) => tx.meeting.findMany({ where: { setBy: id }, orderBy: { id: 'asc' } }) },
    words: [],
  },
  sign_in: {
    about: {
      signIns: (tx, memberId) =>
        tx.signIn.findMany({
          where: { memberId },
          include: { meeting: { select: { kind: true, date: true } } },
          orderBy: { meetingId: 'asc' },
        }),
    },
    words: [],
  },
  report: {
    about: { reports: (tx, memberId) => tx.report.findMany({ where: { memberId }, orderBy: { meetingId: 'asc' } }) },
    words: ['yesterday', 'today', 'blockers'],
  },
};
