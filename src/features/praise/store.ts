/** Praises. */

import type { CivilDate } from '../../kernel/civil.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import { holdsWords, withoutWords } from '../../store/erasing.ts';
import { type Praise, Prisma } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';
import { PRAISE_STATUSES, type PraiseStatus, type Proposal } from './rules.ts';

/** A praise as it is stored. */
export type PraiseRow = Omit<Praise, 'amount' | 'state'> & { amount: Fen | null; state: PraiseStatus };

export type PraiseChange = Partial<
  Pick<
    PraiseRow,
    | 'recommendation'
    | 'recommendedBy'
    | 'recommendedFor'
    | 'decidedBy'
    | 'decidedFor'
    | 'decidedAt'
    | 'decidedOn'
    | 'decisionReason'
  >
>;

export type NewPraise = Proposal & Pick<PraiseRow, 'filerId' | 'why' | 'state' | 'filedAt'> & PraiseChange;

/** The largest number the column holds; beyond it the database would refuse the question itself. */
const ID_MAX = 2_147_483_647;

export async function createPraise(tx: Tx, filed: NewPraise): Promise<PraiseRow> {
  return typed(await tx.praise.create({ data: filed }));
}

/** One praise by its number; null when there is none, also for numbers none can have. */
export async function praiseById(tx: Tx, id: number): Promise<PraiseRow | null> {
  if (!Number.isInteger(id) || id < 1 || id > ID_MAX) return null;
  const row = await tx.praise.findUnique({ where: { id } });
  return row === null ? null : typed(row);
}

/** The praises of these people for that day, the oldest first. */
export async function praisesOn(tx: Tx, praisedIds: readonly string[], date: CivilDate): Promise<PraiseRow[]> {
  const where = { praisedId: { in: [...praisedIds] }, date };
  return (await tx.praise.findMany({ where, orderBy: { id: 'asc' } })).map(typed);
}

/** Every praise of a member, the newest first. */
export async function praisesAbout(tx: Tx, praisedId: string): Promise<PraiseRow[]> {
  return (await tx.praise.findMany({ where: { praisedId }, orderBy: { id: 'desc' } })).map(typed);
}

/** Every praise of a member or filed by them, the newest first. */
export async function praisesWith(tx: Tx, memberId: string): Promise<PraiseRow[]> {
  const where = { OR: [{ praisedId: memberId }, { filerId: memberId }] };
  return (await tx.praise.findMany({ where, orderBy: { id: 'desc' } })).map(typed);
}

/** What was filed since, and what still waits, the newest first. */
export async function praisesSince(tx: Tx, since: Date): Promise<PraiseRow[]> {
  const where = { OR: [{ filedAt: { gte: since } }, { state: { in: ['proposed', 'recommended'] } }] };
  return (await tx.praise.findMany({ where, orderBy: { id: 'desc' } })).map(typed);
}

/** What was granted to a member on these days, both included, the newest first. */
export async function grantedTo(tx: Tx, praisedId: string, from: CivilDate, to: CivilDate): Promise<PraiseRow[]> {
  const where = { praisedId, state: 'granted', decidedOn: { gte: from, lte: to } };
  return (await tx.praise.findMany({ where, orderBy: { id: 'desc' } })).map(typed);
}

/** Granted praises, of one member or of all: at most so many, the newest first. */
export async function grantedPraises(tx: Tx, praisedId: string | null, most: number): Promise<number[]> {
  const where = { state: 'granted', ...(praisedId === null ? {} : { praisedId }) };
  const rows = await tx.praise.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those with an incentive that were granted, also where that was taken back; of one member or of all, by number. */
export async function decidedIncentives(tx: Tx, praisedId: string | null): Promise<PraiseRow[]> {
  const granted = { state: { in: ['granted', 'voided'] }, amount: { not: null } };
  const where = { ...granted, ...(praisedId === null ? {} : { praisedId }) };
  return (await tx.praise.findMany({ where, orderBy: { id: 'asc' } })).map(typed);
}

/** Those whose notice is one message, the oldest first. */
export async function praisesNoticed(tx: Tx, noticeId: number): Promise<PraiseRow[]> {
  return (await tx.praise.findMany({ where: { noticeId }, orderBy: { id: 'asc' } })).map(typed);
}

/** Lets one message be the notice of these. */
export async function setNotice(tx: Tx, ids: readonly number[], noticeId: number): Promise<void> {
  await tx.praise.updateMany({ where: { id: { in: [...ids] } }, data: { noticeId } });
}

/** The same praise, in all that was entered, of one of these people, filed by the same person since then and not taken back. */
export async function twinOf(
  tx: Tx,
  filed: Pick<PraiseRow, 'filerId' | 'date' | 'amount' | 'notice' | 'why'>,
  praisedIds: readonly string[],
  since: Date,
): Promise<PraiseRow | null> {
  const { filerId, date, amount, notice, why } = filed;
  const same = { praisedId: { in: [...praisedIds] }, filerId, date, amount, notice, why };
  const where = { ...same, filedAt: { gte: since }, state: { notIn: ['withdrawn', 'voided'] } };
  const row = await tx.praise.findFirst({ where, orderBy: { id: 'asc' } });
  return row === null ? null : typed(row);
}

/** Moves a praise on, only from the state it was read in; null when it moved meanwhile. */
export async function movePraise(
  tx: Tx,
  { id, state }: Pick<PraiseRow, 'id' | 'state'>,
  to: { state: PraiseStatus } & PraiseChange,
): Promise<PraiseRow | null> {
  const { count } = await tx.praise.updateMany({ where: { id, state }, data: to });
  return count === 1 ? praiseById(tx, id) : null;
}

/** Praises filed before that instant in which words stand, or which are one of `these`; kept from changing until this transaction ends. */
export async function heldEarlierPraises(tx: Tx, before: Date, these: readonly number[]): Promise<PraiseRow[]> {
  const rows = await tx.$queryRaw<Praise[]>`
    SELECT p.* FROM praise p
    WHERE p."filedAt" < ${before} AND (${praiseHoldsWords} OR p.id = ANY(${these}::int[]))
    ORDER BY p.id FOR UPDATE`;
  return rows.map(typed);
}

/** The numbers of all praises of a member. */
export async function praiseIdsOf(tx: Tx, praisedId: string): Promise<number[]> {
  return (await tx.praise.findMany({ where: { praisedId }, select: { id: true } })).map(({ id }) => id);
}

/** Erases what was written in these praises; answers how many held words. */
export function erasePraiseWords(tx: Tx, ids: readonly number[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE praise p SET
      why = ${withoutWords(Prisma.sql`why`)},
      recommendation = ${withoutWords(Prisma.sql`recommendation`)},
      "decisionReason" = ${withoutWords(Prisma.sql`"decisionReason"`)}
    WHERE id = ANY(${ids}::int[]) AND ${praiseHoldsWords}`;
}

const praiseHoldsWords = Prisma.sql`(
  ${holdsWords(Prisma.sql`p.why`)}
  OR ${holdsWords(Prisma.sql`p.recommendation`)}
  OR ${holdsWords(Prisma.sql`p."decisionReason"`)})`;

function typed(row: Praise): PraiseRow {
  const state = PRAISE_STATUSES.find(status => status === row.state);
  if (state === undefined) throw new Error(`praise ${row.id} is in the unknown state ${row.state}`);
  return { ...row, state, amount: row.amount === null ? null : fen(row.amount) };
}
