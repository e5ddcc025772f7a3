/** Proposals: found once, ended once. */
import type { CivilDate } from '../../kernel/civil.ts';
import { ERASED } from '../../kernel/erasure.ts';
import type { ProposalKind } from '../../office/proposal.ts';
import { WORDS } from '../../store/erasing.ts';
import type { Proposal } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';
import { PROPOSAL_STATES, type ProposalState } from './rules.ts';

/** A proposal as it is kept. */
export type ProposalRow = Omit<Proposal, 'kind' | 'parts' | 'state'> & {
  kind: ProposalKind;
  parts: readonly string[];
  state: ProposalState;
};

export type NewProposal = Pick<
  ProposalRow,
  'memberId' | 'date' | 'kind' | 'parts' | 'article' | 'tier' | 'source' | 'act' | 'proposedAt'
>;

/** Keeps those of them that were not found before; answers these. */
export async function createProposals(tx: Tx, found: readonly NewProposal[]): Promise<ProposalRow[]> {
  const data = found.map(({ parts, ...one }) => ({ ...one, parts: parts.join(':') }));
  const rows = await tx.proposal.createManyAndReturn({ data, skipDuplicates: true });
  return rows.map(typed);
}

/** These proposals, in the order of the numbers given; those that are not there are left out. */
export async function proposalsById(tx: Tx, ids: readonly number[]): Promise<ProposalRow[]> {
  const rows = await tx.proposal.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map(row => [row.id, typed(row)]));
  return ids.flatMap(id => byId.get(id) ?? []);
}

/** The same, kept from ending otherwise until this transaction ends. */
export async function heldProposals(tx: Tx, ids: readonly number[]): Promise<ProposalRow[]> {
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR UPDATE`;
  return proposalsById(tx, ids);
}

/** Everything that waits, about these members or about all, the oldest first. */
export async function waitingProposals(tx: Tx, memberIds: readonly string[] | 'all'): Promise<ProposalRow[]> {
  const about = memberIds === 'all' ? {} : { memberId: { in: [...memberIds] } };
  const rows = await tx.proposal.findMany({ where: { state: 'waiting', ...about }, orderBy: { id: 'asc' } });
  return rows.map(typed);
}

/** Which of these acts something stands proposed about: what is gone was none. */
export async function actsAmong(tx: Tx, acts: readonly string[]): Promise<Set<string>> {
  const where = { act: { in: [...acts] }, state: { not: 'gone' } };
  const rows = await tx.proposal.findMany({ where, select: { act: true } });
  return new Set(rows.flatMap(({ act }) => act ?? []));
}

/** How proposals end. */
export interface End {
  state: Exclude<ProposalState, 'waiting'>;
  decidedBy: string;
  decidedFor: string | null;
  decidedAt: Date;
  reason?: string;
  /** What it was filed as. */
  caseId?: number;
}

/** Ends those of them that wait; answers which. What another ended meanwhile is left out. */
export async function endProposals(tx: Tx, ids: readonly number[], end: End): Promise<ProposalRow[]> {
  const where = { id: { in: [...ids] }, state: 'waiting' };
  return (await tx.proposal.updateManyAndReturn({ where, data: end })).map(typed).sort((a, b) => a.id - b.id);
}

/** What the sentence of one needs by now. */
export async function keepParts(tx: Tx, id: number, parts: readonly string[]): Promise<void> {
  await tx.proposal.updateMany({ where: { id, state: 'waiting' }, data: { parts: parts.join(':') } });
}

/** These stand in the list of that day. */
export async function markListed(tx: Tx, ids: readonly number[], date: CivilDate): Promise<void> {
  const where = { id: { in: [...ids] } };
  await tx.proposal.updateMany({ where: { ...where, firstListedOn: null }, data: { firstListedOn: date } });
  await tx.proposal.updateMany({ where, data: { listedOn: date } });
}

/** Those about a member, and those a member decided, the earliest first. */
export async function proposalsOf(tx: Tx, memberId: string): Promise<Proposal[]> {
  return tx.proposal.findMany({ where: { memberId }, orderBy: { id: 'asc' } });
}

export async function proposalsDecidedBy(tx: Tx, memberId: string): Promise<Proposal[]> {
  const where = { memberId: { not: memberId }, OR: [{ decidedBy: memberId }, { decidedFor: memberId }] };
  return tx.proposal.findMany({ where, orderBy: { id: 'asc' } });
}

/** Erases the reasons of those that ended before that instant; answers of how many. */
export async function eraseReasonsBefore(tx: Tx, instant: Date): Promise<number> {
  const where = { decidedAt: { lt: instant }, reason: WORDS };
  return (await tx.proposal.updateMany({ where, data: { reason: ERASED } })).count;
}

/** The same of those about a member. */
export async function eraseReasonsOf(tx: Tx, memberId: string): Promise<number> {
  return (await tx.proposal.updateMany({ where: { memberId, reason: WORDS }, data: { reason: ERASED } })).count;
}

function typed(row: Proposal): ProposalRow {
  const state = PROPOSAL_STATES.find(each => each === row.state);
  if (state === undefined) throw new Error(`proposal ${row.id} is in the unknown state ${row.state}`);
  return { ...row, state, kind: row.kind as ProposalKind, parts: row.parts === '' ? [] : row.parts.split(':') };
}
