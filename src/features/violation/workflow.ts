/** What people read of cases. */
import { civilOf, todayOf } from '../../kernel/civil.ts';
import { sumFen } from '../../kernel/money.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Telling } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, endOf } from '../approval/asked.ts';
import type { Article } from '../rulebook/article.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import { casesTowards132, noticesIn } from './count.ts';
import { recordOf, recordsAbout } from './keeping.ts';
import type { CaseFacts, ViolationMessages } from './messages.ts';
import { approvalEvent, nearbyAmounts, settledAmounts } from './route.ts';
import { counts } from './states.ts';
import { answersTo, type CaseRow, caseById } from './store.ts';

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
): Promise<Telling[]> {
  const told: Telling[] = [];
  for (const known of office.declared.known) told.push(...(await known(office, tx, [{ memberId: accusedId, date }])));
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
  const { filedAt, decidedAt, appeal, appealedAt, source, ...facts } = row;
  const { hearingUntil, acceptedAt, appealUntil, finalAt, voidedAt } = row;
  return {
    ...facts,
    ...(source === null ? {} : { worded: true as const }),
    hearingUntil: hearingUntil?.toISOString() ?? null,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    appealUntil: appealUntil?.toISOString() ?? null,
    finalAt: finalAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
    rule: known === undefined ? await ruleOf(tx, row) : known,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    goesOn:
      isBeforeLeader(row) && approvalEvent('leader', kept, settled, office.settings.authorityLimit) === 'recommend',
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
