/** Typed lines whose effect would be immediate, kept until the person who typed them confirms what was understood. */

import { randomBytes } from 'node:crypto';
import type { Tx } from './tx.ts';

export interface KeptLine {
  memberId: string;
  /** With its slash. */
  command: string;
  line: string;
  /** What was understood, as the person read it. */
  shown: string;
  /** By the department's clock. */
  at: Date;
}

/** Answers after this are no confirmation any more. */
const GOOD_FOR_MS = 24 * 3_600_000;

/** Keeps a line and answers the token of its buttons; lines nobody confirmed in time are forgotten. */
export async function keepLine(tx: Tx, line: KeptLine): Promise<string> {
  await tx.typedLine.deleteMany({ where: { at: { lt: new Date(line.at.getTime() - GOOD_FOR_MS) } } });
  const token = randomBytes(12).toString('hex');
  await tx.typedLine.create({ data: { ...line, token } });
  return token;
}

/** A member's own line, confirmed already when `takenAt` is set; null when there is none that is still good. */
export async function keptLine(
  tx: Tx,
  token: string,
  memberId: string,
  now: Date,
): Promise<(KeptLine & { takenAt: Date | null }) | null> {
  const at = { gt: new Date(now.getTime() - GOOD_FOR_MS) };
  return tx.typedLine.findFirst({ where: { token, memberId, at } });
}

/** Takes the confirmation, in the transaction of what it confirms, and forgets what was typed; false when it was taken before. */
export async function takeLine(tx: Tx, token: string, memberId: string, now: Date): Promise<boolean> {
  const where = { token, memberId, takenAt: null };
  const { count } = await tx.typedLine.updateMany({ where, data: { takenAt: now, line: '', shown: '' } });
  return count === 1;
}

/** Forgets a member's line that was typed anew. */
export async function dropLine(tx: Tx, token: string, memberId: string): Promise<void> {
  await tx.typedLine.deleteMany({ where: { token, memberId, takenAt: null } });
}
