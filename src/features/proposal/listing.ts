/** What waits, before those in charge: one list a day, and the same on demand, by pages. */
import { type CivilDate, civilOf, instantOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Telling } from '../../office/proposal.ts';
import { say } from '../../office/say.ts';
import type { Tx } from '../../store/tx.ts';
import type { Directory } from '../approval/rules.ts';
import { directoryIn } from '../approval/workflow.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { findArticle, inForceOn } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { ordinalsOf } from '../violation/weighing.ts';
import type { AskedList, ProposalFacts, ProposalMessages, ProposalPage } from './messages.ts';
import {
  dayKey,
  decidesAboutSome,
  type Ended,
  hasLapsed,
  inCharge,
  inChargeFirst,
  inOrder,
  mayDecideAbout,
} from './rules.ts';
import { markListed, type ProposalRow, proposalsById, waitingProposals } from './store.ts';
import { end, listCard, redrawLists, settleGone } from './workflow.ts';

/** Proposals on one page: a message holds 50 blocks and 12,000 characters. */
export const PAGE = 8;

/** Proposals that can be decided at once: a form holds 100 blocks. */
export const MOST_AT_ONCE = 50;

/**
 * On a working day: what is no longer so goes, what waited too long lapses, and each of those in charge reads the rest in
 * one message. Nobody hears of nothing, and after an outage of days the last list speaks for all.
 */
export async function sendLists(office: Office, tx: Tx, date: CivilDate): Promise<void> {
  const { proposalLapseWorkdays, proposalsTime, zone } = office.settings;
  const calendar = await calendarIn(tx);
  if (office.clock.now() >= instantOf(calendar.nextWorkday(date), proposalsTime, zone)) return;
  const waiting = await waitingProposals(tx, 'all');
  if (waiting.length === 0) return;
  const directory = await directoryIn(office, tx);
  const still = await settleGone(office, tx, waiting, directory.members);
  const over = still.filter(row => hasLapsed(row.firstListedOn, date, calendar, proposalLapseWorkdays));
  const lapsing = over.map(({ id }) => id);
  await end(office, tx, lapsing, 'lapse', { decidedBy: 'clock', decidedFor: null });
  const rest = inOrder(still.filter(({ id }) => !lapsing.includes(id)));
  await markListed(
    tx,
    rest.map(({ id }) => id),
    date,
  );
  for (const [memberId, rows] of byReader([...rest, ...inOrder(over)], directory)) {
    const card = listCard(date, memberId);
    const ref = { date, memberId, ids: rows.map(({ id }) => id) };
    await say(office, tx, { key: card, card, recipient: memberId, message: 'proposal.list', ref });
  }
  // It is decided in the new list: the one before loses its buttons.
  await redrawLists(office, tx, rest);
}

/** What waits for the member, on that page of it. */
export function proposalsFor(office: Office, me: Member, page: number): Promise<AskedList | Refusal> {
  return office.database.transaction(async tx => {
    const mine = await waitingFor(office, tx, me);
    if (isRefusal(mine)) return mine;
    const { rows, directory } = mine;
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    if (page < 1 || page > pages) return refuse('proposal.badPage', { text: String(page), pages });
    const shown = await pageOf(office, tx, rows.slice((page - 1) * PAGE, page * PAGE), me, directory);
    return { ...shown, page, pages, waiting: rows.length };
  });
}

/** The page on which one was decided, as it stands after: every row keeps its place. */
export function pageAfter(office: Office, me: Member, ids: readonly number[], page: number): Promise<AskedList> {
  return office.database.transaction(async tx => {
    const mine = await waitingFor(office, tx, me);
    const directory = await directoryIn(office, tx);
    // Numbers come with a button: only what the member is in charge of is shown for them.
    const wanted = (await proposalsById(tx, ids.slice(0, PAGE))).filter(({ memberId }) =>
      isMine(memberId, me, directory),
    );
    const waiting = isRefusal(mine) ? 0 : mine.rows.length;
    const shown = await pageOf(office, tx, wanted, me, directory);
    return { ...shown, page, pages: Math.max(page, Math.ceil(waiting / PAGE)), waiting };
  });
}

/** All that waits for the member, as far as it can be decided at once. */
export function toDecide(
  office: Office,
  me: Member,
  ids: readonly number[] | 'all',
): Promise<{ rows: ProposalFacts[]; left: number } | Refusal> {
  return office.database.transaction(async tx => {
    const mine = await waitingFor(office, tx, me);
    if (isRefusal(mine)) return mine;
    const rows = ids === 'all' ? mine.rows : mine.rows.filter(({ id }) => ids.includes(id));
    if (rows.length === 0) return refuse('proposal.noneWaiting', {});
    const shown = rows.slice(0, MOST_AT_ONCE);
    const facts = await factsOf(office, tx, shown, me, mine.directory, todayOf(office));
    return { rows: facts, left: rows.length - shown.length };
  });
}

/** One proposal that the member may decide now; or why not. */
export function proposalToDecide(office: Office, me: Member, id: number): Promise<ProposalFacts | Refusal> {
  return office.database.transaction(async tx => {
    const [row] = await proposalsById(tx, [id]);
    if (row === undefined) return refuse('proposal.notFound', {});
    const directory = await directoryIn(office, tx);
    const may = mayDecideAbout(row.memberId, me, directory);
    if (isRefusal(may)) return may;
    const ended = endOf(row);
    if (ended !== null) return overSince(office, ended);
    const [facts] = await factsOf(office, tx, [row], me, directory, todayOf(office));
    return facts ?? refuse('proposal.notFound', {});
  });
}

/** What whoever comes second is told. */
export function overSince({ settings }: Office, ended: Ended): Refusal {
  const { date, time } = civilOf(new Date(ended.at), settings.zone);
  return refuse('proposal.over', { ...ended, at: `${date} ${time}` });
}

/** How one ended; null while it waits. */
export function endOf({ state, decidedBy, decidedAt, caseId, proposedAt }: ProposalRow): Ended | null {
  if (state === 'waiting') return null;
  const by = decidedBy === 'clock' ? null : decidedBy;
  return { state, by, at: (decidedAt ?? proposedAt).toISOString(), caseId };
}

export const proposalComposers: Composers<keyof ProposalMessages> = {
  async 'proposal.list'(tx, { date, memberId, ids }, office) {
    const all = await proposalsById(tx, ids);
    const directory = await directoryIn(office, tx);
    const me = directory.members.get(memberId);
    if (me === undefined || all.length === 0) return null;
    const listed = all.filter(({ listedOn }) => listedOn !== null && listedOn >= date);
    const waiting = listed.filter(({ state }) => state === 'waiting').length;
    const followedOn = listed.reduce<CivilDate>(
      (last, { listedOn }) => ((listedOn ?? '') > last ? (listedOn ?? last) : last),
      date,
    );
    const lapsed = all.filter(({ listedOn }) => listedOn === null || listedOn < date);
    const shown = listed.slice(0, PAGE);
    const page = await pageOf(office, tx, shown, me, directory, date);
    return {
      ...page,
      date,
      waiting,
      left: waiting - shown.filter(({ state }) => state === 'waiting').length,
      lapsed: await factsOf(office, tx, lapsed, me, directory, date),
      followedOn: followedOn > date ? followedOn : null,
    };
  },
};

/** What waits about people the member is in charge of, in order, looked at anew; refused who decides about nobody. */
async function waitingFor(
  office: Office,
  tx: Tx,
  me: Member,
): Promise<{ rows: ProposalRow[]; directory: Directory } | Refusal> {
  const directory = await directoryIn(office, tx);
  if (!decidesAboutSome(me, directory))
    return refuse('proposal.notInCharge', { needs: inChargeFirst(directory.levels) });
  const waiting = (await waitingProposals(tx, 'all')).filter(({ memberId }) => isMine(memberId, me, directory));
  return { rows: inOrder(await settleGone(office, tx, waiting, directory.members)), directory };
}

function isMine(memberId: string, me: Member, directory: Directory): boolean {
  return !isRefusal(mayDecideAbout(memberId, me, directory));
}

function byReader(rows: readonly ProposalRow[], directory: Directory): Map<string, ProposalRow[]> {
  const lists = new Map<string, ProposalRow[]>();
  const readers = new Map<string, string[]>();
  for (const row of rows) {
    const known = readers.get(row.memberId) ?? inCharge(row.memberId, directory).map(({ member }) => member.id);
    readers.set(row.memberId, known);
    for (const id of known) lists.set(id, [...(lists.get(id) ?? []), row]);
  }
  return lists;
}

/** The rows of a page, with what is known of their days: one question a noun, whatever their number. */
async function pageOf(
  office: Office,
  tx: Tx,
  rows: readonly ProposalRow[],
  me: Member,
  directory: Directory,
  listedOn = todayOf(office),
): Promise<ProposalPage> {
  const days = [
    ...new Map(rows.map(({ memberId, date }) => [dayKey({ memberId, date }), { memberId, date }])).values(),
  ];
  const told = days.length === 0 ? [] : office.declared.known;
  const each: Telling[][] = [];
  for (const known of told) each.push(await known(office, tx, days));
  const known = new Map(days.map((day, at) => [dayKey(day), each.flatMap(tellings => tellings[at] ?? [])]));
  return { rows: await factsOf(office, tx, rows, me, directory, listedOn), known };
}

/** As they stand in the list of that day: there a new one has not waited. */
async function factsOf(
  office: Office,
  tx: Tx,
  rows: readonly ProposalRow[],
  me: Member,
  directory: Directory,
  list: CivilDate,
): Promise<ProposalFacts[]> {
  if (rows.length === 0) return [];
  const book = await rulebookIn(tx);
  const ordinals = await ordinalsOf(
    office,
    tx,
    rows.map(({ memberId: accusedId, article, tier, date }) => ({ accusedId, article, tier, date })),
    book,
  );
  return rows.map((row, at) => {
    const { id, memberId, date, kind, parts, article, tier, decidedFor, reason, firstListedOn } = row;
    const ended = endOf(row);
    return {
      ...{ id, memberId, date, kind, parts, article, tier },
      name: directory.members.get(memberId)?.name ?? memberId,
      rule: findArticle(article, inForceOn(book, date)) ?? null,
      ordinal: ended === null ? (ordinals[at] ?? null) : null,
      since: firstListedOn === list ? null : firstListedOn,
      ended: ended === null ? null : { ...ended, onBehalfOf: decidedFor, reason },
      mine: standingOf(me) === true && isMine(memberId, me, directory),
    };
  });
}
