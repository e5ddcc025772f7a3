/** What a list of proposals shows. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { ProposalKind, Telling } from '../../office/proposal.ts';
import type { Article } from '../rulebook/article.ts';
import type { Ended } from './rules.ts';

/** A proposal as whoever is in charge reads it. */
export interface ProposalFacts {
  id: number;
  /** Whom it is about, and what they are called. */
  memberId: string;
  name: string;
  date: CivilDate;
  kind: ProposalKind;
  /** What its sentence needs, in order. */
  parts: readonly string[];
  article: string;
  tier: string;
  /** The article as it was in force on that day; null where there was none. */
  rule: Article | null;
  /** Which time it is, while it waits and its article has a ladder; null otherwise. */
  ordinal: number | null;
  /** The day of the first list it stood in; null before that. */
  since: CivilDate | null;
  /** Null while it waits. */
  ended: (Ended & { onBehalfOf: string | null; reason: string | null }) | null;
  /** The reader may decide it now. */
  mine: boolean;
}

/** Proposals of one page, in the order they are shown. */
export interface ProposalPage {
  rows: ProposalFacts[];
  /** What other nouns know of the days of these, by `dayKey`. */
  known: ReadonlyMap<string, readonly Telling[]>;
}

/** The list of a day, before one of those in charge. */
export interface DailyList extends ProposalPage {
  date: CivilDate;
  /** Of the list, beyond these rows, those that wait. */
  left: number;
  /** All of it that waits, these rows included. */
  waiting: number;
  /** Those that lapsed on that day. */
  lapsed: ProposalFacts[];
  /** A later list took its place: it is decided there. */
  followedOn: CivilDate | null;
}

/** The same on demand. */
export interface AskedList extends ProposalPage {
  /** From 1 on. */
  page: number;
  pages: number;
  waiting: number;
}

export interface ProposalMessages {
  'proposal.list': DailyList;
}

/** What is kept of it until it is sent; how each stands is read then. */
export const proposalRefs = {
  'proposal.list': z.object({ date: z.string(), memberId: z.string(), ids: z.array(z.int()) }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof proposalRefs, ProposalMessages> {}
}
