/** What opening and deciding cases leads to: who is asked, who is told, and what repetition makes due (1.32, 8.3). */
import { civilOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryIn, openApproval, withdrawApprovals } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { inForceOn } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { consequenceOf, type Due, groundStands, thirdCase, thirdNotice } from './count.ts';
import { type Route, routeFor } from './route.ts';
import { type CaseEvent, type CaseRecord, factsKey, isOpen, type Proposal, transition } from './rules.ts';
import { type CaseChange, type CaseRow, casesAbout, createCase, moveCase } from './store.ts';

/** Stands for the bot where a case names who filed it. */
export const CLOCK = 'clock';

/** Begins the source of a proposal that repetition makes due. */
const GROUND = 'ground:';

/** The cards that change later. */
export const accusedCard = (id: number) => `case:${id}:accused`;
const noticeCard = (id: number) => `case:${id}:notice`;

export interface Opening {
  proposal: Proposal;
  facts: string;
  count: number;
  /** What the clock proposes it from, once. */
  source: string | null;
  route: Route;
}

/**
 * Opens a case in the transaction that checked it, with the accused locked: asks whoever decides first, or, where
 * filing was the decision, lets it take effect at once.
 */
export async function openCase(office: Office, tx: Tx, opening: Opening): Promise<CaseRow> {
  const { proposal, facts, count, source, route } = opening;
  const { filerId: filer, ...rest } = proposal;
  const now = office.clock.now();
  const filerId = filer ?? CLOCK;
  const { opensAs: state, onBehalfOf } = route;
  const judged =
    state === 'upheld'
      ? { decidedBy: filer, decidedFor: onBehalfOf, decidedAt: now }
      : state === 'recommended'
        ? { recommendedBy: filer, recommendedFor: onBehalfOf }
        : {};
  const kept = { ...rest, filerId, facts, count, source, state };
  const row = await createCase(tx, { ...kept, ...judged, filedAt: now });
  const { accusedId, article, articleVersion, tier, date, amount, notice, consequence } = proposal;
  const said = {
    state,
    accusedId,
    article,
    articleVersion,
    tier,
    date,
    count,
    amount,
    notice,
    consequence,
    onBehalfOf,
  };
  const after = { ...said, ...judgesIn(judged) };
  await record(tx, { at: now, actor: filerId, deed: 'case.filed', noun: 'case', nounId: row.id, after });
  const [step] = route.steps;
  if (step !== undefined) {
    const asked = { kind: 'case', subjectId: row.id, authority: step.authority } as const;
    await openApproval(office, tx, { ...asked, requesterId: filerId, concernsId: accusedId });
  } else await takeEffect(office, tx, row);
  return row;
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
  return moved;
}

/** Who judges, in whose place and when, as the record keeps it: what they write stays out of it. */
function judgesIn({ recommendedBy, recommendedFor, decidedBy, decidedFor, decidedAt }: CaseChange) {
  const kept = { recommendedBy, recommendedFor, decidedBy, decidedFor, decidedAt: decidedAt?.toISOString() };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

/** A case was upheld: the accused is told with the ways to answer, a notice is posted (8.2), and repetition is counted. */
export async function takeEffect(office: Office, tx: Tx, { id, accusedId, notice }: CaseRow): Promise<void> {
  const [mine, posted] = [accusedCard(id), noticeCard(id)];
  const ref = { caseId: id };
  await say(office, tx, { key: mine, card: mine, recipient: accusedId, message: 'violation.upheld', ref });
  if (notice) {
    await say(office, tx, { key: posted, card: posted, recipient: '#notices', message: 'violation.notice', ref });
  }
  await proposeConsequences(office, tx, accusedId);
}

/** Tells whoever filed or recommended a case what became of it, except the one who just decided and the accused. */
export async function tellOutcome(office: Office, tx: Tx, row: CaseRow, deciderId: string): Promise<void> {
  // A rejected case is the accused's business only when they filed it themselves.
  const silent = row.state === 'upheld' ? [deciderId, row.accusedId] : [deciderId];
  for (const recipient of new Set([row.filerId, row.recommendedBy])) {
    if (recipient === null || recipient === CLOCK || silent.includes(recipient)) continue;
    const key = `case:${row.id}:${row.state}:${recipient}`;
    await say(office, tx, { key, recipient, message: 'violation.outcome', ref: { caseId: row.id } });
  }
}

/** Opens the proposals that repetition makes due now; ask whenever a case of the person was decided. */
export async function proposeConsequences(office: Office, tx: Tx, accusedId: string): Promise<void> {
  const { settings } = office;
  const today = todayOf(office);
  const cases = await recordsAbout(office, tx, accusedId);
  const notices = thirdNotice(cases, accusedId, Number(today.slice(0, 4)), settings);
  const total = thirdCase(cases, accusedId, today, settings);
  const found = [notices, total].filter(due => due !== null);
  if (found.length === 0) return;
  // Only where the regulation has the article that asks for it.
  const articles = inForceOn(await rulebookIn(tx), today).filter(article => article.found === 'counted');
  const dues = found.filter(({ ground }) => articles.some(({ number }) => number === ground));
  if (dues[0] !== undefined) await proposeConsequence(office, tx, dues[0], dues, articles);
}

/** After a reversal: takes back the open proposals of a consequence whose ground is gone. */
export async function withdrawGroundless(office: Office, tx: Tx, accusedId: string, actor: string): Promise<void> {
  for (const row of await casesAbout(tx, accusedId)) {
    if (!isGround(row) || !isOpen(row.state)) continue;
    const cases = await recordsAbout(office, tx, accusedId);
    const proposal = recordOf(row, office.settings.zone);
    if (groundStands(proposal, cases, todayOf(office), office.settings)) continue;
    await withdrawApprovals(office, tx, 'case', row.id, actor);
    const change = { decidedBy: actor, decidedAt: office.clock.now() };
    await advance(office, tx, row, 'withdraw', actor, change);
    await tellOutcome(office, tx, { ...row, state: 'withdrawn' }, actor);
  }
}

/** Draws anew what was said about a case that stands differently now. */
export async function redrawCase(office: Office, tx: Tx, id: number): Promise<void> {
  await redraw(office, tx, accusedCard(id));
  await redraw(office, tx, noticeCard(id));
}

/** All cases about a person, as the rules count them. */
export async function recordsAbout(office: Office, tx: Tx, accusedId: string): Promise<CaseRecord[]> {
  return (await casesAbout(tx, accusedId)).map(row => recordOf(row, office.settings.zone));
}

/** A stored case as the rules read it; `zone` tells the day it was decided. */
export function recordOf(row: CaseRow, zone: string): CaseRecord {
  const { accusedId, article, articleVersion, tier, date, amount, notice, consequence } = row;
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
    status: row.state,
    counted: countedIn(row.source),
    decidedOn: row.decidedAt === null ? null : civilOf(row.decidedAt, zone).date,
  };
}

/** One proposal, also where both grounds are due at once. */
async function proposeConsequence(
  office: Office,
  tx: Tx,
  due: Due,
  dues: readonly Due[],
  articles: readonly Article[],
): Promise<void> {
  // Nobody files it: the clock asks, the leader proposes by recommending, and the president decides (8.4).
  const { version = 1 } = articles.find(({ number }) => number === due.ground) ?? {};
  const proposal = { ...consequenceOf(due, CLOCK, version), filerId: null };
  const route = routeFor(proposal, [], null, await directoryIn(office, tx));
  const kind = dues.length > 1 ? 'grounds' : due.ground === '8.3' ? 'notices' : 'cases';
  const { noticeThreshold, caseThreshold } = office.settings;
  // As they are on the day it is proposed.
  const counted = dues.flatMap(({ count, caseIds }) => [count, caseIds.join(',')]);
  const thresholds = dues.map(({ ground }) => (ground === '8.3' ? noticeThreshold : caseThreshold));
  const facts = factsKey(kind, [...counted, ...thresholds]);
  const numbers = [...new Set(dues.flatMap(({ caseIds }) => caseIds))].join(',');
  const source = `${GROUND}${due.ground}:${due.accusedId}:${numbers}`;
  await openCase(office, tx, { proposal, facts, count: 1, source, route });
}

/** The ids of the cases such a proposal was made from. */
function countedIn(source: string | null): readonly string[] {
  return source?.startsWith(GROUND) === true ? (source.split(':')[3] ?? '').split(',') : [];
}

function isGround({ article }: CaseRow): boolean {
  return article === '1.32' || article === '8.3';
}
