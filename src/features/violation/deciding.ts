/** What a decision on a case, or on an appeal against one, changes; in the transaction of the decision. */
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { levelOf, type Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Asked, Taken } from '../../office/matter.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryAround, levelAbove } from '../approval/workflow.ts';
import { tierOf } from '../rulebook/rules.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import {
  advisersOf,
  beginCounting,
  proposeConsequences,
  redrawCase,
  stopCounting,
  takeEffect,
  tellOutcome,
} from './effect.ts';
import { advance, ask, CLOCK, recordOf, recordsAbout } from './keeping.ts';
import { tellNearby } from './nearby.ts';
import { appealEnd, hearingEnd, tellHearing } from './opening.ts';
import {
  approvalBy,
  approvalEvent,
  type CaseAuthority,
  highestHeld,
  levelOfStep,
  limitIn,
  settledAmounts,
} from './route.ts';
import { isOpen } from './states.ts';
import { type CaseChange, type CaseRow, caseById } from './store.ts';
import { type CaseTerms, decidedTerms, reducedTerms, termsIn } from './terms.ts';

/** To whose posts approving it now only recommends the case: it is beyond the level of whoever approves (8.1, 8.4). */
export async function recommendsCase(
  office: Office,
  tx: Tx,
  asked: Asked,
  actor: Member,
): Promise<readonly Post[] | null> {
  const { authority: levels } = office.settings;
  const as = highestHeld(actor, levelOfStep(asked, levels), levels);
  if (as === 'president') return null;
  const row = await caseById(tx, asked.subjectId);
  if (row === null || !isOpen(row.state)) return null;
  const kept = recordOf(row, office.settings.zone);
  const settled = settledAmounts(await recordsAbout(office, tx, row.accusedId), kept);
  if (approvalEvent(as, kept, settled, levels) === 'uphold') return null;
  return levelOf(await levelAbove(office, tx, as, row.accusedId), levels).posts;
}

export async function caseDecided(office: Office, tx: Tx, taken: Taken): Promise<true | Refusal> {
  const { asked } = taken;
  await lockMember(tx, asked.concernsId);
  const row = await caseById(tx, asked.subjectId);
  if (row === null) return refuse('violation.notFound', { number: asked.subjectId });
  if (asked.kind === 'appeal') return appealDecided(office, tx, row, taken);
  return taken.verdict === 'rejected' ? decidedFor(office, tx, row, taken) : decidedAgainst(office, tx, row, taken);
}

/** Dismissed, or excused: it happened, and is not held against the member. */
async function decidedFor(office: Office, tx: Tx, row: CaseRow, taken: Taken): Promise<true | Refusal> {
  const event = termsIn(taken.terms) === 'excuse' ? 'excuse' : 'dismiss';
  const closed = await advance(office, tx, row, event, taken.actor.id, decisionIn(office, taken));
  if (isRefusal(closed)) return closed;
  await tellOutcome(office, tx, closed, taken.actor.id);
  await proposeConsequences(office, tx, row.accusedId);
  return true;
}

/** Upheld as asked for or on other terms, or passed on to the next level (8.1, 8.4). */
async function decidedAgainst(office: Office, tx: Tx, row: CaseRow, taken: Taken): Promise<true | Refusal> {
  const { asked, actor } = taken;
  const change = await changedTerms(office, tx, row, termsIn(taken.terms));
  if (isRefusal(change)) return change;
  const kept = { ...recordOf(row, office.settings.zone), ...termsOf({ ...row, ...change }) };
  const settled = settledAmounts(await recordsAbout(office, tx, row.accusedId), kept);
  const directory = await directoryAround(office, tx, actor.id, row.accusedId);
  const step = levelOfStep(asked, office.settings.authority);
  const answer = approvalBy(actor, kept, step, settled, directory, asked.escalated);
  if (isRefusal(answer)) return answer;
  // What the bot put forward is heard about once somebody is for it.
  const hearingUntil = row.state === 'proposed' ? await hearingEnd(office, tx) : null;
  if (hearingUntil !== null) return takenUp(office, tx, row, taken, hearingUntil);
  if (answer.event === 'recommend') return recommend(office, tx, row, taken, answer.as, change);
  const { as: decidedAs } = answer;
  const decision = { ...decisionIn(office, taken), decidedAs, ...change, appealUntil: await appealEnd(office, tx) };
  const upheld = await advance(office, tx, row, 'uphold', actor.id, decision);
  if (isRefusal(upheld)) return upheld;
  // Passed on to the next level, it was before its people already.
  if (!asked.escalated) await tellNearby(office, tx, upheld);
  const stands = await takeEffect(office, tx, upheld);
  await tellOutcome(office, tx, stands, actor.id);
  return true;
}

function decisionIn(office: Office, { actor, onBehalfOf, reason }: Taken): CaseChange {
  return { decidedBy: actor.id, decidedFor: onBehalfOf, decidedAt: office.clock.now(), decisionReason: reason };
}

/** The terms the decider sets, with what was asked for kept beside them. */
async function changedTerms(
  office: Office,
  tx: Tx,
  row: CaseRow,
  wanted: CaseTerms | 'excuse' | null,
): Promise<CaseChange | Refusal> {
  if (wanted === null || wanted === 'excuse') return {};
  const rule = (await articlesOf(tx, [row]))(row);
  const tier = rule === null ? undefined : tierOf(rule, row.tier);
  if (tier === undefined) return refuse('violation.unchanged', {});
  const terms = decidedTerms(termsOf(row), wanted, row.article, tier, limitIn(office.settings.authority));
  return isRefusal(terms) ? terms : { ...terms, ...askedFor(row) };
}

/** What was asked for first stays, however often it is changed. */
function askedFor({ changed, amount, notice }: CaseRow): CaseChange {
  return changed ? {} : { changed: true, askedAmount: amount, askedNotice: notice };
}

function termsOf({ amount, notice }: CaseTerms): CaseTerms {
  return { amount, notice };
}

/** Somebody is for what the bot put forward: the member is heard before it goes to the next level. */
async function takenUp(
  office: Office,
  tx: Tx,
  row: CaseRow,
  taken: Taken,
  hearingUntil: Date,
): Promise<true | Refusal> {
  const moved = await advance(office, tx, row, 'hear', taken.actor.id, { ...adviceIn(taken), hearingUntil });
  if (isRefusal(moved)) return moved;
  await tellHearing(office, tx, moved);
  return true;
}

/** A level is for it, and it is beyond them: their recommendation goes with it to the next (8.1, 8.4). */
async function recommend(
  office: Office,
  tx: Tx,
  row: CaseRow,
  taken: Taken,
  as: CaseAuthority,
  change: CaseChange,
): Promise<true | Refusal> {
  const moved = await advance(office, tx, row, 'recommend', taken.actor.id, { ...adviceIn(taken), ...change });
  if (isRefusal(moved)) return moved;
  await ask(office, tx, moved, await levelAbove(office, tx, as, row.accusedId));
  return true;
}

function adviceIn({ actor, onBehalfOf, reason }: Taken): CaseChange {
  return { recommendedBy: actor.id, recommendedFor: onBehalfOf, recommendation: reason };
}

async function appealDecided(office: Office, tx: Tx, row: CaseRow, taken: Taken): Promise<true | Refusal> {
  const { actor, verdict } = taken;
  const wanted = termsIn(taken.terms);
  const less = wanted === null || wanted === 'excuse' ? null : reducedTerms(termsOf(row), wanted);
  if (isRefusal(less)) return less;
  // Final before the appeal, where it has no term, it counts from that day as before.
  const finalAt = row.finalAt ?? office.clock.now();
  const [event, change]: ['overturn' | 'reduce' | 'confirm', CaseChange] =
    verdict === 'rejected'
      ? ['confirm', { finalAt }]
      : less === null
        ? ['overturn', { finalAt: null }]
        : ['reduce', { ...less, ...askedFor(row), finalAt }];
  const moved = await advance(office, tx, row, event, actor.id, change);
  if (isRefusal(moved)) return moved;
  if (event === 'overturn') await stopCounting(office, tx, moved, actor.id);
  else await beginCounting(office, tx, moved);
  await redrawCase(office, tx, row.id);
  const concerned = [row.accusedId, row.decidedBy];
  const told = event === 'confirm' ? concerned : [...concerned, ...(await advisersOf(tx, row)), row.filerId];
  for (const recipient of new Set(told)) {
    if (recipient === null || recipient === CLOCK || recipient === actor.id) continue;
    const key = `case:${row.id}:appeal:${recipient}`;
    await say(office, tx, { key, recipient, message: 'violation.appealDecided', ref: { caseId: row.id } });
  }
  return true;
}
