/** What is kept of cases and the answers to them, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';
import type { Tx } from '../../store/tx.ts';

const byId = { orderBy: { id: 'asc' } } as const;
const of = (tx: Tx, id: string) =>
  tx.case.findMany({ where: { accusedId: id }, include: { answers: byId, evidence: byId }, ...byId });

export const violationKept: KeptTables = {
  violation_case: {
    about: { cases: of, 'inOthersMatters.cases': inOthersMatters },
    words: ['facts', 'basis', 'recommendation', 'decisionReason', 'appeal', 'urgentReason', 'voidReason'],
    noun: { name: 'case', of: async (tx, id) => (await of(tx, id)).map(row => row.id) },
  },
  // They stand with their cases in the export.
  case_answer: { about: {}, words: ['text'] },
  case_evidence: { about: {}, words: ['url', 'text'] },
};

/** What the member filed, recommended or decided in cases of others; what those wrote is theirs. */
async function inOthersMatters(tx: Tx, id: string) {
  const theirs = await tx.case.findMany({
    where: {
      accusedId: { not: id },
      OR: [
        { filerId: id },
        { recommendedBy: id },
        { recommendedFor: id },
        { decidedBy: id },
        { decidedFor: id },
        { urgentBy: id },
        { voidedBy: id },
      ],
    },
    include: { evidence: { where: { byId: id }, ...byId } },
    ...byId,
  });
  return theirs.map(row => ({
    ...{ id: row.id, accusedId: row.accusedId, article: row.article, date: row.date, state: row.state },
    ...(row.filerId === id
      ? { filerId: id, filedAt: row.filedAt, facts: row.facts, basis: row.basis, evidence: row.evidence }
      : {}),
    ...(row.recommendedBy === id ? { recommendedBy: id, recommendation: row.recommendation } : {}),
    ...(row.recommendedFor === id ? { recommendedFor: id } : {}),
    ...(row.decidedBy === id ? { decidedBy: id, decidedAt: row.decidedAt, decisionReason: row.decisionReason } : {}),
    ...(row.decidedFor === id ? { decidedFor: id } : {}),
    ...(row.urgentBy === id ? { urgentBy: id, urgentReason: row.urgentReason } : {}),
    ...(row.voidedBy === id ? { voidedBy: id, voidedAt: row.voidedAt, voidReason: row.voidReason } : {}),
  }));
}
