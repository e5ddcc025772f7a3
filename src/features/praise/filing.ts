/** Filing praises, taking one back, and looking into those one may read. */

import { type CivilDate, instantOf, todayOf } from '../../kernel/civil.ts';
import { type Fen, fen, sumFen } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { lockMember } from '../../member/store.ts';
import type { Office, Once } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { eligible } from '../approval/rules.ts';
import { directoryIn, withdrawApprovals } from '../approval/workflow.ts';
import { waitsFor } from '../violation/goingOn.ts';
import { advance, openPraise, recordOf, takeEffect } from './effect.ts';
import type { ListedPraise, PraiseFacts } from './messages.ts';
import { decidesAbout, praiseRoute, type Route, settledAmounts } from './route.ts';
import { MAX_PEOPLE, mayBePraised, mayLieOn, mayWithdraw, type Proposal, readableWhy } from './rules.ts';
import { maySee } from './sight.ts';
import { type PraiseRow, praiseById, praisesAbout, praisesOn, praisesSince, praisesWith, twinOf } from './store.ts';
import { factsOf, wayOf } from './workflow.ts';

/** What a person enters: the same for each of these people. */
export interface Entered {
  /** Each once. */
  praisedIds: readonly string[];
  date: CivilDate;
  amount: Fen | null;
  notice: boolean;
}

/** What filing would come to for one of them. */
export interface PraisePreview {
  proposal: Proposal;
  route: Route;
  /** Where it goes as far as the filer reads it: what they may not know changes nothing of it. */
  told: Route;
  /** Whether they decide about that person, and so know what else they were given. */
  whole: boolean;
  /** The incentives that count together with it (8.1); 0 for whoever may not know them. */
  sameIncident: Fen;
  /** Who would be asked first; nobody where filing decides. */
  approvers: Member[];
}

/** Filed a second time within this, word for word, a praise is taken for a repetition of the same act. */
const TWIN_MS = 10 * 60_000;

/** The most praises in one list. */
const LIST_MAX = 30;

/** What would become of these praises filed now, in the order of the people; changes nothing. */
export function previewPraises(office: Office, me: Member, entered: Entered): Promise<PraisePreview[] | Refusal> {
  return office.database.transaction(tx => previewIn(office, tx, me, entered));
}

/** Files one praise for each person, all or none: grants, recommends or proposes it, as authority and amount allow. */
export async function filePraises(
  office: Office,
  me: Member,
  { why: typed, ...entered }: Entered & { why: string },
  once: Once | null = null,
): Promise<{ id: number; preview: PraisePreview }[] | Refusal> {
  const why = readableWhy(typed);
  if (isRefusal(why)) return why;
  const result = await office.database.transaction(async tx => {
    // Praises for one incident filed at once must see each other, or together they pass the limit of 8.1; in one order,
    // or two lines with the same people could wait for each other.
    for (const id of [...entered.praisedIds].sort()) await lockMember(tx, id);
    const previews = await previewIn(office, tx, me, entered);
    if (isRefusal(previews)) return previews;
    const since = new Date(office.clock.now().getTime() - TWIN_MS);
    const twin = await twinOf(tx, { ...entered, filerId: me.id, why }, entered.praisedIds, since);
    if (twin !== null) return refuse('praise.duplicate', { number: twin.id });
    const mine = (await once?.(tx)) ?? true;
    if (mine !== true) return mine;
    const filed: { row: PraiseRow; preview: PraisePreview }[] = [];
    for (const preview of previews) {
      const { proposal, route } = preview;
      filed.push({ row: await openPraise(office, tx, { proposal, filerId: me.id, why, route }), preview });
    }
    const rows = filed.map(({ row }) => row);
    await takeEffect(
      office,
      tx,
      rows.filter(({ state }) => state === 'granted'),
    );
    return filed.map(({ row, preview }) => ({ id: row.id, preview }));
  });
  office.wake();
  return result;
}

/** Takes back what the member filed, while nobody has decided it. */
export async function withdrawPraise(
  office: Office,
  me: Member,
  number: number,
): Promise<Omit<ListedPraise, 'waitsFor'> | Refusal> {
  const result = await office.database.transaction(async tx => {
    const seen = await seenPraise(office, tx, me, number);
    if (isRefusal(seen)) return seen;
    await lockMember(tx, seen.praisedId);
    const row = (await praiseById(tx, number)) ?? seen;
    const may = mayWithdraw(row, me.id);
    if (may !== true) return may;
    await withdrawApprovals(office, tx, 'praise', number, me.id);
    const change = { decidedBy: me.id, decidedAt: office.clock.now(), decidedOn: todayOf(office) };
    return advance(office, tx, row, 'withdraw', me.id, change);
  });
  office.wake();
  return result;
}

/**
 * One praise, for whoever may look into it; for everybody else it is not there. What else the person was given that day,
 * and how it was recommended, stays with those who decide about them.
 */
export function showPraise(office: Office, me: Member, number: number): Promise<PraiseFacts | Refusal> {
  return office.database.transaction(async tx => {
    const row = await seenPraise(office, tx, me, number);
    if (isRefusal(row)) return row;
    const facts = await factsOf(office, tx, row);
    const directory = await directoryIn(office, tx);
    const decides = decidesAbout(directory.members.get(me.id) ?? me, row.praisedId, directory);
    return decides || row.recommendedBy === me.id
      ? facts
      : { ...facts, sameIncident: fen(0), recommendation: null, advised: [] };
  });
}

export interface PraiseList {
  /** Whose: a person's, the reader's own, or all of whom the reader decides about. */
  of: 'person' | 'own' | 'all';
  /** The newest first. */
  praises: ListedPraise[];
  /** How many more there are. */
  left: number;
}

/**
 * To a leader the praises of those they decide about, of one of them or filed this year; to everybody else their own and
 * those they filed.
 */
export function listPraises(office: Office, me: Member, about: Member | null): Promise<PraiseList | Refusal> {
  return office.database.transaction(async tx => {
    const isLeader = holds(me, LEADERS);
    const other = about !== null && about.id !== me.id ? about : null;
    const directory = await directoryIn(office, tx);
    const reader = directory.members.get(me.id) ?? me;
    const lends = directory.delegations.some(({ delegateId }) => delegateId === me.id);
    if (other !== null && !isLeader && !lends) return refuse('praise.ownOnly', {});
    const of = other !== null ? 'person' : about === null && isLeader ? 'all' : 'own';
    const rows =
      other !== null
        ? await praisesAbout(tx, other.id)
        : of === 'all'
          ? await praisesSince(tx, instantOf(`${todayOf(office).slice(0, 4)}-01-01`, '00:00', office.settings.zone))
          : await praisesWith(tx, me.id);
    const seen = rows.filter(row => maySee(row, reader, directory));
    const praises: ListedPraise[] = [];
    for (const row of seen.slice(0, LIST_MAX))
      praises.push({ ...row, waitsFor: await waitsFor(office, tx, wayOf(row)) });
    return { of, praises, left: Math.max(0, seen.length - LIST_MAX) };
  });
}

/** The numbers that examples name for a member: of a praise they may read, and of one they may still take back. */
export async function examplePraises(
  office: Office,
  me: Member,
): Promise<{ 'praise.show': string | undefined; 'praise.withdraw': string | undefined }> {
  const list = await listPraises(office, me, null);
  const filed = await praisesWith(office.database.read, me.id);
  const mine = filed.find(row => mayWithdraw(row, me.id) === true);
  const seen = isRefusal(list) ? undefined : (list.praises[0] ?? mine);
  return { 'praise.show': seen && String(seen.id), 'praise.withdraw': mine && String(mine.id) };
}

async function previewIn(
  office: Office,
  tx: Tx,
  me: Member,
  { praisedIds, date, amount, notice }: Entered,
): Promise<PraisePreview[] | Refusal> {
  if (praisedIds.length > MAX_PEOPLE) return refuse('praise.tooMany', { limit: MAX_PEOPLE });
  const inTime = mayLieOn(date, todayOf(office));
  if (inTime !== true) return inTime;
  const directory = await directoryIn(office, tx);
  const filer = directory.members.get(me.id) ?? me;
  const sameDay = (await praisesOn(tx, praisedIds, date)).map(recordOf);
  const previews: PraisePreview[] = [];
  for (const praisedId of praisedIds) {
    const praised = directory.members.get(praisedId);
    const may =
      praised === undefined ? refuse('member.notInDepartment', { id: praisedId }) : mayBePraised(praised, me.id);
    if (may !== true) return may;
    const proposal = { praisedId, date, amount, notice };
    const settled = settledAmounts(sameDay, proposal);
    const route = praiseRoute(proposal, settled, filer, directory);
    const whole = decidesAbout(filer, praisedId, directory);
    const told = whole ? route : praiseRoute(proposal, [], filer, directory);
    const [step] = route.steps;
    const asked = {
      accuses: true,
      requesterId: me.id,
      concernsId: praisedId,
      state: 'pending',
      escalated: false,
    } as const;
    const approvers = step === undefined ? [] : eligible({ ...asked, authority: step.authority }, directory);
    const sameIncident = sumFen(whole ? settled : []);
    previews.push({ proposal, route, told, whole, sameIncident, approvers: approvers.map(({ member }) => member) });
  }
  return previews;
}

async function seenPraise(office: Office, tx: Tx, me: Member, number: number): Promise<PraiseRow | Refusal> {
  const row = await praiseById(tx, number);
  if (row === null) return refuse('praise.notFound', { number });
  const directory = await directoryIn(office, tx);
  return maySee(row, directory.members.get(me.id) ?? me, directory) ? row : refuse('praise.notFound', { number });
}
