/** Cases before those who decide: who may, what a decision does, and what people read of it. */
import { civilOf, todayOf } from '../../kernel/civil.ts';
import { sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Asked, Taken } from '../../office/matter.ts';
import type { Composers, Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, endOf } from '../approval/asked.ts';
import { directoryAround, openApproval } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import { casesTowards132, noticesIn } from './count.ts';
import {
  advance,
  CLOCK,
  proposeConsequences,
  recordOf,
  recordsAbout,
  redrawCase,
  takeEffect,
  tellOutcome,
  withdrawGroundless,
} from './effect.ts';
import type { CaseFacts, ViolationMessages } from './messages.ts';
import { approvalBy, approvalEvent, type CaseAuthority, settledAmounts } from './route.ts';
import { answersTo, type CaseRow, caseById } from './store.ts';

/** Whether approving it now only recommends the case to the president: beyond the leader's limit (8.1, 8.4). */
export async function recommendsCase(office: Office, tx: Tx, asked: Asked, actor: Member): Promise<boolean> {
  // The president, whom it reached because the leaders let it lie, settles it.
  if (asked.step !== 'leader' || actor.posts.includes('president')) return false;
  const row = await caseById(tx, asked.subjectId);
  if (row === null || row.state !== 'proposed') return false;
  const kept = recordOf(row, office.settings.zone);
  return (
    approvalEvent('leader', kept, settledAmounts(await recordsAbout(office, tx, row.accusedId), kept)) === 'recommend'
  );
}

/** What a decision on a case, or on an appeal against one, changes; in the transaction of the decision. */
export async function caseDecided(
  office: Office,
  tx: Tx,
  { asked, actor, onBehalfOf, verdict, reason }: Taken,
): Promise<true | Refusal> {
  await lockMember(tx, asked.concernsId);
  const row = await caseById(tx, asked.subjectId);
  if (row === null) return refuse('violation.notFound', { number: asked.subjectId });
  if (asked.kind === 'appeal') return appealDecided(office, tx, row, actor, verdict);
  const decision = {
    decidedBy: actor.id,
    decidedFor: onBehalfOf,
    decidedAt: office.clock.now(),
    decisionReason: reason,
  };
  if (verdict === 'rejected') {
    const rejected = await advance(office, tx, row, 'reject', actor.id, decision);
    if (isRefusal(rejected)) return rejected;
    await tellOutcome(office, tx, rejected, actor.id);
    await proposeConsequences(office, tx, row.accusedId);
    return true;
  }
  const kept = recordOf(row, office.settings.zone);
  const settled = settledAmounts(await recordsAbout(office, tx, row.accusedId), kept);
  const directory = await directoryAround(office, tx, actor.id, row.accusedId);
  const answer = approvalBy(actor, kept, stepOf(asked), settled, directory, asked.escalated);
  if (isRefusal(answer)) return answer;
  if (answer.event === 'recommend') return recommend(office, tx, row, actor, onBehalfOf, reason);
  const upheld = await advance(office, tx, row, 'uphold', actor.id, decision);
  if (isRefusal(upheld)) return upheld;
  await takeEffect(office, tx, upheld);
  await tellOutcome(office, tx, upheld, actor.id);
  return true;
}

/** A case as people read it. Throws when there is none of that number. */
export async function caseFacts(office: Office, tx: Tx, caseId: number): Promise<CaseFacts> {
  const row = await caseById(tx, caseId);
  if (row === null) throw new Error(`there is no case ${caseId}`);
  return factsOf(tx, row, office);
}

/** The same for a case already read, and perhaps the article it is judged by as well. */
export async function factsOf(tx: Tx, row: CaseRow, office: Office, known?: Article | null): Promise<CaseFacts> {
  const { zone } = office.settings;
  const today = todayOf(office);
  const kept = recordOf(row, zone);
  const records = await recordsAbout(office, tx, row.accusedId);
  const others = records.filter(other => other.number !== row.id);
  const settled = settledAmounts(records, kept);
  const [asked] = (await askedAbout(tx, 'appeal', row.id)).slice(-1);
  const { filedAt, decidedAt, appeal, appealedAt, source, ...facts } = row;
  return {
    ...facts,
    ...(source === null ? {} : { worded: true as const }),
    rule: known === undefined ? await ruleOf(tx, row) : known,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    goesOn: row.state === 'proposed' && approvalEvent('leader', kept, settled) === 'recommend',
    sameIncident: sumFen(settled),
    answers: (await answersTo(tx, row.id)).map(({ text, at }) => ({ text, at: at.toISOString() })),
    appeal:
      appeal === null
        ? null
        : {
            text: appeal,
            at: (appealedAt ?? filedAt).toISOString(),
            state: endOf(asked) ?? 'pending',
            by: asked?.decidedBy ?? null,
            onBehalfOf: asked?.onBehalfOf ?? null,
            reason: asked?.reason ?? null,
          },
    upheldBefore: casesTowards132(others, row.accusedId, today, office.settings).length,
    noticesThisYear: noticesIn(others, row.accusedId, Number(today.slice(0, 4))).length,
    noticeThreshold: office.settings.noticeThreshold,
  };
}

export const violationComposers: Composers<keyof ViolationMessages> = {
  'violation.upheld': read,
  'violation.outcome': read,
  'violation.appealDecided': read,
  async 'violation.answered'(tx, { caseId, answerId }, office) {
    const facts = await read(tx, { caseId }, office);
    if (facts === null) return null;
    // An answer added since has its own message.
    const answers = (await answersTo(tx, facts.id)).filter(({ id }) => id <= answerId);
    return { ...facts, answers: answers.map(({ text, at }) => ({ text, at: at.toISOString() })) };
  },
  async 'violation.notice'(tx, { caseId }, office) {
    const row = await caseById(tx, caseId);
    if (row === null || row.decidedAt === null) return null;
    const { accusedId, article, decidedAt, state } = row;
    const rule = await ruleOf(tx, row);
    return {
      accusedId,
      article,
      rule,
      date: civilOf(decidedAt, office.settings.zone).date,
      reversed: state === 'reversed',
    };
  },
};

/** The article a case is judged by. */
async function ruleOf(tx: Tx, row: CaseRow): Promise<Article | null> {
  return (await articlesOf(tx, [row]))(row);
}

async function read(tx: Tx, { caseId }: { caseId: number }, office: Office): Promise<CaseFacts | null> {
  const row = await caseById(tx, caseId);
  return row === null ? null : factsOf(tx, row, office);
}

/** A manager or supervisor is for it, and it is beyond them: their recommendation goes with it to the president (8.1, 8.4). */
async function recommend(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: Member,
  recommendedFor: string | null,
  recommendation: string | null,
): Promise<true | Refusal> {
  const change = { recommendedBy: actor.id, recommendedFor, recommendation };
  const moved = await advance(office, tx, row, 'recommend', actor.id, change);
  if (isRefusal(moved)) return moved;
  const { id: subjectId, filerId: requesterId, accusedId: concernsId } = row;
  await openApproval(office, tx, { kind: 'case', subjectId, authority: 'president', requesterId, concernsId });
  return true;
}

async function appealDecided(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: Member,
  verdict: 'approved' | 'rejected',
): Promise<true | Refusal> {
  if (verdict === 'approved') {
    const reversed = await advance(office, tx, row, 'reverse', actor.id);
    if (isRefusal(reversed)) return reversed;
    await withdrawGroundless(office, tx, row.accusedId, actor.id);
    await proposeConsequences(office, tx, row.accusedId);
  }
  await redrawCase(office, tx, row.id);
  const concerned = [row.accusedId, row.decidedBy];
  const told = verdict === 'approved' ? [...concerned, row.recommendedBy, row.filerId] : concerned;
  for (const recipient of new Set(told)) {
    if (recipient === null || recipient === CLOCK || recipient === actor.id) continue;
    const key = `case:${row.id}:appeal:${recipient}`;
    await say(office, tx, { key, recipient, message: 'violation.appealDecided', ref: { caseId: row.id } });
  }
  return true;
}

function stepOf({ step }: Asked): CaseAuthority {
  return step === 'president' ? 'president' : 'leader';
}
