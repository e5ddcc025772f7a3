/** How amendments and the receipts of reading them are read against the record: what was proposed, who signed, what a version costs, who read it. */
import { type Facts, picked, type RecordedTables } from '../../../office/recorded.ts';
import type { Ladder, Tier } from '../article.ts';

const FIELDS = [
  ...['state', 'number', 'baseVersion', 'wordingOnly', 'askedFrom', 'figures'],
  ...['version', 'inForceFrom', 'decidedBy', 'decidedFor'],
];

export const amendmentRecorded: RecordedTables = {
  amendment: {
    noun: 'amendment',
    key: 'id',
    born: ['amendment.proposed', 'amendment.imported'],
    begins: null,
    after: (known, { deed, actor, after }) => ({
      ...known,
      ...(deed === 'amendment.proposed' || deed === 'amendment.imported' ? { proposerId: actor } : {}),
      ...picked(after, FIELDS),
    }),
    stands: ([row]) => ({ ...row, figures: figuresIn(row) }),
  },
  // Of a version that was loaded nothing is known but its file.
  article_version: {
    noun: 'article',
    key: 'number',
    born: ['article.amended'],
    begins: {},
    after: (known, { after }) => ({ ...known, [`version ${after?.version}`]: after }),
    stands: rows => Object.fromEntries(rows.map(row => [`version ${row.version}`, versionIn(row)])),
  },
  read_receipt: {
    noun: 'amendment',
    key: 'amendmentId',
    born: ['amendment.asked'],
    begins: null,
    after: (known, { deed, actor, after }) => {
      if (deed === 'amendment.asked') return { asked: after?.asked, read: [] };
      if (known.asked === undefined) return null;
      return deed === 'amendment.read' ? { ...known, read: [...namesIn(known.read), actor].sort() } : known;
    },
    stands: rows => ({ asked: membersIn(rows), read: membersIn(rows.filter(({ readAt }) => readAt !== null)) }),
  },
};

/** What a breach costs, tier by tier, as the record keeps it; of an article that has ended, that it has. */
export function figuresOf(tiers: readonly Tier[], ended?: true): string[] {
  if (ended) return ['ended'];
  return tiers.map(({ key, amount, notice, ladder }) => {
    const costs = ladder === undefined ? `${amount ?? 'none'}${notice ? ' and a notice' : ''}` : stepsOf(ladder);
    return `${key}: ${costs}`;
  });
}

function stepsOf({ months, steps }: Ladder): string {
  const told = steps.map(({ amount, notice, consequence }) => {
    const beside = consequence === undefined ? '' : ` and ${consequence}`;
    return `${amount ?? 'none'}${notice ? ' and a notice' : ''}${beside}`;
  });
  return `${months === undefined ? '' : `in ${months} months `}${told.join(', then ')}`;
}

/** A version as the record keeps it; its fields in the order in which the database tells those of an entry. */
function versionIn(row: Facts): Facts {
  return { figures: figuresIn(row), version: row.version, inForceFrom: row.inForceFrom };
}

function figuresIn(row: Facts | undefined): string[] {
  const { tiers = [], ended } = (row?.body ?? {}) as { tiers?: Tier[]; ended?: true };
  return figuresOf(tiers, ended);
}

function membersIn(rows: readonly Facts[]): string[] {
  return rows.map(({ memberId }) => String(memberId)).sort();
}

function namesIn(names: unknown): string[] {
  return Array.isArray(names) ? names.map(String) : [];
}
