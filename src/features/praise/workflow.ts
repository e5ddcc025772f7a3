/** Praises before those who decide: what a decision does, and what people read of it. */

import { civilOf, todayOf } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { levelOf, type Post, rankOf } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Asked, Taken } from '../../office/matter.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { directoryAround, levelAbove, openApproval } from '../approval/workflow.ts';
import { goingOn, recommendedAt, type Way, waitsFor } from '../violation/goingOn.ts';
import { type CaseAuthority, highestHeld, levelOfStep } from '../violation/route.ts';
import { advance, recordOf, takeEffect, tellOutcome } from './effect.ts';
import type { OwnPraises, PraiseFacts, PraiseMessages } from './messages.ts';
import { authorityOf, grantBy, settledAmounts } from './route.ts';
import { isOpen } from './rules.ts';
import { grantedTo, type PraiseRow, praiseById, praisesNoticed, praisesOn } from './store.ts';

/** To whose posts approving it now only recommends it: it is beyond the level of whoever approves (8.1, 8.4). */
export async function recommendsPraise(
  office: Office,
  tx: Tx,
  asked: Asked,
  actor: Member,
): Promise<readonly Post[] | null> {
  const { authority: levels } = office.settings;
  const as = highestHeld(actor, levelOfStep(asked, levels), levels);
  if (as === 'president') return null;
  const row = await praiseById(tx, asked.subjectId);
  if (row === null || !isOpen(row.state)) return null;
  const needs = authorityOf(row, await settledWith(tx, row), levels);
  if (rankOf(as, levels) >= rankOf(needs, levels)) return null;
  return levelOf(await levelAbove(office, tx, as, row.praisedId), levels).posts;
}

/** What a decision on a praise changes; in the transaction of the decision. */
export async function praiseDecided(
  office: Office,
  tx: Tx,
  { asked, actor, onBehalfOf, verdict, reason }: Taken,
): Promise<true | Refusal> {
  await lockMember(tx, asked.concernsId);
  const row = await praiseById(tx, asked.subjectId);
  if (row === null) return refuse('praise.notFound', { number: asked.subjectId });
  const decision = {
    decidedBy: actor.id,
    decidedFor: onBehalfOf,
    decidedAt: office.clock.now(),
    decidedOn: todayOf(office),
    decisionReason: reason,
  };
  if (verdict === 'rejected') {
    const declined = await advance(office, tx, row, 'decline', actor.id, decision);
    if (isRefusal(declined)) return declined;
    await tellOutcome(office, tx, declined, actor.id);
    return true;
  }
  const directory = await directoryAround(office, tx, actor.id, row.praisedId);
  const step = levelOfStep(asked, office.settings.authority);
  const answer = grantBy(actor, row, step, await settledWith(tx, row), directory, asked.escalated);
  if (isRefusal(answer)) return answer;
  if (answer.event === 'recommend') return recommend(office, tx, row, { ...answer, onBehalfOf }, actor, reason);
  const granted = await advance(office, tx, row, 'grant', actor.id, decision);
  if (isRefusal(granted)) return granted;
  await takeEffect(office, tx, [granted]);
  await tellOutcome(office, tx, granted, actor.id);
  return true;
}

/** A praise as people read it. Throws when there is none of that number. */
export async function praiseFacts(office: Office, tx: Tx, praiseId: number): Promise<PraiseFacts> {
  const facts = await read(office, tx, praiseId);
  if (facts === null) throw new Error(`there is no praise ${praiseId}`);
  return facts;
}

/** A praise as it goes from level to level. */
export function wayOf({ id, praisedId: concernsId, state }: Pick<PraiseRow, 'id' | 'praisedId' | 'state'>): Way {
  return { kind: 'praise', id, concernsId, isOpen: isOpen(state), isRecommended: state === 'recommended' };
}

/** The same for a praise already read. */
export async function factsOf(office: Office, tx: Tx, row: PraiseRow): Promise<PraiseFacts> {
  const { filedAt, decidedAt, decidedOn: _on, noticeId: _notice, ...facts } = row;
  const settled = await settledWith(tx, row);
  const way = wayOf(row);
  const undecided = way.isOpen || row.state === 'withdrawn';
  const undone = row.state === 'voided' ? (await askedAbout(tx, 'praise', row.id)).findLast(isTakenBack) : undefined;
  return {
    ...facts,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    goesOn: await goingOn(office, tx, way, authorityOf(row, settled, office.settings.authority)),
    advised: row.recommendedBy === null ? [] : await recommendedAt(office, tx, way, undecided),
    waitsFor: await waitsFor(office, tx, way),
    sameIncident: sumFen(settled),
    voided:
      undone === undefined
        ? null
        : {
            by: undone.decidedBy ?? '',
            at: (undone.decidedAt ?? undone.requestedAt).toISOString(),
            reason: undone.reason ?? '',
          },
  };
}

/** What was granted to a member this year, for their own record. */
export async function ownPraises(office: Office, tx: Tx, me: Member): Promise<OwnPraises> {
  const today = todayOf(office);
  const praises = await grantedTo(tx, me.id, `${today.slice(0, 4)}-01-01`, today);
  return { praises, sum: sumFen(praises.flatMap(({ amount }) => amount ?? [])) };
}

export const praiseComposers: Composers<keyof PraiseMessages> = {
  'praise.granted': (tx, { praiseId }, office) => read(office, tx, praiseId),
  'praise.outcome': (tx, { praiseId }, office) => read(office, tx, praiseId),
  async 'praise.notice'(tx, { noticeId }, office) {
    const rows = await praisesNoticed(tx, noticeId);
    const decidedAt = rows[0]?.decidedAt ?? null;
    if (decidedAt === null) return null;
    const named = (voided: boolean) =>
      rows.filter(({ state }) => (state === 'voided') === voided).map(({ praisedId }) => praisedId);
    return { praised: named(false), voided: named(true), date: civilOf(decidedAt, office.settings.zone).date };
  },
};

async function read(office: Office, tx: Tx, praiseId: number): Promise<PraiseFacts | null> {
  const row = await praiseById(tx, praiseId);
  return row === null ? null : factsOf(office, tx, row);
}

/** The incentives that count together with it (8.1). */
async function settledWith(tx: Tx, row: PraiseRow): Promise<Fen[]> {
  const sameDay = await praisesOn(tx, [row.praisedId], row.date);
  return settledAmounts(sameDay.map(recordOf), recordOf(row));
}

/** A level is for it, and it is beyond them: their recommendation goes with it to the next (8.1, 8.4). */
async function recommend(
  office: Office,
  tx: Tx,
  row: PraiseRow,
  { as, onBehalfOf: recommendedFor }: { as: CaseAuthority; onBehalfOf: string | null },
  actor: Member,
  recommendation: string | null,
): Promise<true | Refusal> {
  const change = { recommendedBy: actor.id, recommendedFor, recommendation };
  const moved = await advance(office, tx, row, 'recommend', actor.id, change);
  if (isRefusal(moved)) return moved;
  const { id: subjectId, filerId: requesterId, praisedId: concernsId } = row;
  const authority = await levelAbove(office, tx, as, concernsId);
  await openApproval(office, tx, { kind: 'praise', subjectId, authority, requesterId, concernsId });
  return true;
}

function isTakenBack({ state }: { state: string }): boolean {
  return state === 'takenBack';
}
