/** How cases are read against the record: who is accused of what, for how much, and who decided. */
import { picked, type RecordedTables } from '../../office/recorded.ts';

const FIELDS = [
  ...['state', 'amount', 'accusedId', 'article', 'articleVersion', 'tier', 'date', 'count', 'notice', 'consequence'],
  ...['decidedBy', 'decidedFor', 'decidedAt', 'recommendedBy', 'recommendedFor'],
];

export const violationRecorded: RecordedTables = {
  violation_case: {
    noun: 'case',
    key: 'id',
    born: ['case.filed'],
    begins: null,
    after: (known, { deed, actor, after }) => ({
      ...known,
      ...(deed === 'case.filed' ? { filerId: actor } : {}),
      ...picked(after, FIELDS),
    }),
  },
};
