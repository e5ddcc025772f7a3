/** What the messages around a praise show. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Fen } from '../../kernel/money.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { CaseAuthority, GoesOn, PassedTo } from '../violation/route.ts';
import type { PraiseStatus } from './rules.ts';

export interface PraiseFacts {
  /** The number people name it by. */
  id: number;
  praisedId: string;
  filerId: string;
  filedAt: string;
  /** The day it is for. */
  date: CivilDate;
  /** As typed. */
  why: string;
  amount: Fen | null;
  /** A notice of praise goes with it. */
  notice: boolean;
  state: PraiseStatus;
  /** The approval of whoever decides it now may only recommend it to the next level (8.1, 8.4); null where it grants it. */
  goesOn: GoesOn | null;
  /** The levels that recommended it. */
  advised: readonly PassedTo[];
  /** The level a recommendation waits for; null where none does. */
  waitsFor: CaseAuthority | null;
  /** What counts together with it: the same person's and day's incentives, without its own (8.1). */
  sameIncident: Fen;
  recommendedBy: string | null;
  /** In whose place it was recommended, when authority was lent. */
  recommendedFor: string | null;
  recommendation: string | null;
  decidedBy: string | null;
  decidedFor: string | null;
  /** Instant in ISO form. */
  decidedAt: string | null;
  decisionReason: string | null;
  /** The decision was taken back. */
  voided: { by: string; at: string; reason: string } | null;
}

/** One line of a list. */
export type ListedPraise = Pick<PraiseFacts, 'id' | 'praisedId' | 'date' | 'amount' | 'notice' | 'state' | 'waitsFor'>;

/** A member's praises of this year in their own record. */
export interface OwnPraises {
  /** Granted, the newest first. */
  praises: Omit<ListedPraise, 'waitsFor'>[];
  /** Of their incentives. */
  sum: Fen;
}

/** What the whole department may read: who and on which day, never reasons or amounts. */
export interface NoticeOfPraise {
  praised: string[];
  /** Whose praise was taken back later. */
  voided: string[];
  /** The day it was issued. */
  date: CivilDate;
}

export interface PraiseMessages {
  /** To the praised, once granted; drawn anew when it is taken back. */
  'praise.granted': PraiseFacts;
  /** To whoever proposed or recommended it, once decided. */
  'praise.outcome': PraiseFacts;
  /** To the notice channel (8.2). */
  'praise.notice': NoticeOfPraise;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const praiseRefs = {
  'praise.granted': z.object({ praiseId: z.int() }),
  'praise.outcome': z.object({ praiseId: z.int() }),
  'praise.notice': z.object({ noticeId: z.int() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof praiseRefs, PraiseMessages> {}
}

declare module '../../office/matter.ts' {
  interface Matters {
    praise: PraiseFacts;
  }
}
