/** What opening and deciding praises leads to: who is asked, who is told, and the notice in the channel (8.2). */
import { todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, passedOn } from '../approval/asked.ts';
import { openApproval } from '../approval/workflow.ts';
import type { Route } from './route.ts';
import { isOpen, type PraiseEvent, type PraiseRecord, type Proposal, transition } from './rules.ts';
import { createPraise, movePraise, type PraiseChange, type PraiseRow, setNotice } from './store.ts';

/** The cards that change later. */
const praisedCard = (id: number) => `praise:${id}:praised`;
const noticeCard = (noticeId: number) => `praise:${noticeId}:notice`;

/** Opens a praise in the transaction that checked it, with the praised locked: asks whoever decides first, where filing was no decision. */
export async function openPraise(
  office: Office,
  tx: Tx,
  filed: { proposal: Proposal; filerId: string; why: string; route: Route },
): Promise<PraiseRow> {
  const { proposal, filerId, why, route } = filed;
  const { opensAs: state, onBehalfOf } = route;
  const now = office.clock.now();
  const judged: PraiseChange =
    state === 'granted'
      ? { decidedBy: filerId, decidedFor: onBehalfOf, decidedAt: now, decidedOn: todayOf(office) }
      : state === 'recommended'
        ? { recommendedBy: filerId, recommendedFor: onBehalfOf }
        : {};
  const row = await createPraise(tx, { ...proposal, filerId, why, state, ...judged, filedAt: now });
  const after = { ...proposal, state, ...judgesIn(judged) };
  await record(tx, { at: now, actor: filerId, deed: 'praise.filed', noun: 'praise', nounId: row.id, after });
  const [step] = route.steps;
  if (step !== undefined) {
    const asked = { kind: 'praise', subjectId: row.id, authority: step.authority } as const;
    await openApproval(office, tx, { ...asked, requesterId: filerId, concernsId: proposal.praisedId });
  }
  return row;
}

/** One guarded step of a praise, with its entry in the record; the refusal when it is not in a state for that. */
export async function advance(
  office: Office,
  tx: Tx,
  row: PraiseRow,
  event: PraiseEvent,
  actor: string,
  change: PraiseChange = {},
): Promise<PraiseRow | Refusal> {
  const state = transition(row.state, event);
  if (isRefusal(state)) return state;
  const moved = await movePraise(tx, row, { ...change, state });
  if (moved === null) throw new Error(`praise ${row.id} moved although the praised is locked`);
  const at = office.clock.now();
  const [before, after] = [{ state: row.state }, { state, ...judgesIn(change) }];
  await record(tx, { at, actor, deed: `praise.${event}`, noun: 'praise', nounId: row.id, before, after });
  return moved;
}

/** Praises were granted together: the praised are told, and one notice names those it goes with (8.2). */
export async function takeEffect(office: Office, tx: Tx, granted: readonly PraiseRow[]): Promise<void> {
  for (const { id, praisedId } of granted) {
    const card = praisedCard(id);
    await say(office, tx, { key: card, card, recipient: praisedId, message: 'praise.granted', ref: { praiseId: id } });
  }
  const noticed = granted.filter(({ notice }) => notice).map(({ id }) => id);
  const [noticeId] = noticed;
  if (noticeId === undefined) return;
  await setNotice(tx, noticed, noticeId);
  const card = noticeCard(noticeId);
  await say(office, tx, { key: card, card, recipient: '#notices', message: 'praise.notice', ref: { noticeId } });
}

/** Tells whoever proposed or recommended a praise what became of it, except the one who just decided. */
export async function tellOutcome(office: Office, tx: Tx, row: PraiseRow, deciderId: string): Promise<void> {
  const isUndecided = isOpen(row.state) || row.state === 'withdrawn';
  const rows = row.recommendedBy === null ? [] : await askedAbout(tx, 'praise', row.id);
  const advisers = passedOn(rows, isUndecided).map(({ by }) => by);
  for (const recipient of new Set([row.filerId, ...advisers, row.recommendedBy])) {
    if (recipient === null || recipient === deciderId) continue;
    const key = `praise:${row.id}:${row.state}:${recipient}`;
    await say(office, tx, { key, recipient, message: 'praise.outcome', ref: { praiseId: row.id } });
  }
}

/** Draws anew what was said about a praise that stands differently now. */
export async function redrawPraise(office: Office, tx: Tx, { id, noticeId }: PraiseRow): Promise<void> {
  await redraw(office, tx, praisedCard(id));
  if (noticeId !== null) await redraw(office, tx, noticeCard(noticeId));
}

/** A stored praise as the rules count it. */
export function recordOf({ id, praisedId, date, amount, notice, state }: PraiseRow): PraiseRecord {
  return { number: id, praisedId, date, amount, notice, status: state };
}

/** Who judges, in whose place and when, as the record keeps it: what they write stays out of it. */
function judgesIn({ recommendation: _words, decisionReason: _reason, decidedAt, ...judges }: PraiseChange) {
  const kept = { ...judges, decidedAt: decidedAt?.toISOString() };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
