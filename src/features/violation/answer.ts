/** The accused's side: an answer to a case decided against them, and an appeal to the next level. */

import { civilOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { levelOf, type Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, endOf, waitingAbout } from '../approval/asked.ts';
import { openApproval, redrawCards } from '../approval/workflow.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import { appealTo } from './appealing.ts';
import { noticesIn } from './count.ts';
import { redrawCase } from './effect.ts';
import { type Evidence, given, linksIn } from './evidence.ts';
import { advance, recordOf } from './keeping.ts';
import type { OwnCases } from './messages.ts';
import { endHearing } from './opening.ts';
import { mayAppeal } from './rules.ts';
import { maySee } from './sight.ts';
import { type CaseStatus, isOpen, stands } from './states.ts';
import { addAnswer, addEvidence, type CaseRow, caseById, casesAbout, hearingsFiledBy } from './store.ts';
import { waitingLevel } from './workflow.ts';

/** The longest answer or appeal, in characters. */
const ANSWER_MAX = 3000;

/** Whether the member may answer the case at this moment: asked before a form is opened. */
export function mayAnswerNow(office: Office, me: Member, number: number): Promise<true | Refusal> {
  return office.database.transaction(async tx => {
    const row = await ownCase(tx, me, number);
    return isRefusal(row) ? row : answerable(row);
  });
}

/** To whose posts the member may appeal against the case at this moment. */
export function mayAppealNow(office: Office, me: Member, number: number): Promise<{ to: readonly Post[] } | Refusal> {
  return office.database.transaction(async tx => {
    const row = await ownCase(tx, me, number);
    if (isRefusal(row)) return row;
    const may = await appealable(office, tx, row, me);
    return may === true
      ? { to: levelOf((await appealTo(office, tx, row)).authority, office.settings.authority).posts }
      : may;
  });
}

/**
 * Adds what the accused says to a case, and what they show for it. In the hearing it goes before whoever decides with it; afterwards whoever decided is
 * told.
 */
export async function answerCase(
  office: Office,
  me: Member,
  number: number,
  typed: string,
  added: readonly Evidence[] = [],
): Promise<{ decided: boolean } | Refusal> {
  const now = office.clock.now();
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    const row = await ownCase(tx, me, number);
    if (isRefusal(row)) return row;
    const may = answerable(row);
    if (may !== true) return may;
    const text = readable(typed);
    if (typeof text !== 'string') return text;
    const evidence = given([...linksIn(text), ...added]);
    if (isRefusal(evidence)) return evidence;
    const { id: answerId } = await addAnswer(tx, number, text, now);
    await addEvidence(tx, [number], evidence, { id: me.id, at: now });
    await record(tx, {
      at: now,
      actor: me.id,
      deed: 'case.answered',
      noun: 'case',
      nounId: number,
      after: { answerId, ...(evidence.length === 0 ? {} : { evidence: evidence.length }) },
    });
    if (row.state === 'hearing') {
      const ended = await endHearing(office, tx, row, me.id);
      return isRefusal(ended) ? ended : { decided: false };
    }
    await redrawCase(office, tx, number);
    for (const kind of ['case', 'appeal'] as const)
      for (const { id } of await waitingAbout(tx, kind, number)) await redrawCards(office, tx, id);
    if (row.decidedBy !== null) {
      const key = `case:${number}:answer:${answerId}`;
      const ref = { caseId: number, answerId };
      await say(office, tx, { key, recipient: row.decidedBy, message: 'violation.answered', ref });
    }
    return { decided: !isOpen(row.state) };
  });
  office.wake();
  return result;
}

/**
 * Asks the level above the one that decided to undo a case decided against the member; once, and in time. Until then it does
 * not count. Answers to whose posts it went.
 */
export async function appealCase(
  office: Office,
  me: Member,
  number: number,
  typed: string,
  added: readonly Evidence[] = [],
): Promise<{ to: readonly Post[] } | Refusal> {
  const now = office.clock.now();
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id);
    const row = await ownCase(tx, me, number);
    if (isRefusal(row)) return row;
    const may = await appealable(office, tx, row, me);
    if (may !== true) return may;
    const text = readable(typed);
    if (typeof text !== 'string') return text;
    const evidence = given([...linksIn(text), ...added]);
    if (isRefusal(evidence)) return evidence;
    const moved = await advance(office, tx, row, 'appeal', me.id, { appeal: text, appealedAt: now });
    if (isRefusal(moved)) return moved;
    await addEvidence(tx, [number], evidence, { id: me.id, at: now });
    const next = await appealTo(office, tx, row);
    const asked = { kind: 'appeal', subjectId: number, ...next } as const;
    await openApproval(office, tx, { ...asked, requesterId: me.id, concernsId: me.id });
    await redrawCase(office, tx, number);
    return { to: levelOf(next.authority, office.settings.authority).posts };
  });
  office.wake();
  return result;
}

/** A member's cases for their own record, and what they filed and the person is still heard about. */
export async function ownCases(office: Office, read: Tx, me: Member): Promise<OwnCases> {
  const { settings, clock } = office;
  const { zone, noticeThreshold } = settings;
  const year = Number(todayOf({ clock, settings }).slice(0, 4));
  const [rows, filed] = [await casesAbout(read, me.id), await hearingsFiledBy(read, me.id)];
  const records = rows.map(row => recordOf(row, zone));
  const directory = { members: new Map([[me.id, me]]) };
  const told = rows.toReversed().filter(row => maySee({ ...row, status: row.state }, me, directory));
  // What came to nothing is not held against them.
  const seen = told.filter(({ state }) => state !== 'excused' && state !== 'dismissed' && state !== 'withdrawn');
  const ruleOf = await articlesOf(read, [...seen, ...filed]);
  const cases: OwnCases['cases'] = [];
  for (const row of seen) cases.push({ ...row, rule: ruleOf(row), waitsFor: await waitingLevel(office, read, row) });
  const heard = filed.map(row => ({
    ...row,
    waitsFor: null,
    rule: ruleOf(row),
    hearingUntil: row.hearingUntil?.toISOString() ?? null,
  }));
  return { cases, heard, noticesThisYear: noticesIn(records, me.id, year).length, noticeThreshold };
}

/** To everybody but the accused the case is not there: a forwarded button gives nothing away. */
async function ownCase(tx: Tx, me: Member, number: number): Promise<CaseRow | Refusal> {
  const row = await caseById(tx, number);
  return row !== null && row.accusedId === me.id ? row : refuse('violation.notFound', { number });
}

function answerable({ state, hearingUntil }: CaseRow): true | Refusal {
  return heard(hearingUntil, state) || stands(state) ? true : refuse('violation.noAnswer', { status: state });
}

/** The member was told, and nobody has decided yet. */
function heard(hearingUntil: Date | null, state: CaseStatus): boolean {
  return hearingUntil !== null && isOpen(state);
}

async function appealable(office: Office, tx: Tx, row: CaseRow, me: Member): Promise<true | Refusal> {
  const { appealUntil: until } = row;
  const { zone } = office.settings;
  const untilDay = until === null ? null : civilOf(until, zone).date;
  if (row.appeal === null) return mayAppeal(recordOf(row, zone), me.id, { until, untilDay, now: office.clock.now() });
  const [last] = (await askedAbout(tx, 'appeal', row.id)).slice(-1);
  const by = levelOf(last?.step ?? 'president', office.settings.authority).posts;
  return refuse('violation.appealed', { state: endOf(last) ?? 'pending', by });
}

function readable(typed: string): string | Refusal {
  const text = typed.trim();
  const length = [...text].length;
  if (length === 0) return refuse('violation.textMissing', {});
  return length > ANSWER_MAX ? refuse('violation.textTooLong', { length, limit: ANSWER_MAX }) : text;
}
