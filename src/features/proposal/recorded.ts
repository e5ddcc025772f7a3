/** How proposals are read against the record: what was found about whom, and who ended it how. */
import { picked, type RecordedTables } from '../../office/recorded.ts';

const FIELDS = [
  ...['memberId', 'date', 'kind', 'parts', 'article', 'tier', 'source', 'state'],
  ...['caseId', 'decidedBy', 'decidedFor', 'decidedAt'],
];

export const proposalRecorded: RecordedTables = {
  proposal: {
    noun: 'proposal',
    key: 'id',
    born: ['proposal.found'],
    begins: null,
    after: (known, { after }) => ({ ...known, ...picked(after, FIELDS) }),
  },
};
