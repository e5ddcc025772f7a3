/** How the ledger is read against the record: who signed which month, and every line of it. */
import { type Facts, picked, type RecordedTables } from '../../office/recorded.ts';
import { type Entry, entryText } from './entries.ts';

const FIELDS = ['state', 'checkedBy', 'checkedAt', 'signedBy', 'signedAt', 'exportedBy', 'exportedAt'];

export const ledgerRecorded: RecordedTables = {
  ledger_month: {
    noun: 'ledger',
    key: 'month',
    born: ['ledger.kept'],
    begins: null,
    after: (known, { after }) => ({ ...known, ...picked(after, FIELDS) }),
  },
  ledger_entry: {
    noun: 'ledger',
    key: 'month',
    born: ['ledger.kept'],
    begins: null,
    after: (known, { after }) => ({ ...known, ...picked(after, ['entries']) }),
    stands: rows => ({ entries: rows.map(row => entryText(asEntry(row))).sort() }),
  },
};

function asEntry(row: Facts): Entry {
  return {
    memberId: String(row.memberId),
    kind: String(row.kind),
    noun: String(row.noun),
    sourceId: Number(row.sourceId),
    amount: Number(row.amount),
  };
}
