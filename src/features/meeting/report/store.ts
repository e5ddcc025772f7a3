/** Reports of morning meetings. */

import { holdsWords, withoutWords } from '../../../store/erasing.ts';
import { Prisma } from '../../../store/generated/client.ts';
import type { Tx } from '../../../store/tx.ts';
import type { Report } from './rules.ts';

export interface ReportRow extends Report {
  meetingId: number;
  memberId: string;
}

/** Writes a member's report, in place of what they wrote before. */
export async function saveReport(tx: Tx, row: ReportRow, now: Date): Promise<void> {
  const { meetingId, memberId, ...report } = row;
  await tx.report.upsert({
    where: { meetingId_memberId: { meetingId, memberId } },
    create: { ...row, at: now },
    update: { ...report, at: now },
  });
}

export async function reportOf(tx: Tx, meetingId: number, memberId: string): Promise<ReportRow | null> {
  return tx.report.findUnique({ where: { meetingId_memberId: { meetingId, memberId } } });
}

/** All reports of a meeting. */
export async function reportsOf(tx: Tx, meetingId: number): Promise<ReportRow[]> {
  return tx.report.findMany({ where: { meetingId }, orderBy: { memberId: 'asc' } });
}

/** Which report: of a member, at a meeting. */
export type ReportKey = Pick<ReportRow, 'meetingId' | 'memberId'>;

/** Reports written before that instant in which words stand. */
export function earlierReports(tx: Tx, before: Date): Promise<(ReportKey & { at: Date })[]> {
  return tx.$queryRaw`SELECT "meetingId", "memberId", at FROM report r WHERE at < ${before} AND ${reportHoldsWords}`;
}

/** All reports a member ever wrote. */
export function reportKeysOf(tx: Tx, memberId: string): Promise<ReportKey[]> {
  return tx.report.findMany({ where: { memberId }, select: { meetingId: true, memberId: true } });
}

/** Erases what stands in these reports; answers how many held words. */
export function eraseReports(tx: Tx, keys: readonly ReportKey[]): Promise<number> {
  const [meetings, members] = [keys.map(({ meetingId }) => meetingId), keys.map(({ memberId }) => memberId)];
  return tx.$executeRaw`
    UPDATE report r SET
      yesterday = ${withoutWords(Prisma.sql`yesterday`)},
      today = ${withoutWords(Prisma.sql`today`)},
      blockers = ${withoutWords(Prisma.sql`blockers`)}
    WHERE ("meetingId", "memberId") IN (SELECT * FROM unnest(${meetings}::int[], ${members}::text[]))
      AND ${reportHoldsWords}`;
}

const reportHoldsWords = Prisma.sql`(
  ${holdsWords(Prisma.sql`r.yesterday`)} OR ${holdsWords(Prisma.sql`r.today`)} OR ${holdsWords(Prisma.sql`r.blockers`)})`;
