/** What the messages around a meeting show. Instants are in ISO form. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Post } from '../../member/post.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Punch } from '../attendance/rules.ts';
import type { Month, MonthlyState } from './monthly/rules.ts';
import type { Report } from './report/rules.ts';
import type { MeetingKind, SignInStatus } from './rules.ts';
import { MEETING_KINDS } from './rules.ts';

export interface SheetLine {
  memberId: string;
  name: string;
  status: SignInStatus;
  /** When they signed; null for the excused and the absent. */
  at: string | null;
  /** Excused by what was approved after the sheet had closed. */
  later?: true;
  /** They wrote a report, which names them. */
  reported: boolean;
}

/**
 * The one message of a meeting: posted when people are reminded, it announces the meeting and is signed from then on;
 * once closed it is the result.
 */
export interface MeetingSheet {
  id: number;
  kind: MeetingKind;
  date: CivilDate;
  startsAt: string;
  closesAt: string;
  state: 'open' | 'closed';
  /** Its hour has come. */
  begun: boolean;
  /** It was opened late. */
  late: boolean;
  /** In the order of signing, then of seats; on an open sheet whoever signed and whoever is excused so far. */
  lines: SheetLine[];
  /** Whoever takes part, has not signed and is not excused; nobody once it is closed. */
  awaited: number;
  /** Reports written so far; null at meetings that collect none. */
  reports: number | null;
}

/** One page of the reports of a morning meeting. */
export interface MeetingReports {
  date: CivilDate;
  page: number;
  pages: number;
  reports: (Report & { name: string; post: Post | null; status: SignInStatus | null })[];
}

/** A closed meeting for the leaders: the names of those article 1.8 may concern. */
export interface MissedMeeting {
  kind: MeetingKind;
  startsAt: string;
  closesAt: string;
  late: string[];
  absent: string[];
}

/** The monthly meeting of a month as it stands (2.4). */
export interface MonthlyFacts {
  month: Month;
  /** The last day on which it is in time. */
  latest: CivilDate;
  state: MonthlyState;
  /** False in the month in which the department began too late for it. */
  owed: boolean;
  /** When it is or was held, and who set that; null while nobody has, or when that day passed without it. */
  set: { startsAt: string; date: CivilDate; by: string | null } | null;
}

export interface MonthlySet {
  monthly: MonthlyFacts;
  by: string;
  /** The time it was moved from; null when it is set for the first time. */
  from: string | null;
}

export interface MeetingMessages {
  'meeting.sheet': MeetingSheet;
  'meeting.reports': MeetingReports;
  /** To a department leader: set the date and time. */
  'meeting.monthlyAsk': MonthlyFacts;
  'meeting.monthlySet': MonthlySet;
  /** To the leaders, on the 11th. */
  'meeting.monthlyOverdue': MonthlyFacts;
}

/** A meeting of the plan that `/meeting` shows. */
export interface PlannedLine {
  /** Null before it is opened or set. */
  id: number | null;
  kind: MeetingKind;
  date: CivilDate;
  startsAt: string;
  /** `missed`: its hour has passed and no sheet was opened. */
  state: 'planned' | 'open' | 'closed' | 'missed';
  /** Null before it is opened. */
  closesAt: string | null;
  /** Where the reader stands on its sheet. */
  mine: SignInStatus | null;
  /** Reports for it are written already, though its sheet is not out. */
  reportedAhead: boolean;
}

export interface MeetingPlan {
  lines: PlannedLine[];
  monthly: MonthlyFacts;
  /** Some of its days are in a year whose holidays are not published yet. */
  provisional: boolean;
}

/** A sheet as somebody may see it: leaders the whole of it with the times, the others their own line. */
export interface SeenSheet {
  sheet: MeetingSheet;
  mine: SheetLine | null;
  whole: boolean;
}

/** What an older program kept of the reminder before each meeting, and of the digest after it. */
export const formerMeetingRefs = {
  'meeting.reminder': z.object({ kind: z.enum(MEETING_KINDS), date: z.string() }),
  'meeting.digest': z.object({ meetingId: z.int() }),
};

/** What is kept of each until it is sent; what it shows is read then. */
export const meetingRefs = {
  'meeting.sheet': z.object({ meetingId: z.int() }),
  'meeting.reports': z.object({ meetingId: z.int(), page: z.int() }),
  'meeting.monthlyAsk': z.object({ month: z.string() }),
  /** `from` is the time it was moved from; empty when it is set for the first time. */
  'meeting.monthlySet': z.object({ meetingId: z.int(), startsAt: z.string(), from: z.string(), by: z.string() }),
  'meeting.monthlyOverdue': z.object({ month: z.string() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof meetingRefs, MeetingMessages> {}
}

/** Somebody was entered on a sheet just now. */
export interface SignedIn {
  kind: MeetingKind;
  date: CivilDate;
  status: 'present' | 'late';
  at: Date;
  /** The morning's punch that was made by it; null when there was none to be made. */
  punch: Punch | null;
}

/** A report that was taken, as its writer is told. */
export interface Reported {
  /** The meeting's day. */
  date: CivilDate;
  /** It can be changed until then. */
  closesAt: Date;
  /** The meeting's sheet is not out yet. */
  ahead: boolean;
  /** From when on its writer signs in; null where they have, or need not. */
  signFrom: Date | null;
  /** They were signed in by it; null when they had signed before, or are excused. */
  signed: SignedIn | null;
  /** On leave or a trip at that hour, and not signed in: a report written from there makes nobody late. */
  excused: boolean;
}

/** How a member stood at one meeting. */
export interface SignedMeeting {
  kind: MeetingKind;
  status: SignInStatus;
  at: string | null;
}
