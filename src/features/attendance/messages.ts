/** What the messages around attendance show. */
import { z } from 'zod';
import type { CivilDate, CivilTime } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { Half } from '../calendar/span.ts';
import type { AttendanceSummary, SlotRoll, SlotState } from './day.ts';
import type { PlacedPunch, PunchStatus, Slot } from './rules.ts';
import { SLOTS } from './rules.ts';

/** A punch of a day with its hour: to be in by then, or out from then on. */
export interface SlotHour {
  slot: Slot;
  time: CivilTime;
}

/** Somebody's day, for themselves and for leaders. */
export interface DayFacts {
  memberId: string;
  date: CivilDate;
  slots: (SlotHour & { state: SlotState })[];
}

/** The answer to a press of the button. */
export interface Punched {
  punch: PlacedPunch;
  /** `kept`: one made before counts. `replaced`: this one counts instead of it. */
  outcome: 'recorded' | 'kept' | 'replaced';
  /** When the punch that counts now was made. */
  at: Date;
  before: Date | null;
  /** The leaders have read that the member is missing. */
  afterList: boolean;
  day: DayFacts;
}

/** Everybody at one punch; the names of all who stand in it, by id. */
export interface NamedRoll extends SlotHour {
  roll: SlotRoll;
  names: Readonly<Record<string, string>>;
}

/** What a button of another day answers: nothing was recorded. */
export interface OtherDay {
  outcome: 'other-day';
  /** The day the button is of; null when it names none. */
  of: CivilDate | null;
  day: DayFacts;
}

/** The department's day, for leaders. */
export interface DepartmentDay {
  date: CivilDate;
  slots: NamedRoll[];
}

/** A day's punches as far as they were not as they should be, for leaders. */
export interface PunchExceptions {
  people: { name: string; punches: { slot: Slot; state: 'missing' | 'late' | 'early'; minutes: number }[] }[];
  /** The names of those on leave or a trip in either half. */
  excused: string[];
}

/** The card with the button, the same for everybody. */
export interface PunchCard {
  date: CivilDate;
  half: Half;
  /** To be in by. */
  from: CivilTime;
  /** To be out from. */
  to: CivilTime;
  late: boolean;
}

/** To a person who has not punched, before it counts as missing. */
export interface PunchReminder extends SlotHour {
  date: CivilDate;
  closes: CivilTime;
}

/** To a person, in the evening: the punches of the day that are missing. */
export interface MissedPunches {
  date: CivilDate;
  slots: SlotHour[];
  /** The last of them is still taken when they leave. */
  open: boolean;
}

/** A member's punches in their own record. `today` is null on a day off. */
export interface OwnPunches {
  today: DayFacts | null;
  month: AttendanceSummary;
}

export interface AttendanceMessages {
  'attendance.card': PunchCard;
  'attendance.reminder': PunchReminder;
  'attendance.missed': MissedPunches;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const attendanceRefs = {
  'attendance.card': z.object({ date: z.string(), half: z.enum(['am', 'pm']), late: z.boolean() }),
  'attendance.reminder': z.object({ date: z.string(), slot: z.enum(SLOTS), memberId: z.string() }),
  // Older programs kept the punch as well, one message for each.
  'attendance.missed': z.object({ date: z.string(), memberId: z.string() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof attendanceRefs, AttendanceMessages> {}
}

/** A punch as somebody else is told of it. */
export interface KnownPunch extends PunchStatus {
  slot: Slot;
  at: string;
}
