/** Restores of backups, until what was said after the backup is read back: by one process, and by another if that dies. */
import type { Tx } from './tx.ts';

/** Notes that the data are those of a backup made then. */
export async function noteRestore(tx: Tx, backupAt: Date, at: Date): Promise<void> {
  await tx.restore.create({ data: { backupAt, at } });
}

/** Whether something is to be read back still, by whomever. */
export async function isUnread(tx: Tx): Promise<boolean> {
  return (await tx.restore.count({ where: { doneAt: null } })) > 0;
}

export interface Unread {
  /** Of several restores the last one: the others are part of its data. */
  id: number;
  backupAt: Date;
}

/** Claims what is to be read back, or prolongs the claim; null when there is nothing, or somebody else has it. */
export async function claimUnread(tx: Tx, owner: string, now: Date, leaseMs: number): Promise<Unread | null> {
  const rows = await tx.restore.updateManyAndReturn({
    where: { doneAt: null, OR: [{ owner: null }, { owner }, { leaseUntil: { lt: now } }] },
    data: { owner, leaseUntil: new Date(now.getTime() + leaseMs) },
  });
  if (rows.length === 0) return null;
  return {
    id: Math.max(...rows.map(({ id }) => id)),
    backupAt: new Date(Math.min(...rows.map(({ backupAt }) => backupAt.getTime()))),
  };
}

/** Ends it; false when the claim was lost meanwhile. */
export async function endUnread(tx: Tx, owner: string, now: Date): Promise<boolean> {
  const { count } = await tx.restore.updateMany({ where: { doneAt: null, owner }, data: { doneAt: now } });
  return count > 0;
}

/** Gives the claim back, for who stops before the end. */
export async function leaveUnread(tx: Tx, owner: string): Promise<void> {
  await tx.restore.updateMany({ where: { doneAt: null, owner }, data: { owner: null, leaseUntil: null } });
}
