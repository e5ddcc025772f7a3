/** Violation cases and what the accused answered. */

import { ERASED } from '../../kernel/erasure.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import { holdsWords, WORDS, withoutWords } from '../../store/erasing.ts';
import { type Case, Prisma } from '../../store/generated/client.ts';
import { instant, type Question } from '../../store/question.ts';
import type { Tx } from '../../store/tx.ts';
import type { Consequence } from '../rulebook/article.ts';
import { EVIDENCE_KINDS, type Evidence } from './evidence.ts';
import type { Proposal } from './rules.ts';
import { CASE_STATUSES, type CaseStatus, OPEN, SETTLED, STANDING } from './states.ts';

/** A case as it is stored; whoever filed is a member, or 'clock'. */
export type CaseRow = Omit<Case, 'amount' | 'askedAmount' | 'consequence' | 'state'> & {
  amount: Fen | null;
  askedAmount: Fen | null;
  consequence: Consequence | null;
  state: CaseStatus;
};

export type NewCase = Omit<Proposal, 'filerId'> &
  Pick<CaseRow, 'filerId' | 'facts' | 'count' | 'state' | 'source' | 'filedAt'> &
  Partial<
    Pick<CaseRow, 'id' | 'incidentId' | 'basis'> &
      Pick<CaseRow, 'recommendedBy' | 'recommendedFor' | 'decidedBy' | 'decidedFor' | 'decidedAs' | 'decidedAt'> &
      Pick<CaseRow, 'hearingUntil' | 'appealUntil'>
  >;

/** The largest number the column holds; beyond it the database would refuse the question itself. */
const ID_MAX = 2_147_483_647;

export async function createCase(tx: Tx, filed: NewCase): Promise<CaseRow> {
  return typed(await tx.case.create({ data: filed }));
}

/** The number of a case that is created next: the first of an incident names itself. */
export async function nextCaseId(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('violation_case', 'id'))::int AS id`;
  if (row === undefined) throw new Error('the database numbered no case');
  return row.id;
}

/** The cases filed together for one incident, the oldest first. */
export async function casesOfIncident(tx: Tx, incidentId: number): Promise<CaseRow[]> {
  return (await tx.case.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })).map(typed);
}

/** One case by its number; null when there is none, also for numbers no case can have. */
export async function caseById(tx: Tx, id: number): Promise<CaseRow | null> {
  if (!Number.isInteger(id) || id < 1 || id > ID_MAX) return null;
  const row = await tx.case.findUnique({ where: { id } });
  return row === null ? null : typed(row);
}

/** Every case about a member, or about any of several, the oldest first. */
export async function casesAbout(tx: Tx, accused: string | readonly string[]): Promise<CaseRow[]> {
  const accusedId = typeof accused === 'string' ? accused : { in: [...accused] };
  return (await tx.case.findMany({ where: { accusedId }, orderBy: { id: 'asc' } })).map(typed);
}

/** Every case a member filed, the oldest first. */
export async function casesFiledBy(tx: Tx, filerId: string): Promise<CaseRow[]> {
  return (await tx.case.findMany({ where: { filerId }, orderBy: { id: 'asc' } })).map(typed);
}

/** Every case there is, the oldest first. */
export async function allCases(tx: Tx): Promise<CaseRow[]> {
  return (await tx.case.findMany({ orderBy: { id: 'asc' } })).map(typed);
}

/** What a member filed about others who are still heard, the oldest first. */
export async function hearingsFiledBy(tx: Tx, filerId: string): Promise<CaseRow[]> {
  const where = { filerId, state: 'hearing' };
  return (await tx.case.findMany({ where, orderBy: { id: 'asc' } })).map(typed);
}

/** Every case somebody still has to decide, the oldest first. */
export async function openCases(tx: Tx): Promise<CaseRow[]> {
  const rows = await tx.case.findMany({ where: { state: { in: [...OPEN] } }, orderBy: { id: 'asc' } });
  return rows.map(typed);
}

/** Cases that stand decided, of one member or of all: at most so many, the newest first. */
export async function standingCases(tx: Tx, accusedId: string | null, most: number): Promise<number[]> {
  const where = { state: { in: [...STANDING] }, ...(accusedId === null ? {} : { accusedId }) };
  const rows = await tx.case.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** The first of these cases, in all that was entered, filed by the same person since then and not taken back; null when there is none. */
export async function twinOf(
  tx: Tx,
  filed: readonly Pick<
    CaseRow,
    'accusedId' | 'filerId' | 'article' | 'tier' | 'date' | 'amount' | 'notice' | 'count' | 'facts'
  >[],
  since: Date,
): Promise<CaseRow | null> {
  const same = filed.map(({ accusedId, filerId, article, tier, date, amount, notice, count, facts }) => {
    return { accusedId, filerId, article, tier, date, amount, notice, count, facts };
  });
  const where = { OR: same, filedAt: { gte: since }, state: { not: 'withdrawn' } };
  const row = await tx.case.findFirst({ where, orderBy: { id: 'asc' } });
  return row === null ? null : typed(row);
}

/** Cases that are final, or were undone after a decision, of one member or of all; by their number. */
export async function settledCases(tx: Tx, accusedId: string | null): Promise<CaseRow[]> {
  const where = { state: { in: [...SETTLED] }, ...(accusedId === null ? {} : { accusedId }) };
  return (await tx.case.findMany({ where, orderBy: { id: 'asc' } })).map(typed);
}

/** What a step of a case writes beside its state. */
export type CaseChange = Partial<
  Pick<CaseRow, 'recommendation' | 'recommendedBy' | 'recommendedFor'> &
    Pick<CaseRow, 'decidedBy' | 'decidedFor' | 'decidedAs' | 'decidedAt' | 'decisionReason'> &
    Pick<CaseRow, 'hearingUntil' | 'acceptedAt' | 'urgentBy' | 'urgentReason'> &
    Pick<CaseRow, 'amount' | 'notice' | 'changed' | 'askedAmount' | 'askedNotice'> &
    Pick<CaseRow, 'appeal' | 'appealedAt' | 'appealUntil' | 'finalAt' | 'voidedBy' | 'voidedAt' | 'voidReason'>
>;

/** Moves a case on, only from the state it was read in; null when it moved meanwhile. */
export async function moveCase(
  tx: Tx,
  { id, state }: Pick<CaseRow, 'id' | 'state'>,
  to: { state: CaseStatus } & CaseChange,
): Promise<CaseRow | null> {
  const { count } = await tx.case.updateMany({ where: { id, state }, data: to });
  return count === 1 ? caseById(tx, id) : null;
}

/** When the next hearing ends, or the next decision becomes final; null when neither waits. */
export const nextCaseTimer: Question<Date | null> = instant(Prisma.sql`
  SELECT min(CASE state WHEN 'hearing' THEN "hearingUntil" ELSE "appealUntil" END)
  FROM violation_case WHERE state IN ('hearing', 'upheld')`);

/** Cases whose hearing, or whose time for an appeal, is over by then; in one order of members for all who hold several. */
export async function dueCases(tx: Tx, now: Date): Promise<CaseRow[]> {
  const rows = await tx.case.findMany({
    where: {
      OR: [
        { state: 'hearing', hearingUntil: { lte: now } },
        { state: 'upheld', appealUntil: { lte: now } },
      ],
    },
    orderBy: [{ accusedId: 'asc' }, { id: 'asc' }],
  });
  return rows.map(typed);
}

export interface CaseAnswerRow {
  id: number;
  text: string;
  at: Date;
}

export async function addAnswer(tx: Tx, caseId: number, text: string, now: Date): Promise<CaseAnswerRow> {
  return tx.caseAnswer.create({ data: { caseId, text, at: now } });
}

/** What the accused answered, the oldest first. */
export async function answersTo(tx: Tx, caseId: number): Promise<CaseAnswerRow[]> {
  return tx.caseAnswer.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
}

/** Adds what these cases are shown by: each of them all of it. */
export async function addEvidence(
  tx: Tx,
  caseIds: readonly number[],
  pieces: readonly Evidence[],
  by: { id: string; at: Date },
): Promise<void> {
  if (pieces.length === 0) return;
  const rows = caseIds.flatMap(caseId => pieces.map(piece => ({ ...piece, caseId, byId: by.id, at: by.at })));
  await tx.caseEvidence.createMany({ data: rows });
}

/** What a case is shown by, the oldest first. */
export async function evidenceOf(tx: Tx, caseId: number): Promise<(Evidence & { byId: string })[]> {
  const rows = await tx.caseEvidence.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
  return rows.map(({ kind, byId, url, text, authorId, fileId }) => {
    const known = EVIDENCE_KINDS.find(each => each === kind);
    if (known === undefined) throw new Error(`case ${caseId} has evidence of the unknown kind ${kind}`);
    return { kind: known, byId, url, text, authorId, fileId };
  });
}

/**
 * Cases filed before that instant in which, or in answer to which, words stand, or which are one of `these`; kept from
 * changing until this transaction ends, and from being answered.
 */
export async function heldEarlierCases(tx: Tx, before: Date, these: readonly number[]): Promise<CaseRow[]> {
  const answer = Prisma.sql`SELECT 1 FROM case_answer a WHERE a."caseId" = c.id AND ${holdsWords(Prisma.sql`a.text`)}`;
  const piece = Prisma.sql`SELECT 1 FROM case_evidence e
    WHERE e."caseId" = c.id AND (${holdsWords(Prisma.sql`e.text`)} OR ${holdsWords(Prisma.sql`e.url`)})`;
  const rows = await tx.$queryRaw<Case[]>`
    SELECT c.* FROM violation_case c
    WHERE c."filedAt" < ${before} AND (${caseHoldsWords} OR EXISTS (${answer}) OR EXISTS (${piece}) OR c.id = ANY(${these}::int[]))
    ORDER BY c.id FOR UPDATE`;
  return rows.map(typed);
}

/** When the accused last answered to each of these cases. */
export async function lastAnswers(tx: Tx, ids: readonly number[]): Promise<Map<number, Date | null>> {
  const where = { caseId: { in: [...ids] } };
  const rows = await tx.caseAnswer.groupBy({ by: ['caseId'], where, _max: { at: true } });
  return new Map(rows.map(({ caseId, _max }) => [caseId, _max.at]));
}

/** The numbers of all cases about a member. */
export async function caseIdsOf(tx: Tx, accusedId: string): Promise<number[]> {
  return (await tx.case.findMany({ where: { accusedId }, select: { id: true } })).map(({ id }) => id);
}

/** Erases what was written in these cases and in answer to them, and what they are shown by; answers how many of each held words. */
export async function eraseCaseWords(
  tx: Tx,
  ids: readonly number[],
): Promise<{ cases: number; answers: number; evidence: number }> {
  const where = { caseId: { in: [...ids] }, text: WORDS };
  const { count } = await tx.caseAnswer.updateMany({ where, data: { text: ERASED } });
  const evidence = await tx.$executeRaw`
    UPDATE case_evidence e SET
      url = ${withoutWords(Prisma.sql`url`)}, text = ${withoutWords(Prisma.sql`text`)}, "authorId" = NULL,
      "fileId" = NULL
    WHERE "caseId" = ANY(${ids}::int[])
      AND (${holdsWords(Prisma.sql`e.text`)} OR ${holdsWords(Prisma.sql`e.url`)} OR "authorId" IS NOT NULL
        OR "fileId" IS NOT NULL)`;
  const cases = await tx.$executeRaw`
    UPDATE violation_case c SET
      facts = CASE WHEN ${isKey} THEN facts ELSE ${withoutWords(Prisma.sql`facts`)} END,
      basis = ${withoutWords(Prisma.sql`basis`)},
      recommendation = ${withoutWords(Prisma.sql`recommendation`)},
      "decisionReason" = ${withoutWords(Prisma.sql`"decisionReason"`)},
      "urgentReason" = ${withoutWords(Prisma.sql`"urgentReason"`)},
      "voidReason" = ${withoutWords(Prisma.sql`"voidReason"`)},
      appeal = ${withoutWords(Prisma.sql`appeal`)}
    WHERE id = ANY(${ids}::int[]) AND ${caseHoldsWords}`;
  return { cases, answers: count, evidence };
}

/** What the bot found is kept as a key, nobody's words. */
const isKey = Prisma.sql`(c."filerId" = 'clock' OR c.source IS NOT NULL)`;

const caseHoldsWords = Prisma.sql`(
  (NOT ${isKey} AND ${holdsWords(Prisma.sql`c.facts`)})
  OR ${holdsWords(Prisma.sql`c.basis`)}
  OR ${holdsWords(Prisma.sql`c.recommendation`)}
  OR ${holdsWords(Prisma.sql`c."decisionReason"`)}
  OR ${holdsWords(Prisma.sql`c."urgentReason"`)}
  OR ${holdsWords(Prisma.sql`c."voidReason"`)}
  OR ${holdsWords(Prisma.sql`c.appeal`)})`;

function typed(row: Case): CaseRow {
  const state = CASE_STATUSES.find(status => status === row.state);
  if (state === undefined) throw new Error(`case ${row.id} is in the unknown state ${row.state}`);
  const consequence = row.consequence as Consequence | null;
  const money = (amount: number | null) => (amount === null ? null : fen(amount));
  return { ...row, state, consequence, amount: money(row.amount), askedAmount: money(row.askedAmount) };
}
