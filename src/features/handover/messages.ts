/** What the messages around a note to the next shift show. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Note, Written } from './rules.ts';

/** A note as people read it who may. */
export interface NoteFacts extends Note, Written {
  /** Counts those asked, one after another. */
  turn: number;
  givenAt: Date;
  askedAt: Date | null;
}

/** A note before one of those who were asked; once it went on to somebody else, it shows nothing of it any more. */
export interface AskedCard {
  note: NoteFacts;
  memberId: string;
  /** Whether this is the one asked now. */
  current: boolean;
}

/** What became of a note, for whoever gave it. */
export interface NoteTold {
  note: NoteFacts;
  became: 'accepted' | 'handedOn' | 'finished';
  by: string;
  /** To whom it was handed on. */
  to: string | null;
}

/** Notes left for the first of the day, before one of those who may take them. */
export interface LeftForFirst {
  memberId: string;
  notes: NoteFacts[];
}

/** An open note for leaders: between whom it stands, by their names, without the customer. */
export interface OpenHandover {
  id: number;
  from: string;
  /** Null while it is left for the first of a post. */
  to: string | null;
  post: Note['post'];
}

/** A member's notes that are not over. */
export interface OwnNotes {
  memberId: string;
  /** To be answered by name. */
  asked: NoteFacts[];
  /** Left for the first of the member's post. */
  forFirst: NoteFacts[];
  /** Given and still open. */
  given: NoteFacts[];
  /** Accepted and not said to be finished. */
  accepted: NoteFacts[];
}

export interface HandoverMessages {
  /** To whom a note is given or handed on, with the buttons to answer. */
  'handover.asked': AskedCard;
  /** The same before the end of working hours, while there is no answer. */
  'handover.reminder': AskedCard;
  /** To whoever gave it: somebody accepted it, handed it on, or finished it. */
  'handover.told': NoteTold;
  /** In the morning: what was left for the first of a post. */
  'handover.left': LeftForFirst;
  /** To the leader: what still waits at the end of the day. */
  'handover.stillOpen': NoteFacts[];
  /** In the service channel, when its giver ticked it. */
  'handover.announced': NoteFacts;
}

const asked = z.object({ noteId: z.int(), turn: z.int(), memberId: z.string() });

/** What is kept of each until it is sent; what it shows is read then. */
export const handoverRefs = {
  'handover.asked': asked,
  'handover.reminder': asked,
  'handover.told': z.object({
    noteId: z.int(),
    became: z.enum(['accepted', 'handedOn', 'finished']),
    by: z.string(),
    to: z.string().nullable(),
  }),
  'handover.left': z.object({ noteIds: z.array(z.int()), memberId: z.string() }),
  'handover.stillOpen': z.object({ noteIds: z.array(z.int()) }),
  'handover.announced': z.object({ noteId: z.int() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof handoverRefs, HandoverMessages> {}
}

/** A person's note as the form holds it while it is filled in; the platform and the text may still be missing. */
export interface NoteDraft extends Written {
  /** Null: left for tomorrow's first. */
  receiverId: string | null;
}

/** Where the note of a form would go. */
export type DraftOutlook =
  | { to: 'person'; id: string }
  | { to: 'first'; post: NonNullable<Note['post']>; dueOn: CivilDate };
