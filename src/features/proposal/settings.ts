/** What the department may set of proposals. */
import { z } from 'zod';

export const proposalSettings = z.object({
  /** When, on working days, those in charge read what waits. */
  proposalsTime: z.string().default('09:30').meta({ article: 'none' }),
  /** Working days on which somebody may decide a proposal; on the next one it lapses. */
  proposalLapseWorkdays: z.int().min(1).max(60).default(5).meta({ article: '8.1' }),
  /** Kinds that are not proposed; `of` says whose names they are. */
  proposalsOff: z.array(z.string()).default([]).meta({ article: '1.8, 3.1, 3.2.4', of: 'proposals' }),
});

type Own = z.output<typeof proposalSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
