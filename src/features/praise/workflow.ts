/** Praises before those who decide: what a decision does, and what people read of it. */

import { civilOf, todayOf } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Asked, Taken } from '../../office/matter.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout } from '../approval/asked.ts';
import { directoryAround, openApproval } from '../approval/workflow.ts';
import { advance, recordOf, takeEffect, tellOutcome } from './effect.ts';
import type { OwnPraises, PraiseFacts, PraiseMessages } from './messages.ts';
import { grantBy, isBeyondLeaders, settledAmounts } from './route.ts';
import { grantedTo, type PraiseRow, praiseById, praisesNoticed, praisesOn } from './store.ts';

/** Whether approving it now only recommends it to the president: beyond the leader's limit (8.1, 8.4). */
export async function recommendsPraise(office: Office, tx: Tx, asked: Asked, actor: Member): Promise<boolean> {
  // The president, whom it reached because the leaders let it lie, settles it.
  if (asked.step !== 'leader' || actor.posts.includes('president')) return false;
  const row = await praiseById(tx, asked.subjectId);
  return row?.state === 'proposed' && isBeyondLeaders(row, await settledWith(tx, row), office.settings.authorityLimit);
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
  const step = asked.step === 'president' ? 'president' : 'leader';
  const answer = grantBy(
    actor,
    row,
    step,
    await settledWith(tx, row),
    directory,
    office.settings.authorityLimit,
    asked.escalated,
  );
  if (isRefusal(answer)) return answer;
  if (answer.event === 'recommend') return recommend(office, tx, row, actor, onBehalfOf, reason);
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

/** The same for a praise already read. */
export async function factsOf(office: Office, tx: Tx, row: PraiseRow): Promise<PraiseFacts> {
  const { filedAt, decidedAt, decidedOn: _on, noticeId: _notice, ...facts } = row;
  const settled = await settledWith(tx, row);
  const undone = row.state === 'voided' ? (await askedAbout(tx, 'praise', row.id)).findLast(isTakenBack) : undefined;
  return {
    ...facts,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    goesOn: row.state === 'proposed' && isBeyondLeaders(row, settled, office.settings.authorityLimit),
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

/** A manager or supervisor is for it, and it is beyond them: their recommendation goes with it to the president (8.4). */
async function recommend(
  office: Office,
  tx: Tx,
  row: PraiseRow,
  actor: Member,
  recommendedFor: string | null,
  recommendation: string | null,
): Promise<true | Refusal> {
  const change = { recommendedBy: actor.id, recommendedFor, recommendation };
  const moved = await advance(office, tx, row, 'recommend', actor.id, change);
  if (isRefusal(moved)) return moved;
  const { id: subjectId, filerId: requesterId, praisedId: concernsId } = row;
  await openApproval(office, tx, { kind: 'praise', subjectId, authority: 'president', requesterId, concernsId });
  return true;
}

function isTakenBack({ state }: { state: string }): boolean {
  return state === 'takenBack';
}
