/** How switches of articles are read against the record: which article, what of it, from when to when, and by whom. */
import { picked, type RecordedTables } from '../../../office/recorded.ts';

const FIELDS = ['article', 'what', 'offFrom', 'offBy', 'onFrom', 'onBy'];

export const switchRecorded: RecordedTables = {
  article_switch: {
    noun: 'switch',
    key: 'id',
    born: ['switch.off'],
    begins: null,
    after: (known, { after }) => ({ ...known, ...picked(after, FIELDS) }),
  },
};
