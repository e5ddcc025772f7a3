/** Amendments of articles, and the receipts of who was asked to read them. */
import type { CivilDate } from '../../../kernel/civil.ts';
import type { Amendment, Prisma } from '../../../store/generated/client.ts';
import type { Tx } from '../../../store/tx.ts';
import type { Article } from '../article.ts';
import type { AmendmentState } from './rules.ts';

/** What an amendment may change of an article. */
export type AmendmentBody = Pick<Article, 'title' | 'text' | 'tiers'>;

export type AmendmentRow = Omit<Amendment, 'body' | 'state'> & { body: AmendmentBody; state: AmendmentState };

export interface NewAmendment {
  number: string;
  baseVersion: number;
  body: AmendmentBody;
  wordingOnly: boolean;
  askedFrom: CivilDate;
  why: string;
  proposerId: string;
  proposedAt: Date;
}

/** Keeps what is proposed; null when another one of the article waits. */
export async function createAmendment(tx: Tx, { body, ...wanted }: NewAmendment): Promise<AmendmentRow | null> {
  const data = { ...wanted, body: body as unknown as Prisma.InputJsonValue };
  const [row] = await tx.amendment.createManyAndReturn({ data, skipDuplicates: true });
  return row === undefined ? null : read(row);
}

/** Enters one that is a version already, as whoever brought it in signed it. */
export async function enterSigned(
  tx: Tx,
  {
    body,
    at,
    ...signed
  }: Omit<NewAmendment, 'proposedAt' | 'body'> & { version: number; inForceFrom: CivilDate; decidedBy: string } & {
    body: Omit<Article, 'number' | 'version' | 'inForceFrom'>;
    at: Date;
  },
): Promise<AmendmentRow> {
  const when = { proposedAt: at, decidedAt: at };
  const data = { ...signed, ...when, state: 'signed', body: body as unknown as Prisma.InputJsonValue };
  return read(await tx.amendment.create({ data }));
}

/** One amendment; null when there is none of that number. */
export async function amendmentById(tx: Tx, id: number): Promise<AmendmentRow | null> {
  const row = await tx.amendment.findUnique({ where: { id } });
  return row === null ? null : read(row);
}

/** These amendments, the earliest first. */
export async function amendmentsById(tx: Tx, ids: readonly number[]): Promise<AmendmentRow[]> {
  return (await tx.amendment.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })).map(read);
}

/** What waits for the president about an article; null when nothing does. */
export async function pendingAmendment(tx: Tx, number: string): Promise<AmendmentRow | null> {
  const row = await tx.amendment.findFirst({ where: { number, state: 'pending' } });
  return row === null ? null : read(row);
}

/** All that wait for the president: of which article, and whose. */
export function pendingAmendments(tx: Tx): Promise<{ number: string; proposerId: string }[]> {
  const select = { number: true, proposerId: true } as const;
  return tx.amendment.findMany({ where: { state: 'pending' }, orderBy: { id: 'asc' }, select });
}

/** Those of an article that are signed or wait, the earliest first. */
export async function amendmentsOf(tx: Tx, number: string): Promise<AmendmentRow[]> {
  const where = { number, state: { in: ['signed', 'pending'] } };
  return (await tx.amendment.findMany({ where, orderBy: { id: 'asc' } })).map(read);
}

/** What ends an amendment that waits. */
export interface AmendmentEnd {
  state: Exclude<AmendmentState, 'pending'>;
  decidedAt: Date;
  decidedBy?: string;
  decidedFor?: string | null;
  version?: number;
  inForceFrom?: CivilDate;
}

/** Ends one that waits; false when it does not any more. */
export async function endAmendment(tx: Tx, id: number, end: AmendmentEnd): Promise<boolean> {
  return (await tx.amendment.updateMany({ where: { id, state: 'pending' }, data: end })).count === 1;
}

/** Those that ended before that instant or, of one member, all they proposed. */
export async function endedAmendments(tx: Tx, of: { before: Date } | { proposerId: string }): Promise<number[]> {
  const where = 'before' in of ? { state: { not: 'pending' }, decidedAt: { lt: of.before } } : of;
  return (await tx.amendment.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

export interface ReceiptRow {
  amendmentId: number;
  memberId: string;
  readAt: Date | null;
}

/** Asks these people to read it. */
export async function askReaders(tx: Tx, amendmentId: number, memberIds: readonly string[], at: Date): Promise<void> {
  await tx.readReceipt.createMany({ data: memberIds.map(memberId => ({ amendmentId, memberId, askedAt: at })) });
}

/** What somebody was asked about an amendment; null when they were not. */
export function receiptOf(tx: Tx, amendmentId: number, memberId: string): Promise<ReceiptRow | null> {
  return tx.readReceipt.findUnique({ where: { amendmentId_memberId: { amendmentId, memberId } } });
}

/** Keeps that somebody read it; false when they had confirmed it, or were not asked. */
export async function confirmReading(tx: Tx, amendmentId: number, memberId: string, at: Date): Promise<boolean> {
  const where = { amendmentId, memberId, readAt: null };
  return (await tx.readReceipt.updateMany({ where, data: { readAt: at } })).count === 1;
}

/** All receipts of these amendments. */
export function receiptsOf(tx: Tx, amendmentIds: readonly number[]): Promise<ReceiptRow[]> {
  return tx.readReceipt.findMany({
    where: { amendmentId: { in: [...amendmentIds] } },
    orderBy: [{ amendmentId: 'asc' }, { memberId: 'asc' }],
  });
}

/** What was not confirmed: of one member or of all, of all that was asked or of what was since an instant. */
export function unreadReceipts(
  tx: Tx,
  { memberId, since }: { memberId?: string; since?: Date } = {},
): Promise<(ReceiptRow & { askedAt: Date })[]> {
  return tx.readReceipt.findMany({
    where: { readAt: null, ...(memberId && { memberId }), ...(since && { askedAt: { gte: since } }) },
    orderBy: [{ amendmentId: 'asc' }, { memberId: 'asc' }],
  });
}

/** The last amendment of an article that somebody was asked to read; null when there is none. */
export async function lastAsked(tx: Tx, number: string): Promise<number | null> {
  const where = { number, state: 'signed', wordingOnly: false };
  const row = await tx.amendment.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? null;
}

/** Marks that its proposer is told that everybody has read it; false when they were. */
export async function markAllRead(tx: Tx, id: number, at: Date): Promise<boolean> {
  return (await tx.amendment.updateMany({ where: { id, allReadAt: null }, data: { allReadAt: at } })).count === 1;
}

function read({ body, state, ...row }: Amendment): AmendmentRow {
  return { ...row, body: body as unknown as AmendmentBody, state: state as AmendmentState };
}
