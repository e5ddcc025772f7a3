/** Approvals: matters before somebody with the authority to decide them. */

import { randomBytes } from 'node:crypto';
import { ERASED } from '../../kernel/erasure.ts';
import type { Terms } from '../../kernel/otherwise.ts';
import type { MatterKind } from '../../office/matter.ts';
import { WORDS } from '../../store/erasing.ts';
import { type Approval, Prisma } from '../../store/generated/client.ts';
import { instant, type Question } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import type { ApprovalState, Authority } from './rules.ts';

export type ApprovalRow = Omit<Approval, 'kind' | 'step' | 'state' | 'terms'> & {
  kind: MatterKind;
  step: Authority;
  state: ApprovalState;
  /** What the decider set, where it was not just for or against. */
  terms: Terms | null;
};

export type NewRow = Pick<
  ApprovalRow,
  | 'kind'
  | 'subjectId'
  | 'step'
  | 'requesterId'
  | 'concernsId'
  | 'token'
  | 'escalated'
  | 'requestedAt'
  | 'remindAt'
  | 'escalateAt'
  | 'expiresAt'
> &
  Partial<Pick<ApprovalRow, 'notBy'>>;

export async function createApproval(tx: Tx, row: NewRow): Promise<ApprovalRow> {
  return typed(await tx.approval.create({ data: row }));
}

/** By the opaque token a button carries; null when there is none. */
export async function approvalByToken(tx: Tx, token: string): Promise<ApprovalRow | null> {
  const row = await tx.approval.findUnique({ where: { token } });
  return row === null ? null : typed(row);
}

export async function approvalById(tx: Tx, id: number): Promise<ApprovalRow | null> {
  const row = await tx.approval.findUnique({ where: { id } });
  return row === null ? null : typed(row);
}

/** All pending, the oldest first. */
export async function pendingApprovals(tx: Tx): Promise<ApprovalRow[]> {
  return (await tx.approval.findMany({ where: { state: 'pending' }, orderBy: { id: 'asc' } })).map(typed);
}

/** The ids of what is pending about a member, or asked for by them. */
export async function openMattersOf(tx: Tx, memberId: string): Promise<number[]> {
  const where = { state: 'pending', OR: [{ concernsId: memberId }, { requesterId: memberId }] };
  const rows = await tx.approval.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function pendingApprovalsOf(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return (await tx.approval.findMany({ where: { kind, subjectId, state: 'pending' } })).map(typed);
}

/** Every approval there was about a subject, the oldest first. */
export async function approvalsOf(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return (await tx.approval.findMany({ where: { kind, subjectId }, orderBy: { id: 'asc' } })).map(typed);
}

/** The subjects of these kinds about which somebody gave a reason that still stands in words. */
export async function spokenAbout(tx: Tx, kinds: readonly MatterKind[]): Promise<number[]> {
  const where = { kind: { in: [...kinds] }, reason: WORDS };
  const rows = await tx.approval.findMany({ where, distinct: ['subjectId'], select: { subjectId: true } });
  return rows.map(({ subjectId }) => subjectId);
}

/** Every approval of these kinds there was about these subjects. */
export async function approvalsAbout(
  tx: Tx,
  kinds: readonly MatterKind[],
  subjectIds: readonly number[],
): Promise<ApprovalRow[]> {
  const where = { kind: { in: [...kinds] }, subjectId: { in: [...subjectIds] } };
  return (await tx.approval.findMany({ where })).map(typed);
}

/** Erases the reasons given about these subjects; answers how many there were. */
export async function eraseReasons(
  tx: Tx,
  kinds: readonly MatterKind[],
  subjectIds: readonly number[],
): Promise<number> {
  const where = { kind: { in: [...kinds] }, subjectId: { in: [...subjectIds] }, reason: WORDS };
  return (await tx.approval.updateMany({ where, data: { reason: ERASED } })).count;
}

/** Ends a pending approval; false when somebody else ended it first. The guard is what makes a decision be taken once. */
export async function setApprovalState(
  tx: Tx,
  id: number,
  end: {
    state: Exclude<ApprovalState, 'pending'>;
    decidedBy: string | null;
    onBehalfOf?: string | null;
    decidedAt: Date;
    reason?: string | null;
    terms?: Terms | null;
  },
): Promise<boolean> {
  const data = { ...end, terms: end.terms ?? Prisma.DbNull };
  const { count } = await tx.approval.updateMany({ where: { id, state: 'pending' }, data });
  return count === 1;
}

/** Keeps that a decision was taken back: by whom, when and why, beside the approvals about the same thing. */
export async function keepTakenBack(
  tx: Tx,
  taken: { kind: MatterKind; subjectId: number; by: string; concernsId: string; reason: string; now: Date },
): Promise<ApprovalRow> {
  const { kind, subjectId, by, concernsId, reason, now } = taken;
  const whose = { requesterId: by, concernsId, decidedBy: by };
  const kept = {
    kind,
    subjectId,
    ...whose,
    step: 'undo',
    state: 'takenBack',
    reason,
    requestedAt: now,
    decidedAt: now,
  };
  return typed(await tx.approval.create({ data: { ...kept, token: randomBytes(12).toString('hex') } }));
}

/** Who took the decision about it back, and why; null when it stands. */
export async function takenBackOf(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow | null> {
  const row = await tx.approval.findFirst({ where: { kind, subjectId, state: 'takenBack' } });
  return row === null ? null : typed(row);
}

/** The earliest reminder, escalation or end still open; null when there is none. */
export const nextApprovalTimer: Question<Date | null> = instant(Prisma.sql`
  SELECT min(LEAST("remindAt", "escalateAt", "expiresAt")) FROM approval WHERE state = 'pending'`);

/** Pending approvals whose reminder or escalation is due. */
export async function dueApprovals(tx: Tx, now: Date): Promise<ApprovalRow[]> {
  const rows = await tx.approval.findMany({
    where: { state: 'pending', OR: [{ remindAt: { lte: now } }, { escalateAt: { lte: now } }] },
    orderBy: { id: 'asc' },
  });
  return rows.map(typed);
}

/** Pending approvals that could be decided until then, in one order of members for all who hold several of them. */
export async function expiredApprovals(tx: Tx, now: Date): Promise<ApprovalRow[]> {
  const where = { state: 'pending', expiresAt: { lte: now } };
  return (await tx.approval.findMany({ where, orderBy: [{ concernsId: 'asc' }, { id: 'asc' }] })).map(typed);
}

/** Sets until when a pending approval may be decided, and when it is reminded of next. */
export async function setTimes(tx: Tx, id: number, times: Pick<ApprovalRow, 'expiresAt' | 'remindAt'>): Promise<void> {
  await tx.approval.updateMany({ where: { id, state: 'pending' }, data: times });
}

/** Claims the reminder that was due at that time, and sets the next; false when another process did. */
export async function takeReminder(tx: Tx, id: number, dueAt: Date, now: Date, next: Date | null): Promise<boolean> {
  const { count } = await tx.approval.updateMany({
    where: { id, state: 'pending', remindAt: dueAt },
    data: { remindAt: next, remindedAt: now },
  });
  return count === 1;
}

/** Claims the escalation that was due at that time; false when another process did. */
export async function takeEscalation(tx: Tx, id: number, dueAt: Date): Promise<boolean> {
  const { count } = await tx.approval.updateMany({
    where: { id, state: 'pending', escalateAt: dueAt },
    data: { escalateAt: null, escalated: true },
  });
  return count === 1;
}

/** Passes it on whatever its hour; false when it was passed on or decided before. */
export async function escalateNow(tx: Tx, id: number): Promise<boolean> {
  const { count } = await tx.approval.updateMany({
    where: { id, state: 'pending', escalated: false },
    data: { escalateAt: null, escalated: true },
  });
  return count === 1;
}

function typed(row: Approval): ApprovalRow {
  return row as ApprovalRow;
}
