/** Erases what people wrote, and keeps what was decided: of matters long over, or of a member who left. */
import { ERASED } from '../../kernel/erasure.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';

/** How much was erased, by what it belonged to. */
export interface Erased {
  leaves: number;
  cases: number;
  answers: number;
  approvals: number;
  reports: number;
}

/** Erases the words of matters that ended before that day, whose first instant is given as well. */
export function eraseOver(tx: Tx, date: string, instant: Date): Promise<Erased> {
  const leaves = Prisma.sql`SELECT l.id FROM leave l
    WHERE l.state <> 'pending' AND l.papers <> 'due' AND l."to" < ${date} AND l."changedAt" < ${instant}
      AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.kind IN ('leave', 'cancellation') AND a."subjectId" = l.id
        AND (a.state = 'pending' OR a."decidedAt" >= ${instant}))`;
  // An answer or an appeal is added to a case long decided, and begins its time anew.
  const cases = Prisma.sql`SELECT c.id FROM violation_case c
    WHERE c.state NOT IN ('proposed', 'recommended')
      AND greatest(c."filedAt", c."decidedAt", c."appealedAt") < ${instant}
      AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.kind IN ('case', 'appeal') AND a."subjectId" = c.id
        AND (a.state = 'pending' OR a."decidedAt" >= ${instant}))
      AND NOT EXISTS (SELECT 1 FROM case_answer w WHERE w."caseId" = c.id AND w.at >= ${instant})`;
  return erase(tx, { leaves, cases, reports: Prisma.sql`r.at < ${instant}` });
}

/** Erases the words about a member's own matters, and those of their reports. */
export function eraseOf(tx: Tx, memberId: string): Promise<Erased> {
  return erase(tx, {
    leaves: Prisma.sql`SELECT l.id FROM leave l WHERE l."memberId" = ${memberId}`,
    cases: Prisma.sql`SELECT c.id FROM violation_case c WHERE c."accusedId" = ${memberId}`,
    reports: Prisma.sql`r."memberId" = ${memberId}`,
  });
}

/** Takes a member's name and handle away; the id stays, as the record is about it. */
export async function eraseName(tx: Tx, memberId: string, now: Date): Promise<void> {
  await tx.member.update({
    where: { id: memberId },
    data: { name: memberId, handle: memberId, erasedAt: now },
  });
}

/** Forgets what was said before that instant; what cards show is kept, so that they can be drawn anew. */
export async function forgetSaid(tx: Tx, before: Date): Promise<number> {
  const where: Prisma.OutboxWhereInput = {
    at: { lt: before },
    state: { in: ['sent', 'dropped', 'dead'] },
    OR: [{ act: 'update' }, { card: null }],
  };
  return (await tx.outbox.deleteMany({ where })).count;
}

/** Which matters and reports: two questions for ids, and a condition. */
interface Which {
  leaves: Prisma.Sql;
  cases: Prisma.Sql;
  reports: Prisma.Sql;
}

async function erase(tx: Tx, { leaves, cases, reports }: Which): Promise<Erased> {
  const words = (column: Prisma.Sql) => Prisma.sql`(${column} <> '' AND ${column} <> ${ERASED})`;
  const erased = (column: Prisma.Sql) => Prisma.sql`CASE WHEN ${words(column)} THEN ${ERASED} ELSE ${column} END`;
  const [facts, why] = [Prisma.sql`facts`, Prisma.sql`"decisionReason"`];
  const [advice, appeal] = [Prisma.sql`recommendation`, Prisma.sql`appeal`];
  const [yesterday, today, blockers] = [Prisma.sql`r.yesterday`, Prisma.sql`r.today`, Prisma.sql`r.blockers`];
  return {
    approvals: await tx.$executeRaw`
      UPDATE approval SET reason = ${ERASED} WHERE ${words(Prisma.sql`reason`)} AND (
        (kind IN ('leave', 'cancellation') AND "subjectId" IN (${leaves}))
        OR (kind IN ('case', 'appeal') AND "subjectId" IN (${cases})))`,
    answers: await tx.$executeRaw`
      UPDATE case_answer SET text = ${ERASED} WHERE ${words(Prisma.sql`text`)} AND "caseId" IN (${cases})`,
    leaves: await tx.$executeRaw`
      UPDATE leave SET reason = ${ERASED} WHERE ${words(Prisma.sql`reason`)} AND id IN (${leaves})`,
    // What the clock proposes a case from is a key, nobody's words.
    cases: await tx.$executeRaw`
      UPDATE violation_case SET facts = CASE WHEN "filerId" = 'clock' THEN facts ELSE ${erased(facts)} END,
        recommendation = ${erased(advice)}, "decisionReason" = ${erased(why)}, appeal = ${erased(appeal)}
      WHERE id IN (${cases}) AND (("filerId" <> 'clock' AND ${words(facts)})
        OR ${words(advice)} OR ${words(why)} OR ${words(appeal)})`,
    reports: await tx.$executeRaw`
      UPDATE report r SET yesterday = ${erased(yesterday)}, today = ${erased(today)}, blockers = ${erased(blockers)}
      WHERE ${reports} AND (${words(yesterday)} OR ${words(today)} OR ${words(blockers)})`,
  };
}
