/** Filing a case, taking it back, and looking into the cases one may read. */

import { type CivilDate, todayOf } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { allMembers, lockMember, memberOf } from '../../member/store.ts';
import type { Office, Once } from '../../office/office.ts';
import type { Telling } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { eligible } from '../approval/rules.ts';
import { directoryIn, withdrawApprovals } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { articlesOf, rulebookIn } from '../rulebook/workflow.ts';
import { tellOutcome } from './effect.ts';
import { advance, recordOf, recordsAbout } from './keeping.ts';
import { MAX_FACTS } from './line.ts';
import type { CaseFacts } from './messages.ts';
import { hearingEnd, openCase } from './opening.ts';
import { bare, exampleOf, type Offer, propose } from './price.ts';
import { type Route, routeFor, settledAmounts } from './route.ts';
import { mayWithdraw, type Proposal } from './rules.ts';
import { maySee } from './sight.ts';
import { isOpen, stands } from './states.ts';
import { type CaseRow, caseById, casesAbout, casesFiledBy, openCases, twinOf } from './store.ts';
import { factsOf, knownOf } from './workflow.ts';

/** What a person enters about an incident. */
export interface Entered extends Offer {
  accusedId: string;
  article: string;
  tier: string;
  date: CivilDate;
}

/** What filing would come to. */
export interface CasePreview {
  proposal: Proposal;
  route: Route;
  /** The fines that count together with it (8.1). */
  sameIncident: Fen;
  /** Who would be asked first; nobody where filing decides. */
  approvers: Member[];
  /** The article it is judged by. */
  rule: Article | null;
  /** Until when the member would be heard before anybody decides; null where they are not. */
  until: Date | null;
}

/** Filed a second time within this, word for word, a case is taken for a repetition of the same act. */
const TWIN_MS = 10 * 60_000;

/** The most cases in one list. */
const LIST_MAX = 30;

/** What would become of a case filed now; changes nothing. */
export function previewCase(office: Office, me: Member, entered: Entered): Promise<CasePreview | Refusal> {
  return office.database.transaction(tx => previewIn(office, tx, me, entered));
}

/** What is known already of the day of a case about to be filed. */
export interface KnownBefore {
  /** What other nouns know of the person's day, in the reader's language. */
  day: Telling[];
  /** Cases of the same person, article and day that stand or wait, and that the filer may look into. */
  filed: (CaseRow & Pick<CaseFacts, 'rule'>)[];
}

/** Read before a case is filed, so that whoever decides by filing sees it. */
export function knownBefore(office: Office, me: Member, { accusedId, article, date }: Entered): Promise<KnownBefore> {
  return office.database.transaction(async tx => {
    // Leaders alone read of others' leave and punches.
    const day = holds(me, LEADERS) ? await knownOf(office, tx, { accusedId, date }) : [];
    const members = await allMembers(tx);
    const filed = (await casesAbout(tx, accusedId))
      .filter(row => row.article === article && row.date === date && (isOpen(row.state) || stands(row.state)))
      .filter(row => maySee({ ...row, status: row.state }, me, { members }));
    const ruleOf = await articlesOf(tx, filed);
    return { day, filed: filed.map(row => ({ ...row, rule: ruleOf(row) })) };
  });
}

/** Files a case: decides, recommends or proposes it, as the filer's authority and the amount allow. */
export async function fileCase(
  office: Office,
  me: Member,
  { facts: typed, ...entered }: Entered & { facts: string },
  once: Once | null = null,
): Promise<{ filed: CaseFacts; preview: CasePreview } | Refusal> {
  const facts = typed.trim();
  const result = await office.database.transaction(async tx => {
    // Cases of one incident filed at once must see each other, or together they pass the limit of 8.1.
    await lockMember(tx, entered.accusedId);
    const preview = await previewIn(office, tx, me, entered);
    if (isRefusal(preview)) return preview;
    const { proposal, route, rule } = preview;
    const length = [...facts].length;
    if (length === 0) return factsMissing(proposal, rule);
    if (length > MAX_FACTS) return refuse('violation.factsTooLong', { length, limit: MAX_FACTS });
    const since = new Date(office.clock.now().getTime() - TWIN_MS);
    const count = entered.count ?? 1;
    const twin = await twinOf(tx, { ...proposal, filerId: me.id, facts, count }, since);
    if (twin !== null) return refuse('violation.duplicate', { number: twin.id });
    const mine = (await once?.(tx)) ?? true;
    if (mine !== true) return mine;
    const row = await openCase(office, tx, { proposal, facts, count, source: null, route });
    return { filed: await factsOf(tx, row, office), preview };
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
    const facts = await factsOf(tx, row, office);
    const reads = holds(me, LEADERS) && me.id !== row.accusedId && isOpen(row.state);
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

export async function previewIn(office: Office, tx: Tx, me: Member, entered: Entered): Promise<CasePreview | Refusal> {
  const { accusedId, ...entry } = entered;
  const accused = await memberOf(tx, accusedId);
  if (accused === null) return refuse('member.notInDepartment', { id: accusedId });
  if (accusedId === me.id) return refuse('violation.self', {});
  const book = await rulebookIn(tx);
  const proposal = propose(
    { ...entry, filerId: me.id },
    accused,
    todayOf(office),
    book,
    office.settings.authorityLimit,
  );
  if (isRefusal(proposal)) {
    // The sentence for holding no post speaks to the reader; here it is about somebody else.
    return proposal.code === 'member.noPost' ? refuse('member.notInDepartment', { id: accusedId }) : proposal;
  }
  const settled = settledAmounts(await recordsAbout(office, tx, accusedId), proposal);
  const directory = await directoryIn(office, tx);
  const filer = directory.members.get(me.id) ?? me;
  const until = await hearingEnd(office, tx);
  const route = routeFor(proposal, settled, filer, directory, until !== null, office.settings.authorityLimit);
  const [step] = route.steps;
  const asked = {
    accuses: true,
    // Having filed it is no obstacle to deciding it.
    requesterId: accusedId,
    concernsId: accusedId,
    state: 'pending',
    escalated: false,
  } as const;
  const approvers = step === undefined ? [] : eligible({ ...asked, authority: step.authority }, directory);
  const { article, articleVersion } = proposal;
  const rule = book.find(({ number, version }) => number === article && version === articleVersion) ?? null;
  return {
    proposal,
    route,
    sameIncident: sumFen(settled),
    approvers: approvers.map(({ member }) => member),
    rule,
    until,
  };
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
