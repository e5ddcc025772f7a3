/** What the messages around a violation case show. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import { LEVEL_NAMES } from '../../member/post.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Telling } from '../../office/proposal.ts';
import type { Article, Consequence } from '../rulebook/article.ts';
import type { NotFinal, NoticeNumber } from './count.ts';
import type { Evidence } from './evidence.ts';
import type { CaseAuthority, GoesOn, PassedTo } from './route.ts';
import type { CaseStatus } from './states.ts';
import type { Step } from './steps.ts';

export interface CaseFacts {
  /** The number people name the case by. */
  id: number;
  accusedId: string;
  /** Member id, or 'clock' for a proposal of the bot. */
  filerId: string;
  filedAt: string;
  article: string;
  articleVersion: number;
  tier: string;
  /** The article as it was in force on that day, by which it is judged (9.1); null where there is no such version any more. */
  rule: Article | null;
  date: CivilDate;
  /** As typed; of what the bot found a key such as `clock:papersOverdue:12`. */
  facts: string;
  /** How the amount of a compensation was worked out. */
  basis: string | null;
  /** The facts are such a key, worded where they are read. */
  worded?: true;
  /** Items or responses the amount is for. */
  count: number;
  /** Which time it is, where the article has a ladder. */
  ordinal: number | null;
  /** What it is shown by, the oldest first. */
  evidence: readonly (Evidence & { byId: string })[];
  /** The others of its incident that its readers may look into. */
  filedWith: readonly FiledWith[];
  amount: Fen | null;
  /** A notice of criticism goes with it. */
  notice: boolean;
  consequence: Consequence | null;
  /** The amount makes a loss good, and is no fine. */
  compensates: boolean;
  state: CaseStatus;
  /** Until when the member is, or was, heard: instant in ISO form; null where nobody told them before the decision. */
  hearingUntil: string | null;
  /** When the member accepted what is alleged. */
  acceptedAt: string | null;
  /** Who did not wait for the end of the hearing, and why. */
  urgentBy: string | null;
  urgentReason: string | null;
  /** The approval of whoever decides it now may only recommend it to the next level (8.1, 8.4); null where it settles it. */
  goesOn: GoesOn | null;
  /** The levels that recommended it. */
  advised: readonly PassedTo[];
  /** The level a recommendation waits for; null where none does. */
  waitsFor: CaseAuthority | null;
  /** The level that hears an appeal against it, or heard it. */
  appealTo: CaseAuthority;
  /** What counts together with it: the same person's and day's fines, without its own (8.1). */
  sameIncident: Fen;
  /** The same person's fines of other days at most so many days away. */
  nearby: Fen;
  splitDays: number;
  recommendedBy: string | null;
  /** In whose place it was recommended, when authority was lent. */
  recommendedFor: string | null;
  recommendation: string | null;
  decidedBy: string | null;
  decidedFor: string | null;
  /** Instant in ISO form. */
  decidedAt: string | null;
  decisionReason: string | null;
  /** What it was to come to: asked for first, then as each set it who was for it, decided it, or heard the appeal. */
  steps: readonly [Step, ...Step[]];
  /** Decided on other terms than these, which were asked for. */
  changed: boolean;
  askedAmount: Fen | null;
  askedNotice: boolean | null;
  /** Until when it may be appealed against; null: there is no term. */
  appealUntil: string | null;
  finalAt: string | null;
  voidedBy: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  /** What the accused said to it, the oldest first. */
  answers: { text: string; at: string }[];
  appeal: Appeal | null;
  /** What other nouns know of the person's day: leave, sign-ins, punches; nothing where nobody who decides reads it. */
  known: readonly Telling[];
  /** The person's other final cases under 1.1 to 1.31 (1.32). */
  finalBefore: number;
  /** The person's other notices of criticism this calendar year (8.3). */
  noticesThisYear: number;
  /** Of their other cases those upheld, and not final yet. */
  notFinal: NotFinal;
  /** Which notice of criticism of this year the case's own is; null where it is none. */
  noticeNumber: NoticeNumber | null;
  /** How many of them in a year lead to a proposal. */
  noticeThreshold: number;
}

/** An outcome as somebody who filed or recommended the case reads it. */
export interface CaseOutcome {
  facts: CaseFacts;
  /** What they stood for, where it was decided on other terms. */
  setAside: Step | null;
}

/** Another case of the same incident. */
export interface FiledWith {
  id: number;
  accusedId: string;
  /** The person it is about reads it. */
  told: boolean;
}

export interface Appeal {
  text: string;
  at: string;
  /** Approved: the case was overturned by it. */
  state: 'pending' | 'approved' | 'reduced' | 'rejected' | 'withdrawn';
  by: string | null;
  onBehalfOf: string | null;
  reason: string | null;
}

export type OwnCase = Pick<
  CaseFacts,
  | 'id'
  | 'article'
  | 'tier'
  | 'rule'
  | 'date'
  | 'amount'
  | 'count'
  | 'ordinal'
  | 'notice'
  | 'consequence'
  | 'state'
  | 'waitsFor'
>;

/** A member's cases in their own record. */
export interface OwnCases {
  /** What the member was told of and did not come to nothing, the newest first. */
  cases: OwnCase[];
  /** What the member filed, while the person is heard. */
  heard: (OwnCase & Pick<CaseFacts, 'accusedId' | 'hearingUntil'>)[];
  /** Notices of criticism of this calendar year that stand (8.3). */
  noticesThisYear: number;
  noticeThreshold: number;
}

/** What the whole department may read of a case: who and which article, never facts or amounts. */
export interface NoticeOfCriticism {
  accusedId: string;
  article: string;
  rule: Article | null;
  /** The day it was issued. */
  date: CivilDate;
  /** Taken back on appeal. */
  reversed: boolean;
}

/** An upheld case whose fine and those near it pass the limit of the level that upheld it. */
export interface NearbyFines {
  facts: CaseFacts;
  /** The numbers of the others. */
  others: readonly number[];
  sum: Fen;
  decidedAs: CaseAuthority;
}

export interface ViolationMessages {
  /** To the accused, when the hearing begins; carries the ways to answer. */
  'violation.hearing': CaseFacts;
  /** To the accused, who was heard, when nothing is decided against them. */
  'violation.closed': CaseFacts;
  /** To the accused, once decided against them; carries the ways to answer. */
  'violation.upheld': CaseFacts;
  /** To whoever filed or recommended it, once decided. */
  'violation.outcome': CaseOutcome;
  /** To whoever decided, when the accused adds an answer. */
  'violation.answered': CaseFacts;
  /** To the accused, whoever decided and whoever filed, once an appeal is decided. */
  'violation.appealDecided': CaseFacts;
  /** To the next level, of fines near each other that together pass the limit of the one that upheld the last. */
  'violation.nearby': NearbyFines;
  /** To the notice channel (8.2). */
  'violation.notice': NoticeOfCriticism;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const violationRefs = {
  'violation.hearing': z.object({ caseId: z.int() }),
  'violation.closed': z.object({ caseId: z.int() }),
  'violation.upheld': z.object({ caseId: z.int() }),
  // Who reads it was not kept before their own terms were told.
  'violation.outcome': z.object({ caseId: z.int(), readerId: z.string().optional() }),
  'violation.answered': z.object({ caseId: z.int(), answerId: z.int() }),
  'violation.appealDecided': z.object({ caseId: z.int() }),
  'violation.nearby': z.object({
    caseId: z.int(),
    others: z.array(z.int()),
    sum: z.int().transform(fen),
    decidedAs: z.enum(LEVEL_NAMES),
  }),
  'violation.notice': z.object({ caseId: z.int() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof violationRefs, ViolationMessages> {}
}

declare module '../../office/happening.ts' {
  interface Happenings {
    /** A case of the member under that article begins to count, or no longer does. */
    'case.counted': { memberId: string; article: string };
  }
}

declare module '../../office/matter.ts' {
  interface Matters {
    case: CaseFacts;
    appeal: CaseFacts;
  }
}
