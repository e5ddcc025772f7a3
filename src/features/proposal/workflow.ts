/** What nouns find becomes a proposal, once, and goes when it is no longer so. */
import { type CivilDate, todayOf } from '../../kernel/civil.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { ProposalKind, Proposed } from '../../office/proposal.ts';
import { redraw } from '../../office/say.ts';
import { cardsLike } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { Article } from '../rulebook/article.ts';
import { ladderOf } from '../rulebook/ladder.ts';
import { findArticle, inForceOn, tierOf } from '../rulebook/rules.ts';
import { proposesBy } from '../rulebook/switch/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { propose as judge } from '../violation/price.ts';
import { limitIn } from '../violation/route.ts';
import { type ProposalEvent, type ProposalState, transition } from './rules.ts';
import {
  actsAmong,
  createProposals,
  type End,
  endProposals,
  keepParts,
  type ProposalRow,
  waitingProposals,
} from './store.ts';

/** What a noun found. */
export interface Found {
  /** Whom it is about. */
  memberId: string;
  /** The day of what happened. */
  date: CivilDate;
  /** What its sentence needs, in order. */
  parts: readonly (string | number)[];
  /** What it is found from: proposed once. */
  source: string;
  /** The act, where two nouns may find the same. */
  act?: string;
}

/**
 * Proposes what was found to those in charge, in the transaction that found it; each once. Nobody is told now: it stands
 * in the next list. What cannot be a case (somebody who left, an article not in force) and what is set or switched off is
 * left out.
 */
export async function propose(office: Office, tx: Tx, kind: ProposalKind, found: readonly Found[]): Promise<void> {
  if (found.length === 0 || office.settings.proposalsOff.includes(kind)) return;
  const [book, members] = [await rulebookIn(tx), await allMembers(tx)];
  const { article: number, tier } = office.declared.proposals[kind];
  const now = office.clock.now();
  const [today, limit] = [todayOf(office, now), limitIn(office.settings.authority)];
  const possible: Found[] = [];
  for (const one of found) {
    if (!isProposedBy(number, book, one.date, today)) continue;
    const accused = members.get(one.memberId);
    const article = findArticle(number, inForceOn(book, one.date));
    const open = article !== undefined && tierOf(article, tier)?.amount === 'open';
    const entry = { filerId: null, article: number, tier, date: one.date, ...(open ? { amount: null } : {}) };
    const judged = accused === undefined ? null : judge(entry, accused, today, book, limit);
    if (judged !== null && !isRefusal(judged)) possible.push(one);
    else office.log.warn('proposal.impossible', { source: one.source, code: judged?.code ?? 'member.unknown' });
  }
  const rows = await createProposals(
    tx,
    possible.map(({ act = null, parts, ...one }) => ({
      ...one,
      ...{ kind, article: number, tier, act, proposedAt: now },
      parts: parts.map(String),
    })),
  );
  for (const { id, memberId, date, parts, article, source, state } of rows) {
    const after = { memberId, date, kind, parts: parts.join(':'), article, tier, source, state };
    await record(tx, { at: now, actor: 'clock', deed: 'proposal.found', noun: 'proposal', nounId: id, after });
  }
}

/** Of these acts those about which something stands proposed by now. */
export function actsProposed(tx: Tx, acts: readonly string[]): Promise<Set<string>> {
  return actsAmong(tx, acts);
}

/** What waits about a member is looked at anew, as what excuses them may have changed. */
export async function recheck(office: Office, tx: Tx, memberId: string): Promise<void> {
  const waiting = await waitingProposals(tx, [memberId]);
  if (waiting.length > 0) await settleGone(office, tx, waiting, await allMembers(tx));
}

/** What waits about a member under an article with a ladder costs another step now: the lists are drawn anew. */
export async function reprice(
  office: Office,
  tx: Tx,
  { memberId, article: number }: { memberId: string; article: string },
): Promise<void> {
  const waiting = (await waitingProposals(tx, [memberId])).filter(({ article }) => article === number);
  if (waiting.length === 0) return;
  const versions = (await rulebookIn(tx)).filter(article => article.number === number);
  if (versions.some(article => ladderOf(article) !== undefined)) await redrawLists(office, tx, waiting);
}

/** Looks at it anew in a transaction of its own. */
export async function recheckNow(office: Office, memberId: string): Promise<void> {
  await office.database.transaction(tx => recheck(office, tx, memberId));
  office.wake();
}

/** Whatever waits by an article is proposed no more, as somebody switched it off. */
export async function dropSwitchedOff(
  office: Office,
  tx: Tx,
  { article, by }: { article: string; by: string },
): Promise<void> {
  const waiting = (await waitingProposals(tx, 'all')).filter(row => row.article === article);
  const ids = waiting.map(({ id }) => id);
  await end(office, tx, ids, 'vanish', { decidedBy: by, decidedFor: null });
}

/**
 * Ends those of these waiting ones that are no longer so, and brings the parts of the others up to date; answers what
 * still waits, in the same order. One question a kind, whatever their number.
 */
export async function settleGone(
  office: Office,
  tx: Tx,
  waiting: readonly ProposalRow[],
  members: ReadonlyMap<string, Member>,
): Promise<ProposalRow[]> {
  const present = new Map<number, readonly string[]>();
  const [book, today] = [waiting.length === 0 ? [] : await rulebookIn(tx), todayOf(office)];
  const possible = waiting.filter(row => isProposedBy(row.article, book, row.date, today));
  for (const kind of new Set(possible.map(row => row.kind))) {
    const mine = possible.filter(row => row.kind === kind && isThere(members.get(row.memberId)));
    const standing = await office.declared.proposals[kind].standing?.(office, tx, mine.map(asProposed));
    for (const row of mine) {
      const parts = standing === undefined ? row.parts : standing.get(row.id);
      if (parts !== undefined) present.set(row.id, parts);
    }
  }
  const gone = waiting.filter(({ id }) => !present.has(id)).map(({ id }) => id);
  await end(office, tx, gone, 'vanish', { decidedBy: 'clock', decidedFor: null });
  const still: ProposalRow[] = [];
  for (const row of waiting) {
    const parts = present.get(row.id);
    if (parts === undefined) continue;
    if (parts.join(':') !== row.parts.join(':')) await revise(office, tx, row, parts);
    still.push({ ...row, parts });
  }
  return still;
}

/** Ends those of these that wait, with their entries in the record, and draws the lists they stand in anew; answers which ended. */
export async function end(
  office: Office,
  tx: Tx,
  ids: readonly number[],
  event: ProposalEvent,
  by: Pick<End, 'decidedBy' | 'decidedFor' | 'reason' | 'caseId'>,
): Promise<ProposalRow[]> {
  const state = transition('waiting', event);
  if (ids.length === 0 || state === null || state === 'waiting') return [];
  const at = office.clock.now();
  const ended = await endProposals(tx, ids, { ...by, state, decidedAt: at });
  for (const { id, decidedBy, decidedFor, caseId } of ended) {
    const before = { state: 'waiting' satisfies ProposalState };
    const after = { state, decidedBy, decidedFor, caseId, decidedAt: at.toISOString() };
    const entry = { at, actor: by.decidedBy, deed: `proposal.${event}`, noun: 'proposal', nounId: id };
    await record(tx, { ...entry, before, after });
  }
  await redrawLists(office, tx, ended);
  return ended;
}

/** Draws the last lists in which these stand anew, of everybody who has them. */
export async function redrawLists(
  office: Office,
  tx: Tx,
  rows: readonly Pick<ProposalRow, 'listedOn'>[],
): Promise<void> {
  for (const date of new Set(rows.flatMap(({ listedOn }) => listedOn ?? []))) {
    for (const card of await cardsLike(tx, listCard(date, ''))) await redraw(office, tx, card);
  }
}

/** The card of somebody's list of a day. */
export function listCard(date: CivilDate, memberId: string): string {
  return `proposals:${date}:${memberId}`;
}

async function revise(office: Office, tx: Tx, row: ProposalRow, parts: readonly string[]): Promise<void> {
  await keepParts(tx, row.id, parts);
  const at = office.clock.now();
  const [before, after] = [{ parts: row.parts.join(':') }, { parts: parts.join(':') }];
  const entry = { at, actor: 'clock', deed: 'proposal.revised', noun: 'proposal', nounId: row.id };
  await record(tx, { ...entry, before, after });
  await redrawLists(office, tx, [row]);
}

function isProposedBy(number: string, book: readonly Article[], date: CivilDate, today: CivilDate): boolean {
  return proposesBy(book.find(article => article.number === number) ?? {}, date, today);
}

function isThere(member: Member | undefined): boolean {
  return member !== undefined && standingOf(member) === true;
}

function asProposed({ id, memberId, date, parts }: ProposalRow): Proposed {
  return { id, memberId, date, parts };
}
