/** Everything stored about one member, for whoever has a right to know it. */
import type { Tx } from './tx.ts';

/** The rows of each kind; of other people's matters only what the member did or wrote in them. */
export type PersonalData = Awaited<ReturnType<typeof everything>>;

/** Null when nobody of that id was ever seen. */
export async function personalData(tx: Tx, memberId: string): Promise<PersonalData | null> {
  return (await tx.member.count({ where: { id: memberId } })) === 0 ? null : everything(tx, memberId);
}

async function everything(tx: Tx, id: string) {
  const byId = { orderBy: { id: 'asc' } } as const;
  const leaves = await tx.leave.findMany({ where: { memberId: id }, ...byId });
  const cases = await tx.case.findMany({ where: { accusedId: id }, include: { answers: byId }, ...byId });
  const approvals = await tx.approval.findMany({ where: { concernsId: id }, omit: { token: true }, ...byId });
  return {
    member: await tx.member.findUniqueOrThrow({ where: { id } }),
    /** Whom the member leads. */
    leads: (await tx.member.findMany({ where: { leaderId: id }, ...byId })).map(led => led.id),
    posts: await tx.post.findMany({ where: { OR: [{ memberId: id }, { givenBy: id }] }, ...byId }),
    delegations: await tx.delegation.findMany({ where: { OR: [{ principalId: id }, { delegateId: id }] }, ...byId }),
    punches: await tx.punch.findMany({ where: { memberId: id }, orderBy: { at: 'asc' } }),
    signIns: await tx.signIn.findMany({
      where: { memberId: id },
      include: { meeting: { select: { kind: true, date: true } } },
      orderBy: { meetingId: 'asc' },
    }),
    reports: await tx.report.findMany({ where: { memberId: id }, orderBy: { meetingId: 'asc' } }),
    leaves,
    cases,
    approvals,
    inOthersMatters: await inOthersMatters(tx, id),
    meetingsSet: await tx.meeting.findMany({ where: { setBy: id }, ...byId }),
    daysDecided: await tx.calendarDay.findMany({ where: { setBy: id }, orderBy: { date: 'asc' } }),
    messages: await tx.$queryRaw<{ id: number }[]>`
      SELECT id, key, recipient, act, notice, ref, state, at, "sentAt" FROM outbox
      WHERE recipient = ${id} OR ${id} = ANY(string_to_array(key, ':')) OR ref::text LIKE ${quoted(id)} ORDER BY id`,
    cards: await tx.$queryRaw<{ key: string }[]>`
      SELECT * FROM card WHERE ${id} = ANY(string_to_array(key, ':')) OR ref::text LIKE ${quoted(id)} ORDER BY key`,
    record: await recordOf(tx, id, {
      leave: leaves.map(row => row.id),
      case: cases.map(row => row.id),
      approval: approvals.map(row => row.id),
    }),
  };
}

/** What the member did in matters of others; what those wrote is theirs. */
async function inOthersMatters(tx: Tx, id: string) {
  const others = { accusedId: { not: id } };
  const theirs = await tx.case.findMany({
    where: {
      ...others,
      OR: [{ filerId: id }, { recommendedBy: id }, { recommendedFor: id }, { decidedBy: id }, { decidedFor: id }],
    },
    orderBy: { id: 'asc' },
  });
  const asked = await tx.approval.findMany({
    where: { concernsId: { not: id }, OR: [{ requesterId: id }, { decidedBy: id }, { onBehalfOf: id }] },
    orderBy: { id: 'asc' },
  });
  return {
    cases: theirs.map(row => ({
      ...{ id: row.id, accusedId: row.accusedId, article: row.article, date: row.date, state: row.state },
      ...(row.filerId === id ? { filerId: id, filedAt: row.filedAt, facts: row.facts } : {}),
      ...(row.recommendedBy === id ? { recommendedBy: id, recommendation: row.recommendation } : {}),
      ...(row.recommendedFor === id ? { recommendedFor: id } : {}),
      ...(row.decidedBy === id ? { decidedBy: id, decidedAt: row.decidedAt, decisionReason: row.decisionReason } : {}),
      ...(row.decidedFor === id ? { decidedFor: id } : {}),
    })),
    approvals: asked.map(row => ({
      ...{ id: row.id, kind: row.kind, subjectId: row.subjectId, concernsId: row.concernsId, state: row.state },
      ...(row.requesterId === id ? { requesterId: id, requestedAt: row.requestedAt } : {}),
      ...(row.decidedBy === id ? { decidedBy: id, decidedAt: row.decidedAt, reason: row.reason } : {}),
      ...(row.onBehalfOf === id ? { onBehalfOf: id } : {}),
    })),
  };
}

/** Entries by the member, about them and theirs, or that name them. */
async function recordOf(tx: Tx, id: string, own: Record<'leave' | 'case' | 'approval', number[]>) {
  const named = await tx.$queryRaw<{ seq: number }[]>`
    SELECT seq FROM record WHERE actor = ${id} OR ${id} = ANY(string_to_array("nounId", ':'))
      OR before::text LIKE ${quoted(id)} OR after::text LIKE ${quoted(id)}`;
  const about = Object.entries(own).map(([noun, ids]) => ({ noun, nounId: { in: ids.map(String) } }));
  return tx.record.findMany({
    where: { OR: [{ seq: { in: named.map(({ seq }) => seq) } }, ...about] },
    orderBy: { seq: 'asc' },
  });
}

/** The id as a whole text of JSON. */
function quoted(id: string): string {
  return `%"${id.replace(/[\\%_]/g, '\\$&')}"%`;
}
