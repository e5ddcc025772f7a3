/** A report at the morning meeting (2.2): what was done yesterday, what is planned today, what stands in the way. */
import { type CivilDate, type CivilTime, isCivilDate } from '../../../kernel/civil.ts';
import type { Limit } from '../../../kernel/erasure.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Calendar } from '../../calendar/rules.ts';
import type { MeetingKind } from '../rules.ts';

export interface Report {
  yesterday: string;
  today: string;
  /** May be empty. */
  blockers: string;
}

export type ReportField = keyof Report;

export interface ReportRefusals {
  /** None can be written now; `next` is the meeting of the next ones, and from when on. */
  'report.noneOpen': { next: { date: CivilDate; from: { date: CivilDate; time: CivilTime } } | null };
  /** Only the morning meeting collects reports. */
  'report.notMorning': Record<never, never>;
  'report.empty': { field: ReportField };
  'report.tooLong': { field: ReportField; length: number; most: number };
}

declare module '../../../kernel/refusal.ts' {
  interface Refusals extends ReportRefusals {}
}

/** A meeting by its number, by its day, or null for the one to report at now. */
export type Which = number | CivilDate | null;

/** A meeting that takes a report. */
export interface Reportable {
  /** Null while nothing is kept of it. */
  id: number | null;
  kind: MeetingKind;
  date: CivilDate;
  startsAt: Date;
  closesAt: Date;
  /** Its sheet is not out yet. */
  ahead: boolean;
}

/** What a button or form carries of it. */
export function whichOf(value: string): Which {
  if (isCivilDate(value)) return value;
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

/** When reports for the meeting of that day may first be written: at that time of the last working day before it. */
export function reportsOpen(
  date: CivilDate,
  calendar: Calendar,
  { reportsFrom: time }: { reportsFrom: CivilTime },
): { date: CivilDate; time: CivilTime } {
  return { date: calendar.previousWorkday(date), time };
}

/** Characters of one answer. */
export const MOST_REPORT = 1000;

/** The report without white space around its answers and without the character no database takes. */
export function tidied({ yesterday, today, blockers }: Report): Report {
  const tidy = (text: string) => text.replaceAll('\0', '').trim();
  return { yesterday: tidy(yesterday), today: tidy(today), blockers: tidy(blockers) };
}

/** Whether a tidied report can be taken: yesterday and today are answered, nothing is too long. */
export function judgeReport(report: Report): true | Refusal {
  for (const field of ['yesterday', 'today', 'blockers'] as const) {
    const { length } = report[field];
    if (length === 0 && field !== 'blockers') return refuse('report.empty', { field });
    if (length > MOST_REPORT) return refuse('report.tooLong', { field, length, most: MOST_REPORT });
  }
  return true;
}

/** How much of a message its name, post and labels take, at the most. */
const FRAME = 200;

/** The reports in the pages of a digest, in order: as many to a page as fit into `room` characters, one at least. */
export function pagesOf<R extends Report>(reports: readonly R[], room: number): R[][] {
  const pages: R[][] = [];
  let left = 0;
  for (const report of reports) {
    const size = FRAME + shownLength(report.yesterday) + shownLength(report.today) + shownLength(report.blockers);
    const page = pages.at(-1);
    if (page === undefined || size > left) {
      pages.push([report]);
      left = room - size;
    } else {
      page.push(report);
      left -= size;
    }
  }
  return pages;
}

/** `&`, `<` and `>` are shown by up to five characters, an `@` may get one more. */
function shownLength(text: string): number {
  return text.length + 4 * (text.match(/[&<>]/gu)?.length ?? 0) + (text.match(/@/gu)?.length ?? 0);
}

/** Whether a report was written before the limit; the day it speaks of is over with it. */
export function reportOver({ at }: { at: Date }, { instant }: Limit): boolean {
  return at < instant;
}
