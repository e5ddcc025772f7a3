/** What is kept of leave and trips, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';
import type { Tx } from '../../store/tx.ts';

const of = (tx: Tx, memberId: string) => tx.leave.findMany({ where: { memberId }, orderBy: { id: 'asc' } });

export const leaveKept: KeptTables = {
  leave: {
    about: { leaves: of },
    words: ['reason'],
    noun: { name: 'leave', of: async (tx, memberId) => (await of(tx, memberId)).map(({ id }) => id) },
  },
};
