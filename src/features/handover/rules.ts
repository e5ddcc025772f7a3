/** Notes to the next shift (1.18): what is written, what becomes of one, and when it is spoken of again. */
import { addDays, type CivilDate, civilOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import type { Half } from '../calendar/span.ts';

/**
 * - `open`: whoever was asked has not answered yet, or nobody has taken it.
 * - `accepted`: the receiver has it; it is theirs from now on.
 * - `finished`: nothing is left to do; its giver says so while it is open, its receiver at any time.
 * - `withdrawn`: taken back by its giver before anybody accepted it.
 */
export type NoteState = 'open' | 'accepted' | 'finished' | 'withdrawn';

/** What a person can do with a note. */
export type NoteDeed = 'accept' | 'handOn' | 'addTo' | 'withdraw' | 'finish';

/** How soon the customer waits for an answer. */
export const URGENCIES = ['normal', 'today', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Where the customer wrote. */
export const PLATFORMS = ['tmall', 'jd', 'pinduoduo', 'douyin', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What is written about a customer. */
export interface Written {
  customer: string;
  platform: Platform | null;
  matter: string;
  urgency: Urgency;
  /** Shown to everybody in the service channel: the giver ticked it, it never happens by itself. */
  announced: boolean;
}

/** A note as the rules see it. */
export interface Note {
  id: number;
  giverId: string;
  /** Null while it is left for the first of a post. */
  receiverId: string | null;
  /** Who was asked before it was handed on. */
  formerId: string | null;
  /** Left for the first of that post, from that day on. */
  post: Post | null;
  dueOn: CivilDate | null;
  state: NoteState;
  changedBy: string;
  changedAt: Date;
}

/** How a note stands, for whoever wanted something that is no longer possible. */
export interface Standing {
  id: number;
  state: NoteState;
  receiverId: string | null;
  changedBy: string;
  /** To whom it is told. */
  me: string;
}

/** Why somebody can be given nothing, whatever day it is. */
export type Unable = 'bot' | 'gone' | 'outsider' | 'noPost' | 'otherPost';

/** Where a colleague is named, it is one who could be asked now; null where there is none. */
export interface HandoverRefusals {
  /** The speaker has nothing to do with customers. */
  'handover.notService': Record<never, never>;
  'handover.toSelf': { another: string | null };
  'handover.unable': { id: string; why: Unable; another: string | null };
  /** On approved leave or a trip in the next shift. */
  'handover.onLeave': { id: string; date: CivilDate; half: Half; another: string | null };
  /** Back to whoever gave it. */
  'handover.toGiver': { id: string; another: string | null };
  /** Nobody else holds the post, so nobody could be the first. */
  'handover.nobodyElse': { post: Post; another: string | null };
  /** The same note is open already. */
  'handover.givenAlready': { id: number };
  'handover.customerMissing': { another: string | null };
  'handover.matterMissing': { another: string | null };
  'handover.customerTooLong': { length: number; most: number };
  'handover.matterTooLong': { length: number; most: number };
  'handover.additionMissing': { id: number };
  /** None of that number, or not before the speaker (any more): which of them is nobody else's business. */
  'handover.notYours': { id: number };
  /** One's own note, or one that waits for tomorrow's first, cannot be answered so. */
  'handover.ownNote': { id: number };
  'handover.takeFirst': { id: number };
  'handover.giverOnly': { id: number; giverId: string };
  'handover.stands': Standing;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends HandoverRefusals {}
}

/** Characters of a customer's name, of one text, and of a note with all that was added to it. */
export const MOST_CUSTOMER = 60;
export const MOST_MATTER = 1_000;
export const MOST_TOGETHER = 2_000;

/** What is written, without what surrounds it: a name on one line. */
export function tidied(written: Written): Written {
  return { ...written, customer: written.customer.replace(/\s+/gu, ' ').trim(), matter: written.matter.trim() };
}

/** What is wrong with what is written; null when nothing is. */
export function faultOf({ customer, matter }: Written, another: string | null): Refusal | null {
  if (customer === '') return refuse('handover.customerMissing', { another });
  if (matter === '') return refuse('handover.matterMissing', { another });
  if (customer.length > MOST_CUSTOMER)
    return refuse('handover.customerTooLong', { length: customer.length, most: MOST_CUSTOMER });
  return matter.length > MOST_MATTER
    ? refuse('handover.matterTooLong', { length: matter.length, most: MOST_MATTER })
    : null;
}

/** A note with more below it; refused when nothing is added or all of it is too long. */
export function withAddition(id: number, matter: string, added: string): string | Refusal {
  const more = added.trim();
  if (more === '') return refuse('handover.additionMissing', { id });
  const together = `${matter}\n${more}`;
  return together.length > MOST_TOGETHER
    ? refuse('handover.matterTooLong', { length: together.length, most: MOST_TOGETHER })
    : together;
}

/**
 * What a deed makes of a note, or how it stands. The giver adds, takes back and finishes while it is open; the receiver
 * accepts, and finishes; both may hand it on while it is open. Of those it was left for, the first to accept has it.
 */
export function judge(deed: NoteDeed, note: Note, me: Member, today: CivilDate): NoteState | Refusal {
  const { id, state } = note;
  const role = roleOf(note, me, today);
  if (role === null) return refuse('handover.notYours', { id });
  const stands = refuse('handover.stands', standingFor(note, me.id));
  // What waited for the first of a post may have been given to somebody by name since.
  if (role === 'former' || (role === 'first' && note.receiverId !== null)) return stands;
  if (deed === 'finish' && role === 'receiver') return state === 'open' || state === 'accepted' ? 'finished' : stands;
  if (state !== 'open') return stands;
  if (deed === 'accept') return role === 'giver' ? refuse('handover.ownNote', { id }) : 'accepted';
  if (role === 'first') return refuse('handover.takeFirst', { id });
  if (deed === 'handOn') return 'open';
  if (role === 'receiver') return refuse('handover.giverOnly', { id, giverId: note.giverId });
  return deed === 'addTo' ? 'open' : deed === 'withdraw' ? 'withdrawn' : 'finished';
}

/** How a note stands. */
export function standingFor(note: Note, me: string): Standing {
  const { id, state, receiverId, changedBy } = note;
  return { id, state, receiverId, changedBy, me };
}

type Role = 'giver' | 'receiver' | 'former' | 'first';

/** What a note is to somebody; null when it is none of theirs. */
function roleOf(note: Note, { id, posts }: Member, today: CivilDate): Role | null {
  if (id === note.giverId) return 'giver';
  if (id === note.receiverId) return 'receiver';
  if (id === note.formerId) return 'former';
  const { post, dueOn } = note;
  return post !== null && dueOn !== null && dueOn <= today && posts.includes(post) ? 'first' : null;
}

/** Minutes before the end of working hours at which a receiver is reminded. */
export const REMINDS_BEFORE = 30;
/** Minutes after it at which the leader hears of what came too late for its end itself. */
export const TELLS_AGAIN_AFTER = 60;
/** Minutes somebody asked has before anybody is spoken to again. */
const WAITS = 30;

/** A note as the clock sees it. */
export interface Waiting {
  state: NoteState;
  receiverId: string | null;
  askedAt: Date | null;
  remindedAt: Date | null;
  toldAt: Date | null;
}

/** Whether the receiver is reminded: once for each who is asked by name. What was left for anybody reminds nobody. */
export function isRemindedOf({ receiverId, remindedAt, ...note }: Waiting, at: Date): boolean {
  return receiverId !== null && remindedAt === null && hasWaited(note, at);
}

/** Whether the giver's leader hears of it: once, when it has been before whoever may answer for a while. Never a case (1.18). */
export function isToldOf({ toldAt, ...note }: Waiting, at: Date): boolean {
  return toldAt === null && hasWaited(note, at);
}

function hasWaited({ state, askedAt }: Pick<Waiting, 'state' | 'askedAt'>, at: Date): boolean {
  return state === 'open' && askedAt !== null && at.getTime() - askedAt.getTime() >= WAITS * 60_000;
}

/** Days an accepted note stays in its receiver's list when they do not say that it is finished. */
const ACCEPTED_SHOWN = 7;

/** Whether an accepted note still stands in its receiver's list. */
export function isStillShown({ changedAt }: Pick<Note, 'changedAt'>, today: CivilDate, zone: string): boolean {
  return civilOf(changedAt, zone).date > addDays(today, -ACCEPTED_SHOWN);
}

/** Whether a note is over, and was last touched before that instant: what people wrote in it need not be kept longer. */
export function over({ state, changedAt }: Pick<Note, 'state' | 'changedAt'>, since: Date): boolean {
  return state !== 'open' && changedAt < since;
}
