/** Customers handed to the next shift (1.18): notes given, answered, handed on, added to and taken back. */
import { type CivilDate, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import { type Member, standingOf } from '../../member/rules.ts';
import { allMembers, lockMember, memberOf } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import type { Span } from '../calendar/span.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { excusesOn } from '../leave/reading.ts';
import type { NoteVerb } from './line.ts';
import type { DraftOutlook, NoteFacts, NoteTold } from './messages.ts';
import { listNotes } from './reading.ts';
import {
  anotherFor,
  awayIn,
  type Colleagues,
  type HalfDay,
  mayGive,
  mayReceive,
  nextShift,
  postLeftFor,
} from './receiver.ts';
import { faultOf, judge, type NoteDeed, tidied, type Written, withAddition } from './rules.ts';
import { changeNote, createNote, type NoteChange, type NoteRow, noteById, sameNote } from './store.ts';

/** Where a note to that person (null: left for tomorrow's first) would go, or why it cannot; changes nothing. */
export function previewNote(office: Office, me: Member, to: Member | null): Promise<DraftOutlook | Refusal> {
  return office.database.transaction(async tx => (await addressed(office, tx, me, to)).outlook);
}

/** The handle of a colleague who could be asked now, for an example; null when there is nobody. */
export function exampleColleague(office: Office, me: Member): Promise<string | null> {
  return office.database.transaction(async tx => anotherFor(me, await colleaguesNow(office, tx)));
}

/** Whether the member could leave a note for tomorrow's first, for an example. */
export async function hasNext(office: Office, me: Member): Promise<boolean> {
  return !isRefusal(await previewNote(office, me, null));
}

/** The numbers that examples name for a member: of a note they may accept, hand on, finish, add to, or take back. */
export async function exampleNotes(
  office: Office,
  me: Member,
): Promise<Record<`note.${NoteVerb}`, string | undefined>> {
  const { asked, accepted, given } = await listNotes(office, me);
  const service = await exampleColleague(office, me);
  const members = await allMembers(office.database.read);
  const number = (note: { id: number } | undefined) => note && String(note.id);
  const open = number(given.find(({ state }) => state === 'open'));
  return {
    'note.accept': number(asked[0]),
    'note.handOn': number(asked.find(({ giverId }) => members.get(giverId)?.handle !== service)),
    'note.finish': number(accepted[0]),
    'note.addTo': open,
    'note.withdraw': open,
  };
}

/**
 * Gives a note to a colleague, who is asked at once, or (null) leaves it for the first of the post on the next working
 * day. Ticked, it is shown in the service channel as well.
 */
export async function giveNote(
  office: Office,
  me: Member,
  to: Member | null,
  words: Written,
): Promise<NoteFacts | Refusal> {
  const now = office.clock.now();
  const written = tidied(words);
  const result = await office.database.transaction(async tx => {
    await lockMember(tx, me.id); // the same note sent twice must find the first
    const { outlook, colleagues } = await addressed(office, tx, me, to);
    if (isRefusal(outlook)) return outlook;
    const fault = faultOf(written, anotherFor(me, colleagues));
    if (fault !== null) return fault;
    const goes =
      outlook.to === 'person'
        ? { receiverId: outlook.id, post: null, dueOn: null }
        : { receiverId: null, post: outlook.post, dueOn: outlook.dueOn };
    const wanted = { ...written, ...goes, giverId: me.id };
    const same = await sameNote(tx, wanted);
    if (same !== null) return refuse('handover.givenAlready', { id: same });
    const note = await createNote(tx, wanted, now);
    const { urgency, announced } = written;
    const after = { ...goes, urgency, announced, state: note.state };
    await record(tx, { at: now, actor: me.id, deed: 'handover.given', noun: 'handover', nounId: note.id, after });
    await ask(office, tx, note);
    if (announced) {
      const card = announcedCard(note.id);
      const ref = { noteId: note.id };
      await say(office, tx, { key: card, card, recipient: '#service', message: 'handover.announced', ref });
    }
    return note;
  });
  office.wake();
  return result;
}

/** Accepts a note, finishes it, or takes it back; whoever comes second is told how it stands. */
export function answerNote(
  office: Office,
  me: Member,
  id: number,
  deed: 'accept' | 'finish' | 'withdraw',
): Promise<NoteFacts | Refusal> {
  return change(office, me, id, deed, async ({ receiverId }, state) => ({
    state,
    by: me.id,
    ...(deed === 'accept' && receiverId === null ? { receiverId: me.id } : {}),
  }));
}

/** Hands an open note on to somebody else, who is asked from the beginning; its giver may do so too. */
export function handOn(office: Office, me: Member, id: number, to: Member): Promise<NoteFacts | Refusal> {
  return change(office, me, id, 'handOn', async (note, state, tx) => {
    const colleagues = await colleaguesNow(office, tx);
    const may = mayReceive(me, colleagues.directory.get(to.id) ?? to, colleagues, note);
    return may === true ? { state, by: me.id, receiverId: to.id, handedOn: true } : may;
  });
}

/** Adds to an open note; whoever was asked sees it in the message they have. */
export function addToNote(office: Office, me: Member, id: number, added: string): Promise<NoteFacts | Refusal> {
  return change(office, me, id, 'addTo', async ({ matter }, state) => {
    const together = withAddition(id, matter, added);
    return isRefusal(together) ? together : { state, by: me.id, matter: together };
  });
}

/** The note, if the member may do that with it now; or how it stands. */
export async function mayDo(office: Office, me: Member, id: number, deed: NoteDeed): Promise<NoteFacts | Refusal> {
  const note = await noteById(office.database.read, id);
  if (note === null) return refuse('handover.notYours', { id });
  const judged = judge(deed, note, me, todayOf(office));
  return isRefusal(judged) ? judged : note;
}

/** The colleagues, with who is away in those half days. */
export async function colleaguesIn(
  tx: Tx,
  shift: readonly HalfDay[],
): Promise<Colleagues & { directory: ReadonlyMap<string, Member> }> {
  const directory = await allMembers(tx);
  const spans = new Map<string, Span[]>();
  for (const date of new Set(shift.map(half => half.date))) {
    for (const { memberId, span } of await excusesOn(tx, date))
      spans.set(memberId, [...(spans.get(memberId) ?? []), span]);
  }
  return { directory, members: [...directory.values()], away: id => awayIn(shift, spans.get(id) ?? []) };
}

/** The card of a note left for the first, before one of those who may take it. */
export function leftCard(date: CivilDate, memberId: string): string {
  return `handover.left:${date}:${memberId}`;
}

export function reminderCard({ id, turn }: Pick<NoteRow, 'id' | 'turn'>): string {
  return `handover.reminder:${id}:${turn}`;
}

function askedCard({ id, turn }: Pick<NoteRow, 'id' | 'turn'>): string {
  return `handover.asked:${id}:${turn}`;
}

function announcedCard(id: number): string {
  return `handover.announced:${id}`;
}

async function colleaguesNow(office: Office, tx: Tx) {
  const { hours, zone } = office.settings;
  return colleaguesIn(tx, nextShift(office.clock.now(), await calendarIn(tx), hours, zone));
}

/** Where a note would go, or why it cannot. */
async function addressed(office: Office, tx: Tx, me: Member, to: Member | null) {
  const colleagues = await colleaguesNow(office, tx);
  const { directory } = colleagues;
  const outlook = async (): Promise<DraftOutlook | Refusal> => {
    const may = mayGive(me);
    if (may !== true) return may;
    if (to !== null) {
      const asked = mayReceive(me, directory.get(to.id) ?? to, colleagues);
      return asked === true ? { to: 'person', id: to.id } : asked;
    }
    const post = postLeftFor(me);
    if (![...directory.values()].some(one => one.id !== me.id && one.posts.includes(post) && standingOf(one) === true))
      return refuse('handover.nobodyElse', { post, another: anotherFor(me, colleagues) });
    return { to: 'first', post, dueOn: (await calendarIn(tx)).nextWorkday(todayOf(office)) };
  };
  return { outlook: await outlook(), colleagues };
}

/** Asks whoever has the note by name; what was left for the first comes before people in the morning. */
async function ask(office: Office, tx: Tx, note: NoteRow): Promise<void> {
  const { id, turn, receiverId } = note;
  if (receiverId === null) return;
  const card = askedCard(note);
  const ref = { noteId: id, turn, memberId: receiverId };
  await say(office, tx, { key: card, card, recipient: receiverId, message: 'handover.asked', ref });
}

/**
 * One guarded step of a note, with its entry in the record, its cards drawn anew and its giver told. Read anew whenever
 * somebody else was faster: then the rules say how it stands.
 */
async function change(
  office: Office,
  me: Member,
  id: number,
  deed: NoteDeed,
  wanted: (note: NoteRow, state: NoteRow['state'], tx: Tx) => Promise<NoteChange | Refusal>,
): Promise<NoteFacts | Refusal> {
  const now = office.clock.now();
  const result = await office.database.transaction(async tx => {
    for (;;) {
      const note = await noteById(tx, id);
      if (note === null) return refuse('handover.notYours', { id });
      const state = judge(deed, note, me, todayOf(office, now));
      if (isRefusal(state)) return state;
      const changed = await wanted(note, state, tx);
      if (isRefusal(changed)) return changed;
      if (!(await changeNote(tx, note, changed, now))) continue;
      const after = (await noteById(tx, id)) ?? note;
      const stands = ({ receiverId, ...of }: NoteRow) => ({ state: of.state, receiverId });
      const entry = { actor: me.id, deed: DEEDS[deed], noun: 'handover', nounId: id };
      await record(tx, { at: now, ...entry, before: stands(note), after: stands(after) });
      await redrawCards(office, tx, note);
      if (changed.handedOn) await ask(office, tx, after);
      await tellGiver(office, tx, me, after, deed);
      return after;
    }
  });
  office.wake();
  return result;
}

const DEEDS: Readonly<Record<NoteDeed, string>> = {
  accept: 'handover.accepted',
  handOn: 'handover.handedOn',
  addTo: 'handover.addedTo',
  withdraw: 'handover.withdrawn',
  finish: 'handover.finished',
};

/** Whoever had the note before them sees what became of it. */
async function redrawCards(office: Office, tx: Tx, note: NoteRow): Promise<void> {
  const { id, turn, receiverId, post, askedAt, remindedAt, announced } = note;
  const cards: string[] = [];
  if (receiverId !== null) cards.push(askedCard(note));
  if (remindedAt !== null) cards.push(reminderCard(note));
  if (announced) cards.push(announcedCard(id));
  if (post !== null && turn === 1 && askedAt !== null) cards.push(...(await leftCards(office, tx, post, askedAt)));
  for (const card of cards) await redraw(office, tx, card);
}

async function leftCards(office: Office, tx: Tx, post: Post, askedAt: Date): Promise<string[]> {
  const holders = [...(await allMembers(tx)).values()].filter(({ posts }) => posts.includes(post));
  return holders.map(({ id }) => leftCard(todayOf(office, askedAt), id));
}

const BECAME: Readonly<Partial<Record<NoteDeed, NoteTold['became']>>> = {
  accept: 'accepted',
  handOn: 'handedOn',
  finish: 'finished',
};

/** Of what others did with it; one's own deed needs no message. */
async function tellGiver(office: Office, tx: Tx, me: Member, note: NoteRow, deed: NoteDeed): Promise<void> {
  const { id, giverId, receiverId, turn } = note;
  const became = BECAME[deed];
  if (became === undefined || giverId === me.id) return;
  const giver = await memberOf(tx, giverId);
  if (giver === null || standingOf(giver) !== true) return;
  const ref = { noteId: id, became, by: me.id, to: became === 'handedOn' ? receiverId : null };
  await say(office, tx, {
    key: `handover.told:${id}:${became}:${turn}`,
    recipient: giverId,
    message: 'handover.told',
    ref,
  });
}
