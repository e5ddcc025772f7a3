/** What is kept of praises, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';
import type { Tx } from '../../store/tx.ts';

const byId = { orderBy: { id: 'asc' } } as const;
const of = (tx: Tx, id: string) => tx.praise.findMany({ where: { praisedId: id }, ...byId });

export const praiseKept: KeptTables = {
  praise: {
    about: { praises: of, 'inOthersMatters.praises': inOthersMatters },
    words: ['why', 'recommendation', 'decisionReason'],
    noun: { name: 'praise', of: async (tx, id) => (await of(tx, id)).map(row => row.id) },
  },
};

/** What the member filed, recommended or decided in praises of others; what those wrote is theirs. */
async function inOthersMatters(tx: Tx, id: string) {
  const theirs = await tx.praise.findMany({
    where: {
      praisedId: { not: id },
      OR: [{ filerId: id }, { recommendedBy: id }, { recommendedFor: id }, { decidedBy: id }, { decidedFor: id }],
    },
    ...byId,
  });
  return theirs.map(row => ({
    ...{ id: row.id, praisedId: row.praisedId, date: row.date, state: row.state },
    ...(row.filerId === id ? { filerId: id, filedAt: row.filedAt, why: row.why } : {}),
    ...(row.recommendedBy === id ? { recommendedBy: id, recommendation: row.recommendation } : {}),
    ...(row.recommendedFor === id ? { recommendedFor: id } : {}),
    ...(row.decidedBy === id ? { decidedBy: id, decidedAt: row.decidedAt, decisionReason: row.decisionReason } : {}),
    ...(row.decidedFor === id ? { decidedFor: id } : {}),
  }));
}
