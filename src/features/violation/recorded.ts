/** How cases are read against the record: who is accused of what, for how much, and who decided. */
import { type Facts, picked, type RecordedTables } from '../../office/recorded.ts';

const FIELDS = [
  ...['state', 'amount', 'accusedId', 'article', 'articleVersion', 'tier', 'date', 'count', 'notice', 'consequence'],
  ...[
    'decidedBy',
    'decidedFor',
    'decidedAs',
    'decidedAt',
    'recommendedBy',
    'recommendedFor',
    'compensates',
    'urgentBy',
  ],
  ...['changed', 'askedAmount', 'askedNotice', 'appealUntil', 'finalAt', 'voidedBy', 'voidedAt', 'hearingUntil'],
  ...['incidentId', 'ordinal'],
];

/** Articles under which the bot itself proposes. */
const GROUNDS: readonly unknown[] = ['1.32', '8.3'];

export const violationRecorded: RecordedTables = {
  violation_case: {
    noun: 'case',
    key: 'id',
    born: ['case.filed'],
    begins: null,
    after: (known, { deed, actor, after }) => {
      const next: Facts = {
        ...known,
        ...(deed === 'case.filed' ? { filerId: actor } : {}),
        ...picked(after, FIELDS),
      };
      // An appeal of before cases had a state for it: what became of it stands in its approval.
      if (deed === 'case.appealed') return without(next, 'state');
      return { ...next, ...carriedOver(next) };
    },
  },
};

/** Entries of before the hearing and the time for appeal, as the migration carried their cases over. */
function carriedOver({ state, article, appealUntil }: Facts): Facts {
  if (state === 'proposed' && !GROUNDS.includes(article)) return { state: 'deciding' };
  if (state === 'rejected') return { state: 'dismissed' };
  if (state === 'reversed') return { state: 'overturned' };
  if (state === 'upheld' && appealUntil === undefined) return { state: 'final' };
  return {};
}

function without(facts: Facts, field: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== field));
}
