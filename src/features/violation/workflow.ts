/** What the clock proposes as a case, and what people read of cases. */
import { type CivilDate, civilOf, todayOf } from '../../kernel/civil.ts';
import { sumFen } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { lockMember, memberOf } from '../../member/store.ts';
import type { Told } from '../../office/message.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { ProposalKind } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, endOf } from '../approval/asked.ts';
import { directoryIn } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { findArticle, inForceOn, tierOf } from '../rulebook/rules.ts';
import { articlesOf, rulebookIn } from '../rulebook/workflow.ts';
import { casesTowards132, noticesIn } from './count.ts';
import { recordOf, recordsAbout } from './keeping.ts';
import type { CaseFacts, ViolationMessages } from './messages.ts';
import { openCase } from './opening.ts';
import { propose } from './price.ts';
import { approvalEvent, nearbyAmounts, routeFor, settledAmounts } from './route.ts';
import { factsKey } from './rules.ts';
import { counts } from './states.ts';
import { answersTo, type CaseRow, caseById, caseBySource } from './store.ts';

/** What a duty of the clock found. */
export interface Found {
  accusedId: string;
  date: CivilDate;
  /** What the sentence of what happened needs, in order. */
  parts: readonly (string | number)[];
  /** What it is proposed from, once. */
  source: string;
}

/**
 * Proposes a case of a declared kind in the transaction of a duty; a second time from the same source does nothing. An
 * open amount stays open. What is kept is the kind and its parts; they are worded where they are read.
 */
export async function proposeFromClock(office: Office, tx: Tx, kind: ProposalKind, found: Found): Promise<void> {
  const { accusedId, date, source } = found;
  const { article: number, tier } = office.declared.proposals[kind];
  const facts = factsKey(kind, found.parts);
  await lockMember(tx, accusedId);
  const accused = await memberOf(tx, accusedId);
  if (accused === null || (await caseBySource(tx, source)) !== null) return;
  const book = await rulebookIn(tx);
  const article = findArticle(number, inForceOn(book, date));
  const open = article !== undefined && tierOf(article, tier)?.amount === 'open';
  const entry = { filerId: null, article: number, tier, date, ...(open ? { amount: null } : {}) };
  const proposal = propose(entry, accused, todayOf(office), book);
  if (isRefusal(proposal)) {
    // Such as somebody who left meanwhile: nobody is asked to judge what cannot be a case.
    office.log.warn('case.notProposed', { source, code: proposal.code });
    return;
  }
  const settled = settledAmounts(await recordsAbout(office, tx, accusedId), proposal);
  const route = routeFor(proposal, settled, null, await directoryIn(office, tx), office.settings.hearingWorkdays > 0);
  await openCase(office, tx, { proposal, facts, count: 1, source, route });
}

/** A case as whoever decides reads it, with what is known of that day. Throws when there is none of that number. */
export async function caseFacts(office: Office, tx: Tx, caseId: number): Promise<CaseFacts> {
  const row = await caseById(tx, caseId);
  if (row === null) throw new Error(`there is no case ${caseId}`);
  return { ...(await factsOf(tx, row, office)), known: await knownOf(office, tx, row) };
}

/** What other nouns know of a person's day. */
export async function knownOf(
  office: Office,
  tx: Tx,
  { accusedId, date }: Pick<CaseRow, 'accusedId' | 'date'>,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const known of office.declared.known) told.push(await known(office, tx, accusedId, date));
  return told;
}

function isBeforeLeader({ state }: CaseRow): boolean {
  return state === 'proposed' || state === 'hearing' || state === 'deciding';
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
  const { filedAt, decidedAt, appeal, appealedAt, source: _source, ...facts } = row;
  const { hearingUntil, acceptedAt, appealUntil, finalAt, voidedAt } = row;
  return {
    ...facts,
    hearingUntil: hearingUntil?.toISOString() ?? null,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    appealUntil: appealUntil?.toISOString() ?? null,
    finalAt: finalAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
    rule: known === undefined ? await ruleOf(tx, row) : known,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    goesOn: isBeforeLeader(row) && approvalEvent('leader', kept, settled) === 'recommend',
    sameIncident: sumFen(settled),
    nearby: sumFen(nearbyAmounts(records, kept, office.settings.splitDays)),
    splitDays: office.settings.splitDays,
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
    known: [],
    upheldBefore: casesTowards132(others, row.accusedId, today, office.settings).length,
    noticesThisYear: noticesIn(others, row.accusedId, Number(today.slice(0, 4))).length,
    noticeThreshold: office.settings.noticeThreshold,
  };
}

export const violationComposers: Composers<keyof ViolationMessages> = {
  'violation.hearing': read,
  'violation.closed': read,
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
    const { accusedId, article, decidedAt, finalAt, state, notice } = row;
    const rule = await ruleOf(tx, row);
    return {
      accusedId,
      article,
      rule,
      date: civilOf(finalAt ?? decidedAt, office.settings.zone).date,
      reversed: !notice || (!counts(state) && state !== 'appealed'),
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
