/** What deciding cases leads to: who is told, when it counts, and what repetition makes due (1.32, 8.3). */
import { todayOf } from '../../kernel/civil.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, passedOn } from '../approval/asked.ts';
import { directoryIn, withdrawApprovals } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { inForceOn } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { consequenceOf, type Due, groundStands, thirdCase, thirdNotice } from './count.ts';
import {
  accusedCard,
  advance,
  ask,
  CLOCK,
  enterCase,
  GROUND,
  hearingCard,
  noticeCard,
  recordOf,
  recordsAbout,
} from './keeping.ts';
import { type Route, stepsFor } from './route.ts';
import { factsKey } from './rules.ts';
import { isOpen, stands } from './states.ts';
import { type CaseRow, casesAbout } from './store.ts';

/** A case was upheld: the accused is told, with the ways to answer and to appeal. Without a time for an appeal it is final at once. */
export async function takeEffect(office: Office, tx: Tx, row: CaseRow): Promise<CaseRow> {
  const mine = accusedCard(row.id);
  const ref = { caseId: row.id };
  await say(office, tx, { key: mine, card: mine, recipient: row.accusedId, message: 'violation.upheld', ref });
  await redraw(office, tx, hearingCard(row.id));
  return row.appealUntil === null ? becomeFinal(office, tx, row, CLOCK) : row;
}

/** Nobody appealed in time: the case counts from now on. */
export async function becomeFinal(office: Office, tx: Tx, row: CaseRow, actor: string): Promise<CaseRow> {
  const moved = await advance(office, tx, row, 'finish', actor, { finalAt: office.clock.now() });
  if (isRefusal(moved)) throw new Error(`case ${row.id} cannot become final: it is ${row.state}`);
  await beginCounting(office, tx, moved);
  return moved;
}

/** What a case leads to once it counts: its notice is posted (8.2), and repetition is counted. */
export async function beginCounting(office: Office, tx: Tx, { id, accusedId, notice }: CaseRow): Promise<void> {
  const posted = noticeCard(id);
  const ref = { caseId: id };
  if (notice) {
    await say(office, tx, { key: posted, card: posted, recipient: '#notices', message: 'violation.notice', ref });
  }
  await redrawCase(office, tx, id);
  await proposeConsequences(office, tx, accusedId);
}

/** A case that was decided counts no longer: what it led to goes with it. */
export async function stopCounting(office: Office, tx: Tx, row: CaseRow, actor: string): Promise<void> {
  await withdrawGroundless(office, tx, row.accusedId, actor);
  await proposeConsequences(office, tx, row.accusedId);
  await redrawCase(office, tx, row.id);
}

/** Tells whoever filed or recommended a case what became of it, except the one who just decided; and the accused, where they were heard. */
export async function tellOutcome(office: Office, tx: Tx, row: CaseRow, deciderId: string): Promise<void> {
  const upheld = stands(row.state);
  if (!upheld && row.hearingUntil !== null && row.accusedId !== deciderId) {
    const key = `case:${row.id}:closed`;
    const ref = { caseId: row.id };
    await say(office, tx, { key, recipient: row.accusedId, message: 'violation.closed', ref });
  }
  await redraw(office, tx, hearingCard(row.id));
  // Upheld, the accused has a message of their own.
  const silent = [deciderId, ...(upheld || row.hearingUntil !== null ? [row.accusedId] : [])];
  for (const recipient of new Set([row.filerId, ...(await advisersOf(tx, row))])) {
    if (recipient === CLOCK || silent.includes(recipient)) continue;
    const key = `case:${row.id}:${row.state}:${recipient}`;
    const ref = { caseId: row.id, readerId: recipient };
    await say(office, tx, { key, recipient, message: 'violation.outcome', ref });
  }
}

/** Everybody who recommended a case, level by level. */
export async function advisersOf(tx: Tx, { id, state, recommendedBy }: CaseRow): Promise<string[]> {
  if (recommendedBy === null) return [];
  const isUndecided = isOpen(state) || state === 'withdrawn';
  const earlier = passedOn(await askedAbout(tx, 'case', id), isUndecided).map(({ by }) => by);
  return [...new Set([...earlier, recommendedBy])];
}

/** Opens the proposals that repetition makes due now; ask whenever a case of the person begins to count, or no longer does. */
export async function proposeConsequences(office: Office, tx: Tx, accusedId: string): Promise<void> {
  const { settings } = office;
  const today = todayOf(office);
  const cases = await recordsAbout(office, tx, accusedId);
  const notices = thirdNotice(cases, accusedId, Number(today.slice(0, 4)), settings);
  const total = thirdCase(cases, accusedId, today, settings);
  const found = [notices, total].filter(due => due !== null);
  if (found.length === 0) return;
  // Only where the regulation has the article that asks for it.
  const articles = inForceOn(await rulebookIn(tx), today).filter(
    ({ found, off }) => found === 'counted' && off === undefined,
  );
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
    const moved = await advance(office, tx, row, 'withdraw', actor, change);
    if (!isRefusal(moved)) await tellOutcome(office, tx, moved, actor);
  }
}

/** Draws anew what was said about a case that stands differently now. */
export async function redrawCase(office: Office, tx: Tx, id: number): Promise<void> {
  for (const card of [hearingCard(id), accusedCard(id), noticeCard(id)]) await redraw(office, tx, card);
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
  const steps = stepsFor(proposal, 'president', await directoryIn(office, tx), null);
  const route: Route = { opensAs: 'proposed', onBehalfOf: null, steps };
  const kind = dues.length > 1 ? 'grounds' : due.ground === '8.3' ? 'notices' : 'cases';
  const { noticeThreshold, caseThreshold } = office.settings;
  // As they are on the day it is proposed.
  const counted = dues.flatMap(({ count, caseIds }) => [count, caseIds.join(',')]);
  const thresholds = dues.map(({ ground }) => (ground === '8.3' ? noticeThreshold : caseThreshold));
  const facts = factsKey(kind, [...counted, ...thresholds]);
  const numbers = [...new Set(dues.flatMap(({ caseIds }) => caseIds))].join(',');
  const source = `${GROUND}${due.ground}:${due.accusedId}:${numbers}`;
  const row = await enterCase(office, tx, { proposal, facts, count: 1, source, route });
  await ask(office, tx, row, steps[0]?.authority ?? 'president');
}

function isGround({ article }: CaseRow): boolean {
  return article === '1.32' || article === '8.3';
}
