/** What the department may set of violation cases. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const violationSettings = z.object({
  /** This many upheld cases lead to a proposal. */
  caseThreshold: z.int().default(3).meta({ article: '1.32' }),
  /** Months in which they count; null for ever. */
  caseWindowMonths: z.int().nullable().default(null).meta({ article: '1.32' }),
  /** This many notices of criticism in a calendar year lead to a proposal. */
  noticeThreshold: z.int().default(3).meta({ article: '8.3' }),
});

type Own = z.output<typeof violationSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
