/** How praises are read against the record: who is praised, with how much, and who decided. */
import { picked, type RecordedTables } from '../../office/recorded.ts';

const FIELDS = [
  ...['state', 'amount', 'praisedId', 'date', 'notice'],
  ...['decidedBy', 'decidedFor', 'decidedAt', 'decidedOn', 'recommendedBy', 'recommendedFor'],
];

export const praiseRecorded: RecordedTables = {
  praise: {
    noun: 'praise',
    key: 'id',
    born: ['praise.filed'],
    begins: null,
    after: (known, { deed, actor, after }) => ({
      ...known,
      ...(deed === 'praise.filed' ? { filerId: actor } : {}),
      ...picked(after, FIELDS),
    }),
  },
};
