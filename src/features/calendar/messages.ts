/** What the messages around the calendar show, and what `/calendar` answers. */
import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil.ts';
import type { MessagesOf } from '../../office/message.ts';
import type { DayRun } from './decision.ts';
import type { Days } from './line.ts';

/** To the department: days somebody decided about, as they are now. */
export interface CalendarChanged {
  by: string;
  runs: DayRun[];
}

/** To the leaders: the public holidays of a year are not published yet; what counts until then. */
export interface CalendarUnpublished {
  year: number;
  /** The days the law itself gives. */
  holidays: DayRun[];
}

export interface CalendarMessages {
  'calendar.changed': CalendarChanged;
  'calendar.unpublished': CalendarUnpublished;
}

/** Some days as `/calendar` shows them. */
export interface CalendarPage extends Days {
  runs: DayRun[];
  workdays: number;
  daysOff: number;
}

/** What is kept of each until it is sent; what it shows is read then. */
export const calendarRefs = {
  'calendar.changed': z.object({ dates: z.array(z.string()), by: z.string() }),
  'calendar.unpublished': z.object({ year: z.int() }),
};

declare module '../../office/happening.ts' {
  interface Happenings {
    /** Somebody decided about these days, which are in order. */
    'calendar.decided': { dates: readonly CivilDate[]; by: string };
  }
}

declare module '../../office/message.ts' {
  interface Messages extends MessagesOf<typeof calendarRefs, CalendarMessages> {}
}
