/** What is kept of approvals and of authority lent, and whose it is. */
import type { KeptTables } from '../../office/kept.ts';
import type { Tx } from '../../store/tx.ts';

const byId = { orderBy: { id: 'asc' } } as const;
const of = (tx: Tx, id: string) => tx.approval.findMany({ where: { concernsId: id }, omit: { token: true }, ...byId });

export const approvalKept: KeptTables = {
  approval: {
    about: { approvals: of, 'inOthersMatters.approvals': inOthersMatters },
    words: ['reason'],
    noun: { name: 'approval', of: async (tx, id) => (await of(tx, id)).map(row => row.id) },
  },
  delegation: {
    about: {
      delegations: (tx, id) =>
        tx.delegation.findMany({ where: { OR: [{ principalId: id }, { delegateId: id }] }, ...byId }),
    },
    words: [],
  },
};

/** What the member asked for or decided in matters of others; what those wrote is theirs. */
async function inOthersMatters(tx: Tx, id: string) {
  const asked = await tx.approval.findMany({
    where: { concernsId: { not: id }, OR: [{ requesterId: id }, { decidedBy: id }, { onBehalfOf: id }] },
    ...byId,
  });
  return asked.map(row => ({
    ...{ id: row.id, kind: row.kind, subjectId: row.subjectId, concernsId: row.concernsId, state: row.state },
    ...(row.requesterId === id ? { requesterId: id, requestedAt: row.requestedAt } : {}),
    ...(row.decidedBy === id ? { decidedBy: id, decidedAt: row.decidedAt, reason: row.reason, terms: row.terms } : {}),
    ...(row.onBehalfOf === id ? { onBehalfOf: id } : {}),
  }));
}
