/** What people read of cases. */
import { type CivilDate, civilOf, todayOf } from '../../kernel/civil.ts';
import { sumFen } from '../../kernel/money.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { chainsOf } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Telling } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, endOf } from '../approval/asked.ts';
import type { Article } from '../rulebook/article.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import { appealTo } from './appealing.ts';
import { casesTowards132, notFinal, noticeNumber, noticesIn } from './count.ts';
import { goingOn, recommendedAt, type Way, waitsFor } from './goingOn.ts';
import { recordOf, recordsAbout } from './keeping.ts';
import type { CaseFacts, FiledWith, ViolationMessages } from './messages.ts';
import { authorityFor, type CaseAuthority, levelOfStep, nearbyAmounts, settledAmounts } from './route.ts';
import { maySee } from './sight.ts';
import { counts, isOpen, stands } from './states.ts';
import { leftSomething, setAside, stepsOf } from './steps.ts';
import { answersTo, type CaseRow, caseById, casesOfIncident, evidenceOf } from './store.ts';

/** A case as whoever decides reads it, with what is known of that day. Throws when there is none of that number. */
export async function caseFacts(office: Office, tx: Tx, caseId: number): Promise<CaseFacts> {
  const row = await caseById(tx, caseId);
  if (row === null) throw new Error(`there is no case ${caseId}`);
  return { ...(await factsOf(tx, row, office)), known: await knownOf(office, tx, row) };
}

/** What other nouns know of that day of one person. */
export async function knownOf(
  office: Office,
  tx: Tx,
  { accusedId, date }: Pick<CaseRow, 'accusedId' | 'date'>,
): Promise<readonly Telling[]> {
  const [of] = await knownOfEach(office, tx, [accusedId], date);
  return of ?? [];
}

/** The same of several people, in their order. */
export async function knownOfEach(
  office: Office,
  tx: Tx,
  people: readonly string[],
  date: CivilDate,
): Promise<Telling[][]> {
  const days = people.map(memberId => ({ memberId, date }));
  const each: Telling[][] = [];
  for (const known of office.declared.known) each.push(await known(office, tx, days));
  return people.map((_, at) => each.flatMap(tellings => tellings[at] ?? []));
}

/**
 * The other cases of its incident that everybody reads who reads this one and decides: those about the same person, and
 * about people who lead nobody, which every leader may look into. With a reader, those this one may look into.
 */
export async function filedWith(tx: Tx, row: CaseRow, reader: Member | null = null): Promise<FiledWith[]> {
  if (row.incidentId === null) return [];
  const others = (await casesOfIncident(tx, row.incidentId)).filter(({ id }) => id !== row.id);
  const members = await chainsOf(
    tx,
    others.map(({ accusedId }) => accusedId),
  );
  const seen = others.filter(other => {
    if (reader !== null) return maySee({ ...other, status: other.state }, reader, { members });
    const accused = members.get(other.accusedId);
    return other.accusedId === row.accusedId || (accused !== undefined && !holds(accused, LEADERS));
  });
  return seen.map(({ id, accusedId, hearingUntil, state }) => {
    return { id, accusedId, told: hearingUntil !== null || stands(state) };
  });
}

/** A case as it goes from level to level. */
function wayOf({ id, accusedId: concernsId, state }: CaseRow): Way {
  return { kind: 'case', id, concernsId, isOpen: isOpen(state), isRecommended: state === 'recommended' };
}

/** The level a case's recommendation waits for; null where none does. */
export function waitingLevel(office: Office, tx: Tx, row: CaseRow): Promise<CaseAuthority | null> {
  return waitsFor(office, tx, wayOf(row));
}

/** The level that hears an appeal: two levels leave no choice. */
async function appealLevel(office: Office, tx: Tx, row: CaseRow, asked?: { step: string }): Promise<CaseAuthority> {
  const { authority: levels } = office.settings;
  if (asked !== undefined) return levelOfStep(asked, levels);
  if (levels.length < 3 || !stands(row.state)) return 'president';
  return (await appealTo(office, tx, row)).authority;
}

/** The same for a case already read, and perhaps the article it is judged by as well. */
export async function factsOf(tx: Tx, row: CaseRow, office: Office, known?: Article | null): Promise<CaseFacts> {
  const { zone } = office.settings;
  const today = todayOf(office);
  const kept = recordOf(row, zone);
  const records = await recordsAbout(office, tx, row.accusedId);
  const others = records.filter(other => other.number !== row.id);
  const settled = settledAmounts(records, kept);
  const way = wayOf(row);
  const undecided = way.isOpen || row.state === 'withdrawn';
  const appeals = await askedAbout(tx, 'appeal', row.id);
  const asked = appeals.at(-1);
  const { filedAt, decidedAt, decidedAs: _as, appeal, appealedAt, source, ...facts } = row;
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
    evidence: await evidenceOf(tx, row.id),
    filedWith: await filedWith(tx, row),
    goesOn: await goingOn(office, tx, way, authorityFor(kept, settled, office.settings.authority)),
    steps: stepsOf(row, await askedAbout(tx, 'case', row.id), appeals),
    advised: row.recommendedBy === null ? [] : await recommendedAt(office, tx, way, undecided),
    waitsFor: await waitsFor(office, tx, way),
    appealTo: await appealLevel(office, tx, row, asked),
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
            state: asked !== undefined && leftSomething(asked, row.state) ? 'reduced' : (endOf(asked) ?? 'pending'),
            by: asked?.decidedBy ?? null,
            onBehalfOf: asked?.onBehalfOf ?? null,
            reason: asked?.reason ?? null,
          },
    known: [],
    finalBefore: casesTowards132(others, row.accusedId, today, office.settings).length,
    noticesThisYear: noticesIn(others, row.accusedId, Number(today.slice(0, 4))).length,
    notFinal: notFinal(others, row.accusedId, today, office.settings),
    noticeNumber: noticeNumber(kept, others, Number(today.slice(0, 4))),
    noticeThreshold: office.settings.noticeThreshold,
  };
}

export const violationComposers: Composers<keyof ViolationMessages> = {
  'violation.hearing': read,
  'violation.closed': read,
  'violation.upheld': read,
  'violation.appealDecided': read,
  async 'violation.outcome'(tx, { caseId, readerId }, office) {
    const facts = await read(tx, { caseId }, office);
    return facts === null ? null : { facts, setAside: setAside(facts.steps, readerId ?? facts.filerId) };
  },
  async 'violation.answered'(tx, { caseId, answerId }, office) {
    const facts = await read(tx, { caseId }, office);
    if (facts === null) return null;
    // An answer added since has its own message.
    const answers = (await answersTo(tx, facts.id)).filter(({ id }) => id <= answerId);
    return { ...facts, answers: answers.map(({ text, at }) => ({ text, at: at.toISOString() })) };
  },
  async 'violation.nearby'(tx, { caseId, others, sum, decidedAs }, office) {
    const facts = await read(tx, { caseId }, office);
    return facts === null || !stands(facts.state) ? null : { facts, others, sum, decidedAs };
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
