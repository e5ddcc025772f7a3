/** What is kept of the ledger, and whose it is. Nobody writes in it. */
import type { KeptTables } from '../../office/kept.ts';

const byId = { orderBy: { id: 'asc' } } as const;

export const ledgerKept: KeptTables = {
  ledger_month: {
    about: {
      'inOthersMatters.ledgerMonths': (tx, id) =>
        tx.ledgerMonth.findMany({ where: { OR: [{ checkedBy: id }, { signedBy: id }, { exportedBy: id }] }, ...byId }),
    },
    words: [],
  },
  ledger_entry: {
    about: { ledger: (tx, memberId) => tx.ledgerEntry.findMany({ where: { memberId }, ...byId }) },
    words: [],
  },
};
