/** Keeping cases: the entry with which one begins, its guarded steps, and cases as the rules read them. */
import { civilOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { happen } from '../../office/happen.ts';
import type { Office } from '../../office/office.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { openApproval } from '../approval/workflow.ts';
import type { CaseAuthority, Route } from './route.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { type CaseEvent, counts, transition } from './states.ts';
import { type CaseChange, type CaseRow, casesAbout, createCase, moveCase } from './store.ts';

/** Stands for the bot where a case names who filed it. */
export const CLOCK = 'clock';

/** Begins the source of a proposal that repetition makes due. */
export const GROUND = 'ground:';

/** The cards that change later: what is alleged, what was decided, the notice. */
export const hearingCard = (id: number) => `case:${id}:hearing`;
export const accusedCard = (id: number) => `case:${id}:accused`;
export const noticeCard = (id: number) => `case:${id}:notice`;

export interface Opening {
  proposal: Proposal;
  facts: string;
  count: number;
  /** How a compensation was worked out. */
  basis?: string | null;
  /** What the clock proposes it from, once. */
  source: string | null;
  route: Route;
  /** The incident it is filed with; `first`: the case is the first of it and has its number. Left out for one by itself. */
  incident?: { id: number; first: boolean };
}

/** Enters a case with its entry in the record, in the transaction that checked it, with the accused locked. */
export async function enterCase(
  office: Office,
  tx: Tx,
  opening: Opening,
  terms: Pick<CaseChange, 'hearingUntil' | 'appealUntil'> = {},
): Promise<CaseRow> {
  const { proposal, facts, count, basis = null, source, route, incident } = opening;
  const { filerId: filer, ...rest } = proposal;
  const now = office.clock.now();
  const filerId = filer ?? CLOCK;
  const { opensAs: state, onBehalfOf, decidedAs = null } = route;
  const judged =
    state === 'upheld'
      ? { decidedBy: filer, decidedFor: onBehalfOf, decidedAs, decidedAt: now }
      : state === 'recommended'
        ? { recommendedBy: filer, recommendedFor: onBehalfOf }
        : {};
  const together = incident === undefined ? {} : { incidentId: incident.id };
  const row = await createCase(tx, {
    ...rest,
    ...(incident?.first === true ? { id: incident.id } : {}),
    ...together,
    filerId,
    facts,
    count,
    basis,
    source,
    state,
    ...judged,
    ...terms,
    filedAt: now,
  });
  const after = { state, ...rest, count, ...together, onBehalfOf, ...judgesIn({ ...judged, ...terms }) };
  await record(tx, { at: now, actor: filerId, deed: 'case.filed', noun: 'case', nounId: row.id, after });
  return row;
}

/** Puts a case before those who decide it next. */
export async function ask(office: Office, tx: Tx, row: CaseRow, authority: CaseAuthority): Promise<void> {
  const { id: subjectId, filerId: requesterId, accusedId: concernsId } = row;
  await openApproval(office, tx, { kind: 'case', subjectId, authority, requesterId, concernsId });
}

/** One guarded step of a case, with its entry in the record; the refusal when it is not in a state for that. */
export async function advance(
  office: Office,
  tx: Tx,
  row: CaseRow,
  event: CaseEvent,
  actor: string,
  change: CaseChange = {},
): Promise<CaseRow | Refusal> {
  const state = transition(row.state, event);
  if (isRefusal(state)) return state;
  const moved = await moveCase(tx, row, { ...change, state });
  if (moved === null) throw new Error(`case ${row.id} moved although its accused is locked`);
  const at = office.clock.now();
  const [before, after] = [{ state: row.state }, { state, decidedFor: moved.decidedFor, ...judgesIn(change) }];
  await record(tx, { at, actor, deed: `case.${event}`, noun: 'case', nounId: row.id, before, after });
  const { accusedId: memberId, article } = row;
  if (counts(row.state) !== counts(state)) await happen(office, tx, 'case.counted', { memberId, article });
  return moved;
}

/** Who judges, in whose place, when and to what end, as the record keeps it: what they write stays out of it. */
export function judgesIn(change: CaseChange) {
  const { appeal: _a, recommendation: _r, decisionReason: _d, urgentReason: _u, voidReason: _v, ...kept } = change;
  const plain = Object.entries(kept).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]);
  return Object.fromEntries(plain.filter(([, value]) => value !== undefined));
}

/** All cases about a person, or about any of several, as the rules count them. */
export async function recordsAbout(office: Office, tx: Tx, accused: string | readonly string[]): Promise<CaseRecord[]> {
  return (await casesAbout(tx, accused)).map(row => recordOf(row, office.settings.zone));
}

/** A stored case as the rules read it; `zone` tells the day it was decided. */
export function recordOf(row: CaseRow, zone: string): CaseRecord {
  const { accusedId, article, articleVersion, tier, date, amount, notice, consequence, compensates } = row;
  return {
    id: String(row.id),
    number: row.id,
    accusedId,
    filerId: row.filerId === CLOCK ? null : row.filerId,
    article,
    articleVersion,
    tier,
    date,
    amount,
    notice,
    consequence,
    compensates,
    status: row.state,
    counted: countedIn(row.source),
    decidedOn: row.decidedAt === null ? null : civilOf(row.decidedAt, zone).date,
    finalOn: row.finalAt === null ? null : civilOf(row.finalAt, zone).date,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    finalAt: row.finalAt?.toISOString() ?? null,
  };
}

/** The ids of the cases such a proposal was made from. */
function countedIn(source: string | null): readonly string[] {
  return source?.startsWith(GROUND) === true ? (source.split(':')[3] ?? '').split(',') : [];
}
