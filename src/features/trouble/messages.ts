/** What leaders are told of the bot's own troubles: messages that did not arrive, duties that were missed, backups, the disk, the clock. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Judged, Unfit } from './rules.ts';
import { CAUSES, UNFIT } from './rules.ts';

/** Messages given up for one cause within an hour. What they said is not told. */
export interface Undelivered extends Judged {
  /** Member ids and #roles of channels. */
  recipients: { recipient: string; channel: string | null; count: number }[];
}

/** Duties of the clock that came too late to be of use, noticed within an hour. */
export interface Missed {
  duties: { duty: string; from: CivilDate; to: CivilDate; count: number }[];
}

/** The nightly backup could not be made. */
export interface BackupFailed {
  date: CivilDate;
  folder: string;
  trouble: 'full' | 'forbidden' | 'other';
}

/** There is little room left on the disk, in MB. */
export interface DiskLow {
  freeMb: number;
  boundMb: number;
  folder: string | null;
}

/** The machine's clock was set by an hour or more. */
export interface ClockSet {
  /** `set`: it stands elsewhere now; `wrong`: it stood elsewhere for a while and has come back. */
  kind: 'set' | 'wrong';
  /** What it would have shown, and what it showed, as ISO instants. */
  from: string;
  to: string;
  lastedMinutes: number;
}

/** Slack did not take the bot's token for a while, and does again; ISO instants. */
export interface GoesAgain {
  code: string;
  from: string;
  until: string;
}

/** Nothing is posted to the leaders' channel any more, which is set to that name or id. */
export interface LeadersUnfit {
  why: Unfit;
  channel: string;
}

/** A backup was restored, and what was said after it was read back. */
export interface Restored {
  /** What the data are of, as an ISO instant. */
  since: string;
  /** Messages nobody knows any more, now marked as no longer counting. */
  outdated: number;
  /** Cards that show again what the data say. */
  redrawn: number;
  /** Messages that could not be changed, and places that could not be read. */
  left: number;
}

export interface TroubleMessages {
  'trouble.leaders': LeadersUnfit;
  'trouble.token': GoesAgain;
  'trouble.undelivered': Undelivered;
  'trouble.missed': Missed;
  'trouble.backup': BackupFailed;
  'trouble.disk': DiskLow;
  'trouble.clock': ClockSet;
  'trouble.restored': Restored;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const troubleRefs = {
  'trouble.leaders': z.object({ why: z.enum(UNFIT) }),
  'trouble.token': z.object({ code: z.string(), from: z.string(), until: z.string() }),
  'trouble.undelivered': z.object({ cause: z.enum(CAUSES), hour: z.string() }),
  'trouble.missed': z.object({ hour: z.string() }),
  'trouble.backup': z.object({ trouble: z.enum(['full', 'forbidden', 'other']), date: z.string(), folder: z.string() }),
  'trouble.disk': z.object({ freeMb: z.number(), boundMb: z.number(), folder: z.string().nullable() }),
  'trouble.clock': z.object({
    kind: z.enum(['set', 'wrong']),
    from: z.string(),
    to: z.string(),
    lastedMinutes: z.number(),
  }),
  'trouble.restored': z.object({ since: z.string(), outdated: z.number(), redrawn: z.number(), left: z.number() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof troubleRefs, TroubleMessages> {}
}
