/** The two messages a day in which leaders read what they need not act upon at once. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MatterKind } from '../../office/matter.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { NamedRoll, PunchExceptions } from '../attendance/messages.ts';
import { SLOTS } from '../attendance/rules.ts';
import type { OpenHandover } from '../handover/messages.ts';
import type { MissedMeeting } from '../meeting/messages.ts';
import type { PostedHead } from '../record/messages.ts';

/** When the window of the morning's punch has closed. */
export interface MorningSummary {
  date: CivilDate;
  /** Told later than it fell due. */
  late: boolean;
  /** Those closed by then at which somebody was late or absent. */
  meetings: MissedMeeting[];
  /** Null on a day off. */
  punch: NamedRoll | null;
  /** Late and absent at meetings come as proposals to those in charge. */
  proposed: boolean;
}

export interface EveningSummary {
  date: CivilDate;
  late: boolean;
  /** Those the morning did not tell of. */
  meetings: MissedMeeting[];
  proposed: boolean;
  /** Null on a day off. */
  punches: PunchExceptions | null;
  handovers: OpenHandover[];
  /** What waits for a decision, by its kind. */
  waiting: { kind: MatterKind; count: number }[];
  /** Null where an older program had posted it already. */
  head: PostedHead | null;
}

export interface SummaryMessages {
  'summary.morning': MorningSummary;
  'summary.evening': EveningSummary;
}

const headRef = z.object({ number: z.int(), hash: z.string() });

/** What is kept of each until it is sent; what it shows is read then, but for the head, which is settled when it falls due. */
export const summaryRefs = {
  'summary.morning': z.object({ date: z.string(), late: z.boolean() }),
  'summary.evening': headRef.extend({ date: z.string(), late: z.boolean() }),
};

/** What an older program kept of its messages to the leaders: after each meeting, after each punch, and every evening. */
export const formerSummaryRefs = {
  'meeting.missed': z.object({ meetingId: z.int() }),
  'attendance.roll': z.object({ date: z.string(), slot: z.enum(SLOTS), late: z.boolean() }),
  'record.head': headRef.extend({ date: z.string() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof summaryRefs, SummaryMessages> {}
}
