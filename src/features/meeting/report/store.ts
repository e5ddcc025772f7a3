/** Reports of morning meetings. */

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
