/** Meetings (section 2): which are held on a day, who was there, and how the monthly one stands. */
import type { Calendar } from './calendar.ts';
import { addDays, type CivilDate, type CivilTime, civilOf, weekdayOf } from './civil.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Half } from './span.ts';

export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_KINDS = [
  'morning', // 早会, every working day (2.2)
  'weekly', // 周例会, Monday (2.1)
  'wrapup', // 周总结会, Sunday (2.3)
  'monthly', // 月例会, when the leader sets it, on or before the 10th (2.4)
] as const;

/** Kinds that come by themselves. */
export type RegularKind = Exclude<MeetingKind, 'monthly'>;

export interface MeetingRefusals {
  'meeting.noSuchTime': { text: string };
  'meeting.inPast': { date: CivilDate; time: CivilTime };
  /** 2.4: the monthly meeting is held on or before the 10th. */
  'meeting.afterTenth': { date: CivilDate; latest: CivilDate };
  'meeting.alreadyHeld': { month: Month; date: CivilDate };
  /** No sheet is open to be signed. */
  'meeting.noneOpen': Record<never, never>;
  'meeting.closed': { kind: MeetingKind; date: CivilDate };
  'meeting.alreadySignedIn': { kind: MeetingKind; status: 'present' | 'late' };
}

/** How the source is read where it is silent, and when meetings begin. `Settings` fits. */
export interface MeetingSettings {
  meetingTimes: Readonly<Record<RegularKind, CivilTime>>;
  /** The wrap-up is left out on the Sunday of a week (Monday to Sunday) without a working day. */
  skipWrapupInWeekOff: boolean;
  /** The weekly meeting moves to the first working day of its week when Monday is off; it is left out when false. Default true. */
  weeklyMoves?: boolean;
  /** The weekly meeting takes the place of that day's morning meeting. Default true. */
  weeklyReplacesMorning?: boolean;
}

/** 2.5: one regular meeting held at another time, or not at all (`to` null). */
export interface MeetingMove {
  kind: RegularKind;
  /** The day it would have been held by itself. */
  of: CivilDate;
  to: { date: CivilDate; time: CivilTime } | null;
}

/** What leaders decided about single meetings. */
export interface MeetingExceptions {
  moves: readonly MeetingMove[];
  /** Monthly meetings that have been set. */
  monthly: readonly { date: CivilDate; time: CivilTime }[];
}

export interface PlannedMeeting {
  kind: MeetingKind;
  date: CivilDate;
  time: CivilTime;
  /** The day it belongs to: the regular one of a moved meeting, else the date. */
  of: CivilDate;
}

/** The meetings held on the date, the earliest first. */
export function meetingsOn(
  date: CivilDate,
  calendar: Calendar,
  settings: MeetingSettings,
  exceptions: MeetingExceptions,
): PlannedMeeting[] {
  const times = settings.meetingTimes;
  const held = (kind: RegularKind): PlannedMeeting[] => {
    const moves = exceptions.moves.filter(move => move.kind === kind);
    const here = moves.flatMap(({ of, to }) => (to?.date === date ? [{ kind, date, time: to.time, of }] : []));
    const stays = isRegular(kind, date, calendar, settings) && !moves.some(move => move.of === date);
    return stays ? [...here, { kind, date, time: times[kind], of: date }] : here;
  };
  const weekly = held('weekly');
  const replaced = weekly.some(({ of, time }) => of === date || time === times.morning);
  const morning = held('morning').filter(
    ({ of }) => of !== date || !replaced || settings.weeklyReplacesMorning === false,
  );
  const monthly = exceptions.monthly
    .filter(set => set.date === date)
    .map(({ time }): PlannedMeeting => ({ kind: 'monthly', date, time, of: date }));
  return [...weekly, ...morning, ...held('wrapup'), ...monthly].sort((a, b) =>
    a.time < b.time ? -1 : a.time > b.time ? 1 : 0,
  );
}

/** How somebody who signs at `at` is entered: the minute the meeting begins in is still on time; then late, until it closes. */
export function signInStatus(at: Date, startsAt: Date, graceMinutes: number): 'present' | 'late' | 'closed' {
  if (at.getTime() < startsAt.getTime() + 60_000) return 'present';
  return at < closesAt(startsAt, graceMinutes) ? 'late' : 'closed';
}

/** When the sign-in sheet closes; it stays open for the first minute at least. */
export function closesAt(startsAt: Date, graceMinutes: number): Date {
  return new Date(startsAt.getTime() + Math.max(1, graceMinutes) * 60_000);
}

export interface Roll {
  present: string[];
  late: string[];
  excused: string[];
  absent: string[];
}

/** The sheet at the close: who did not sign is excused by leave covering that half of the day, or absent. Keeps the order of members. */
export function roll(
  memberIds: Iterable<string>,
  signIns: ReadonlyMap<string, 'present' | 'late'>,
  coverageOf: (memberId: string) => ReadonlySet<Half>,
  half: Half,
): Roll {
  const sheet: Roll = { present: [], late: [], excused: [], absent: [] };
  for (const id of memberIds) {
    sheet[signIns.get(id) ?? (coverageOf(id).has(half) ? 'excused' : 'absent')].push(id);
  }
  return sheet;
}

/** 'YYYY-MM'. */
export type Month = string;

/**
 * - `upcoming`: the month has not begun.
 * - `open`: from the 1st, until a date is set; again when the date passed without a meeting.
 * - `set`: a date is set and still to come.
 * - `overdue`: from the 11th, until it is held, whether a date is set or not.
 * - `held`: done.
 */
export type MonthlyState = 'upcoming' | 'open' | 'set' | 'overdue' | 'held';

/** How the monthly meeting of the month stands on that day (2.4). */
export function monthlyState(month: Month, today: CivilDate, set?: { date: CivilDate; held: boolean }): MonthlyState {
  if (set?.held) return 'held';
  if (today > tenthOf(month)) return 'overdue';
  if (set && set.date >= today) return 'set';
  return today < `${month}-01` ? 'upcoming' : 'open';
}

/** The month of a date. */
export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

/**
 * Whether the monthly meeting may be set to that time: to come, not held yet, and on or before the 10th of its month
 * unless the 10th has gone by.
 */
export function judgeMonthly(
  wanted: { date: CivilDate; time: CivilTime },
  now: Date,
  zone: string,
  set?: { date: CivilDate; held: boolean },
): true | Refusal {
  const { date, time } = wanted;
  const today = civilOf(now, zone);
  if (date + time <= today.date + today.time) return refuse('meeting.inPast', { date, time });
  const month = monthOf(date);
  if (set?.held) return refuse('meeting.alreadyHeld', { month, date: set.date });
  const latest = tenthOf(month);
  return date > latest && today.date <= latest ? refuse('meeting.afterTenth', { date, latest }) : true;
}

function isRegular(kind: RegularKind, date: CivilDate, calendar: Calendar, settings: MeetingSettings): boolean {
  if (kind === 'morning') return calendar.isWorkday(date);
  const monday = addDays(date, 1 - weekdayOf(date));
  if (kind === 'weekly') {
    const day = settings.weeklyMoves === false ? monday : calendar.workdayOnOrAfter(monday);
    return day === date && calendar.isWorkday(date);
  }
  if (weekdayOf(date) !== 7) return false;
  return !settings.skipWrapupInWeekOff || calendar.workdaysBetween(monday, addDays(monday, 7)) > 0;
}

function tenthOf(month: Month): CivilDate {
  return `${month}-10`;
}
