/** What the messages around an amendment show. */
import { z } from 'zod';
import type { CivilDate } from '../../../kernel/civil.ts';
import type { MessagesOf } from '../../../office/message.ts';
import type { Article, Switch } from '../article.ts';
import type { SettingInForce } from '../setting.ts';
import type { AmendmentState } from './rules.ts';

export interface AmendmentFacts {
  id: number;
  /** The version it begins from. */
  before: Article;
  /** The article as proposed; once signed, the version it became. */
  after: Article;
  wordingOnly: boolean;
  /** The first day asked for. */
  askedFrom: CivilDate;
  /** The first day it is in force; null until it is signed. */
  inForceFrom: CivilDate | null;
  why: string;
  proposerId: string;
  /** Instant in ISO form. */
  proposedAt: string;
  state: AmendmentState;
  decidedBy: string | null;
  /** In whose place, when authority was lent. */
  decidedFor: string | null;
  decidedAt: string | null;
}

/** An amendment before somebody who is asked to read it. */
export interface ToRead {
  facts: AmendmentFacts;
  /** Instant in ISO form; null until they confirmed it. */
  readAt: string | null;
}

/** An amendment that everybody who was asked has read. */
export interface AllRead {
  facts: AmendmentFacts;
  count: number;
}

/** Where an amendment stands with those who were asked to read it. */
export interface Readers {
  facts: AmendmentFacts;
  /** How many confirmed it. */
  read: number;
  /** Who has not, of those who are still there, by their names. */
  unread: string[];
}

/** An article with all its versions and what became of its amendments. */
export interface ArticlePage {
  /** In force today; where there is none yet, the first to come. */
  article: Article;
  versions: Article[];
  /** When it was switched off, the earliest first. */
  switches: Switch[];
  today: CivilDate;
  /** Those signed. */
  signed: AmendmentFacts[];
  /** What waits for the president, for leaders alone. */
  pending: AmendmentFacts | null;
  /** It is the reader's own to take back. */
  mine: boolean;
  /** How it is read: the settings beside it. */
  settings: SettingInForce[];
  /** What the reader was asked to read and has not confirmed. */
  toRead: ToRead[];
}

export interface AmendmentMessages {
  /** To each whom the article binds, once it is signed. */
  'rulebook.toRead': ToRead;
  /** In the morning: all that a person has not confirmed. */
  'rulebook.unread': ToRead[];
  /** To the proposer, once. */
  'rulebook.allRead': AllRead;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const amendmentRefs = {
  'rulebook.toRead': z.object({ amendmentId: z.int(), memberId: z.string() }),
  'rulebook.unread': z.object({ amendmentIds: z.array(z.int()), memberId: z.string() }),
  'rulebook.allRead': z.object({ amendmentId: z.int() }),
};

declare module '../../../office/message.ts' {
  interface Messages extends MessagesOf<typeof amendmentRefs, AmendmentMessages> {}
}

declare module '../../../office/matter.ts' {
  interface Matters {
    amendment: AmendmentFacts;
  }
}
