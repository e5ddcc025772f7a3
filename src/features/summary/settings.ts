/** What the department may set of the leaders' summaries. */
import { z } from 'zod';

export const summarySettings = z.object({
  /** When the leaders read the day's summary, every day. */
  eveningSummaryTime: z.string().default('20:00').meta({ article: 'none' }),
});

type Own = z.output<typeof summarySettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
