/** Notes to the next shift. */
import type { CivilDate } from '../../kernel/civil.ts';
import { ERASED } from '../../kernel/erasure.ts';
import { isPost, type Post } from '../../member/post.ts';
import { WORDS } from '../../store/erasing.ts';
import type { Handover } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';
import type { NoteFacts } from './messages.ts';
import type { NoteState, Platform, Urgency, Waiting, Written } from './rules.ts';

/** A note as it is kept. */
export type NoteRow = NoteFacts & Waiting;

export interface NewNote extends Written {
  giverId: string;
  receiverId: string | null;
  post: Post | null;
  dueOn: CivilDate | null;
}

/** Keeps a note; whoever is named is asked at once. */
export async function createNote(tx: Tx, note: NewNote, now: Date): Promise<NoteRow> {
  const askedAt = note.receiverId === null ? null : now;
  return toNote(
    await tx.handover.create({ data: { ...note, changedBy: note.giverId, changedAt: now, givenAt: now, askedAt } }),
  );
}

/** One note; null when there is none of that number. */
export async function noteById(tx: Tx, id: number): Promise<NoteRow | null> {
  const row = await tx.handover.findUnique({ where: { id } });
  return row === null ? null : toNote(row);
}

/** These notes, the earliest first. */
export async function notesById(tx: Tx, ids: readonly number[]): Promise<NoteRow[]> {
  return (await tx.handover.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })).map(toNote);
}

/** The same note by the same giver that is still open; null when there is none. */
export async function sameNote(tx: Tx, { giverId, receiverId, customer, matter }: NewNote): Promise<number | null> {
  const where = { giverId, receiverId, customer, matter, state: 'open' };
  return (await tx.handover.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** What a deed changes. */
export interface NoteChange {
  state: NoteState;
  by: string;
  receiverId?: string | null;
  /** Asks somebody else, from the beginning. */
  handedOn?: true;
  matter?: string;
}

/** Changes a note, only from where it was read; false when somebody else changed it meanwhile. */
export async function changeNote(tx: Tx, note: NoteRow, change: NoteChange, now: Date): Promise<boolean> {
  const { id, state, turn, matter } = note;
  const { by, handedOn, ...data } = change;
  const { count } = await tx.handover.updateMany({
    where: { id, state, turn, matter },
    data: {
      ...data,
      changedBy: by,
      changedAt: now,
      ...(handedOn ? { turn: turn + 1, formerId: note.receiverId, askedAt: now, remindedAt: null } : {}),
    },
  });
  return count === 1;
}

/** Every note of somebody that is not over: given and open, to be answered, or accepted; the earliest first. */
export async function notesOf(tx: Tx, memberId: string): Promise<NoteRow[]> {
  const rows = await tx.handover.findMany({
    where: {
      OR: [
        { giverId: memberId, state: 'open' },
        { receiverId: memberId, state: { in: ['open', 'accepted'] } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(toNote);
}

/** Open notes left for the first of these posts (all: of any) until that day, the earliest first. */
export async function notesLeft(tx: Tx, posts: readonly Post[] | 'all', until: CivilDate): Promise<NoteRow[]> {
  const of = posts === 'all' ? { not: null } : { in: [...posts] };
  const where = { state: 'open', receiverId: null, post: of, dueOn: { lte: until } };
  return (await tx.handover.findMany({ where, orderBy: { id: 'asc' } })).map(toNote);
}

/** Every open note, the earliest first. */
export async function openNotes(tx: Tx): Promise<NoteRow[]> {
  return (await tx.handover.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } })).map(toNote);
}

/** Marks what the clock did with notes: asked those before whom they come, reminded, or told the leader. */
export async function markNotes(
  tx: Tx,
  ids: readonly number[],
  mark: 'askedAt' | 'remindedAt' | 'toldAt',
  at: Date,
): Promise<void> {
  await tx.handover.updateMany({ where: { id: { in: [...ids] } }, data: { [mark]: at } });
}

function toNote({ post, platform, urgency, state, ...row }: Handover): NoteRow {
  return {
    ...row,
    post: post !== null && isPost(post) ? post : null,
    platform: platform as Platform | null,
    urgency: urgency as Urgency,
    state: state as NoteState,
  };
}

const worded = { OR: [{ customer: WORDS }, { matter: WORDS }] };

/** Notes in which words stand, last touched before that instant; read once a night. */
export async function wordedNotesBefore(tx: Tx, instant: Date): Promise<Pick<NoteRow, 'id' | 'state' | 'changedAt'>[]> {
  const where = { changedAt: { lt: instant }, ...worded };
  const rows = await tx.handover.findMany({ where, select: { id: true, state: true, changedAt: true } });
  return rows as Pick<NoteRow, 'id' | 'state' | 'changedAt'>[];
}

/** The ids of the notes a member gave in which words stand. */
export async function wordedNotesOf(tx: Tx, memberId: string): Promise<number[]> {
  const rows = await tx.handover.findMany({ where: { giverId: memberId, ...worded }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Erases what people wrote in these notes; answers in how many. */
export async function eraseNoteWords(tx: Tx, ids: readonly number[]): Promise<number> {
  const data = { customer: ERASED, matter: ERASED };
  return (await tx.handover.updateMany({ where: { id: { in: [...ids] } }, data })).count;
}
