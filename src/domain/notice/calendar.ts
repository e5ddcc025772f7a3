/** What the messages around the calendar show, and what `/calendar` answers. */
import type { DayRun } from '../calendarDecision.ts';
import type { Days } from '../calendarLine.ts';

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

export interface CalendarNotices {
  'calendar.changed': CalendarChanged;
  'calendar.unpublished': CalendarUnpublished;
}

/** Some days as `/calendar` shows them. */
export interface CalendarPage extends Days {
  runs: DayRun[];
  workdays: number;
  daysOff: number;
}
