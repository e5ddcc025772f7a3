/** What filing a case, or all cases of an incident, would come to, and what is known of that day; changes nothing. */

import { todayOf } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { allMembers, chainsOf } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import type { Telling } from '../../office/proposal.ts';
import type { Tx } from '../../store/tx.ts';
import { eligible } from '../approval/rules.ts';
import { directoryIn } from '../approval/workflow.ts';
import type { Article } from '../rulebook/article.ts';
import { findArticle, inForceOn, tierOf } from '../rulebook/rules.ts';
import { articlesOf, rulebookIn } from '../rulebook/workflow.ts';
import { type Entered, entriesOf, type Incident } from './incident.ts';
import { recordOf, recordsAbout } from './keeping.ts';
import { notFinalBefore, ordinalOf } from './ladder.ts';
import type { CaseFacts } from './messages.ts';
import { hearingEnd } from './opening.ts';
import { propose } from './price.ts';
import { limitIn, type Route, routeFor, settledAmounts } from './route.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { maySee, seesAll } from './sight.ts';
import { isOpen, stands } from './states.ts';
import { type CaseRow, casesAbout } from './store.ts';
import { knownOfEach } from './workflow.ts';

/** What filing one case would come to. */
export interface CasePreview {
  proposal: Proposal;
  /** Items or responses the amount is for. */
  count: number;
  /** How a compensation was worked out; null where nothing was said, and of a fine. */
  basis: string | null;
  route: Route;
  /** Where it goes as far as the filer reads it: what they may not look into changes nothing of it. */
  told: Route;
  /** Whether they alone are asked first. */
  mine: boolean;
  /** Whether they read all of that person's cases. */
  whole: boolean;
  /** The fines filed before that count together with it (8.1); none that the filer may not look into. */
  sameIncident: Fen;
  /** Who would be asked first; nobody where filing decides. */
  approvers: Member[];
  /** The article it is judged by. */
  rule: Article | null;
  /** Until when the member would be heard before anybody decides; null where they are not. */
  until: Date | null;
  /** Under a ladder, the cases before it that are not final, and so not counted; as many as the filer may look into. */
  notFinal: number;
}

/** What would become of an incident filed now: one preview a case, in the order they would be filed. */
export function previewIncident(office: Office, me: Member, incident: Incident): Promise<CasePreview[] | Refusal> {
  return office.database.transaction(async tx => {
    const entries = entriesOf(incident);
    return isRefusal(entries) ? entries : previewsIn(office, tx, me, entries);
  });
}

/** What is known already of the day of cases about to be filed. */
export interface KnownBefore {
  /** What other nouns know of each one's day. */
  day: { memberId: string; known: readonly Telling[] }[];
  /** Cases of the same person, article and day that stand or wait, and that the filer may look into. */
  filed: (CaseRow & Pick<CaseFacts, 'rule'>)[];
}

/** Read before an incident is filed, so that whoever decides by filing sees it. */
export function knownBefore(office: Office, me: Member, { accusedIds, charges, date }: Incident): Promise<KnownBefore> {
  return office.database.transaction(async tx => {
    // Leaders alone read of others' leave and punches.
    const known = holds(me, LEADERS) ? await knownOfEach(office, tx, accusedIds, date) : [];
    const day = known.map((tellings, at) => ({ memberId: accusedIds[at] ?? '', known: tellings }));
    const members = await allMembers(tx);
    const filed = (await casesAbout(tx, accusedIds))
      .filter(row => charges.some(({ article }) => row.article === article) && row.date === date)
      .filter(row => isOpen(row.state) || stands(row.state))
      .filter(row => maySee({ ...row, status: row.state }, me, { members }));
    const ruleOf = await articlesOf(tx, filed);
    return { day, filed: filed.map(row => ({ ...row, rule: ruleOf(row) })) };
  });
}

/** The same in the transaction that files them, with the accused locked: the first reason why one of them cannot be filed refuses all. */
export async function previewsIn(
  office: Office,
  tx: Tx,
  me: Member,
  entries: readonly Entered[],
): Promise<CasePreview[] | Refusal> {
  const accusedIds = [...new Set(entries.map(({ accusedId }) => accusedId))];
  const people = await chainsOf(tx, accusedIds);
  const book = await rulebookIn(tx);
  const rows = await casesAbout(tx, accusedIds);
  const records = rows.map(row => recordOf(row, office.settings.zone));
  const directory = await directoryIn(office, tx);
  const filer = directory.members.get(me.id) ?? me;
  const until = await hearingEnd(office, tx);
  const [today, limit] = [todayOf(office), limitIn(office.settings.authority)];
  const seen = new Set(rows.filter(row => maySee({ ...row, status: row.state }, filer, directory)).map(({ id }) => id));
  const previews: CasePreview[] = [];
  for (const { accusedId, ...entry } of entries) {
    const accused = people.get(accusedId);
    if (accused === undefined) return refuse('member.notInDepartment', { id: accusedId });
    if (accusedId === me.id) return refuse('violation.self', {});
    const wanted = { ...entry, filerId: me.id };
    const proposal = propose(wanted, accused, today, book, limit, accusedIds.length > 1, records);
    if (isRefusal(proposal)) {
      // The sentence for holding no post speaks to the reader; here it is about somebody else.
      return proposal.code === 'member.noPost' ? refuse('member.notInDepartment', { id: accusedId }) : proposal;
    }
    const settled = settledAmounts(records, proposal);
    // Those filed with it and before it count too, as they will once they are filed.
    const earlier = previews.flatMap(({ proposal: other }) => finesOf(other, accusedId));
    const route = routeFor(proposal, [...settled, ...earlier], filer, directory, until !== null);
    const whole = seesAll(filer, accusedId, directory);
    const told = whole ? route : routeFor(proposal, earlier, filer, directory, until !== null);
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
    previews.push({
      proposal,
      count: entry.count ?? 1,
      basis: proposal.compensates ? basisOf(entry) : null,
      route,
      told,
      mine: approvers.length === 1 && approvers[0]?.member.id === me.id,
      whole,
      sameIncident: sumFen(whole ? settled : []),
      approvers: approvers.map(({ member }) => member),
      rule,
      until,
      notFinal: notFinalOf(records, proposal, rule).filter(one => seen.has(one.number)).length,
    });
  }
  return previews;
}

function basisOf({ basis = '' }: Pick<Entered, 'basis'>): string | null {
  return basis.trim() === '' ? null : basis.trim();
}

/** The fine of a case not filed yet, where it is of that person; compensation is none. */
function finesOf({ accusedId: of, amount, compensates }: Proposal, accusedId: string): Fen[] {
  return of !== accusedId || compensates || amount === null ? [] : [amount];
}

function notFinalOf(records: readonly CaseRecord[], proposal: Proposal, rule: Article | null): CaseRecord[] {
  const ladder = rule === null ? undefined : tierOf(rule, proposal.tier)?.ladder;
  return ladder === undefined ? [] : notFinalBefore(records, proposal, ladder);
}

/** What is asked about a day of somebody: under which article, in which of its tiers. */
type Possible = Pick<Proposal, 'accusedId' | 'article' | 'tier' | 'date'>;

/** Which time each of these would be, filed now, in their order; null where the article of its day has no ladder. */
export async function ordinalsOf(
  office: Office,
  tx: Tx,
  possible: readonly Possible[],
  book: readonly Article[],
): Promise<(number | null)[]> {
  const ladders = possible.map(({ article, tier, date }) => {
    const rule = findArticle(article, inForceOn(book, date));
    return rule === undefined ? undefined : tierOf(rule, tier)?.ladder;
  });
  const people = possible.filter((_one, at) => ladders[at] !== undefined).map(({ accusedId }) => accusedId);
  const records = people.length === 0 ? [] : await recordsAbout(office, tx, [...new Set(people)]);
  return possible.map((one, at) => {
    const ladder = ladders[at];
    return ladder === undefined ? null : ordinalOf(records, one, ladder);
  });
}
