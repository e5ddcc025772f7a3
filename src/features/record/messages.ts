/** What leaders are told of the record: how far its chain goes, so that nobody can make it anew unnoticed. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';

export interface PostedHead {
  /** The day the clock posted it for. */
  date: CivilDate;
  /** Entries the chain held then, and the hash of the last. */
  number: number;
  hash: string;
}

export interface RecordMessages {
  'record.head': PostedHead;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const recordRefs = {
  'record.head': z.object({ date: z.string(), number: z.int(), hash: z.string() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof recordRefs, RecordMessages> {}
}
