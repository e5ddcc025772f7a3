/** What is kept of days somebody decided about, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';

export const calendarKept: KeptTables = {
  calendar_day: {
    about: {
      daysDecided: (tx, id) => tx.calendarDay.findMany({ where: { setBy: id }, orderBy: { date: 'asc' } }),
    },
    // A note beside a day is read by the whole department and stays with the day.
    words: [],
  },
};
