/** What the department may set of attendance. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const attendanceSettings = z.object({
  /** Minutes before a punch counts as missing at which whoever is there and has not punched is reminded. */
  punchReminderMinutes: z.int().min(1).max(120).default(10).meta({ article: '3.1' }),
});

type Own = z.output<typeof attendanceSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
