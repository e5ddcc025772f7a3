/** What the department may set of meetings. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

const hour = z.iso.time({ precision: -1 });

export const meetingSettings = z.object({
  /** 2.1 to 2.3: when meetings begin. */
  meetingTimes: z
    .strictObject({ morning: hour, weekly: hour, wrapup: hour })
    .default({ morning: '08:00', weekly: '08:00', wrapup: '15:00' })
    .meta({ article: '2.1, 2.2, 2.3' }),
  /** Minutes before a meeting at which people are reminded. */
  reminderMinutes: z.int().default(10).meta({ article: 'none' }),
  /** Minutes after a meeting's hour at which its sign-in sheet closes. */
  graceMinutes: z.int().min(1).max(120).default(10).meta({ article: '1.8' }),
  /** The wrap-up is left out on the Sunday of a week that was wholly off. */
  skipWrapupInWeekOff: z.boolean().default(true).meta({ article: '2.3' }),
  /** When, on working days, the department leaders are asked to set the monthly meeting. */
  monthlyAskTime: hour.default('09:00').meta({ article: '2.4' }),
  /** The weekly meeting moves to the first working day of its week when Monday is off; else it is left out. */
  weeklyMoves: z.boolean().default(true).meta({ article: '2.1' }),
  /** The weekly meeting takes the place of that day's morning meeting. */
  weeklyReplacesMorning: z.boolean().default(true).meta({ article: '2.1, 2.2' }),
  /** Signing in at a meeting that begins with the working day, and the punch for coming in, are one act. */
  signInPunches: z.boolean().default(true).meta({ article: '2.6, 3.1' }),
  /** From when on, on the last working day before a morning meeting, its reports may be written. */
  reportsFrom: hour.default('17:30').meta({ article: '2.2' }),
});

type Own = z.output<typeof meetingSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
