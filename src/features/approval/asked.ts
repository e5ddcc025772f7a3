/** What other nouns ask of approvals: how the matters about something of theirs stand. */
import type { MatterKind } from '../../office/matter.ts';
import type { Tx } from '../../store/tx.ts';
import { type Authority, type Ended, settledBefore } from './rules.ts';
import {
  type ApprovalRow,
  approvalsAbout,
  approvalsOf,
  eraseReasons,
  openMattersOf,
  pendingApprovals,
  pendingApprovalsOf,
  spokenAbout,
} from './store.ts';

/** Every approval there was about something, the oldest first. */
export function askedAbout(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return approvalsOf(tx, kind, subjectId);
}

/** How a request ended, expired being as good as withdrawn; null while it waits, or where there is none. */
export function endOf(row: ApprovalRow | undefined): Exclude<Ended, 'expired'> | null {
  if (row === undefined || row.state === 'pending' || row.state === 'takenBack') return null;
  return row.state === 'expired' ? 'withdrawn' : row.state;
}

/** Those of them that wait for a decision. */
export function waitingAbout(tx: Tx, kind: MatterKind, subjectId: number): Promise<ApprovalRow[]> {
  return pendingApprovalsOf(tx, kind, subjectId);
}

/** How many matters of each kind wait for a decision; kinds of which none does are left out. */
export async function waitingByKind(tx: Tx): Promise<{ kind: MatterKind; count: number }[]> {
  const counts = new Map<MatterKind, number>();
  for (const { kind } of await pendingApprovals(tx)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** The ids of what is pending about a member, or asked for by them. */
export function openMatters(tx: Tx, memberId: string): Promise<number[]> {
  return openMattersOf(tx, memberId);
}

/** Of these things of theirs, those about which something waits or was decided only since that instant. */
export async function unsettledAbout(
  tx: Tx,
  kinds: readonly MatterKind[],
  subjectIds: readonly number[],
  instant: Date,
): Promise<ReadonlySet<number>> {
  const rows = await approvalsAbout(tx, kinds, subjectIds);
  return new Set(rows.filter(row => !settledBefore(row, instant)).map(({ subjectId }) => subjectId));
}

/** When each of these things was last decided or taken back; those of which nothing ended are left out. */
export async function lastDecided(
  tx: Tx,
  kinds: readonly MatterKind[],
  subjectIds: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const last = new Map<number, Date>();
  if (subjectIds.length === 0) return last;
  for (const { subjectId, decidedAt } of await approvalsAbout(tx, kinds, subjectIds)) {
    if (decidedAt !== null && decidedAt > (last.get(subjectId) ?? new Date(0))) last.set(subjectId, decidedAt);
  }
  return last;
}

/** The things of theirs about which somebody gave a reason that still stands in words. */
export function reasonedAbout(tx: Tx, kinds: readonly MatterKind[]): Promise<number[]> {
  return spokenAbout(tx, kinds);
}

/** Erases the reasons given about these things; answers how many there were. */
export function eraseReasonsAbout(
  tx: Tx,
  kinds: readonly MatterKind[],
  subjectIds: readonly number[],
): Promise<number> {
  return eraseReasons(tx, kinds, subjectIds);
}

/** A yes that did not settle it: at which authority, by whom, and to which it went; null where it waits for something else first. */
export interface PassedOn {
  at: Authority;
  by: string;
  onBehalfOf: string | null;
  reason: string | null;
  to: Authority | null;
}

/** Who was for it without deciding it, in order; `isOpen`: it was not decided at all. */
export function passedOn(rows: readonly ApprovalRow[], isOpen: boolean): PassedOn[] {
  const asked = rows.filter(({ state }) => state !== 'takenBack');
  return asked.flatMap(({ step: at, state, decidedBy, onBehalfOf, reason }, index) => {
    const to = asked[index + 1]?.step ?? null;
    return state === 'approved' && decidedBy !== null && (to !== null || isOpen)
      ? { at, by: decidedBy, onBehalfOf, reason, to }
      : [];
  });
}
