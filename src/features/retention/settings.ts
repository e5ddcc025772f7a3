/** What the department may set of the retention of words. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const retentionSettings = z.object({
  /** Months after the end of a matter for which what people wrote about it is kept; 0: for ever. */
  retentionMonths: z.int().default(24).meta({ article: 'none' }),
});

type Own = z.output<typeof retentionSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
