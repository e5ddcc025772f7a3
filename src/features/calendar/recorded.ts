/** How days somebody decided about are read against the record. */
import type { RecordedTables } from '../../office/recorded.ts';

export const calendarRecorded: RecordedTables = {
  calendar_day: {
    noun: 'day',
    key: 'date',
    born: ['calendar.decided'],
    begins: null,
    after: (_known, { actor, after }) => (after === null ? null : { working: after.working, setBy: actor }),
  },
};
