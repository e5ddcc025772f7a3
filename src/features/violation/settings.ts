/** What the department may set of violation cases. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const violationSettings = z.object({
  /** This many final cases lead to a proposal. */
  caseThreshold: z.int().min(1).max(99).default(3).meta({ article: '1.32' }),
  /** Months in which they count; null for ever. */
  caseWindowMonths: z.int().min(1).max(999).nullable().default(null).meta({ article: '1.32' }),
  /** This many notices of criticism in a calendar year lead to a proposal. */
  noticeThreshold: z.int().min(1).max(99).default(3).meta({ article: '8.3' }),
  /** Working days in which a member is heard before anybody decides; 0: a leader's filing decides at once. */
  hearingWorkdays: z.int().min(0).max(20).default(2).meta({ article: '8.1' }),
  /** Working days in which a decision may be appealed against; 0: it is final at once, and an appeal has no term. */
  appealWorkdays: z.int().min(0).max(60).default(5).meta({ article: '8.4' }),
  /** Days in which fines of one person are shown together, so that nobody splits them to stay within 8.1; 0: never. */
  splitDays: z.int().min(0).max(90).default(7).meta({ article: '8.1' }),
});

type Own = z.output<typeof violationSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
