/** Notes to the next shift, to be read: a member's own, and what the messages show. */
import { todayOf } from '../../kernel/civil.ts';
import type { Member } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Composers, Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import type { HandoverMessages, OpenHandover, OwnNotes } from './messages.ts';
import { isStillShown } from './rules.ts';
import { noteById, notesById, notesLeft, notesOf, openNotes } from './store.ts';

/** The member's notes that are not over. */
export function listNotes(office: Office, me: Member): Promise<OwnNotes> {
  return office.database.transaction(tx => ownNotes(office, tx, me));
}

/** The same for their own record. */
export async function ownNotes(office: Office, read: Tx, me: Member): Promise<OwnNotes> {
  const today = todayOf(office);
  const notes = await notesOf(read, me.id);
  const left = await notesLeft(read, me.posts, today);
  return {
    memberId: me.id,
    asked: notes.filter(({ receiverId, state }) => receiverId === me.id && state === 'open'),
    forFirst: left.filter(({ giverId }) => giverId !== me.id),
    given: notes.filter(({ giverId }) => giverId === me.id),
    accepted: notes.filter(note => note.state === 'accepted' && isStillShown(note, today, office.settings.zone)),
  };
}

/** Every note nobody has accepted yet, the earliest first. */
export async function openHandovers(tx: Tx): Promise<OpenHandover[]> {
  const notes = await openNotes(tx);
  const members = notes.length === 0 ? null : await allMembers(tx);
  const nameOf = (id: string) => members?.get(id)?.name ?? id;
  return notes.map(({ id, giverId, receiverId, post }) => {
    return { id, from: nameOf(giverId), to: receiverId === null ? null : nameOf(receiverId), post };
  });
}

export const handoverComposers: Composers<keyof HandoverMessages> = {
  'handover.asked': askedCardOf,
  'handover.reminder': askedCardOf,
  async 'handover.told'(tx, { noteId, ...told }) {
    const note = await noteById(tx, noteId);
    return note === null ? null : { note, ...told };
  },
  async 'handover.left'(tx, { noteIds, memberId }) {
    return { memberId, notes: await notesById(tx, noteIds) };
  },
  async 'handover.stillOpen'(tx, { noteIds }) {
    const open = (await notesById(tx, noteIds)).filter(({ state }) => state === 'open');
    return open.length === 0 ? null : open;
  },
  'handover.announced': (tx, { noteId }) => noteById(tx, noteId),
};

async function askedCardOf(tx: Tx, { noteId, turn, memberId }: { noteId: number; turn: number; memberId: string }) {
  const note = await noteById(tx, noteId);
  return note === null ? null : { note, memberId, current: note.turn === turn };
}
