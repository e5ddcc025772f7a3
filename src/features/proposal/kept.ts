/** What is kept of proposals, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';
import { proposalsDecidedBy, proposalsOf } from './store.ts';

export const proposalKept: KeptTables = {
  proposal: {
    about: {
      proposals: proposalsOf,
      'inOthersMatters.proposals': async (tx, memberId) =>
        (await proposalsDecidedBy(tx, memberId)).map(row => ({
          ...{ id: row.id, memberId: row.memberId, article: row.article, date: row.date, state: row.state },
          ...(row.decidedBy === memberId
            ? { decidedBy: memberId, decidedAt: row.decidedAt, reason: row.reason }
            : { decidedFor: memberId }),
        })),
    },
    words: ['reason'],
    noun: { name: 'proposal', of: async (tx, memberId) => (await proposalsOf(tx, memberId)).map(({ id }) => id) },
  },
};
