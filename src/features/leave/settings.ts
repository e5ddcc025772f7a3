/** What the department may set of leave. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const leaveSettings = z.object({
  /** When papers of an emergency leave are asked for; they are overdue at the end of that day's hours. */
  papersTime: z.iso.time({ precision: -1 }).default('09:00').meta({ article: '3.2.4' }),
});

type Own = z.output<typeof leaveSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
