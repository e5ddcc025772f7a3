/** How leave is read against the record: whose it is, its days, and where it stands. */
import { picked, type RecordedTables } from '../../office/recorded.ts';

const DAYS = ['from', 'fromHalf', 'to', 'toHalf', 'halfDays'];
const FIELDS = ['state', 'papers', 'kind', 'emergency', 'provisional', ...DAYS];

export const leaveRecorded: RecordedTables = {
  leave: {
    noun: 'leave',
    key: 'id',
    born: ['leave.requested'],
    begins: null,
    after: (known, { deed, actor, after }) => ({
      ...known,
      ...(deed === 'leave.requested' ? { memberId: actor } : {}),
      ...picked(after, FIELDS),
    }),
  },
};
