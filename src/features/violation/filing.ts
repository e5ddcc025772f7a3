/** Filing a case, taking it back, and looking into the cases one may read. */

import { fen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { allMembers, lockMember, lockMembers } from '../../member/store.ts';
import type { Office, Once } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { directoryIn, withdrawApprovals } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { articlesOf } from '../rulebook/workflow.ts';
import { tellOutcome } from './effect.ts';
import { type Evidence, given, linksIn } from './evidence.ts';
import { entriesOf, type Incident } from './incident.ts';
import { advance, recordOf } from './keeping.ts';
import { MAX_FACTS } from './line.ts';
import type { CaseFacts } from './messages.ts';
import { openCase } from './opening.ts';
import { bare, exampleOf } from './price.ts';
import { mayWithdraw, type Proposal } from './rules.ts';
import { maySee, seesAll } from './sight.ts';
import { isOpen } from './states.ts';
import {
  addEvidence,
  type CaseRow,
  caseById,
  casesAbout,
  casesFiledBy,
  nextCaseId,
  openCases,
  twinOf,
} from './store.ts';
import { type CasePreview, previewsIn } from './weighing.ts';
import { factsOf, filedWith, knownOf } from './workflow.ts';

/** Filed a second time within this, word for word, a case is taken for a repetition of the same act. */
const TWIN_MS = 10 * 60_000;

/** The most cases in one list. */
const LIST_MAX = 30;

/** One case as it was filed, and what filing it came to. */
export interface FiledCase {
  filed: CaseFacts;
  preview: CasePreview;
}

/** Files the cases of an incident, all or none: decides, recommends or proposes each, as authority and amount allow. */
export async function fileIncident(
  office: Office,
  me: Member,
  { facts: typed, evidence: pieces, ...incident }: Incident & { facts: string; evidence: readonly Evidence[] },
  once: Once | null = null,
): Promise<FiledCase[] | Refusal> {
  const facts = typed.trim();
  const result = await office.database.transaction(async tx => {
    // Cases of one incident filed at once must see each other, or together they pass the limit of 8.1.
    await lockMembers(tx, incident.accusedIds);
    const entries = entriesOf(incident);
    if (isRefusal(entries)) return entries;
    const previews = await previewsIn(office, tx, me, entries);
    if (isRefusal(previews)) return previews;
    const [first] = previews;
    if (first === undefined) throw new Error('an incident without a case was entered');
    const length = [...facts].length;
    if (length === 0) return factsMissing(first.proposal, first.rule);
    const evidence = given([...linksIn(facts), ...pieces]);
    if (isRefusal(evidence)) return evidence;
    if (length > MAX_FACTS) return refuse('violation.factsTooLong', { length, limit: MAX_FACTS });
    const since = new Date(office.clock.now().getTime() - TWIN_MS);
    const twin = await twinOf(
      tx,
      previews.map(({ proposal, count }) => ({ ...proposal, filerId: me.id, facts, count })),
      since,
    );
    if (twin !== null) return refuse('violation.duplicate', { number: twin.id });
    const mine = (await once?.(tx)) ?? true;
    if (mine !== true) return mine;
    const incidentId = previews.length > 1 ? await nextCaseId(tx) : null;
    const opened: { row: CaseRow; preview: CasePreview }[] = [];
    for (const preview of previews) {
      const { proposal, route, count, basis } = preview;
      const opening = { proposal, facts, count, basis, source: null, route };
      const together = incidentId === null ? {} : { incident: { id: incidentId, first: opened.length === 0 } };
      const row = await openCase(office, tx, { ...opening, ...together });
      opened.push({ row, preview });
    }
    const by = { id: me.id, at: office.clock.now() };
    await addEvidence(
      tx,
      opened.map(({ row }) => row.id),
      evidence,
      by,
    );
    const filed: FiledCase[] = [];
    for (const { row, preview } of opened) filed.push({ filed: await factsOf(tx, row, office, preview.rule), preview });
    return filed;
  });
  office.wake();
  return result;
}

/** Takes back what the member filed, while nobody has decided it. */
export async function withdrawCase(office: Office, me: Member, number: number): Promise<CaseFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    const seen = await seenCase(tx, me, number);
    if (isRefusal(seen)) return seen;
    await lockMember(tx, seen.accusedId);
    const row = (await caseById(tx, number)) ?? seen;
    const may = mayWithdraw(recordOf(row, office.settings.zone), me.id);
    if (may !== true) return may;
    await withdrawApprovals(office, tx, 'case', number, me.id);
    const change = { decidedBy: me.id, decidedAt: office.clock.now() };
    const moved = await advance(office, tx, row, 'withdraw', me.id, change);
    if (isRefusal(moved)) return moved;
    await tellOutcome(office, tx, moved, me.id);
    return factsOf(tx, moved, office);
  });
  office.wake();
  return result;
}

/** One case, for whoever may look into it; for everybody else it is not there. */
export function showCase(office: Office, me: Member, number: number): Promise<CaseFacts | Refusal> {
  return office.database.transaction(async tx => {
    const row = await seenCase(tx, me, number);
    if (isRefusal(row)) return row;
    const facts = { ...(await factsOf(tx, row, office)), filedWith: await filedWith(tx, row, me) };
    const directory = await directoryIn(office, tx);
    // What the person's other cases come to stays with those who read these.
    if (!seesAll(directory.members.get(me.id) ?? me, row.accusedId, directory))
      return { ...facts, sameIncident: fen(0), nearby: fen(0) };
    const reads = holds(me, LEADERS) && isOpen(row.state);
    return reads ? { ...facts, known: await knownOf(office, tx, row) } : facts;
  });
}

export interface CaseList {
  /** Whose cases: a person's, the reader's own, or everything open in the department. */
  of: 'person' | 'own' | 'open';
  /** The newest first. */
  cases: CaseFacts[];
  /** How many more there are. */
  left: number;
}

/** To a leader everything open, or the cases of one person; to everybody else what was decided against them and what they filed. */
export function listCases(office: Office, me: Member, about: Member | null): Promise<CaseList | Refusal> {
  return office.database.transaction(async tx => {
    const leader = holds(me, LEADERS);
    if (about !== null && about.id !== me.id && !leader) return refuse('violation.ownOnly', {});
    const of = about !== null && about.id !== me.id ? 'person' : about === null && leader ? 'open' : 'own';
    const rows =
      of === 'open'
        ? await openCases(tx)
        : of === 'person' && about !== null
          ? await casesAbout(tx, about.id)
          : [...(await casesAbout(tx, me.id)), ...(await casesFiledBy(tx, me.id))];
    const members = await allMembers(tx);
    const seen = rows.filter(row => maySee({ ...row, status: row.state }, me, { members }));
    const unique = [...new Map(seen.map(row => [row.id, row])).values()].sort((a, b) => b.id - a.id);
    const cases: CaseFacts[] = [];
    const shown = unique.slice(0, LIST_MAX);
    const ruleOf = await articlesOf(tx, shown);
    for (const row of shown) cases.push(await factsOf(tx, row, office, ruleOf(row)));
    return { of, cases, left: unique.length - cases.length };
  });
}

/** The numbers that examples name for a member: of a case they may read, and of one they may still take back. */
export async function exampleCases(
  office: Office,
  me: Member,
): Promise<{ 'case.show': string | undefined; 'case.withdraw': string | undefined }> {
  const list = await listCases(office, me, null);
  const filed = await casesFiledBy(office.database.read, me.id);
  const mine = filed.findLast(row => mayWithdraw(recordOf(row, office.settings.zone), me.id) === true);
  const seen = isRefusal(list) ? undefined : (list.cases[0] ?? mine);
  return { 'case.show': seen && String(seen.id), 'case.withdraw': mine && String(mine.id) };
}

async function seenCase(tx: Tx, me: Member, number: number): Promise<CaseRow | Refusal> {
  const row = await caseById(tx, number);
  const seen = row !== null && maySee({ ...row, status: row.state }, me, { members: await allMembers(tx) });
  return seen ? row : refuse('violation.notFound', { number });
}

function factsMissing({ article: number, tier: key }: Proposal, rule: Article | null): Refusal {
  const tier = rule?.tiers.find(each => each.key === key);
  const example = rule !== null && tier !== undefined ? exampleOf(rule, tier) : bare(number);
  return refuse('violation.factsMissing', { article: number, example });
}
