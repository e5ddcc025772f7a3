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
  /** The window had closed, so the leaders' list names the member as missing. */
  afterList: boolean;
  day: DayFacts;
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
  slots: (SlotHour & { roll: SlotRoll })[];
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

/** To the leaders, when the window of a punch closes. */
export interface ClosedRoll extends SlotHour {
  date: CivilDate;
  closes: CivilTime;
  roll: SlotRoll;
  late: boolean;
}

/** To a person whose punch is missing. */
export interface MissedPunch extends SlotHour {
  date: CivilDate;
  closes: CivilTime;
  /** A punch made now would still be kept in its place. */
  open: boolean;
}

/** A member's punches in their own record. `today` is null on a day off. */
export interface OwnPunches {
  today: DayFacts | null;
  month: AttendanceSummary;
}

export interface AttendanceMessages {
  'attendance.card': PunchCard;
  'attendance.roll': ClosedRoll;
  'attendance.missed': MissedPunch;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const attendanceRefs = {
  'attendance.card': z.object({ date: z.string(), half: z.enum(['am', 'pm']), late: z.boolean() }),
  'attendance.roll': z.object({ date: z.string(), slot: z.enum(SLOTS), late: z.boolean() }),
  'attendance.missed': z.object({ date: z.string(), slot: z.enum(SLOTS), memberId: z.string() }),
};

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof attendanceRefs, AttendanceMessages> {}
}

/** A punch as somebody else is told of it. */
export interface KnownPunch extends PunchStatus {
  slot: Slot;
  at: string;
}
