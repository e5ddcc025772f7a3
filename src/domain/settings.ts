/** What the department may set without touching a rule; every default is the regulation's figure or written beside it. */
import type { CivilTime } from './civil.ts';
import type { Locale } from './locale.ts';

export interface Settings {
  /** The zone all of the department's days and hours are in. */
  zone: string;
  /** The language of channels and of digests. */
  locale: Locale;
  /** 3.1: the company's hours. */
  hours: { morning: readonly [CivilTime, CivilTime]; afternoon: readonly [CivilTime, CivilTime] };
  /** 2.1 to 2.3: when meetings begin. */
  meetingTimes: { morning: CivilTime; weekly: CivilTime; wrapup: CivilTime };
  /** Minutes before a meeting at which people are reminded. */
  reminderMinutes: number;
  /** Minutes after a meeting's hour at which its sign-in sheet closes. */
  graceMinutes: number;
  /** The wrap-up (2.3) is left out on the Sunday of a week that was wholly off. */
  skipWrapupInWeekOff: boolean;
  /** 2.4: when, on working days, the department leaders are asked to set the monthly meeting. */
  monthlyAskTime: CivilTime;
  /** The weekly meeting (2.1) moves to the first working day of its week when Monday is off; else it is left out. */
  weeklyMoves: boolean;
  /** The weekly meeting takes the place of that day's morning meeting. */
  weeklyReplacesMorning: boolean;
  /** When approvers are reminded and matters passed on. */
  approvalReminderTime: CivilTime;
  /** When papers of an emergency leave are asked for (3.2.4); they are overdue at the end of that day's hours. */
  papersTime: CivilTime;
  /** 1.32: this many upheld cases lead to a proposal; months they count, null for ever. */
  caseThreshold: number;
  caseWindowMonths: number | null;
  /** 8.3: this many notices of criticism in a calendar year lead to a proposal. */
  noticeThreshold: number;
  /** Months after the end of a matter for which what people wrote about it is kept; 0: for ever. */
  retentionMonths: number;
}

export const DEFAULT_SETTINGS: Settings = {
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
  hours: { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] },
  meetingTimes: { morning: '08:00', weekly: '08:00', wrapup: '15:00' },
  reminderMinutes: 10,
  graceMinutes: 10,
  skipWrapupInWeekOff: true,
  weeklyMoves: true,
  weeklyReplacesMorning: true,
  monthlyAskTime: '09:00',
  approvalReminderTime: '09:00',
  papersTime: '09:00',
  caseThreshold: 3,
  caseWindowMonths: null,
  noticeThreshold: 3,
  retentionMonths: 24,
};
