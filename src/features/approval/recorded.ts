/** How approvals and authority lent are read against the record: what was asked of whom, and who decided. */
import type { Facts, RecordedEntry, RecordedTables } from '../../office/recorded.ts';
import { CLOCK } from './leaving.ts';

export const approvalRecorded: RecordedTables = {
  approval: {
    noun: 'approval',
    key: 'id',
    born: ['approval.opened', 'approval.takenBack'],
    begins: null,
    after: (known, entry) => ({ ...known, ...saidBy(entry) }),
  },
  delegation: {
    noun: 'delegation',
    key: 'id',
    born: ['delegation.made'],
    begins: null,
    after: (known, { deed, actor, after }) => {
      if (deed === 'delegation.made') return { ...known, principalId: actor, ...after, ended: false };
      return deed === 'delegation.ended' ? { ...known, ended: true } : known;
    },
    stands: ([row]) => ({ ...row, ended: row?.endedAt !== null }),
  },
};

function saidBy({ deed, actor, after }: RecordedEntry): Facts {
  const said = after ?? {};
  switch (deed) {
    case 'approval.opened': {
      const { kind, subjectId, authority: step, concernsId, escalated, notBy } = said;
      const asked = { kind, subjectId, step, concernsId, escalated, notBy, requesterId: actor };
      return { ...asked, state: 'pending', decidedBy: null };
    }
    case 'approval.escalated':
      return { escalated: true };
    case 'approval.approved':
    case 'approval.rejected':
      return { state: said.state, decidedBy: actor, onBehalfOf: said.onBehalfOf, terms: said.terms };
    case 'approval.expired':
      return { state: said.state, decidedBy: actor };
    case 'approval.withdrawn':
    case 'approval.closed':
      // Where nobody took it back the entry names the clock, and the row nobody.
      return { state: said.state, decidedBy: actor === CLOCK ? undefined : actor };
    case 'approval.takenBack':
      return { kind: said.kind, subjectId: said.subjectId, state: 'takenBack', requesterId: actor, decidedBy: actor };
    default:
      return {};
  }
}
