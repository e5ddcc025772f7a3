/** What is kept of customers handed to the next shift, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';

export const handoverKept: KeptTables = {
  handover: {
    // Of a note between two others nothing is told: it is about a customer.
    about: {
      handovers: (tx, id) =>
        tx.handover.findMany({
          where: { OR: [{ giverId: id }, { receiverId: id }, { formerId: id }, { changedBy: id }] },
          orderBy: { id: 'asc' },
        }),
    },
    words: ['customer', 'matter'],
  },
};
