/** The types through which workflows meet the rest of the house. Nothing here runs. */

import type { z } from 'zod';
import type { CivilDate } from '../kernel/civil.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Term } from '../kernel/term.ts';
import type { Reader, Speech } from '../locales/reader.ts';
import type { Post } from '../member/post.ts';
import type { Member } from '../member/rules.ts';
import type { Identity } from '../member/store.ts';
import type { Database } from '../store/database.ts';
import type { Tx } from '../store/tx.ts';
import type { KeptLine } from '../store/typedLine.ts';
import type { Happenings } from './happening.ts';
import type { Erasing } from './kept.ts';
import type { Asked, Decided, Matters, Taken } from './matter.ts';
import type { Message, MessageName, Messages } from './message.ts';
import type { ProposalKind, Proposed, Telling } from './proposal.ts';

/** Where workflows work: handed to every one of them by whoever opened a door. */
export interface Office {
  database: Database;
  /** The instant the department lives in. */
  clock: { now(): Date };
  /** Physical time: for leases, pace and retries, which do not follow a clock that was moved. */
  wallClock: { now(): Date };
  settings: Settings;
  /** What Slack calls the department's channels: names or ids. */
  channels: Readonly<Record<ChannelRole, string>>;
  /** Tells the sender and the scheduler, after a commit, that there may be something to do. */
  wake(): void;
  /** Asks Slack about a person nobody has seen yet; null when Slack does not know them. */
  lookUp(userId: string): Promise<Profile | null>;
  log: Log;
  /** What the features declare. */
  declared: Declared;
  /** All that can be said, in every language. */
  speech: Speech;
  /** Where copies of the database go; none where it is not ours to copy, as on a server. */
  backups?: Backups;
  /** The disk the data stand on. */
  disk?: Disk;
}

export interface Backups {
  folder: string;
  /** How many days the nightly ones are kept; 0: none are made. */
  keepDays: number;
}

export interface Disk {
  /** Bytes that may still be written there, or where the folder is. */
  freeBytes(folder?: string): Promise<number>;
  /** In MB; 0: nobody is warned. */
  warnBelowMb: number;
}

export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  warn(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** A person as Slack's `users.info` describes them. */
export type Profile = Identity;

/** Reads what a message shows at the moment it is sent; null when there is nothing to say any more. */
export type Composers<N extends MessageName> = {
  [K in N]: (tx: Tx, ref: Messages[K]['ref'], office: Office) => Promise<Messages[K]['data'] | null>;
};

/** What the features declare, by the names under which the engine and the workflows look it up. */
export interface Declared {
  messages: ReadonlyMap<string, DeclaredMessage>;
  matters: MatterDeeds;
  own: readonly Own[];
  known: readonly Known[];
  erasing: readonly Erasing[];
  proposals: Readonly<Record<ProposalKind, Proposable>>;
  follows: readonly Follows[];
}

/** A setting by which the department reads an article whose source leaves something open. */
export interface Interpreting {
  /** The numbers of the articles. */
  articles: readonly string[];
  /** What its value may be. */
  schema: z.ZodType;
}

export interface DeclaredMessage {
  compose(tx: Tx, ref: unknown, office: Office): Promise<Message | null>;
  courtesy?: Courtesy;
}

/** A direct message that obeys what its reader lets reach them. */
export interface Courtesy {
  /** A reminder: left out for whoever wants none. */
  reminder: boolean;
  /** In somebody's quiet hours: told when they are over, or left out as it is of no use then. */
  inQuietHours: 'told after' | 'left out';
}

/** What a noun does, in the same transaction, when something happens to another. */
export type Follows = {
  readonly [H in keyof Happenings]?: (office: Office, tx: Tx, what: Happenings[H]) => Promise<void>;
};

export type MatterDeeds = { readonly [K in keyof Matters]: MatterDeed<Matters[K]> };

/** What deciding a kind of matter asks of the noun it is about. */
export interface MatterDeed<Facts> {
  /** It is decided about the person it concerns (8.1): nobody they lead decides it, and having filed it is no obstacle. */
  accuses: boolean;
  /** Whoever asked is told what was decided; otherwise the noun tells whom it concerns. */
  tellsRequester: boolean;
  /** As an approver, or the requester, reads it. Throws when it is not there. */
  facts(office: Office, tx: Tx, subjectId: number): Promise<Facts>;
  /** To whose posts approving it now only passes it on, with words of one's own that are asked for first; null where it decides. */
  recommends?(office: Office, tx: Tx, asked: Asked, actor: Member): Promise<readonly Post[] | null>;
  /** What a decision changes, in its transaction; a refusal takes the whole decision back. */
  decided(office: Office, tx: Tx, taken: Taken): Promise<true | Refusal>;
  /** Ends what was asked for by somebody who left, with the approval ended already. */
  closed?(office: Office, tx: Tx, subjectId: number): Promise<void>;
  /** Until when it may be decided; null, or none, where there is no such hour. */
  term?(office: Office, tx: Tx, subjectId: number): Promise<Term | null>;
  /** Ends what nobody decided in time, with the approval ended already and the member it concerns locked. */
  expired?(office: Office, tx: Tx, subjectId: number): Promise<void>;
  /** How a decision for it is taken back; none where it cannot be. */
  undo?: UndoDeed;
}

export interface UndoDeed {
  /** The decision that stands about it; null when none does. */
  decision(office: Office, tx: Tx, subjectId: number): Promise<Decided | null>;
  /** Those about which one stands, of one member or of all: at most so many, the newest first. */
  recent(tx: Tx, concernsId: string | null, most: number): Promise<number[]>;
  /** Undoes what it changed, with the member it concerns locked; answers whom it was told besides who decided. */
  apply(office: Office, tx: Tx, subjectId: number, actor: Member, reason: string): Promise<string[] | Refusal>;
}

/** Under which article, and tier of it, something is proposed. */
export interface Proposable {
  article: string;
  tier: string;
  /**
   * What of these is so now, by their ids, with the parts their sentences need by now; what is left out is so no more.
   * Without it what was found once stays so.
   */
  standing?(office: Office, tx: Tx, waiting: readonly Proposed[]): Promise<ReadonlyMap<number, readonly string[]>>;
}

/** Somebody's day. */
export interface PersonDay {
  memberId: string;
  date: CivilDate;
}

/** What a noun knows of people's days, for who decides about them: of each, in that order. */
export type Known = (office: Office, read: Tx, days: readonly PersonDay[]) => Promise<Telling[]>;

/** A part of somebody's own record, read from one noun: its sections, each of some lines, in the reader's language. */
export type Own = (office: Office, read: Tx, me: Member) => Promise<(reader: Reader) => string[][]>;

/** A department channel by its role; which Slack channel that is, is configuration. */
export type ChannelRole = 'department' | 'service' | 'notices' | 'leaders';

/** A member's id for a direct message, or a department channel. */
export type Recipient = string | `#${ChannelRole}`;

export interface Outgoing {
  recipient: Recipient;
  message: Message;
  locale: Locale;
  /** Opaque mark kept in the message's metadata, by which it is found again. */
  uuid: string;
}

export type Outcome = ({ ok: true } & Place) | Failure;

/** Where a message stands in Slack. */
export interface Place {
  channel: string;
  ts: string;
}

export interface Failure {
  ok: false;
  /** `retry`: surely not sent. `unknown`: perhaps sent. `dead`: never will be. */
  kind: 'retry' | 'unknown' | 'dead';
  error: string;
  retryAfterMs?: number;
  /** The cause is Slack or the way to it, not this message: it is worth waiting for much longer. */
  passing?: true;
  /** Slack does not take the bot's token: no message goes out until it does again, and none is at fault. */
  barred?: true;
}

/** How messages reach Slack. None of these throws. */
export interface Messenger {
  /** Asks Slack whether it takes the bot's token. */
  admitted(): Promise<{ ok: true } | Failure>;
  post(message: Outgoing): Promise<Outcome>;
  update(message: Outgoing & Place): Promise<Outcome>;
  /** Looks for a message of ours by its mark; null when it is not there. */
  find(recipient: Recipient, uuid: string, since: Date): Promise<{ ok: true; place: Place | null } | Failure>;
}

/** What the bot said before, read back. Each may throw; `failureOf` judges. */
export interface Past {
  /** The channel in which that recipient reads the bot; null when there is none to be seen. */
  channelOf(recipient: Recipient): Promise<string | null>;
  /** Messages of this bot's own that bear its mark, since that instant, page by page, the newest first. */
  page(channel: string, since: Date, cursor: string | null): Promise<MarkedPage>;
  /** Puts one sentence in the place of a message that no longer counts; the mark stays. */
  outdate(message: Marked, locale: Locale): Promise<void>;
  /** What went wrong in one of these. */
  failureOf(fault: unknown): Failure;
}

export interface Marked extends Place {
  uuid: string;
}

export interface MarkedPage {
  marked: Marked[];
  /** Null on the last page. */
  next: string | null;
}

export type { KeptLine };

/** Takes what only one of several acts may have, in the transaction of the deed; the refusal for who comes second. */
export type Once = (tx: Tx) => Promise<true | Refusal>;

/** Typed lines that wait for a confirmation of what was understood. */
export interface LinesToConfirm {
  /** Answers the token its buttons carry. */
  keep(line: KeptLine): Promise<string>;
  /** The member's own line of that token; the refusal when it is gone, or confirmed already. */
  find(token: string, memberId: string): Promise<KeptLine | Refusal>;
  /** Takes the confirmation, in the transaction of the deed. */
  once(token: string, memberId: string): Once;
  /** Forgets a line that was typed anew. */
  drop(token: string, memberId: string): Promise<void>;
}

/** How a deed is asked for: 'look' checks all and changes nothing; `null` where nothing is to be confirmed. */
export type Sure = Once | 'look' | null;

/** What the door to Slack needs from the house before it may hand a delivery on. */
export interface Reception {
  /** Claims a delivery; `before` brings the answer given then (null for none), once it is done. */
  claim(key: string): Promise<{ taken: 'new' } | { taken: 'before'; done: boolean; answer: unknown }>;
  settle(key: string, answer: unknown): Promise<void>;
  release(key: string): Promise<void>;
  /** The person behind a Slack id, created from `users.info` when first seen; null when Slack knows nobody. */
  meet(userId: string): Promise<Member | null>;
  /** Finds a person by the name typed after @; null when nobody seen so far has it. */
  byHandle(handle: string): Promise<Member | null>;
  lines: LinesToConfirm;
  /** Takes what Slack says anew of a person already known. */
  refresh(profile: Profile): Promise<void>;
}
