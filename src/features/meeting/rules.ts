/** Meetings (section 2): which are held on a day, and who was there. */

import { addDays, type CivilDate, type CivilTime, civilOf, weekdayOf } from '../../kernel/civil.ts';
import { POSTS } from '../../member/post.ts';
import { firstPost, type Member } from '../../member/rules.ts';
import type { Calendar } from '../calendar/rules.ts';
import type { Half, Hours } from '../calendar/span.ts';

export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_KINDS = [
  'morning', // 早会, every working day (2.2)
  'weekly', // 周例会, Monday (2.1)
  'wrapup', // 周总结会, Sunday (2.3)
  'monthly', // 月例会, when the leader sets it, on or before the 10th (2.4)
] as const;

/** Kinds that come by themselves. */
export type RegularKind = Exclude<MeetingKind, 'monthly'>;

/** Where a member stands on a sheet; the last two are entered when it closes. */
export type SignInStatus = 'present' | 'late' | 'excused' | 'absent';

export interface MeetingRefusals {
  /** No sheet is open to be signed. */
  'meeting.noneOpen': { next: { kind: MeetingKind; date: CivilDate; time: CivilTime } | null };
  'meeting.notOpenYet': { kind: MeetingKind; date: CivilDate; time: CivilTime };
  'meeting.closed': {
    kind: MeetingKind;
    date: CivilDate;
    at: CivilTime;
    status: SignInStatus | null;
    /** The meeting whose sheet is open instead. */
    open: { id: number; kind: MeetingKind; date: CivilDate } | null;
  };
  'meeting.alreadySignedIn': { kind: MeetingKind; status: 'present' | 'late'; at: CivilTime };
  /** The president is on no sheet. */
  'meeting.notTakingPart': Record<never, never>;
  /** There is no such meeting any more. */
  'meeting.gone': Record<never, never>;
  'meeting.noSheet': { date: CivilDate | null; kind: MeetingKind | null };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends MeetingRefusals {}
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

/** The hours of a sign-in sheet. */
export interface SheetHours {
  startsAt: Date;
  closesAt: Date;
  /** Opened late: nobody could sign at the hour, so nobody is late. */
  late: boolean;
}

/** How somebody who signs at `at` is entered: the minute the meeting begins in is still on time; then late, until it closes. */
export function signInStatus(at: Date, { startsAt, closesAt, late }: SheetHours): 'present' | 'late' | 'closed' {
  if (at >= closesAt) return 'closed';
  return late || at.getTime() < startsAt.getTime() + 60_000 ? 'present' : 'late';
}

/** Whether the meeting begins as the working day does, so that coming to it and coming to work are one. */
export function isMorningHour(startsAt: Date, { hours, zone }: { hours: Hours; zone: string }): boolean {
  return civilOf(startsAt, zone).time === hours.morning[0];
}

/** When people are reminded of a meeting; from then on its sheet is out. */
export function remindsAt(startsAt: Date, { reminderMinutes }: { reminderMinutes: number }): Date {
  return new Date(startsAt.getTime() - reminderMinutes * 60_000);
}

/** When the sheet closes: so long after the hour, or after a late opening; it stays open for the first minute at least. */
export function closesAt(startsAt: Date, graceMinutes: number, openedLateAt: Date = startsAt): Date {
  return new Date(Math.max(startsAt.getTime(), openedLateAt.getTime()) + Math.max(1, graceMinutes) * 60_000);
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

/**
 * Whether somebody who did not sign is missed (1.8): from the second day of meetings after they came to the department on,
 * and before that once they have been there. `lastBefore` is the last meeting of an earlier day.
 */
export function isMissed({ since, seen }: { since: Date | null; seen: boolean }, lastBefore: Date | null): boolean {
  return seen || since === null || (lastBefore !== null && since <= lastBefore);
}

/** Whether people report at meetings of the kind (2.2). */
export function collectsReports(kind: MeetingKind): boolean {
  return kind === 'morning';
}

/** The order of a list of people: by their most senior post, then by name. */
export function bySeat(a: Member, b: Member): number {
  const [one, two] = [a, b].map(member => POSTS.indexOf(firstPost(member) ?? 'clerk')) as [number, number];
  return one - two || a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1);
}

/** The same order for member ids; whoever is not among the members comes last. */
export function seating(members: Iterable<Member>): (a: string, b: string) => number {
  const seats = new Map([...members].sort(bySeat).map(({ id }, index) => [id, index]));
  const seatOf = (id: string) => seats.get(id) ?? seats.size;
  return (a, b) => seatOf(a) - seatOf(b) || (a < b ? -1 : 1);
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
