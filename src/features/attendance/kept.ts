/** What is kept of punches, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';

export const attendanceKept: KeptTables = {
  punch: {
    about: { punches: (tx, memberId) => tx.punch.findMany({ where: { memberId }, orderBy: { at: 'asc' } }) },
    words: [],
  },
};
